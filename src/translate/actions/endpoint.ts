import { type Context, nothingHappened } from '#context.ts'
import { Invalid, NotFound, Unavailable } from '#errors.ts'
import { record } from '#history/actions.ts'
import { seal, unseal } from '#lib/sealed.ts'
import { consentWords, type EndpointCard, type EndpointForm, hostOf } from '../endpoint.ts'
import { deleteEndpoint, findEndpoint, putEndpoint, type StoredEndpoint } from '../store/endpoint.ts'

const PURPOSE = 'translate endpoint'

/** What an owner sees of it; null: there is none, and nothing is sent anywhere. */
export async function showEndpoint(ctx: Context): Promise<EndpointCard | null> {
  const stored = await ctx.read(findEndpoint)
  return stored ? cardOf(stored) : null
}

const cardOf = ({
  baseUrl,
  model,
  sealedKey,
  consent,
  agreedBy,
  agreedAt,
}: StoredEndpoint): EndpointCard => ({
  ...{ baseUrl, host: hostOf(baseUrl), model, hasKey: sealedKey !== null },
  ...{ consent, agreedBy, agreedAt },
})

/** Lets people ask it, in the words of `consentWords`. A key that is kept goes only where it was meant to go. Throws Invalid. */
export async function agreeToEndpoint(ctx: Context, { baseUrl, model, key }: EndpointForm): Promise<void> {
  const secret = (await ctx.identity()).keyFor(PURPOSE)
  const { viewer } = ctx
  await ctx.write(async (tx) => {
    const before = await findEndpoint(tx)
    const moves = before?.sealedKey != null && hostOf(before.baseUrl) !== hostOf(baseUrl)
    if (moves && key === '')
      throw new Invalid({ key: `Give the key for ${hostOf(baseUrl)}: the one that is kept is for another.` })
    const sealedKey = key === '' ? (before?.sealedKey ?? null) : seal(secret, key)
    const consent = consentWords(viewer.organization.name, hostOf(baseUrl))
    const agreed = { consent, agreedById: viewer.person?.id ?? null, agreedAt: ctx.now() }
    await putEndpoint(tx, { baseUrl, model, sealedKey, ...agreed })
    await record(ctx, tx, {
      act: 'endpoint: agreed to',
      on: { kind: 'endpoint', id: ctx.organizationId, name: hostOf(baseUrl) },
      note: { consent, model },
    })
  })
}

/** Nothing is sent anywhere from now on; the key goes. */
export function endEndpoint(ctx: Context): Promise<void> {
  return ctx.write(async (tx) => {
    const before = await findEndpoint(tx)
    if (!before) return nothingHappened(tx)
    await deleteEndpoint(tx)
    const on = { kind: 'endpoint', id: ctx.organizationId, name: hostOf(before.baseUrl) }
    await record(ctx, tx, { act: 'endpoint: ended', on })
  })
}

/** With its key, for asking it. Throws NotFound when there is none, Unavailable when the key cannot be opened. */
export async function openEndpoint(ctx: Context): Promise<EndpointCard & { key: string | null }> {
  const stored = await ctx.read(findEndpoint)
  if (!stored) throw new NotFound('This organisation asks no language model elsewhere.')
  if (stored.sealedKey === null) return { ...cardOf(stored), key: null }
  const key = unseal((await ctx.identity()).keyFor(PURPOSE), stored.sealedKey)
  if (key === null)
    throw new Unavailable(
      'The key of the language model cannot be opened, since the secret of this installation has changed. An owner can give the key again.',
    )
  return { ...cardOf(stored), key }
}

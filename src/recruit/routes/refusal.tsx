import { Hono, type Context as HonoContext } from 'hono'
import { allow } from '#guard.ts'
import { typedFrom } from '#people/typed.ts'
import { attempt, formOf, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import { refuseUninvited, viewUninvited } from '../actions/refusal.ts'
import { type LookedOver, lookedOver } from '../candidate/looked-over.ts'
import { idsIn } from '../candidate/uninvited.ts'
import { UninvitedPage } from '../pages/uninvited.tsx'
import { UninvitedSurePage, UninvitedToldPage } from '../pages/uninvited-sure.tsx'

type C = HonoContext<Env>
const ALL = '/:id{[0-9a-f-]+}/candidate/refusal'

/** All who were not invited are told at one time. */
export function refusalRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get(ALL, allow(may.recruit), (c) => show(c))
    .post(ALL, allow(may.recruit), async (c) => {
      const { subject = '', text = '', mail, sure, those = '' } = typedFrom(await formOf(c))
      const typed = { subject, text }
      const told = { ids: idsIn(those), mail: mail === 'yes' ? typed : null }
      if (sure !== 'yes') return ask(c, told, typed)
      const result = await attempt(() => refuseUninvited(c.var.ctx, idIn(c.req.param('id')), told))
      if ('refused' in result) return show(c, typed, result.refused)
      const now = await viewUninvited(c.var.ctx, idIn(c.req.param('id')))
      return page(c, <UninvitedToldPage {...now} told={result.done} />)
    })
}

async function ask(
  c: C,
  { ids, mail }: { ids: string[]; mail: LookedOver | null },
  typed: LookedOver,
): Promise<Response> {
  const result = await attempt(async () => mail && lookedOver(mail))
  if ('refused' in result) return show(c, typed, result.refused)
  const now = await viewUninvited(c.var.ctx, idIn(c.req.param('id')))
  const meant = new Set(ids)
  const those = now.those.filter(({ id }) => meant.has(id))
  if (those.length === 0) return show(c, typed)
  return page(c, <UninvitedSurePage {...now} {...{ those, typed }} mail={result.done} />)
}

async function show(c: C, typed?: LookedOver, refused?: Refusal): Promise<Response> {
  const now = await viewUninvited(c.var.ctx, idIn(c.req.param('id')))
  const draft = typed ?? now.draft
  return page(
    c,
    <UninvitedPage {...now} draft={draft} errors={refused?.errors ?? {}} />,
    refused?.status ?? 200,
  )
}

import { Hono, type Context as HonoContext } from 'hono'
import { Invalid } from '#errors.ts'
import { allow } from '#guard.ts'
import { typedIn } from '#translate/routes/forms.ts'
import { attempt, formOf, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { takeAway } from '#web/take-away.tsx'
import { recruitAccess as may } from '../access.ts'
import { comparePack, isEmptied, makePack, openPacks } from '../actions/pack.ts'
import { checkPack } from '../pack/check.ts'
import { PACK_LIMIT, packFileName } from '../pack/pack.ts'
import { PackPage } from '../pages/pack.tsx'
import { PackMadePage } from '../pages/pack-made.tsx'
import { PackVerifyPage } from '../pages/pack-verify.tsx'

type C = HonoContext<Env>

/** Packs: made, printed, taken along, checked. */
export function packRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/verify', allow(may.verify), (c) =>
      page(c, <PackVerifyPage verdict={null} house={null} errors={{}} />),
    )
    .post('/verify', allow(may.verify), async (c) => {
      const given = await attempt(async () => fileIn(await formOf(c)))
      if ('refused' in given) {
        const { errors, status } = given.refused
        return page(c, <PackVerifyPage verdict={null} house={null} errors={errors} />, status)
      }
      const verdict = checkPack(given.done)
      const house = verdict.pack ? await comparePack(c.var.ctx, verdict.pack) : null
      return page(c, <PackVerifyPage verdict={verdict} house={house} errors={{}} />)
    })
    .get('/:id/pack', allow(may.recruit), (c) => show(c))
    .post('/:id/pack', allow(may.recruit), async (c) => {
      const { candidates, as } = await typedIn(c)
      const made = await attempt(() =>
        makePack(c.var.ctx, idIn(c.req.param('id')), candidates === 'number' ? 'number' : 'name'),
      )
      if ('refused' in made) return show(c, made.refused)
      const { pack, verdict } = made.done
      if (as === 'file')
        return takeAway(c, { name: packFileName(pack), type: 'application/json', body: JSON.stringify(pack) })
      return page(c, <PackMadePage pack={pack} faults={verdict.faults} />)
    })
}

async function show(c: C, refusal?: Refusal): Promise<Response> {
  const { seen, made } = await openPacks(c.var.ctx, idIn(c.req.param('id')))
  const shown = { ...seen, made, isEmptied: isEmptied(seen), errors: refusal?.errors ?? {} }
  return page(c, <PackPage {...shown} />, refusal?.status ?? 200)
}

/** Throws Invalid when there is none, or one that no pack can be. */
async function fileIn({ file }: Record<string, unknown>): Promise<string> {
  if (!(file instanceof File) || file.size === 0) throw new Invalid({ file: 'Choose the file of a pack.' })
  if (file.size > PACK_LIMIT)
    throw new Invalid({ file: 'This file is larger than 8 megabytes, which no pack is.' })
  return file.text()
}

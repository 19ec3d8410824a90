import { Hono, type Context as HonoContext } from 'hono'
import { NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { checked } from '#people/checked.ts'
import { links } from '#routes.ts'
import { typedIn } from '#translate/routes/forms.ts'
import { attempt, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import { listAsks, openOutcome, sayOutcome } from '../actions/outcome.ts'
import { AFTER_MONTHS, OutcomeInput } from '../ledger/outcome.ts'
import { OutcomePage, OutcomesPage } from '../pages/outcome.tsx'

type C = HonoContext<Env>
const ONE = '/outcome/:candidate/:months'

/** For managers: how those who were hired do in the job. */
export function outcomeRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/outcome', allow(may.outcome), async (c) => {
      const { ctx } = c.var
      const asks = await ctx.read((db) => listAsks(ctx, db))
      return page(c, <OutcomesPage asks={asks} done={c.req.query('done') === 'yes'} />)
    })
    .get(ONE, allow(may.outcome), (c) => show(c))
    .post(ONE, allow(may.outcome), async (c) => {
      const typed = await typedIn(c)
      const result = await attempt(() => sayOutcome(c.var.ctx, whichIn(c), checked(OutcomeInput, typed)))
      if ('refused' in result) return show(c, typed, result.refused)
      return c.redirect(`${links.outcomes()}?done=yes`, 303)
    })
}

function whichIn(c: C) {
  const after = AFTER_MONTHS.find((months) => String(months) === c.req.param('months'))
  if (after === undefined) throw new NotFound('It is asked after 6 and after 12 months.')
  return { candidateId: idIn(c.req.param('candidate')), after }
}

async function show(c: C, typed?: Record<string, string>, refused?: Refusal): Promise<Response> {
  const opened = await openOutcome(c.var.ctx, whichIn(c))
  const shown = { ...opened, values: typed ?? opened.values, errors: refused?.errors ?? {} }
  return page(c, <OutcomePage {...shown} />, refused?.status ?? 200)
}

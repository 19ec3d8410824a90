import { Hono, type Context as HonoContext } from 'hono'
import { allow } from '#guard.ts'
import { frameworksById } from '#role/store/frameworks.ts'
import { links } from '#routes.ts'
import { checked, typedIn } from '#translate/routes/forms.ts'
import { attempt, idIn, type Refusal } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { recruitAccess as may } from '../access.ts'
import { decideObstacle } from '../actions/decision.ts'
import { openResults } from '../actions/results.ts'
import { agree, openTogether, togetherObstacle } from '../actions/together.ts'
import { ResultsPage } from '../pages/results.tsx'
import { TogetherPage } from '../pages/together.tsx'
import { ConsensusInput } from '../rating/consensus.ts'
import { nextTalk } from '../rating/next-talk.ts'

type C = HonoContext<Env>

/** The panel's cards side by side, what it agrees, and all candidates beside each other. */
export function togetherRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/:id/results', allow(may.read), async (c) => {
      const results = await openResults(c.var.ctx, idIn(c.req.param('id')))
      return page(c, <ResultsPage {...results} mayDecide={decideObstacle(c.var.ctx, results) === null} />)
    })
    .get('/:id/candidate/:candidate/together', allow(may.read), (c) => show(c))
    .post('/:id/candidate/:candidate/together/:question', allow(may.read), async (c) => {
      const place = { ...placeIn(c), question: idIn(c.req.param('question')) }
      const typed = await typedIn(c)
      const result = await attempt(() => agree(c.var.ctx, place, checked(ConsensusInput, inputFrom(typed))))
      if ('refused' in result) return show(c, result.refused, { question: place.question, fields: typed })
      return c.redirect(`${links.together(place.vacancyId, place.candidateId)}#q-${place.question}`, 303)
    })
}

const placeIn = (c: C) => ({
  vacancyId: idIn(c.req.param('id')),
  candidateId: idIn(c.req.param('candidate')),
})

function inputFrom({ rating = '', level = '', months = '', reason = '' }: Record<string, string>) {
  const number = (text: string) => (text.trim() === '' ? null : Number(text))
  // Nothing chosen is not yet “cannot be rated”.
  const agreed = rating === 'none' ? null : rating === '' ? undefined : Number(rating)
  return { rating: agreed, level: level || null, months: number(months), reason }
}

async function show(
  c: C,
  refusal?: Refusal,
  typed: { question: string; fields: Record<string, string> } | null = null,
): Promise<Response> {
  const { vacancyId, candidateId } = placeIn(c)
  const { ctx } = c.var
  const together = await openTogether(ctx, vacancyId, candidateId)
  const ids = together.seen.criteria.map(({ framework }) => framework)
  const frameworks = await ctx.read((db) => frameworksById(db, ids))
  const obstacle = togetherObstacle(together)
  const next = nextTalk(together.seen, candidateId)
  const shown = { ...together.seen, ...together.sight, frameworks, obstacle, next }
  return page(
    c,
    <TogetherPage shown={shown} typed={typed} errors={refusal?.errors ?? {}} />,
    refusal?.status ?? 200,
  )
}

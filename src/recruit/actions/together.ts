import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import { leaveOut, namedIn } from '../decision/sheet.ts'
import { type Consensus, type ConsensusInput, sealedConsensus } from '../rating/consensus.ts'
import { holdCandidate } from '../store/candidates.ts'
import { appendLink } from '../store/chain.ts'
import { insertConsensus } from '../store/consensus.ts'
import { holdVacancy } from '../store/hold.ts'
import { refuseForeignLevels } from './levels.ts'
import { type Seen, type Sight, seeCards, sightsIn } from './sight.ts'
import { vacancySubject } from './vacancy.ts'

/** One candidate's submitted cards, for who may see all of them. */
export interface Together {
  seen: Seen
  sight: Sight
}

/** Throws NotFound when there is no such candidate. What the viewer may see of them stands in `sight`. */
export async function openTogether(ctx: Context, vacancyId: string, candidateId: string): Promise<Together> {
  return togetherIn(await seeCards(ctx, vacancyId), candidateId)
}

function togetherIn(seen: Seen, candidateId: string): Together {
  const sight = seen.sights.find(({ candidate }) => candidate.id === candidateId)
  if (!sight) throw new NotFound('There is no such candidate in this vacancy.')
  return { seen, sight }
}

/** Why nothing can be agreed about the candidate now; null: the viewer may write it down. */
export function togetherObstacle({ seen: { part, vacancy }, sight }: Together): string | null {
  if (sight.ownFirst) return 'Submit your own scorecard first.'
  if (!sight.isWhole)
    return 'The panel talks when every scorecard that was begun is submitted. Until then each member rates alone.'
  if (sight.candidate.erasedAt) return 'What was known about this candidate has been erased.'
  if (sight.candidate.withdrawnAt)
    return `${sight.candidate.name} has withdrawn, so nothing more is agreed about them.`
  if (vacancy.state === 'decided' || vacancy.state === 'closed')
    return 'This vacancy is decided, so what the panel agreed stays as it is.'
  return part.rates ? null : 'The panel writes down what it agrees; you see it here.'
}

/**
 * Writes down what the panel agreed about one answer, with the reason; what each gave alone stays. Returns it with its place in
 * the chain. Throws NotFound, Forbidden for who is not on the panel, Conflict while it is too early or too late, and Invalid.
 */
export async function agree(
  ctx: Context,
  { vacancyId, candidateId, question }: { vacancyId: string; candidateId: string; question: string },
  input: ConsensusInput,
): Promise<Consensus> {
  const together = await openTogether(ctx, vacancyId, candidateId)
  const asked = together.seen.questions.find(({ id }) => id === question)
  if (!asked) throw new NotFound('There is no such question in this vacancy.')
  const madeBy = ctx.viewer.person?.id
  if (!together.seen.part.rates || madeBy === undefined)
    throw new Forbidden('Only members of the panel write down what it agrees.')
  refuseObstacle(together)
  if (input.rating !== null && input.rating > asked.points)
    throw new Invalid({ rating: `Choose a rating from 1 to ${asked.points}.` })
  const at = ctx.now()
  const made = { ...input, id: ctx.newId(), candidateId, question, madeBy, madeAt: at }
  const salt = ctx.newId()
  return ctx.write(async (tx) => {
    await holdCandidate(tx, candidateId)
    await holdVacancy(tx, vacancyId)
    // It may have been decided, or the candidate have withdrawn, since it was looked at.
    const now = togetherIn(await sightsIn(ctx, tx, vacancyId), candidateId)
    refuseObstacle(now)
    await refuseForeignLevels(tx, now.seen, [{ question, level: input.level, field: 'level' }])
    refuseNames(now, input.reason)
    const last = now.sight.consensus.findLast((one) => one.question === question)
    if (last && isSame(last, made)) {
      nothingHappened(tx)
      return last
    }
    const what = { kind: 'consensus' as const, thing: made.id, person: madeBy, at, ...sealedConsensus(made) }
    const sealNumber = await appendLink(tx, vacancyId, { what, salt })
    await insertConsensus(tx, { ...made, sealNumber })
    await record(ctx, tx, {
      act: 'scorecard: agreed together',
      on: vacancySubject(together.seen.vacancy),
      note: { seal: sealNumber },
    })
    return { ...made, sealNumber }
  })
}

function refuseObstacle(together: Together): void {
  const why = togetherObstacle(together)
  if (why !== null) throw new Conflict(why)
}

/** What is written about one candidate stays when another is erased, so it names no other. */
function refuseNames({ seen, sight }: Together, reason: string): void {
  const others = seen.sights.flatMap(({ candidate }) =>
    candidate.name === sight.candidate.name || candidate.erasedAt ? [] : [candidate.name],
  )
  const named = namedIn(reason, others)
  if (named !== undefined) throw new Invalid({ reason: leaveOut(named) })
}

/** Sent twice. */
function isSame(a: Consensus, b: Omit<Consensus, 'sealNumber'>): boolean {
  const said = ({ madeBy, rating, level, months, reason }: Omit<Consensus, 'sealNumber'>) =>
    JSON.stringify([madeBy, rating, level, months, reason])
  return said(a) === said(b)
}

/** Deciding: what stands for it, sealing it, and putting one's name to it. */
import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Forbidden, Invalid } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { record } from '#history/actions.ts'
import { namesOf } from '#people/store.ts'
import type { Tx } from '#schema.ts'
import { basisOf, type RankOf } from '../decision/basis.ts'
import {
  type Decision,
  latestDecisions,
  type SheetInput,
  type Signature,
  sealedDecision,
  sealedSignature,
  standingSignatures,
} from '../decision/decision.ts'
import {
  askedOf,
  leaveOut,
  type NewDecision,
  namedIn,
  newDecisions,
  type Standing,
  sheetFaults,
} from '../decision/sheet.ts'
import type { Topic } from '../kit/rules/topics.ts'
import { listCandidates } from '../store/cards.ts'
import { appendLink } from '../store/chain.ts'
import {
  insertDecision,
  insertSignature,
  lastSeal,
  listDecisions,
  listSignatures,
} from '../store/decisions.ts'
import { holdCandidates } from '../store/hold.ts'
import { listOnboardingIn } from '../store/onboarding.ts'
import { setState } from '../store/state.ts'
import { topicsFor } from '../store/topics.ts'
import { openVacancy } from './look.ts'
import { openResults, type Results } from './results.ts'
import { vacancySubject } from './vacancy.ts'
import { frameworksOf } from './view.ts'

export interface DecisionView extends Results {
  /** The number of the vacancy's last seal when it was looked at. */
  head: number
  /** Of candidates whose cards the viewer may see, those that were replaced too, in the order of the chain. */
  decisions: Decision[]
  /** Those below an earlier decision too. */
  signatures: Signature[]
  /** What a new sheet is held against; the basis of each candidate is made of the cards that the viewer may see. */
  standing: Standing
  /** By id. */
  frameworks: Map<string, Framework>
  /** Who decided or signed, by id. */
  names: Map<string, string>
  /** What was handed over for those who are hired, by the candidate; for who looks after candidates. */
  handedOver: Map<string, string>
  /** What must play no part where the vacancy's rules hold. */
  topics: Topic[]
  /** Why the viewer cannot decide now; null: they can. */
  obstacle: string | null
  /** Why the viewer cannot sign now; null: they can. */
  signObstacle: string | null
}

/** The decision of a vacancy and what it stands on, as far as the viewer may see it. Throws NotFound. */
export async function openDecision(ctx: Context, vacancyId: string): Promise<DecisionView> {
  // Read first: whatever is sealed after it makes a sheet that was filled in on this look a late one.
  const head = await ctx.read((db) => lastSeal(db, vacancyId))
  const results = await openResults(ctx, vacancyId)
  const { all, signatures, handedOver, ...words } = await ctx.read(async (db) => {
    const all = await listDecisions(db, vacancyId)
    const signatures = await listSignatures(db, vacancyId)
    const people = [...all.map(({ madeBy }) => madeBy), ...signatures.map(({ personId }) => personId)]
    const [frameworks, names] = [await frameworksOf(db, results), await namesOf(db, [...new Set(people)])]
    const handedOver = results.part.oversees ? await listOnboardingIn(db, vacancyId) : []
    const topics = await topicsFor(db, results.vacancy.jurisdiction)
    return { all, signatures, frameworks, names, handedOver, topics }
  })
  const open = new Set(results.sights.filter(({ isOpen }) => isOpen).map(({ candidate }) => candidate.id))
  const decisions = all.filter(({ candidateId }) => open.has(candidateId))
  const standing = standingOf(results, { decisions, frameworks: words.frameworks })
  return {
    ...{ ...results, ...words, head, decisions, signatures, standing },
    handedOver: new Map(handedOver.map(({ candidateId, id }) => [candidateId, id])),
    obstacle: decideObstacle(ctx, results),
    signObstacle: signObstacle(ctx, { results, decisions, signatures }),
  }
}

function standingOf(
  results: Results,
  { decisions, frameworks }: { decisions: Decision[]; frameworks: Map<string, Framework> },
): Standing {
  const latest = latestDecisions(decisions)
  const rankOf: RankOf = ({ framework }, level) =>
    (frameworks.get(framework)?.scale.levels ?? []).findIndex(({ key }) => key === level)
  return {
    places: results.vacancy.places,
    latest,
    candidates: results.sights.map(({ candidate, cards, consensus, missing }) => ({
      id: candidate.id,
      name: candidate.name,
      asked: askedOf(candidate, { cards: cards.length, isDecided: latest.has(candidate.id) }),
      basis: basisOf(results, { candidateId: candidate.id, cards, consensus, missing }, rankOf),
    })),
  }
}

/** Why the viewer cannot decide, what lasts longest first; null: they can. */
export function decideObstacle({ viewer }: Context, { vacancy, part, sights }: Results): string | null {
  if (!viewer.person)
    return 'Only somebody who is among the people can decide, since a decision carries a name.'
  if (!part.chairs && !part.oversees) return 'The chair of the panel, or those who recruit, decide.'
  if (vacancy.state === 'closed') return 'This vacancy is closed, so what was decided stays as it is.'
  const hidden = sights.filter(({ isOpen }) => !isOpen)
  const own = hidden.filter(({ ownFirst }) => ownFirst)
  if (own.length > 0) return `Submit your own scorecard first: ${namesIn(own)}.`
  if (hidden.length > 0)
    return `You decide when you may see every scorecard: once each that was begun is submitted, or whoever began it has left the panel. Still open: ${namesIn(hidden)}.`
  if (sights.every(({ cards }) => cards.length === 0))
    return 'Nobody has been rated yet, so there is nothing to decide on. The panel rates first, each alone.'
  return null
}

const namesIn = (sights: Results['sights']) => sights.map(({ candidate }) => candidate.name).join(', ')

/**
 * Seals what is decided, candidate by candidate, in one transaction; a later decision replaces an earlier one, which stays. Nothing
 * more is rated or agreed from then on. Returns what was added. Throws NotFound, Forbidden, Conflict when something was sealed
 * since the sheet was looked at or not all may be seen yet, and Invalid by the form's fields.
 */
export async function decide(ctx: Context, vacancyId: string, input: SheetInput): Promise<Decision[]> {
  const view = await openDecision(ctx, vacancyId)
  const madeBy = ctx.viewer.person?.id
  if (madeBy === undefined || (!view.part.chairs && !view.part.oversees))
    throw new Forbidden(view.obstacle ?? 'The chair of the panel, or those who recruit, decide.')
  if (view.obstacle !== null) throw new Conflict(view.obstacle)
  if (input.seen !== view.head) throw new Conflict(SINCE)
  const faults = sheetFaults(view.standing, input)
  if (Object.keys(faults).length > 0) throw new Invalid(faults)
  const added = newDecisions(view.standing, input).map((one) => ({
    ...one,
    ...{ id: ctx.newId(), salt: ctx.newId(), vacancyId, madeBy, madeAt: ctx.now() },
  }))
  return ctx.write(async (tx) => {
    await refuseLate(tx, view)
    if (added.length === 0) {
      nothingHappened(tx)
      return []
    }
    const sealed: Decision[] = []
    for (const one of added) sealed.push(await sealDecision(tx, one))
    await setState(tx, vacancyId, 'decided', ['planned', 'open', 'interviews'])
    await recordDecision(ctx, tx, { view, sealed })
    return sealed
  })
}

const SINCE =
  'Something has been added to this vacancy since you opened the sheet: a scorecard, an agreement, a decision or a signature. What you wrote is kept below. Look again, then decide.'

/** Nothing was sealed, and nobody withdrew or was erased, since the look. Nobody else seals until the end of the transaction. */
async function refuseLate(tx: Tx, view: DecisionView): Promise<void> {
  const { vacancy, head, standing } = view
  await holdCandidates(tx, vacancy.id)
  const now = await lastSeal(tx, vacancy.id, true)
  const candidates = await listCandidates(tx, vacancy.id)
  const same = candidates.every((one) => {
    const seen = view.sights.find(({ candidate }) => candidate.id === one.id)
    const facts = { cards: seen?.cards.length ?? 0, isDecided: standing.latest.has(one.id) }
    return askedOf(one, facts) === standing.candidates.find(({ id }) => id === one.id)?.asked
  })
  if (now !== head || !same) throw new Conflict(SINCE)
}

async function sealDecision(
  tx: Tx,
  { salt, ...one }: NewDecision & Pick<Decision, 'id' | 'vacancyId' | 'madeBy' | 'madeAt'> & { salt: string },
): Promise<Decision> {
  const what = {
    ...{ kind: 'decision' as const, thing: one.id, person: one.madeBy, at: one.madeAt },
    ...sealedDecision(one),
  }
  const sealNumber = await appendLink(tx, one.vacancyId, { what, salt })
  const decision = { ...one, sealNumber }
  await insertDecision(tx, decision)
  return decision
}

/** The history says how many, and names nobody: whoever may see the decision opens it. */
function recordDecision(
  ctx: Context,
  tx: Tx,
  { view, sealed }: { view: DecisionView; sealed: readonly Decision[] },
): Promise<void> {
  const count = (outcome: Decision['outcome']) => sealed.filter((one) => one.outcome === outcome).length
  const isFirst = view.decisions.length === 0
  return record(ctx, tx, {
    act: isFirst ? 'vacancy: decided' : 'vacancy: decision changed',
    on: vacancySubject(view.vacancy),
    also: sealed.map(({ candidateId }) => ({ kind: 'candidate', id: candidateId })),
    note: { offered: count('offer'), 'in reserve': count('reserve'), 'not taken': count('no') },
  })
}

/** Why the viewer does not sign; null: their name is awaited. */
function signObstacle(
  { viewer }: Context,
  { results, decisions, signatures }: { results: Results; decisions: Decision[]; signatures: Signature[] },
): string | null {
  const personId = viewer.person?.id
  if (decisions.length === 0) return 'Nothing is decided yet, so there is nothing to sign.'
  if (!results.part.rates || personId === undefined) return 'The members of the panel sign the decision.'
  return standingSignatures(signatures, decisions).has(personId) ? 'You have signed this decision.' : null
}

/**
 * Puts the viewer's name below the decision as it stands, with another opinion where they have one. Who has signed it already
 * stays so. Throws NotFound, Forbidden for who is not on the panel, Conflict before anything is decided, Invalid for a dissent that
 * names a candidate.
 */
export async function signDecision(
  ctx: Context,
  vacancyId: string,
  { dissent, upTo }: { dissent: string | null; upTo?: number },
): Promise<void> {
  const opened = await ctx.read((db) => openVacancy(ctx, db, vacancyId))
  const personId = ctx.viewer.person?.id
  if (!opened.part.rates || personId === undefined)
    throw new Forbidden('The members of the panel sign the decision; who has left it does not.')
  const [id, salt, at] = [ctx.newId(), ctx.newId(), ctx.now()]
  await ctx.write(async (tx) => {
    await lastSeal(tx, vacancyId, true)
    const decisions = await listDecisions(tx, vacancyId)
    const last = decisions.at(-1)?.sealNumber
    if (last === undefined) throw new Conflict('Nothing is decided yet, so there is nothing to sign.')
    if (upTo !== undefined && upTo !== last)
      throw new Conflict('The decision has been changed since you opened it. Read it again, then sign.')
    const signed = standingSignatures(await listSignatures(tx, vacancyId), decisions)
    if (signed.has(personId)) return nothingHappened(tx)
    await refuseNames(tx, vacancyId, dissent)
    const what = { kind: 'signature' as const, thing: id, person: personId, at }
    const sealed = sealedSignature({ upTo: last, dissent })
    const sealNumber = await appendLink(tx, vacancyId, { what: { ...what, ...sealed }, salt })
    await insertSignature(tx, vacancyId, { id, personId, signedAt: at, dissent, upTo: last, sealNumber })
    await record(ctx, tx, {
      act: 'vacancy: decision signed',
      on: vacancySubject(opened.vacancy),
      note: { dissent: dissent === null ? 'none' : 'written' },
    })
  })
}

async function refuseNames(tx: Tx, vacancyId: string, dissent: string | null): Promise<void> {
  if (dissent === null) return
  const candidates = await listCandidates(tx, vacancyId)
  const named = namedIn(
    dissent,
    candidates.map(({ name }) => name),
  )
  if (named !== undefined) throw new Invalid({ dissent: leaveOut(named) })
}

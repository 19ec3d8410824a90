import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { record } from '#history/actions.ts'
import { frameworksById } from '#role/store/frameworks.ts'
import type { Db, Tx } from '#schema.ts'
import type { Candidate, Entry, Question, Scorecard } from '../model.ts'
import {
  arrival,
  cardField,
  cardVersion,
  type EntryInput,
  emptyEntry,
  lacksOf,
  sealedContent,
} from '../rating/card.ts'
import { holdCandidate } from '../store/candidates.ts'
import { closeCard, findCandidate, findCard, holdCard, lastSaved, putEntry } from '../store/cards.ts'
import { appendLink } from '../store/chain.ts'
import { listConsensus } from '../store/consensus.ts'
import { holdVacancy, leanOn } from '../store/hold.ts'
import { findMailTo } from '../store/outcomes.ts'
import { hasSight } from '../store/sight.ts'
import { refuseForeignLevels } from './levels.ts'
import { type Opened, openVacancy } from './look.ts'
import { vacancySubject } from './vacancy.ts'

/** The viewer's own card of a candidate, with all that its page shows. */
export interface OpenedCard extends Opened {
  candidate: Candidate
  /** Null: not begun. */
  card: Scorecard | null
  savedAt: Date | null
  /** By id. */
  frameworks: Map<string, Framework>
  /** Why nothing can be written on it now; null: it can. */
  obstacle: string | null
}

/** Throws NotFound, and Forbidden for who is not on the panel. */
export function openCard(ctx: Context, vacancyId: string, candidateId: string): Promise<OpenedCard> {
  return ctx.read(async (db) => {
    const { opened, candidate, personId } = await ownPlace(ctx, db, { vacancyId, candidateId })
    const card = (await findCard(db, { candidateId, personId })) ?? null
    const frameworks = await frameworksById(
      db,
      opened.criteria.map(({ framework }) => framework),
    )
    const savedAt = card ? await lastSaved(db, card.id) : null
    const why = await obstacle(db, { opened, candidate, personId, card })
    return { ...opened, candidate, card, savedAt, frameworks, obstacle: why }
  })
}

interface Place {
  opened: Opened
  candidate: Candidate
  personId: string
}

async function ownPlace(
  ctx: Context,
  db: Db | Tx,
  { vacancyId, candidateId }: { vacancyId: string; candidateId: string },
): Promise<Place> {
  const opened = await openVacancy(ctx, db, vacancyId)
  const candidate = await findCandidate(db, candidateId)
  if (candidate?.vacancyId !== vacancyId) throw new NotFound('There is no such candidate in this vacancy.')
  const personId = ctx.viewer.person?.id
  if (!opened.part.rates || personId === undefined)
    throw new Forbidden('Only members of the panel rate candidates. Ask those who recruit to put you on it.')
  return { opened, candidate, personId }
}

/** Why nothing can be written, the reasons that last longest first. */
async function obstacle(
  db: Db | Tx,
  { opened: { vacancy }, candidate, personId, card }: Place & { card: Scorecard | null },
): Promise<string | null> {
  if (card?.submittedAt) return 'You have submitted this scorecard, and it stays as it is.'
  if (candidate.erasedAt) return 'What was known about this candidate has been erased.'
  if (candidate.withdrawnAt) return `${candidate.name} has withdrawn, so nothing more is noted about them.`
  if (vacancy.state === 'decided' || vacancy.state === 'closed')
    return 'This vacancy is decided, so nothing more is rated in it.'
  if (vacancy.fixedAt === null)
    return 'The kit of this vacancy is not fixed yet. Interviews begin when it is, so that every candidate meets the same questions.'
  if (await isOwnApplication(db, { candidate, personId }))
    return 'You have applied here yourself, so others rate you. Tell those who recruit, who can put somebody else on the panel.'
  if (await hasSight(db, { candidateId: candidate.id, personId }))
    return `You have seen how others rated ${candidate.name}, so a rating of yours would not be given alone any more.`
  return talkedAbout(db, { vacancyId: vacancy.id, candidate })
}

async function isOwnApplication(
  db: Db | Tx,
  { candidate, personId }: Pick<Place, 'candidate' | 'personId'>,
): Promise<boolean> {
  if (candidate.personId === personId) return true
  if (candidate.email === null) return false
  const own = (await findMailTo(db, personId))?.email
  return own?.toLowerCase() === candidate.email.toLowerCase()
}

async function talkedAbout(
  db: Db | Tx,
  { vacancyId, candidate }: { vacancyId: string; candidate: Candidate },
): Promise<string | null> {
  const agreed = await listConsensus(db, vacancyId)
  if (!agreed.some(({ candidateId }) => candidateId === candidate.id)) return null
  return `The panel has already talked about ${candidate.name}, so no further scorecard can be given alone.`
}

/** What has become of an answer that was sent, and how it stands now. */
export interface Arrived {
  question: string
  isStale: boolean
  now: Entry
}

/**
 * Puts answers on the viewer's own card, which begins with the first of them. What was sent before is not taken again, and what
 * was made to an older revision is given back as `isStale` and changes nothing. Throws NotFound, Forbidden, Conflict when the
 * card is locked, and Invalid.
 */
export function saveEntries(
  ctx: Context,
  { vacancyId, candidateId }: { vacancyId: string; candidateId: string },
  sent: readonly EntryInput[],
): Promise<{ at: Date; entries: Arrived[] }> {
  const at = ctx.now()
  const id = ctx.newId()
  return ctx.keep(async (tx) => {
    await leanOn(tx, { vacancyId, candidateId })
    const { opened, candidate, personId } = await ownPlace(ctx, tx, { vacancyId, candidateId })
    const before = (await findCard(tx, { candidateId, personId })) ?? null
    await refuseObstacle(tx, { opened, candidate, personId, card: before })
    checkEntries(sent, opened.questions)
    if (!before && sent.length === 0) return { at, entries: [] }
    const card = await holdCard(tx, { id, candidateId, personId, at })
    await refuseObstacle(tx, { opened, candidate, personId, card })
    await refuseForeignLevels(tx, opened, newLevels(card, sent))
    const entries: Arrived[] = []
    for (const one of sent) entries.push(await putOne(tx, card, { sent: one, at }))
    return { at, entries }
  })
}

async function refuseObstacle(tx: Tx, place: Place & { card: Scorecard | null }): Promise<void> {
  const why = await obstacle(tx, place)
  if (why !== null) throw new Conflict(why)
}

function checkEntries(sent: readonly EntryInput[], questions: readonly Question[]): void {
  for (const { question, rating } of sent) {
    const asked = questions.find(({ id }) => id === question)
    if (!asked) throw new Invalid('Name questions of this vacancy only.')
    if (rating !== null && rating > asked.points)
      throw new Invalid({ [cardField('given', question)]: `Choose a rating from 1 to ${asked.points}.` })
  }
}

function newLevels({ entries }: Scorecard, sent: readonly EntryInput[]) {
  const isNew = ({ question, level }: EntryInput) =>
    level !== entries.find((one) => one.question === question)?.level
  return sent
    .filter(isNew)
    .map(({ question, level }) => ({ question, level, field: cardField('given', question) }))
}

async function putOne(
  tx: Tx,
  card: Scorecard,
  { sent, at }: { sent: EntryInput; at: Date },
): Promise<Arrived> {
  const { question } = sent
  const now = card.entries.find((one) => one.question === question) ?? emptyEntry(question)
  const fate = arrival(now, sent)
  if (fate !== 'take') return { question, isStale: fate === 'stale', now }
  const entry = { ...sent, revision: now.revision + 1 }
  await putEntry(tx, card.id, { entry, at })
  return { question, isStale: false, now: entry }
}

/**
 * Locks the viewer's card for ever and seals it into the vacancy's chain. `version`: of the card as it was looked at (see
 * `cardVersion`); null asks for none. A card that is submitted already stays as it is. Throws NotFound, Forbidden, Invalid with
 * what is lacking, by the form's fields, and Conflict when another device has written on the card since.
 */
export function submitCard(
  ctx: Context,
  { vacancyId, candidateId }: { vacancyId: string; candidateId: string },
  version: number | null,
): Promise<Scorecard> {
  const at = ctx.now()
  const ids = { card: ctx.newId(), salt: ctx.newId() }
  return ctx.write(async (tx) => {
    await holdCandidate(tx, candidateId)
    await holdVacancy(tx, vacancyId)
    const place = await ownPlace(ctx, tx, { vacancyId, candidateId })
    const card = await heldForSubmission(tx, place, { id: ids.card, at })
    if (card.submittedAt) {
      nothingHappened(tx)
      return card
    }
    refuseUnready(card, place, version)
    const what = { kind: 'card' as const, thing: card.id, person: place.personId, at, ...sealedContent(card) }
    const sealNumber = await appendLink(tx, vacancyId, { what, salt: ids.salt })
    await closeCard(tx, card.id, { at, sealNumber })
    await record(ctx, tx, {
      act: 'scorecard: submitted',
      on: vacancySubject(place.opened.vacancy),
      note: { seal: sealNumber },
    })
    return { ...card, submittedAt: at, sealNumber }
  })
}

async function heldForSubmission(
  tx: Tx,
  place: Place,
  { id, at }: { id: string; at: Date },
): Promise<Scorecard> {
  const { candidate, personId } = place
  const before = (await findCard(tx, { candidateId: candidate.id, personId })) ?? null
  if (!before) throw new Invalid('There is nothing on this scorecard yet. Rate the answers first.')
  const card = await holdCard(tx, { id, candidateId: candidate.id, personId, at })
  if (!card.submittedAt) await refuseObstacle(tx, { ...place, card })
  return card
}

function refuseUnready(card: Scorecard, { opened }: Place, version: number | null): void {
  if (version !== null && version !== cardVersion(card.entries))
    throw new Conflict(
      'This scorecard has changed since you looked at it, perhaps on another device. Look at it again below, then submit it.',
    )
  const lacks = lacksOf(opened.questions, card.entries)
  if (lacks.size === 0) return
  throw new Invalid(
    Object.fromEntries([...lacks].map(([question, says]) => [cardField('given', question), says])),
  )
}

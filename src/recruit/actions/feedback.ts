/** The feedback letter: drafted from the anchors after the decision, looked over by whoever recruits, and then sent. */
import { queueMail } from '#account/actions/mail.ts'
import type { Context } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import type { Tx } from '#schema.ts'
import { standing } from '../candidate/stage.ts'
import { namesIn } from '../feedback/check.ts'
import { draftOf, type GuideStatements, leftOutOf, quotesOf } from '../feedback/draft.ts'
import { checkFeedback, type Feedback, type FeedbackInput, withInput } from '../feedback/feedback.ts'
import { feedbackText } from '../feedback/sheet.ts'
import type { Candidate, Vacancy } from '../model.ts'
import { holdCandidate, setPage } from '../store/candidates.ts'
import { findCandidate } from '../store/cards.ts'
import { closeFeedback, findFeedback, putFeedback } from '../store/feedback.ts'
import { candidateAct } from './apply.ts'
import { ownPageOf } from './own-link.ts'
import { openTogether, type Together } from './together.ts'

interface Which {
  vacancyId: string
  candidateId: string
}

export interface OpenedFeedback {
  vacancy: Vacancy
  candidate: Candidate
  /** Why there is no letter; null: there can be one. */
  obstacle: string | null
  /** As it was saved or sent, else a fresh draft. */
  feedback: Feedback
  /** 0: nothing was saved yet. */
  version: number
  sentAt: Date | null
  /** What the candidate said, by criterion: what may be ticked. */
  quotes: ReadonlyMap<string, readonly string[]>
  /** By criterion, the statements to choose from where a draft holds only the first of them. */
  guide: ReadonlyMap<string, GuideStatements>
  /** Who must not be named in it. */
  others: string[]
}

/** Throws NotFound for whoever does not look after candidates. */
export async function openFeedback(ctx: Context, { vacancyId, candidateId }: Which): Promise<OpenedFeedback> {
  const together = await openTogether(ctx, vacancyId, candidateId)
  const { seen, sight } = together
  if (!seen.part.oversees) throw new NotFound('There is no such candidate in this vacancy.')
  const kept = await ctx.read((db) => findFeedback(db, candidateId))
  const source = { ...seen, cards: sight.cards, consensus: sight.consensus }
  const { candidate } = sight
  const about = { name: candidate.name, title: seen.vacancy.title, isHired: candidate.stage === 'hired' }
  return {
    ...{ vacancy: seen.vacancy, candidate, obstacle: obstacleOf(together), quotes: quotesOf(source) },
    ...{ feedback: kept?.content ?? draftOf(source, about), version: kept?.version ?? 0 },
    sentAt: kept?.sentAt ?? null,
    guide: leftOutOf(source),
    others: [
      ...seen.panel.map(({ name }) => name),
      ...seen.sights.flatMap((one) => (one.candidate.id === candidateId ? [] : [one.candidate.name])),
    ],
  }
}

function obstacleOf({ seen: { vacancy }, sight: { candidate, cards, isWhole } }: Together): string | null {
  if (candidate.erasedAt) return 'What was known about this candidate has been erased.'
  if (vacancy.state !== 'decided' && vacancy.state !== 'closed')
    return 'The letter is written after the decision, from what the panel settled on.'
  if (cards.length === 0 || !isWhole)
    return `Nobody has rated ${candidate.name}, so there is nothing to tell them from.`
  const isTold = candidate.withdrawnAt !== null || TOLD.includes(candidate.stage)
  return isTold
    ? null
    : `${candidate.name} does not know the outcome yet (“${standing(candidate)}”). Tell them first, on their page.`
}

const TOLD: readonly string[] = ['hired', 'refused', 'declined']

/** Saves the draft. Throws NotFound, Conflict when it is sent or somebody was first, and Invalid at the field. */
export async function saveFeedback(ctx: Context, which: Which, input: FeedbackInput): Promise<void> {
  const opened = await openFeedback(ctx, which)
  refuse(opened)
  const content = withInput(opened.feedback, checkFeedback(input), opened.quotes)
  const names = namesIn(content, opened.others)
  if (Object.keys(names).length > 0) throw new Invalid(names)
  await ctx.write(async (tx) => {
    await refuseErased(tx, which.candidateId)
    const by = ctx.viewer.person?.id ?? null
    const change = { candidateId: which.candidateId, content, version: input.version, by, at: ctx.now() }
    if (!(await putFeedback(tx, change))) throw new Conflict(CHANGED)
    await record(ctx, tx, candidateAct('candidate: feedback written', opened.vacancy, which.candidateId))
  })
}

const CHANGED = 'Somebody has changed or sent this letter in the meantime. Load the page again to see it.'

function refuse({ obstacle, sentAt }: OpenedFeedback): void {
  if (obstacle !== null) throw new Conflict(obstacle)
  if (sentAt !== null) throw new Conflict('This letter is sent, so it stays as it is.')
}

/** Whoever erases them at the same moment waits, or was first. */
async function refuseErased(tx: Tx, candidateId: string): Promise<void> {
  await holdCandidate(tx, candidateId)
  if ((await findCandidate(tx, candidateId))?.erasedAt !== null)
    throw new Conflict('What was known about this candidate has been erased.')
}

/**
 * Sends the letter as it was saved: by mail where there is an address, and onto the candidate's own page. From then on it stays.
 * Throws NotFound, and Conflict when nothing is saved or it is not as it was looked at.
 */
export async function sendFeedback(ctx: Context, which: Which, version: number): Promise<void> {
  const opened = await openFeedback(ctx, which)
  refuse(opened)
  if (opened.version === 0) throw new Conflict('Look the letter over and save it first.')
  const { vacancy, candidate, feedback } = opened
  const own = await ownPageOf(ctx, candidate.id)
  await ctx.write(async (tx) => {
    await refuseErased(tx, candidate.id)
    const closing = { candidateId: candidate.id, version, at: ctx.now() }
    if (!(await closeFeedback(tx, closing))) throw new Conflict(CHANGED)
    if (candidate.email !== null) await setPage(tx, candidate.id, own.hash)
    if (candidate.email !== null)
      await queueMail(ctx, tx, {
        to: candidate.email,
        personId: candidate.personId,
        subject: `Feedback: ${vacancy.title}`,
        text: `${feedbackText(feedback)}\nIt also stands on your own page: ${own.address}\n`,
      })
    await record(ctx, tx, {
      ...candidateAct('candidate: feedback sent', vacancy, candidate.id),
      note: { mail: candidate.email === null ? 'none' : 'sent' },
    })
  })
}

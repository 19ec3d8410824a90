/** What people without an account do: apply by a link, and look after their own application. */

import { queueMail } from '#account/actions/mail.ts'
import { attempt, type Visit } from '#account/actions/visit.ts'
import type { Attempts } from '#account/attempts.ts'
import { readSecretText } from '#account/secret-text.ts'
import { findOrganization } from '#account/store.ts'
import { type Context, nothingHappened } from '#context.ts'
import { Conflict, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import { dayOf } from '#people/day.ts'
import type { Db, Tx } from '#schema.ts'
import { insider } from '#viewer.ts'
import { type ApplicationInput, closedBecause } from '../candidate/apply.ts'
import { type Interview, questionsFor } from '../candidate/interview.ts'
import { arrivalLetter } from '../candidate/letters.ts'
import { noticeOf } from '../candidate/notice.ts'
import { isOver, mayWithdraw } from '../candidate/stage.ts'
import type { Feedback } from '../feedback/feedback.ts'
import type { Candidate, Criterion, Vacancy } from '../model.ts'
import {
  findByLink,
  findByPage,
  hasApplied,
  holdCandidate,
  insertCandidate,
  setAccommodation,
  setWithdrawn,
} from '../store/candidates.ts'
import { findCandidate } from '../store/cards.ts'
import { isCounted } from '../store/fairness.ts'
import { findFeedback } from '../store/feedback.ts'
import { holdVacancy } from '../store/hold.ts'
import { findInterview } from '../store/interviews.ts'
import { listQuestions } from '../store/questions.ts'
import { findVacancy, listCriteria } from '../store/vacancies.ts'
import { ownAnswers, putAnswers } from '../store/voluntary.ts'
import { eraseCandidate } from './candidate-erasure.ts'
import { hashOfPage, ownPageOf } from './own-link.ts'
import { vacancySubject } from './vacancy.ts'

const QUARTER = 15 * 60
/** Links that open nothing. */
const BAD_PAGE: Attempts = { name: 'bad candidate link from', most: 30, seconds: QUARTER }
const APPLY_FROM: Attempts = { name: 'apply from', most: 20, seconds: 3600 }
const APPLY_WITH: Attempts = { name: 'apply with', most: 5, seconds: 3600 }

/** A vacancy as somebody sees it who wants to apply. */
export interface Offered {
  organization: string
  vacancy: Vacancy
  criteria: Criterion[]
  notice: string
  /** Why nobody can apply now; null: they can. */
  closed: string | null
}

/** Throws NotFound when the link opens nothing, and TooOften for somebody who tries many. */
export async function openOffer(ctx: Context, text: string, visit: Visit): Promise<Offered> {
  const there = await organizationOf(ctx, text)
  const offered = there && (await there.read((db) => offerIn(there, db, text)))
  if (offered) return offered
  await attempt(ctx, [[BAD_PAGE, visit.address]])
  throw new NotFound('This link opens no vacancy. Copy the whole of it, or ask whoever gave it to you.')
}

async function offerIn(there: Context, db: Db, text: string): Promise<Offered | null> {
  const vacancy = await vacancyBy(db, text)
  if (!vacancy) return null
  const criteria = await listCriteria(db, vacancy.id)
  const organization = there.viewer.organization.name
  const notice = noticeOf({ organization, vacancy, criteria })
  return { organization, vacancy, criteria, notice, closed: closedBecause(vacancy, dayOf(there.now())) }
}

async function vacancyBy(db: Db, link: string): Promise<Vacancy | undefined> {
  const id = await findByLink(db, link)
  return id === undefined ? undefined : findVacancy(db, id)
}

/** Sightline itself in the organisation that a link names; null: the link names none. */
async function organizationOf(ctx: Context, text: string): Promise<Context | null> {
  const parts = readSecretText(text)
  if (!parts) return null
  const stranger = ctx.as(insider({ id: parts.organizationId, name: '', isExample: false }))
  const organization = await stranger.read(findOrganization)
  return organization ? ctx.as({ ...insider(organization), via: 'page' }) : null
}

/**
 * Applies, and sends the way to one's own page, whose secret it gives. Throws NotFound, Conflict when the vacancy takes no more
 * applications or somebody with this address has applied, and TooOften.
 */
export async function apply(
  ctx: Context,
  { text, input }: { text: string; input: ApplicationInput },
  visit: Visit,
): Promise<string> {
  const { notice, organization } = await openOffer(ctx, text, visit)
  await attempt(ctx, [
    [APPLY_FROM, visit.address],
    [APPLY_WITH, input.email],
  ])
  const there = await organizationOf(ctx, text)
  if (!there) throw new NotFound('This link opens no vacancy.')
  const id = ctx.newId()
  const own = await ownPageOf(there, id)
  await there.write(async (tx) => {
    const vacancy = await refuseClosed(there, tx, { text, email: input.email })
    const { title } = vacancy
    await insertCandidate(tx, {
      ...{ id, vacancyId: vacancy.id, ...input, notice, appliedAt: there.now(), pageHash: own.hash },
    })
    const letter = arrivalLetter({ name: input.name, title, organization, link: own.address })
    await queueMail(there, tx, { to: input.email, ...letter })
    await record(there, tx, candidateAct('candidate: applied', vacancy, id))
  })
  return own.text
}

async function refuseClosed(
  there: Context,
  tx: Tx,
  { text, email }: { text: string; email: string },
): Promise<Vacancy> {
  const id = await findByLink(tx, text)
  // Whoever sends the form twice at once applies once.
  if (id !== undefined) await holdVacancy(tx, id)
  const vacancy = await vacancyBy(tx, text)
  if (!vacancy) throw new NotFound('This link opens no vacancy.')
  const closed = closedBecause(vacancy, dayOf(there.now()))
  if (closed) throw new Conflict(closed)
  if (await hasApplied(tx, vacancy.id, email))
    throw new Conflict(
      'Somebody with this address has applied already. Open the link in the mail that was sent then; if you cannot find it, ask whoever recruits to send it again.',
    )
  return vacancy
}

/** How the history tells what happened to a candidate: by the vacancy, without a name, so that no name has to be erased from it. */
export function candidateAct(act: string, vacancy: Pick<Vacancy, 'id' | 'title'>, candidateId: string) {
  return { act, on: vacancySubject(vacancy), also: [{ kind: 'candidate', id: candidateId }] }
}

/** A candidate's own page. */
export interface OwnPage {
  organization: string
  vacancy: Vacancy
  candidate: Candidate
  /** What they said of their own will, by dimension. */
  voluntary: Record<string, string>
  /** The answers of this vacancy have become counts: none is kept, and none can be given. */
  counted: boolean
  /** The one that was arranged last; null: none. */
  interview: Interview | null
  /** From when the questions stand on the page, and the questions, when it is time; null: they are not given. */
  beforehand: { from: Date; texts: string[] } | null
  /** The letter that was sent after the decision; null: none was. */
  feedback: { content: Feedback; sentAt: Date } | null
}

interface Own extends OwnPage {
  there: Context
}

/** Throws NotFound when the link opens nothing (any more), and TooOften. */
export async function openOwnPage(ctx: Context, text: string, visit: Visit): Promise<Own> {
  const there = await organizationOf(ctx, text)
  const own = there && (await there.read((db) => ownIn(db, text, there.now())))
  if (own && there) return { ...own, organization: there.viewer.organization.name, there }
  await attempt(ctx, [[BAD_PAGE, visit.address]])
  throw new NotFound(
    'This link opens no application. Copy the whole of it from the mail. If your data has been erased, the page is gone too.',
  )
}

async function ownIn(db: Db, text: string, now: Date): Promise<Omit<OwnPage, 'organization'> | null> {
  const found = await findByPage(db, hashOfPage(text))
  const candidate = found && (await findCandidate(db, found.id))
  const vacancy = candidate && (await findVacancy(db, candidate.vacancyId))
  if (!vacancy) return null
  const interview = (await findInterview(db, candidate.id)) ?? null
  const asked = isOver(candidate) ? [] : await listQuestions(db, vacancy.id)
  const beforehand = isOver(candidate) ? null : questionsFor(vacancy, asked, { interview, now })
  const voluntary = await ownAnswers(db, candidate.id)
  return {
    vacancy,
    candidate,
    voluntary,
    counted: await isCounted(db, vacancy.id),
    interview,
    beforehand,
    feedback: await sentFeedback(db, candidate.id),
  }
}

async function sentFeedback(db: Db, candidateId: string): Promise<OwnPage['feedback']> {
  const kept = await findFeedback(db, candidateId)
  return kept?.sentAt ? { content: kept.content, sentAt: kept.sentAt } : null
}

/** What the candidate needs for the interview; the history says that it has changed, never what it is. */
export async function changeAccommodation(
  ctx: Context,
  { text, accommodation }: { text: string; accommodation: string | null },
  visit: Visit,
): Promise<void> {
  const { there, vacancy, candidate } = await openOwnPage(ctx, text, visit)
  await there.write(async (tx) => {
    await refuseOver(tx, candidate.id)
    if (candidate.accommodation === accommodation) return nothingHappened(tx)
    await setAccommodation(tx, candidate.id, accommodation)
    await record(there, tx, candidateAct('candidate: said what they need', vacancy, candidate.id))
  })
}

async function refuseOver(tx: Tx, id: string): Promise<void> {
  await holdCandidate(tx, id)
  const candidate = await findCandidate(tx, id)
  if (!candidate || isOver(candidate))
    throw new Conflict('This application has been withdrawn, so nothing more can be said in it.')
}

/** Kept apart and nobody's act: the history says nothing of it. */
export async function saveVoluntary(
  ctx: Context,
  { text, answers }: { text: string; answers: Record<string, string> },
  visit: Visit,
): Promise<void> {
  const { there, candidate } = await openOwnPage(ctx, text, visit)
  await there.keep(async (tx) => {
    await refuseOver(tx, candidate.id)
    if (await isCounted(tx, candidate.vacancyId))
      throw new Conflict('The answers for this vacancy have been counted, and are no longer kept one by one.')
    await putAnswers(tx, candidate.id, answers)
  })
}

const HIRED = 'You have the job, so there is no application to withdraw any more. Speak to whoever leads you.'

/** Takes effect at once and needs no reason. Throws Conflict for who is hired. */
export async function withdrawOwn(ctx: Context, text: string, visit: Visit): Promise<void> {
  const { there, vacancy, candidate } = await openOwnPage(ctx, text, visit)
  await there.write(async (tx) => {
    await holdCandidate(tx, candidate.id)
    const now = await findCandidate(tx, candidate.id)
    if (!now || isOver(now)) return nothingHappened(tx)
    if (!mayWithdraw(now)) throw new Conflict(HIRED)
    await setWithdrawn(tx, candidate.id, there.now())
    await record(there, tx, candidateAct('candidate: withdrew', vacancy, candidate.id))
  })
}

/** All that is known of the candidate goes at once; their own page with it. */
export async function eraseOwn(ctx: Context, text: string, visit: Visit): Promise<void> {
  const { there, vacancy, candidate } = await openOwnPage(ctx, text, visit)
  await there.write((tx) =>
    eraseCandidate(there, tx, { vacancy, candidateId: candidate.id, why: 'their wish' }),
  )
}

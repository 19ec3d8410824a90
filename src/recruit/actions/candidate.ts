/** What those who recruit do with candidates. */
import { queueMail } from '#account/actions/mail.ts'
import { secretText } from '#account/secret-text.ts'
import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import type { Db, Tx } from '#schema.ts'
import type { CandidateInput } from '../candidate/apply.ts'
import { arrivalLetter, stageLetter, withOwnPage } from '../candidate/letters.ts'
import { type LookedOver, lookedOver } from '../candidate/looked-over.ts'
import { noticeOf } from '../candidate/notice.ts'
import { isOver, mayWithdraw, movesOf, reachedAfter, STAGE_WORDS } from '../candidate/stage.ts'
import type { Candidate, Stage } from '../model.ts'
import type { Opened } from '../opened.ts'
import {
  holdCandidate,
  insertCandidate,
  setLink,
  setPage,
  setStage,
  setWithdrawn,
} from '../store/candidates.ts'
import { findCandidate } from '../store/cards.ts'
import { holdVacancy } from '../store/hold.ts'
import { setState } from '../store/state.ts'
import { candidateAct } from './apply.ts'
import { eraseCandidate } from './candidate-erasure.ts'
import { openVacancy } from './look.ts'
import { ownPageOf } from './own-link.ts'
import { vacancySubject } from './vacancy.ts'

interface Which {
  vacancyId: string
  candidateId: string
}

/** The vacancy with one of its candidates, for whoever looks after them. Throws NotFound. */
export async function openCandidate(
  ctx: Context,
  db: Db,
  { vacancyId, candidateId }: Which,
): Promise<Opened & { candidate: Candidate }> {
  const opened = await openVacancy(ctx, db, vacancyId)
  const candidate = await findCandidate(db, candidateId)
  if (!opened.part.oversees || candidate?.vacancyId !== vacancyId)
    throw new NotFound('There is no such candidate in this vacancy.')
  return { ...opened, candidate }
}

/**
 * Enters somebody who has applied in another way. Whoever has an address gets a mail with the notice's page. Gives the id. Throws
 * NotFound, and Conflict when the vacancy is decided.
 */
export async function addCandidate(ctx: Context, vacancyId: string, input: CandidateInput): Promise<string> {
  const id = ctx.newId()
  const own = input.email === null ? null : await ownPageOf(ctx, id)
  await ctx.write(async (tx) => {
    await holdVacancy(tx, vacancyId)
    const { vacancy, criteria } = await openVacancy(ctx, tx, vacancyId)
    if (vacancy.state === 'decided' || vacancy.state === 'closed')
      throw new Conflict('This vacancy is decided, so nobody can be added to it.')
    const organization = ctx.viewer.organization.name
    const notice = noticeOf({ organization, vacancy, criteria })
    const row = { id, vacancyId, ...input, notice, appliedAt: ctx.now(), pageHash: own?.hash ?? null }
    await insertCandidate(tx, row)
    if (own && input.email) {
      const about = { name: input.name, title: vacancy.title, organization, link: own.address }
      await queueMail(ctx, tx, { to: input.email, ...arrivalLetter(about) })
    }
    await record(ctx, tx, candidateAct('candidate: entered', vacancy, id))
  })
  return id
}

/** What to write to the candidate when they go to a stage; null: no address, or nothing to say. Throws NotFound. */
export async function draftFor(
  ctx: Context,
  which: Which,
  stage: Stage,
): Promise<Opened & { candidate: Candidate; draft: { subject: string; text: string } | null }> {
  const opened = await ctx.read((db) => openCandidate(ctx, db, which))
  const { candidate, vacancy } = opened
  refuseMove(candidate, stage)
  if (candidate.email === null) return { ...opened, draft: null }
  const organization = ctx.viewer.organization.name
  const about = { name: candidate.name, title: vacancy.title, organization }
  return { ...opened, draft: stageLetter(stage, about) }
}

function refuseMove(candidate: Candidate, stage: Stage): void {
  if (movesOf(candidate).includes(stage)) return
  throw new Conflict(
    `${candidate.name} cannot go from “${STAGE_WORDS[candidate.stage]}” to “${STAGE_WORDS[stage]}” now. Look at where they stand; somebody may have been first.`,
  )
}

/**
 * Moves a candidate to a stage and, where one is given, sends the mail that was looked over. The first invitation opens the
 * interviews of the vacancy. `from`: only who still stands there. Throws NotFound, Conflict when there is no such step from where
 * they stand, and Invalid for a mail without words.
 */
export async function moveCandidate(
  ctx: Context,
  which: Which,
  { stage, mail, from }: { stage: Stage; mail: LookedOver | null; from?: Stage },
): Promise<void> {
  const own = mail && (await ownPageOf(ctx, which.candidateId))
  await ctx.write(async (tx) => {
    const reached = await holdCandidate(tx, which.candidateId)
    const { vacancy, candidate } = await openCandidate(ctx, tx, which)
    if (reached === undefined) throw new NotFound('There is no such candidate in this vacancy.')
    refuseMove(candidate, stage)
    if (from !== undefined && candidate.stage !== from)
      throw new Conflict(`${candidate.name} stands elsewhere now: ${STAGE_WORDS[candidate.stage]}.`)
    await setStage(tx, candidate.id, { stage, reached: reachedAfter(reached, stage) })
    if (stage === 'invited') await setState(tx, vacancy.id, 'interviews', ['planned', 'open'])
    if (mail && own)
      await sendTo(ctx, tx, { candidate, mail: { ...mail, text: withOwnPage(mail.text, own.address) } })
    // The mail names their page, which must open also when this installation has got another key since they applied.
    if (own) await setPage(tx, candidate.id, own.hash)
    await record(ctx, tx, {
      ...candidateAct('candidate: moved', vacancy, candidate.id),
      changes: { stage: { before: STAGE_WORDS[candidate.stage], after: STAGE_WORDS[stage] } },
      note: { mail: mail ? 'sent' : 'none' },
    })
  })
}

async function sendTo(ctx: Context, tx: Tx, { candidate, mail }: { candidate: Candidate; mail: LookedOver }) {
  if (candidate.email === null) throw new Invalid({ text: 'There is no address to send a mail to.' })
  await queueMail(ctx, tx, { to: candidate.email, ...lookedOver(mail) })
}

/** The candidate has said, in another way than by their page, that they withdraw. */
export function withdrawCandidate(ctx: Context, which: Which): Promise<void> {
  return ctx.write(async (tx) => {
    await holdCandidate(tx, which.candidateId)
    const { vacancy, candidate } = await openCandidate(ctx, tx, which)
    if (isOver(candidate)) return nothingHappened(tx)
    if (!mayWithdraw(candidate))
      throw new Conflict(`${candidate.name} has the job, so there is no application to withdraw any more.`)
    await setWithdrawn(tx, candidate.id, ctx.now())
    await record(ctx, tx, candidateAct('candidate: withdrawn by hand', vacancy, candidate.id))
  })
}

/** The candidate has asked, in another way than by their page, to be erased. */
export function eraseByHand(ctx: Context, which: Which): Promise<void> {
  return ctx.write(async (tx) => {
    const { vacancy, candidate } = await openCandidate(ctx, tx, which)
    await eraseCandidate(ctx, tx, { vacancy, candidateId: candidate.id, why: 'asked by them, done by hand' })
  })
}

/** Makes the link by which people apply, or ends it; an ended one never opens again. Throws NotFound and Conflict. */
export function switchLink(ctx: Context, vacancyId: string, on: boolean): Promise<void> {
  const text = secretText(ctx.organizationId, ctx.newId(), ctx.newId())
  return ctx.write(async (tx) => {
    const { vacancy, part } = await openVacancy(ctx, tx, vacancyId)
    if (!part.oversees) throw new NotFound('There is no such vacancy, or you have no part in it.')
    if (on && (vacancy.state === 'decided' || vacancy.state === 'closed'))
      throw new Conflict('This vacancy is decided, so nobody can apply to it.')
    if ((vacancy.link !== null) === on) return nothingHappened(tx)
    await setLink(tx, vacancyId, on ? text : null)
    await record(ctx, tx, {
      act: on ? 'vacancy: opened for applications' : 'vacancy: link for applications ended',
      on: vacancySubject(vacancy),
    })
  })
}

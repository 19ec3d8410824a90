import { queueMail } from '#account/actions/mail.ts'
import { type Context, nothingHappened } from '#context.ts'
import { Conflict } from '#errors.ts'
import { record } from '#history/actions.ts'
import type { Tx } from '#schema.ts'
import { type Interview, type InterviewInput, whenWords } from '../candidate/interview.ts'
import { interviewLetter, panelLetter } from '../candidate/letters.ts'
import { isOver } from '../candidate/stage.ts'
import type { Candidate, Vacancy } from '../model.ts'
import { holdCandidate, setPage } from '../store/candidates.ts'
import { findInterview, panelAddresses, putInterview } from '../store/interviews.ts'
import { candidateAct } from './apply.ts'
import { openCandidate } from './candidate.ts'
import { ownPageOf } from './own-link.ts'

interface Which {
  vacancyId: string
  candidateId: string
}

/**
 * Arranges the candidate's interview, or moves it, and tells the candidate and the panel by mail. Throws NotFound, and Conflict
 * for who is not invited or has withdrawn.
 */
export async function arrangeInterview(ctx: Context, which: Which, input: InterviewInput): Promise<void> {
  const id = ctx.newId()
  const page = await ownPageOf(ctx, which.candidateId)
  await ctx.write(async (tx) => {
    await holdCandidate(tx, which.candidateId)
    const { vacancy, candidate } = await openCandidate(ctx, tx, which)
    refuseUninvited(candidate)
    const before = await findInterview(tx, candidate.id)
    const standing = before?.cancelledAt === null ? before : undefined
    const interview: Interview = {
      ...{ id: standing?.id ?? id, candidateId: candidate.id, ...input },
      ...{ sequence: standing ? standing.sequence + 1 : 0, cancelledAt: null },
    }
    await putInterview(tx, interview)
    await tell(ctx, tx, { vacancy, candidate, interview, page })
    await record(ctx, tx, {
      ...candidateAct(standing ? 'interview: moved' : 'interview: arranged', vacancy, candidate.id),
      note: { when: whenWords(interview), minutes: interview.minutes },
    })
  })
}

function refuseUninvited(candidate: Candidate): void {
  if (!isOver(candidate) && (candidate.stage === 'invited' || candidate.stage === 'interviewed')) return
  throw new Conflict(`${candidate.name} is not invited to an interview. Invite them first.`)
}

interface Told {
  vacancy: Vacancy
  candidate: Candidate
  interview: Interview
  /** The candidate's own. */
  page: { address: string; hash: string }
}

async function tell(ctx: Context, tx: Tx, { vacancy, candidate, interview, page }: Told): Promise<void> {
  const organization = ctx.viewer.organization.name
  const shared = {
    ...{ title: vacancy.title, organization, when: whenWords(interview), place: interview.place },
    isCancelled: interview.cancelledAt !== null,
  }
  if (candidate.email !== null) {
    const letter = interviewLetter({ ...shared, name: candidate.name, link: page.address })
    await setPage(tx, candidate.id, page.hash)
    await queueMail(ctx, tx, { to: candidate.email, ...letter })
  }
  // Without the candidate's name: a mail cannot be erased where it has arrived.
  for (const { personId, name, email } of await panelAddresses(tx, vacancy.id))
    await queueMail(ctx, tx, { to: email, personId, ...panelLetter({ ...shared, name }) })
}

/** The interview does not take place; candidate and panel are told by mail. Throws NotFound. */
export async function cancelInterview(ctx: Context, which: Which): Promise<void> {
  const page = await ownPageOf(ctx, which.candidateId)
  await ctx.write(async (tx) => {
    await holdCandidate(tx, which.candidateId)
    const { vacancy, candidate } = await openCandidate(ctx, tx, which)
    const standing = await findInterview(tx, candidate.id)
    if (!standing || standing.cancelledAt) return nothingHappened(tx)
    const interview = { ...standing, sequence: standing.sequence + 1, cancelledAt: ctx.now() }
    await putInterview(tx, interview)
    await tell(ctx, tx, { vacancy, candidate, interview, page })
    await record(ctx, tx, candidateAct('interview: cancelled', vacancy, candidate.id))
  })
}

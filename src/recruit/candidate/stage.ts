/** Where a candidate stands, where they can go from there, and what both are called. */
import { type Candidate, type Reached, type Stage, WAY } from '../model.ts'

/** As those who recruit say it. */
export const STAGE_WORDS: Record<Stage, string> = {
  applied: 'Applied',
  invited: 'Invited',
  interviewed: 'Interviewed',
  offered: 'Offered the job',
  hired: 'Hired',
  refused: 'Not taken',
  declined: 'Declined the offer',
}

/** As the candidate reads it on their own page. */
export const STAGE_SENTENCES: Record<Stage, string> = {
  applied: 'Your application has arrived. It is read, and you will hear from us either way.',
  invited: 'You are invited to an interview.',
  interviewed:
    'Your interview is over. The panel is making up its mind, and you will hear from us either way.',
  offered: 'You have been offered the job. We wait for your answer.',
  hired: 'You have accepted the job.',
  refused: 'We have decided not to go on with your application.',
  declined: 'You have declined our offer.',
}

/** What a step is called as something to do. */
export const MOVE_WORDS: Record<Stage, string> = {
  applied: 'Back to the applications',
  invited: 'Invite to an interview',
  interviewed: 'The interview has taken place',
  offered: 'Offer the job',
  hired: 'They have accepted',
  refused: 'Do not take further',
  declined: 'They have declined',
}

const MOVES: Record<Stage, readonly Stage[]> = {
  applied: ['invited', 'refused'],
  invited: ['interviewed', 'refused'],
  interviewed: ['offered', 'refused'],
  offered: ['hired', 'declined', 'refused'],
  hired: [],
  // Somebody else has declined, or it was a slip of the hand.
  refused: ['applied', 'invited', 'interviewed', 'offered'],
  declined: ['offered'],
}

/** Where the candidate can go now; nowhere when they have withdrawn or are erased. */
export function movesOf(candidate: Pick<Candidate, 'stage' | 'withdrawnAt' | 'erasedAt'>): readonly Stage[] {
  return isOver(candidate) ? [] : MOVES[candidate.stage]
}

/** They take part no more, by their own wish. */
export function isOver({ withdrawnAt, erasedAt }: Pick<Candidate, 'withdrawnAt' | 'erasedAt'>): boolean {
  return withdrawnAt !== null || erasedAt !== null
}

/** Whoever has the job leaves it in another way; whoever takes part no more has nothing to withdraw. */
export function mayWithdraw(candidate: Pick<Candidate, 'stage' | 'withdrawnAt' | 'erasedAt'>): boolean {
  return candidate.stage !== 'hired' && !isOver(candidate)
}

/** How far somebody has come after a step; a step back or aside takes nothing away. */
export function reachedAfter(before: Reached, stage: Stage): Reached {
  const place = (WAY as readonly Stage[]).indexOf(stage)
  return WAY[Math.max(place, WAY.indexOf(before))] ?? before
}

/** Where they stand, with what they have decided themselves said first. */
export function standing({
  stage,
  withdrawnAt,
  erasedAt,
}: Pick<Candidate, 'stage' | 'withdrawnAt' | 'erasedAt'>) {
  if (erasedAt) return 'Erased'
  return withdrawnAt ? 'Withdrawn' : STAGE_WORDS[stage]
}

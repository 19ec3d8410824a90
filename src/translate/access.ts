import { type Allowed, isAllowed, type Viewer } from '#viewer.ts'

/** Who may do what in Translate. */
export const translateAccess = {
  /** Translate, and see how good it is. Nothing of it is kept. */
  read: ['visitor', 'member'],
  /** Accept or correct a translation, keep examples of one's own and propose them. */
  judge: ['member'],
  /** Decide about proposed examples. */
  review: ['steward', 'owner'],
  /** Let people ask a language model elsewhere. */
  endpoint: ['owner'],
} as const satisfies Record<string, Allowed>

/** Judgements belong to a person; whoever holds the terminal, or the system, is none. */
export function mayJudge(viewer: Viewer): boolean {
  return viewer.person !== null && isAllowed(viewer, translateAccess.judge)
}

export function mayReview(viewer: Viewer): boolean {
  return isAllowed(viewer, translateAccess.review)
}

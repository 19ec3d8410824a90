/** Alone first: who may see which scorecard. Every door that shows ratings asks here. */

/** What stands about one scorecard; `personId` is the panel member whose it is. */
export interface CardState {
  personId: string
  submittedAt: Date | null
}

/**
 * Whether somebody may see a scorecard of a candidate: their own always; another's when that one is submitted and they have
 * submitted theirs of the same candidate. Who is not on the panel, or has left it before submitting, sees it only when every
 * card that was begun is submitted and the vacancy lets them (`oversees`: whoever made the vacancy, HR and the owner).
 */
export function maySeeCard(
  viewer: { personId: string | null; oversees: boolean },
  card: CardState,
  ofCandidate: readonly CardState[],
): boolean {
  if (card.personId === viewer.personId) return true
  if (card.submittedAt === null) return false
  const own = ofCandidate.find(({ personId }) => personId === viewer.personId)
  if (own) return own.submittedAt !== null
  return viewer.oversees && ofCandidate.every(({ submittedAt }) => submittedAt !== null)
}

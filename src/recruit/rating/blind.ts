/** Alone first: who may see which scorecard. Every door that shows ratings asks here. */

/** What stands about one scorecard; `personId` is the panel member whose it is. */
export interface CardState {
  personId: string
  submittedAt: Date | null
}

/** Who wants to see. */
export interface Looker {
  personId: string | null
  /** Sits on the panel now. */
  rates: boolean
  oversees: boolean
}

/**
 * Whether somebody may see a scorecard of a candidate: their own always; another's when that one is submitted and they have
 * submitted theirs of the same candidate. Who is on the panel and has not submitted sees nothing, begun or not, whatever else
 * they may do. Who is not on it (or has left it without submitting) sees it only when every card that is awaited is submitted and
 * the vacancy lets them (`oversees`: recruiters, HR and the owner). `awaited`: see below.
 */
export function maySeeCard(viewer: Looker, card: CardState, awaited: readonly CardState[]): boolean {
  if (card.personId === viewer.personId) return true
  if (card.submittedAt === null) return false
  const own = awaited.find(({ personId }) => personId === viewer.personId)
  if (own || viewer.rates) return own !== undefined && own.submittedAt !== null
  return viewer.oversees && awaited.every(({ submittedAt }) => submittedAt !== null)
}

/**
 * The cards of a candidate that were given or will be: one that was begun by somebody who has left the panel, or for a candidate
 * whom nobody can rate any more, counts as not given and keeps nobody waiting.
 */
export function awaitedCards<T extends CardState>(
  cards: readonly T[],
  { onPanel, isOver }: { onPanel: ReadonlySet<string>; isOver: boolean },
): T[] {
  return cards.filter(
    ({ personId, submittedAt }) => submittedAt !== null || (!isOver && onPanel.has(personId)),
  )
}

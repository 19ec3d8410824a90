/**
 * Home: the front door. What one sees before there is an organisation, what waits for each person when there is one, and
 * the search over everything. It comes last of all slices, since it looks into each of them.
 */

/** One thing on a person's first page: what it is about, what stands or waits there, and where to go. */
export interface Card {
  /** Stable, for tests and the order. */
  key: string
  title: string
  /** How things stand, in one sentence. */
  says: string
  /** The things themselves, the most pressing first; a few. */
  items: { label: string; href: string; note?: string }[]
  /** The one thing to do. */
  action?: { label: string; href: string }
  /** Something waits for this person; such cards come first. */
  waits: boolean
}

/** What waits comes first; otherwise the order in which the slices gave them. */
export function inOrder(cards: Card[]): Card[] {
  return [...cards.filter(({ waits }) => waits), ...cards.filter(({ waits }) => !waits)]
}

/** A place in the product that can be found by its name. */
export interface Place {
  label: string
  href: string
  /** Other words under which people look for it. */
  also: string
}

/** The places whose name or other words begin with every word that is looked for; the case does not matter. */
export function placesNamed(places: Place[], words: string): Place[] {
  const wanted = wordsOf(words)
  if (wanted.length === 0) return []
  return places.filter(({ label, also }) => {
    const known = wordsOf(`${label} ${also}`)
    return wanted.every((word) => known.some((one) => one.startsWith(word)))
  })
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

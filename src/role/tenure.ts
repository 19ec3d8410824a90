/** How long somebody has done a job, and whom to ask about it: those who have just learned it and those who know it well. */

/** As few and as many as one analysis asks: one alone cannot be compared, and more than eight cannot talk it over. */
export const FEWEST = 2
export const MOST = 8

/** Whole months from a first day (ISO) to another day; 0 before it; null: the first day is not known. */
export function monthsIn(startsOn: string | null, day: string): number | null {
  if (startsOn === null) return null
  const [year = 0, month = 0, date = 0] = startsOn.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDate = 0] = day.split('-').map(Number)
  return Math.max(0, (toYear - year) * 12 + toMonth - month - (toDate < date ? 1 : 0))
}

/** "5 months", "1 year", "2 years 3 months", "less than a month". */
export function monthsWords(months: number): string {
  if (months < 1) return 'less than a month'
  const years = Math.floor(months / 12)
  const rest = Math.round((months % 12) * 10) / 10
  const parts = [years > 0 && plural(years, 'year'), rest > 0 && plural(rest, 'month')]
  return parts.filter(Boolean).join(' ')
}

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/**
 * Whom to ask first: so many people whose months in the job lie as far apart as possible, the newest and the most experienced
 * among them. Those whose months are not known are proposed only where there are too few others.
 */
export function tenureSpread<T extends { months: number | null }>(people: readonly T[], most = 4): T[] {
  const known = people.filter(({ months }) => months !== null)
  const unknown = people.filter(({ months }) => months === null)
  if (known.length < FEWEST) return [...known, ...unknown].slice(0, most)
  if (known.length <= most) return known
  const sorted = known.toSorted((a, b) => (a.months ?? 0) - (b.months ?? 0))
  const places = Array.from({ length: most }, (_, i) => Math.round((i * (sorted.length - 1)) / (most - 1)))
  return places.flatMap((place) => sorted[place] ?? [])
}

/** Where beginners end and the experienced begin, in months; the first of these that has somebody on both sides. */
const BOUNDARIES = [6, 12, 24, 60]

/** Null: all are as new, or as experienced, or nobody's months are known. */
export function tenureBoundary(months: readonly (number | null)[]): number | null {
  const known = months.filter((one) => one !== null)
  const divides = (at: number) => known.some((one) => one < at) && known.some((one) => one >= at)
  return BOUNDARIES.find(divides) ?? null
}

import type { Band, Likelihood, Reading } from './model.ts'

/**
 * How far to trust what is likeliest. The bounds were set on the training groups of the corpus, each left out in turn
 * (docs/methods/translate.md): competencies called likely were right 84 times in a hundred, levels 91 times; possible
 * ones 45 and 53 times; the others less.
 */
const COMPETENCY = { likely: 0.6, possible: 0.35 }
const LEVEL = { likely: 0.6, possible: 0.4 }

/** A text with nothing known nearer than this (cosine) is unlike everything; of the corpus that is one in a hundred. */
export const FAR = { trained: 0.38, own: 0.15 }

const band = (probability: number, { likely, possible }: typeof LEVEL): Band => {
  if (probability >= likely) return 'likely'
  return probability >= possible ? 'possible' : 'unsure'
}

/** Both from the lowest or the likeliest, in any order. Where there is one competency, only the level can be wrong. */
export function bandsFor(
  competencies: readonly Likelihood[],
  levels: readonly Likelihood[],
): Pick<Reading, 'band' | 'levelBand'> {
  const top = (some: readonly Likelihood[]) => Math.max(0, ...some.map(({ probability }) => probability))
  const levelBand = levels.length < 2 ? 'likely' : band(top(levels), LEVEL)
  return {
    band: competencies.length === 1 ? levelBand : band(top(competencies), COMPETENCY),
    levelBand,
  }
}

/** The same reading, of which nothing is to be acted on. */
export function unsureOf(reading: Reading): Reading {
  return { ...reading, band: 'unsure', levelBand: 'unsure' }
}

/** How far to trust competency and level together: not sure of one is not sure of both. */
export function bandOfBoth({ band, levelBand }: Pick<Reading, 'band' | 'levelBand'>): Band {
  return levelBand === 'unsure' ? 'unsure' : band
}

/** The two levels that an unsure reading wavers between, the likeliest two, from the lowest; and whether they are neighbours. */
export function wavering({ levels }: Pick<Reading, 'levels'>): { levels: Likelihood[]; areNext: boolean } {
  const two = levels.toSorted((a, b) => b.probability - a.probability).slice(0, 2)
  const places = levels.flatMap((one, place) => (two.includes(one) ? [place] : []))
  const [low = 0, high = 0] = places
  return { levels: levels.filter((one) => two.includes(one)), areNext: high - low === 1 }
}

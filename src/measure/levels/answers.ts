/** What raters saw of one person, indicator by indicator: what the level rules decide from. */
import { Invalid } from '#errors.ts'

/** The indicators of one competency. */
export interface Indicators {
  /** How many levels the scale has; the lowest, 1, is where everybody starts and has no indicators. */
  readonly levels: number
  /** The level of each indicator, from 2. */
  readonly level: readonly number[]
  /** Indicators that no strength elsewhere makes up for (safety, law); none unless said otherwise. */
  readonly mustHave?: readonly boolean[]
}

/** One list a rater, in the order of the indicators: met, not met, or null for not observed. */
export type IndicatorAnswers = readonly (readonly (boolean | null)[])[]

/** @throws Invalid when lists differ in length or an indicator stands at no level. */
export function checkAnswers({ levels, level, mustHave }: Indicators, answers: IndicatorAnswers): void {
  const wrong = level.findIndex((n) => !Number.isInteger(n) || n < 2 || n > levels)
  if (wrong >= 0)
    throw new Invalid(
      `Indicator ${wrong + 1} stands at level ${level[wrong]}. Give a whole number from 2 to ${levels}; level 1 has none.`,
    )
  const odd = [mustHave, ...answers].find((list) => list !== undefined && list.length !== level.length)
  if (odd)
    throw new Invalid(
      `A list has ${odd.length} entries for ${level.length} indicators. Give one each, with null where nothing was observed.`,
    )
}

/** For each indicator, the share of the raters who observed it that say it is met; null when nobody did. */
export function sharesMet({ level }: Indicators, answers: IndicatorAnswers): (number | null)[] {
  return level.map((_, i) => {
    const seen = answers.flatMap((list) => (typeof list[i] === 'boolean' ? [list[i]] : []))
    return seen.length === 0 ? null : seen.filter(Boolean).length / seen.length
  })
}

/** Of each level's indicators, those that were observed by somebody. */
export function observedAt({ level }: Indicators, shares: readonly (number | null)[], at: number): number[] {
  return shares.flatMap((share, i) => (level[i] === at && share !== null ? [share] : []))
}

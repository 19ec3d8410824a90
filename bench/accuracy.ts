import { likeliest, type Reading } from '../src/translate/model.ts'

/** A reading beside the answers that are admissible for its text. */
export interface Judged {
  reading: Reading
  competencies: readonly string[]
  levels: readonly string[]
}

export interface Accuracy {
  n: number
  first: number
  three: number
  exact: number
  near: number
  both: number
  competencyError: number
  levelError: number
}

/** Shares from 0 to 1. Expected calibration errors over bins of equal size (Nixon et al. 2019). */
export function accuracyOf(all: readonly Judged[], order: readonly string[]): Accuracy {
  const share = (right: (one: Judged) => boolean) => all.filter(right).length / Math.max(1, all.length)
  return {
    n: all.length,
    first: share(firstRight),
    three: share(({ reading, competencies }) =>
      reading.competencies.slice(0, 3).some(({ key }) => competencies.includes(key)),
    ),
    exact: share(levelRight),
    near: share((one) => distanceOf(one, order) <= 1),
    both: share((one) => firstRight(one) && levelRight(one)),
    competencyError: calibrationError(
      all.map((one) => ({ sure: one.reading.competencies[0]?.probability ?? 0, right: firstRight(one) })),
    ),
    levelError: calibrationError(
      all.map((one) => ({ sure: likeliest(one.reading.levels)?.probability ?? 0, right: levelRight(one) })),
    ),
  }
}

export function firstRight({ reading, competencies }: Judged): boolean {
  return competencies.includes(reading.competencies[0]?.key ?? '')
}

export function levelRight({ reading, levels }: Judged): boolean {
  return levels.includes(likeliest(reading.levels)?.key ?? '')
}

function distanceOf({ reading, levels }: Judged, order: readonly string[]): number {
  const said = order.indexOf(likeliest(reading.levels)?.key ?? '')
  return Math.min(...levels.map((level) => Math.abs(order.indexOf(level) - said)))
}

/** Mean distance between how sure and how often right, over `bins` of equal size. 0 when there is nothing. */
export function calibrationError(all: readonly { sure: number; right: boolean }[], bins = 10): number {
  const sorted = all.toSorted((a, b) => a.sure - b.sure)
  let sum = 0
  for (let bin = 0; bin < bins; bin++) {
    const some = sorted.slice(
      Math.round((bin * all.length) / bins),
      Math.round(((bin + 1) * all.length) / bins),
    )
    const sure = some.reduce((total, one) => total + one.sure, 0)
    const right = some.filter((one) => one.right).length
    sum += Math.abs(sure - right)
  }
  return sum / Math.max(1, all.length)
}

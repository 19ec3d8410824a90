/** Who was selected out of whom, and how two groups' rates compare. */
import { Invalid } from '#errors.ts'
import { normalQuantile, normalUpper } from '../distributions/normal.ts'
import { type Estimate, type Interval, reason, value } from '../estimate.ts'

/** Whole persons. */
export interface Selection {
  readonly selected: number
  readonly applicants: number
}

/** So many that five times a product of two of them is still a whole number to the computer. */
const MOST_PERSONS = 30_000_000
const NOBODY = 'Nobody was selected, so there are no rates to compare.'
const NO_APPLICANTS = 'A group has no applicants, so it has no rate.'

/** @throws Invalid when the numbers are not whole, negative, more selected than applied, or over thirty million. */
export function checkSelection({ selected, applicants }: Selection) {
  const whole = Number.isInteger(selected) && Number.isInteger(applicants)
  if (!whole || selected < 0 || selected > applicants || applicants > MOST_PERSONS)
    throw new Invalid(
      `${selected} selected of ${applicants} applicants cannot be. Count whole persons, up to thirty million, no more selected than applied.`,
    )
}

/**
 * Rate of the focal group over the rate of the reference group.
 * @throws Invalid when the numbers cannot be.
 */
export function impactRatio(focal: Selection, reference: Selection): Estimate {
  checkSelection(focal)
  checkSelection(reference)
  if (focal.applicants === 0 || reference.applicants === 0) return reason(NO_APPLICANTS)
  if (focal.selected + reference.selected === 0) return reason(NOBODY)
  if (reference.selected === 0)
    return reason(
      'Nobody of the reference group was selected. Compare with the group that has the highest rate.',
    )
  return value((focal.selected * reference.applicants) / (focal.applicants * reference.selected))
}

/**
 * Whether the focal group's rate is below four fifths of the reference group's, decided in whole numbers: a ratio of exactly
 * 0.8, such as 2 of 3 against 25 of 30, is not below. False where there is no ratio.
 * @throws Invalid when the numbers cannot be.
 * Source: Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D.
 */
export function isBelowFourFifths(focal: Selection, reference: Selection): boolean {
  checkSelection(focal)
  checkSelection(reference)
  return 5 * focal.selected * reference.applicants < 4 * reference.selected * focal.applicants
}

/**
 * Interval of the impact ratio, on the scale of logarithms. A ratio of 0 has none.
 * @throws Invalid when the numbers cannot be.
 * Source: Katz and others 1978, Biometrics 34:469; for adverse impact, Morris and Lobsenz 2000.
 */
export function ratioInterval(focal: Selection, reference: Selection, confidence = 0.95): Estimate<Interval> {
  const ratio = impactRatio(focal, reference)
  if (ratio.value === null) return ratio
  if (focal.selected === 0)
    return reason('Nobody of this group was selected: see the exact test instead of an interval.')
  const error = Math.sqrt(logVariance(focal) + logVariance(reference))
  const reach = normalQuantile((1 + confidence) / 2) * error
  return value({ lower: ratio.value * Math.exp(-reach), upper: ratio.value * Math.exp(reach) })
}

const logVariance = ({ selected, applicants }: Selection) => 1 / selected - 1 / applicants

export interface RateTest {
  /** Difference of the rates in standard errors; below 0 when the focal group fares worse. 2 is the "two standard deviations" of the courts. */
  readonly z: number
  readonly p: number
}

/**
 * The two-sided Z test of two rates with their pooled variance. For large numbers; with an expected count below 5 use
 * `fisherExact`.
 * @throws Invalid when the numbers cannot be.
 */
export function rateTest(focal: Selection, reference: Selection): Estimate<RateTest> {
  const ratio = impactRatio(focal, reference)
  if (ratio.value === null && focal.selected + reference.selected === 0) return reason(NOBODY)
  const { all, selected } = pool(focal, reference)
  if (focal.applicants === 0 || reference.applicants === 0) return reason(NO_APPLICANTS)
  if (selected === all) return reason('Everybody was selected, so there is no difference to test.')
  const share = selected / all
  const error = Math.sqrt(share * (1 - share) * (1 / focal.applicants + 1 / reference.applicants))
  const z = (focal.selected / focal.applicants - reference.selected / reference.applicants) / error
  return value({ z, p: 2 * normalUpper(Math.abs(z)) })
}

export interface Shortfall {
  /** Persons of the focal group that would be selected if both groups had one rate. */
  readonly expected: number
  /** Expected less selected; negative when more were selected. */
  readonly persons: number
  /** How far chance alone moves the number of selected (hypergeometric). */
  readonly standardDeviation: number
}

/**
 * How many persons of the focal group are missing among the selected.
 * @throws Invalid when the numbers cannot be.
 */
export function shortfall(focal: Selection, reference: Selection): Estimate<Shortfall> {
  checkSelection(focal)
  checkSelection(reference)
  const { all, selected } = pool(focal, reference)
  if (all < 2) return reason('There are fewer than two applicants.')
  const expected = (focal.applicants * selected) / all
  const variance =
    (focal.applicants * reference.applicants * selected * (all - selected)) / (all ** 2 * (all - 1))
  return value({ expected, persons: expected - focal.selected, standardDeviation: Math.sqrt(variance) })
}

export interface Representation extends RateTest {
  readonly expected: number
  readonly standardDeviation: number
}

/**
 * How a count compares with the share of a population: chosen persons of a group against the group's share of those who could
 * have been chosen (binomial, in standard deviations).
 * @throws Invalid when the numbers cannot be or the share is not between 0 and 1.
 * Source: Castaneda v. Partida, 430 U.S. 482 (1977), footnote 17.
 */
export function representation({ selected, applicants }: Selection, share: number): Representation {
  checkSelection({ selected, applicants })
  if (!(share > 0 && share < 1))
    throw new Invalid(`The share of the population lies between 0 and 1; this one is ${share}.`)
  if (applicants === 0) throw new Invalid('Nobody was chosen. Give at least one.')
  const expected = applicants * share
  const standardDeviation = Math.sqrt(applicants * share * (1 - share))
  const z = (selected - expected) / standardDeviation
  return { expected, standardDeviation, z, p: 2 * normalUpper(Math.abs(z)) }
}

const pool = (focal: Selection, reference: Selection) => ({
  all: focal.applicants + reference.applicants,
  selected: focal.selected + reference.selected,
})

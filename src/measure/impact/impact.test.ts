import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreesAsPrinted, impactNumbers, sharedDigits } from '../fixtures/expected.ts'
import { adverseImpact } from './adverse-impact.ts'
import { fisherExact } from './fisher.ts'
import { oddsRatio } from './odds-ratio.ts'
import { scoringRates } from './scoring-rate.ts'
import {
  impactRatio,
  isBelowFourFifths,
  rateTest,
  ratioInterval,
  representation,
  type Selection,
  shortfall,
} from './selection.ts'

const of = ([selected = 0, applicants = 0]: readonly number[]): Selection => ({ selected, applicants })
const printed = (actual: number | null | undefined, expected: number | undefined) =>
  expected === undefined || assert.ok(agreesAsPrinted(actual, expected), `${actual} instead of ${expected}`)
/** The interval of the printed numbers reaches 1.96 standard errors, not 1.959964. */
const ROUND = 0.950004209703559

/** R's search for the odds ratio stops early: its limits differ from the solutions of the equations by up to 0.7 %. */
const searched = (actual: number | null | undefined, expected: number | undefined) =>
  expected === undefined ||
  assert.ok(sharedDigits(actual ?? Number.NaN, expected) > 2, `${actual} instead of ${expected}`)

interface Row {
  focal: number[]
  ref: number[]
  ratio_ci95?: number[]
  or_ci95?: number[]
  flag_four_fifths?: boolean
}
type Numbers = Partial<
  Record<
    | 'ratio'
    | 'z'
    | 'p2'
    | 'fisher2'
    | 'fisher_less'
    | 'midp2'
    | 'expected'
    | 'shortfall'
    | 'sd_hyper'
    | 'z_hyper'
    | 'or_cmle',
    number
  >
>

test('eight pairs of groups: ratio, Z, exact tests, shortfall and intervals are those of R', () => {
  for (const row of impactNumbers.adverseImpact.rows) {
    const expected: Row & Numbers = row
    const [focal, reference] = [of(expected.focal), of(expected.ref)]
    const exact = fisherExact(focal, reference)
    const odds = oddsRatio(focal, reference)
    const { value: missing } = shortfall(focal, reference)
    const { value: large } = rateTest(focal, reference)
    const { value: interval } = ratioInterval(focal, reference, ROUND)
    printed(impactRatio(focal, reference).value, expected.ratio)
    printed(large?.z, expected.z)
    printed(large?.p, expected.p2)
    printed(exact.twoSided, expected.fisher2)
    printed(exact.fewer, expected.fisher_less)
    printed(exact.midP, expected.midp2)
    printed(missing?.expected, expected.expected)
    printed(missing?.persons, expected.shortfall)
    printed(missing?.standardDeviation, expected.sd_hyper)
    printed(-(missing?.persons ?? 0) / (missing?.standardDeviation ?? 0), expected.z_hyper)
    printed(interval?.lower, expected.ratio_ci95?.[0])
    printed(interval?.upper, expected.ratio_ci95?.[1])
    searched(odds.estimate.value, expected.or_cmle)
    searched(odds.interval.value?.lower, expected.or_ci95?.[0])
    searched(odds.interval.value?.upper, expected.or_ci95?.[1])
    if (expected.flag_four_fifths !== undefined)
      assert.equal(isBelowFourFifths(focal, reference), expected.flag_four_fifths)
  }
})

test('Castaneda v. Partida: 339 of 870 jurors against a share of 79.1 % are 29 standard deviations short', () => {
  const { n, x, p, expected, sd, z } = impactNumbers.castanedaBinomial
  const found = representation({ selected: x, applicants: n }, p)
  printed(found.expected, expected)
  printed(found.standardDeviation, sd)
  printed(found.z, z)
  assert.ok(found.p > 0 && found.p < 1e-180)
})

test('no exact tie at four fifths is flagged, among all groups of up to 60 persons', () => {
  const upTo60 = Array.from({ length: 60 }, (_, i) => i + 1)
  const rates = upTo60.flatMap((applicants) =>
    upTo60.slice(0, applicants).map((selected) => ({ selected, applicants })),
  )
  const ties = rates.flatMap((focal) =>
    upTo60.flatMap((applicants) => {
      const selected = (5 * focal.selected * applicants) / (4 * focal.applicants)
      return Number.isInteger(selected) && selected <= applicants
        ? [{ focal, reference: { selected, applicants } }]
        : []
    }),
  )
  const rate = ({ selected, applicants }: Selection) => selected / applicants
  assert.equal(ties.length, 3666)
  assert.equal(ties.filter((t) => rate(t.focal) / rate(t.reference) < 0.8).length, 1198)
  assert.ok(ties.every((t) => !isBelowFourFifths(t.focal, t.reference)))
})

test('a report compares each group with the highest rate and names the groups it leaves out', () => {
  const report = adverseImpact([
    { group: 'A', selected: 48, applicants: 80 },
    { group: 'B', selected: 12, applicants: 40 },
    { group: 'C', selected: 12, applicants: 20 },
    { group: 'D', selected: 2, applicants: 2 },
  ])
  assert.equal(report.reference?.group, 'A')
  assert.deepEqual(
    report.leftOut.map((g) => g.group),
    ['D'],
  )
  assert.deepEqual(
    report.groups.map((g) => [g.group, g.ratio.value, g.belowFourFifths]),
    [
      ['B', 0.5, true],
      ['C', 1, false],
    ],
  )
  assert.equal(report.groups[0]?.shortfall.value?.persons, 8)
  assert.equal(report.applicants, 142)
})

test('a report says when one person more or fewer would turn the result', () => {
  const [group] = adverseImpact([
    { group: 'focal', selected: 45, applicants: 100 },
    { group: 'reference', selected: 60, applicants: 100 },
  ]).groups
  assert.deepEqual(group?.turnsOnOne, { fourFifths: false, exact: true })
  const [even] = adverseImpact([
    { group: 'focal', selected: 48, applicants: 100 },
    { group: 'reference', selected: 60, applicants: 100 },
  ]).groups
  assert.deepEqual([even?.belowFourFifths, even?.turnsOnOne.fourFifths], [false, true])
})

test('few persons are called few, and only exact tests are left to read', () => {
  const [group] = adverseImpact([
    { group: 'focal', selected: 1, applicants: 10 },
    { group: 'reference', selected: 3, applicants: 20 },
  ]).groups
  assert.equal(group?.few, true)
  assert.equal(group?.exact.twoSided, 1)
})

test('nobody selected, everybody selected and empty groups have reasons, never NaN', () => {
  const none = adverseImpact([
    { group: 'A', selected: 0, applicants: 8 },
    { group: 'B', selected: 0, applicants: 9 },
  ])
  assert.equal(none.reference, null)
  assert.deepEqual(none.groups, [])
  const [zero, some, all, nobody] = [of([0, 8]), of([3, 8]), of([8, 8]), of([0, 0])]
  const why = (found: { value: unknown; reason?: string }) => found.reason ?? `${found.value}`
  assert.match(why(impactRatio(zero, zero)), /Nobody was selected/)
  assert.match(why(impactRatio(some, zero)), /highest rate/)
  assert.match(why(ratioInterval(zero, some)), /exact test/)
  assert.match(why(rateTest(zero, zero)), /Nobody was selected/)
  assert.match(why(rateTest(all, all)), /Everybody/)
  assert.match(why(impactRatio(nobody, some)), /no applicants/)
  assert.match(why(rateTest(nobody, some)), /no applicants/)
  assert.match(why(oddsRatio(all, all).estimate), /only one split/)
  assert.match(why(shortfall(nobody, nobody)), /fewer than two/)
  assert.deepEqual(fisherExact(zero, zero), { twoSided: 1, midP: 0.5, fewer: 1, more: 1 })
  assert.equal(oddsRatio(zero, some).estimate.value, 0)
  assert.equal(oddsRatio(some, zero).interval.value?.upper, null)
  assert.match(why(oddsRatio(some, zero).estimate), /beyond all bounds/)
})

test('scores become shares above the median of everybody, as New York has them', () => {
  const { median, groups } = scoringRates([10, 20, 30, 40, null, 30], ['x', 'y', 'x', 'y', 'x', 'y'])
  assert.equal(median, 30)
  assert.deepEqual(groups, [
    { group: 'x', selected: 0, applicants: 2 },
    { group: 'y', selected: 1, applicants: 3 },
  ])
  assert.throws(() => scoringRates([null], ['x']), /no scores/)
  assert.throws(() => scoringRates([1, 2], ['x']), /one group for every score/)
})

test('numbers of persons that cannot be are refused', () => {
  assert.throws(() => impactRatio(of([5, 4]), of([1, 2])), /5 selected of 4 applicants cannot be/)
  assert.throws(() => fisherExact(of([1.5, 4]), of([1, 2])), /whole persons/)
  assert.throws(() => isBelowFourFifths(of([1, 1e9]), of([1, 2])), /thirty million/)
  assert.throws(() => adverseImpact([{ group: 'A', ...of([1, 2]) }]), /two groups/)
  assert.throws(
    () =>
      adverseImpact([
        { group: 'A', ...of([1, 2]) },
        { group: 'A', ...of([1, 2]) },
      ]),
    /same name/,
  )
  assert.throws(() => representation(of([1, 2]), 1), /between 0 and 1/)
  assert.throws(() => oddsRatio(of([1, 2]), of([1, 2]), 5), /confidence/)
})

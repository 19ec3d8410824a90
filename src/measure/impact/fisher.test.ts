import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreesAsPrinted, impactNumbers, sharedDigits } from '../fixtures/expected.ts'
import { fisherExact } from './fisher.ts'
import { fisherTable } from './fisher-table.ts'
import { oddsRatio } from './odds-ratio.ts'
import type { Selection } from './selection.ts'

const of = ([selected = 0, applicants = 0]: readonly number[]): Selection => ({ selected, applicants })
const printed = (actual: number | null | undefined, expected: number | undefined) =>
  expected === undefined || assert.ok(agreesAsPrinted(actual, expected), `${actual} instead of ${expected}`)
/** R's search for the odds ratio stops early: its limits differ from the solutions of the equations by up to 0.7 %. */
const searched = (actual: number | null | undefined, expected: number | undefined) =>
  expected === undefined ||
  assert.ok(sharedDigits(actual ?? Number.NaN, expected) > 2, `${actual} instead of ${expected}`)

test("the examples of R's fisher.test: tea, convictions and job satisfaction", () => {
  const { tea, convictions, job_4x4 } = impactNumbers.fisherRDocs
  const fromRows = (table: number[][]) =>
    table.map(([a = 0, b = 0]) => ({ selected: a, applicants: a + b })) as [Selection, Selection]
  const [first, second] = fromRows(tea.table)
  printed(fisherExact(first, second).twoSided, tea.p2)
  searched(oddsRatio(first, second).estimate.value, tea.or_cmle)
  searched(oddsRatio(first, second).interval.value?.lower, tea.ci[0])
  searched(oddsRatio(first, second).interval.value?.upper, tea.ci[1])
  const [one, other] = fromRows(convictions.table)
  printed(fisherExact(one, other).twoSided, convictions.p2)
  printed(fisherExact(one, other).fewer, convictions.p_less)
  searched(oddsRatio(one, other).estimate.value, convictions.or_cmle)
  const jobs = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => job_4x4.colmajor[4 * j + i] ?? 0))
  printed(fisherTable(jobs).value, job_4x4.p)
})

test('odds ratios and their exact limits solve their equations to eleven digits', () => {
  for (const { focal, ref, estimate, lower, upper } of impactNumbers.exactOdds.rows) {
    const found = oddsRatio(of(focal), of(ref))
    for (const [actual, expected] of [
      [found.estimate.value, estimate],
      [found.interval.value?.lower, lower],
      [found.interval.value?.upper, upper],
    ])
      assert.ok(expected === null ? actual === null : sharedDigits(actual ?? Number.NaN, expected ?? 0) > 11)
  }
})

test('the exact test is that of all splits counted one by one in whole numbers', () => {
  const choose = (n: number, k: number): bigint => {
    let ways = 1n
    for (let i = 1; i <= k; i++) ways = (ways * BigInt(n - k + i)) / BigInt(i)
    return ways
  }
  for (const [a, B, c, D] of [
    [3, 10, 7, 12],
    [0, 5, 4, 9],
    [15, 40, 2, 40],
    [30, 60, 30, 60],
    [1, 200, 40, 300],
  ] as const) {
    const drawn = a + c
    const ways = Array.from({ length: B + 1 }, (_, x) =>
      x <= drawn && drawn - x <= D ? choose(B, x) * choose(D, drawn - x) : 0n,
    )
    const total = choose(B + D, drawn)
    const share = (keep: (way: bigint, x: number) => boolean) =>
      Number((ways.filter(keep).reduce((s, w) => s + w, 0n) * 10n ** 30n) / total) / 1e30
    const found = fisherExact({ selected: a, applicants: B }, { selected: c, applicants: D })
    assert.ok(
      sharedDigits(
        found.twoSided,
        share((way) => way <= (ways[a] ?? 0n)),
      ) > 13,
    )
    assert.ok(
      sharedDigits(
        found.fewer,
        share((_, x) => x <= a),
      ) > 13,
    )
    assert.ok(
      sharedDigits(
        found.more,
        share((_, x) => x >= a),
      ) > 13,
    )
  }
})

test('the exact test of a table is that of two groups when there are two, and does not mind being turned', () => {
  const two = fisherExact({ selected: 12, applicants: 40 }, { selected: 48, applicants: 80 }).twoSided
  assert.ok(
    sharedDigits(
      fisherTable([
        [12, 28],
        [48, 32],
      ]).value ?? 0,
      two,
    ) > 11,
  )
  const groups = [
    [5, 11],
    [8, 3],
    [2, 9],
    [6, 6],
    [1, 7],
  ]
  const turned = [0, 1].map((j) => groups.map((row) => row[j] ?? 0))
  assert.ok(sharedDigits(fisherTable(groups).value ?? 0, fisherTable(turned).value ?? 1) > 12)
  assert.equal(fisherTable([...groups, [0, 0]]).value, fisherTable(groups).value)
})

test('a table without a comparison, or with too many tables to go through, has a reason', () => {
  const why = (table: number[][]) => {
    const found = fisherTable(table)
    return found.value === null ? found.reason : `${found.value}`
  }
  assert.match(why([[3, 4]]), /nothing to compare/)
  assert.match(
    why([
      [3, 0],
      [4, 0],
    ]),
    /nothing to compare/,
  )
  assert.match(why(Array.from({ length: 6 }, (_, i) => [90 + i, 80, 70 - i, 60, 50])), /too many tables/)
  assert.throws(() => fisherTable([[1, 2], [3]]), /whole numbers from 0 up/)
})

test('ten thousand exact tests take a tenth of a second or so', () => {
  const before = process.cpuUsage()
  for (let i = 0; i < 10_000; i++) fisherExact(of([12 + (i % 5), 40]), of([48 - (i % 7), 80]))
  const { user, system } = process.cpuUsage(before)
  assert.ok((user + system) / 1000 < 400, `${(user + system) / 1000} ms`)
})

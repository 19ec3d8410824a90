import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { impactNumbers, sharedDigits } from '#measure/fixtures/expected.ts'
import { type Block, blocksOf, FEWEST, type Outcome, reportOf, selectionsOf, TOGETHER } from './fairness.ts'
import { rateInterval } from './rate-interval.ts'

const outcome = (notInvited: number, notOffered: number, offered: number): Outcome => ({
  notInvited,
  notOffered,
  offered,
})

function blockWith(groups: Record<string, Outcome>): Block {
  return { vacancy: null, year: 2026, vacancies: 1, level: 'full', groups: new Map(Object.entries(groups)) }
}

test('the figures of the fixtures come out of the report to eleven digits', () => {
  let compared = 0
  for (const row of impactNumbers.adverseImpact.rows) {
    const [[a = 0, n = 0], [b = 0, m = 0]] = [row.focal, row.ref]
    const block = blockWith({ focal: outcome(0, n - a, a), ref: outcome(0, m - b, b) })
    const decision = reportOf([block]).find(({ step }) => step === 'decision')?.report
    const focal = decision?.groups.find(({ group }) => group === 'focal')
    assert.ok(focal, 'the reference is the group with the highest rate')
    assert.deepEqual([focal.selected, focal.applicants], row.focal)
    const numbers: [number | null | undefined, number | undefined][] = [
      [focal.exact.twoSided, row.fisher2],
      [focal.exact.fewer, row.fisher_less],
    ]
    for (const [actual, expected] of numbers) {
      if (expected === undefined) continue
      assert.ok(sharedDigits(actual ?? Number.NaN, expected) > 11, `${actual} instead of ${expected}`)
      compared++
    }
    if (row.flag_four_fifths !== undefined) assert.equal(focal.belowFourFifths, row.flag_four_fifths)
  }
  assert.ok(compared >= 10, String(compared))
})

const rowsOf = (text: string, columns: number) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('|--'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter((cells) => cells.length === columns)

test('the worked example of docs/methods/fairness-report.md comes out', () => {
  const text = readFileSync(new URL('../../docs/methods/fairness-report.md', import.meta.url), 'utf8')
  const groups = new Map(
    rowsOf(text, 4)
      .slice(1)
      .map(([group = '', ...counts]) => {
        const [a = 0, b = 0, c = 0] = counts.map(Number)
        return [group, outcome(a, b, c)] as const
      }),
  )
  assert.equal(groups.size, 4)
  const blocks = blocksOf([{ vacancyId: 'v', title: 'V', year: 2026, groups }])
  assert.deepEqual([...(blocks[0]?.groups.keys() ?? [])].toSorted(), ['man', TOGETHER, 'woman'].toSorted())
  const decision = reportOf(blocks).find(({ step }) => step === 'decision')?.report
  const woman = decision?.groups.find(({ group }) => group === 'woman')
  assert.ok(woman)
  const found = {
    'impact ratio': woman.ratio.value?.toFixed(4),
    'exact test': woman.exact.twoSided.toFixed(6),
    'mid-p': woman.exact.midP.toFixed(6),
    'standard deviations': woman.large.value?.z.toFixed(4),
    shortfall: woman.shortfall.value?.persons.toFixed(1),
  }
  const printed = Object.fromEntries(rowsOf(text, 2).filter(([name = '']) => name in found))
  assert.deepEqual(found, printed)
})

const count = fc.nat({ max: 30 })
const vacancies = fc.array(
  fc.record({
    year: fc.constantFrom(2024, 2025, 2026),
    groups: fc.dictionary(
      fc.constantFrom('woman', 'man', 'other', 'unknown'),
      fc.record({ notInvited: count, notOffered: count, offered: count }),
      { minKeys: 1 },
    ),
  }),
  { maxLength: 8 },
)

test('whatever the counts, a group or an outcome that is told has at least five people', () => {
  fc.assert(
    fc.property(vacancies, (given) => {
      const all = given.map((one, i) => ({
        vacancyId: String(i),
        title: '',
        year: one.year,
        groups: new Map(Object.entries(one.groups)),
      }))
      const blocks = blocksOf(all)
      assert.equal(
        blocks.reduce((sum, block) => sum + block.vacancies, 0),
        all.length,
      )
      for (const block of blocks) {
        for (const step of ['invitation', 'decision', 'whole'] as const) {
          const told = selectionsOf([block], step)
          if (told.length === 0) continue
          const selected = told.reduce((sum, one) => sum + one.selected, 0)
          const applicants = told.reduce((sum, one) => sum + one.applicants, 0)
          assert.ok(selected >= FEWEST && applicants - selected >= FEWEST)
          assert.ok(told.every((one) => one.applicants >= FEWEST))
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('a vacancy with one place never stands alone: the offer would tell who it was', () => {
  const groups = new Map([
    ['woman', outcome(10, 6, 1)],
    ['man', outcome(9, 8, 0)],
  ])
  const one = (vacancyId: string, year: number) => ({ vacancyId, title: '', year, groups })
  const blocks = blocksOf([one('a', 2025), one('b', 2025), one('c', 2026)])
  assert.ok(blocks.every(({ vacancy }) => vacancy === null))
  assert.deepEqual(
    blocks.map(({ level }) => level),
    ['first', 'first'],
  )
})

test('the interval of a share is that of Wilson, and holds for nobody and everybody', () => {
  // 10 of 100: 0.0552 to 0.1744, as R's prop.test(10, 100, correct = FALSE) gives it.
  const { lower, upper } = rateInterval({ selected: 10, applicants: 100 })
  assert.deepEqual([lower.toFixed(4), upper.toFixed(4)], ['0.0552', '0.1744'])
  assert.equal(rateInterval({ selected: 0, applicants: 5 }).lower, 0)
  assert.equal(rateInterval({ selected: 5, applicants: 5 }).upper, 1)
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { impactNumbers, sharedDigits } from '#measure/fixtures/expected.ts'
import {
  type Block,
  blockAlone,
  blocksOf,
  type Choice,
  chosenBlocks,
  FEWEST,
  type Outcome,
  TOGETHER,
  type VacancyCounts,
} from './fairness/blocks.ts'
import { reportOf, selectionsOf } from './fairness/fairness.ts'

const outcome = (notInvited: number, notOffered: number, offered: number): Outcome => ({
  notInvited,
  notOffered,
  offered,
})

function blockWith(groups: Record<string, Outcome>): Block {
  return { vacancies: [], level: 'full', groups: new Map(Object.entries(groups)) }
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
  const blocks = blocksOf([counted('v', groups)], '2026-06-01').blocks
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

function counted(
  vacancyId: string,
  groups: ReadonlyMap<string, Outcome>,
  some: Partial<VacancyCounts> = {},
): VacancyCounts {
  return { vacancyId, title: 'V', roleId: 'r', role: 'R', on: '2026-05-01', groups, ...some }
}

const count = fc.nat({ max: 30 })
/** In the order in which they were counted, over three years. */
const vacancies = fc
  .array(
    fc.record({
      roleId: fc.constantFrom('adviser', 'leader', 'fitter'),
      day: fc.integer({ min: 0, max: 1000 }),
      groups: fc.dictionary(
        fc.constantFrom('woman', 'man', 'other', 'unknown'),
        fc.record({ notInvited: count, notOffered: count, offered: fc.nat({ max: 4 }) }),
        { minKeys: 1 },
      ),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all
      .toSorted((a, b) => a.day - b.day)
      .map(({ roleId, day, groups }, i) =>
        counted(String(i).padStart(2, '0'), new Map(Object.entries(groups)), {
          ...{ roleId, role: roleId, on: dayAt(day) },
        }),
      ),
  )

const dayAt = (days: number) => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
const idsOf = ({ vacancies }: Block) => vacancies.map(({ id }) => id)

test('whatever the counts, a group or an outcome that is told has at least five people, and every vacancy is counted once', () => {
  fc.assert(
    fc.property(vacancies, (all) => {
      const { blocks, waiting } = blocksOf(all, '2027-01-01')
      assert.deepEqual(
        [...blocks, waiting].flatMap(idsOf).toSorted(),
        all.map(({ vacancyId }) => vacancyId),
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
    { numRuns: 300 },
  )
})

test('what was told yesterday stands unchanged today: a vacancy that is counted later only ever adds whole blocks', () => {
  fc.assert(
    fc.property(vacancies, fc.nat({ max: 12 }), fc.nat({ max: 400 }), (all, some, days) => {
      const before = all.slice(0, some)
      const today = before.at(-1)?.on ?? '2024-01-01'
      const later = dayAt((Date.parse(all.at(-1)?.on ?? today) - Date.UTC(2024, 0, 1)) / 86_400_000 + days)
      const then = blocksOf(before, today).blocks
      const now = blocksOf(all, later).blocks
      for (const block of then)
        assert.deepEqual(
          now.find((one) => idsOf(one).join() === idsOf(block).join()),
          block,
        )
    }),
    { numRuns: 300 },
  )
})

const choice = fc.record({
  role: fc.constantFrom('', 'adviser', 'leader'),
  vacancy: fc.constantFrom('', '', '00', '03'),
  from: fc.option(fc.integer({ min: 0, max: 1000 }).map(dayAt)),
  to: fc.option(fc.integer({ min: 0, max: 1000 }).map(dayAt)),
})

/** Everything that a report counts, as one table. */
function tableOf(blocks: readonly Block[]): Map<string, number> {
  const table = new Map<string, number>()
  for (const step of ['invitation', 'decision', 'whole'] as const)
    for (const { group, selected, applicants } of selectionsOf(blocks, step)) {
      table.set(`${step} ${group} selected`, selected)
      table.set(`${step} ${group} applicants`, applicants)
    }
  return table
}

test('two choices never differ by less than a whole block, so that one person cannot be had by subtraction', () => {
  fc.assert(
    fc.property(vacancies, choice, choice, (all, a: Choice, b: Choice) => {
      const { blocks, waiting } = blocksOf(all, '2027-01-01')
      const [one, other] = [a, b].map((wanted) => chosenBlocks(blocks, waiting, wanted).chosen)
      assert.ok(one && other)
      const [first, second] = [tableOf(one), tableOf(other)]
      // What they differ by is what the blocks that only one of them holds say by themselves.
      const only = tableOf(one.filter((block) => !other.includes(block)))
      const onlyOther = tableOf(other.filter((block) => !one.includes(block)))
      for (const key of new Set([...first.keys(), ...second.keys()]))
        assert.equal(
          (first.get(key) ?? 0) - (second.get(key) ?? 0),
          (only.get(key) ?? 0) - (onlyOther.get(key) ?? 0),
        )
      for (const block of one) for (const told of block.groups.keys()) assert.ok(told)
    }),
    { numRuns: 300 },
  )
})

test('a vacancy that cannot stand alone is told with others of its role, by whatever days it is asked for', () => {
  const small = new Map([
    ['woman', outcome(10, 6, 3)],
    ['man', outcome(9, 8, 1)],
  ])
  const one = (id: string, on: string, roleId = 'adviser') => counted(id, small, { roleId, role: roleId, on })
  const all = [
    one('a', '2026-02-01'),
    one('b', '2026-03-01'),
    one('c', '2026-03-02', 'leader'),
    one('d', '2026-04-01'),
  ]
  const { blocks, waiting } = blocksOf(all, '2026-06-01')
  assert.deepEqual(blocks.map(idsOf), [['a', 'b']])
  assert.deepEqual(idsOf(waiting), ['c', 'd'])
  const wanted = (some: Partial<Choice>) =>
    chosenBlocks(blocks, waiting, { role: '', vacancy: '', from: null, to: null, ...some })
  assert.deepEqual(wanted({ role: 'adviser' }), { chosen: blocks, leftOut: 1 })
  // Up to the middle of February there would be one of the two: then none is told, and it is said that one is left out.
  assert.deepEqual(wanted({ to: '2026-02-15' }), { chosen: [], leftOut: 1 })
  assert.deepEqual(wanted({ from: '2026-02-15' }), { chosen: [], leftOut: 3 })
  assert.deepEqual(wanted({ vacancy: 'b' }), { chosen: [], leftOut: 1 })
  assert.deepEqual(wanted({}), { chosen: blocks, leftOut: 2 })
})

test('when the year is over, what is left of all roles is told together; what is too little even so waits for the next', () => {
  const pair = new Map([
    ['woman', outcome(10, 6, 1)],
    ['man', outcome(9, 8, 0)],
  ])
  const few = new Map([['woman', outcome(1, 1, 0)]])
  const all = [
    counted('a', pair, { roleId: 'x', on: '2024-05-01' }),
    counted('b', pair, { roleId: 'y', on: '2024-06-01' }),
    counted('c', few, { roleId: 'x', on: '2025-06-01' }),
    counted('d', pair, { roleId: 'y', on: '2026-02-01' }),
  ]
  const { blocks, waiting } = blocksOf(all, '2026-06-01')
  assert.deepEqual(blocks.map(idsOf), [['a', 'b']])
  assert.deepEqual([blocks[0]?.level, idsOf(waiting)], ['first', ['c', 'd']])
  const next = blocksOf(all, '2027-01-01')
  assert.deepEqual(next.blocks.map(idsOf), [
    ['c', 'd'],
    ['a', 'b'],
  ])
})

test('an outcome that only people of one group had is told from ten of them on, and a block with one group never', () => {
  const alike = (offered: number) =>
    blocksOf(
      [
        counted(
          'a',
          new Map([
            ['woman', outcome(20, 20, 0)],
            ['man', outcome(20, 20, offered)],
          ]),
        ),
      ],
      '2026-06-01',
    ).blocks.map(({ level }) => level)
  assert.deepEqual([alike(9), alike(10)], [[], ['full']])
  const { blocks, waiting } = blocksOf([counted('a', new Map([['man', outcome(20, 20, 20)]]))], '2026-06-01')
  assert.deepEqual([blocks, idsOf(waiting)], [[], ['a']])
})

test('the days of a choice are both in it; a vacancy has a block of its own only where no other is in it', () => {
  const large = new Map([
    ['woman', outcome(20, 20, 20)],
    ['man', outcome(20, 20, 20)],
  ])
  const small = new Map([
    ['woman', outcome(10, 6, 3)],
    ['man', outcome(9, 8, 2)],
  ])
  const all = [
    counted('few', new Map([['woman', outcome(1, 1, 0)]]), { on: '2026-04-01' }),
    counted('large', large, { on: '2026-05-01' }),
    counted('small', small, { on: '2026-05-02' }),
  ]
  const { blocks, waiting } = blocksOf(all, '2026-06-01')
  const wanted = (some: Partial<Choice>) =>
    chosenBlocks(blocks, waiting, { role: '', vacancy: '', from: null, to: null, ...some }).chosen.map(idsOf)
  assert.deepEqual(wanted({ from: '2026-05-01', to: '2026-05-01' }), [['large']])
  // What is large enough stands alone even while others of its role wait.
  assert.deepEqual(blockAlone(blocks, 'large').map(idsOf), [['large']])
  assert.deepEqual(blockAlone(blocks, 'few'), [])
})

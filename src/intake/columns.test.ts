import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { comparePage, type PageFigures, printPage } from './columns/printed-page.ts'
import { type ColumnStatement, columnStatements, placeWords, rebuildColumns } from './columns.ts'

/** Generated pages for each number of columns; COLUMN_PAGES=20 measures more and prints the figures. */
const PAGES = Number(process.env.COLUMN_PAGES ?? 4)
/** A little under what was measured on 80 pages: share of words in their column, share of statements exact. */
const FLOORS: Record<number, { words: number; exact: number }> = {
  2: { words: 0.93, exact: 0.78 },
  3: { words: 0.93, exact: 0.66 },
  4: { words: 0.93, exact: 0.72 },
  5: { words: 0.91, exact: 0.66 },
}

const textOf = (lines: readonly string[], statement: ColumnStatement): string =>
  statement.pieces.map((piece) => lines[piece.line]?.slice(piece.start, piece.end) ?? '').join(' ')

const wordsOf = (text: string): string[] => text.match(/\S+/gu) ?? []

function assertNothingLost(lines: readonly string[], found: readonly (readonly ColumnStatement[])[]): void {
  const pieces = found.flat().flatMap((statement) => statement.pieces)
  for (const [index, line] of lines.entries()) {
    const here = pieces.filter((piece) => piece.line === index).sort((a, b) => a.start - b.start)
    const words = here.flatMap((piece) => wordsOf(line.slice(piece.start, piece.end)))
    assert.deepEqual(words, wordsOf(line), `line ${index}: "${line}"`)
  }
}

for (const columns of [2, 3, 4, 5]) {
  test(`Generated pages of ${columns} columns are put back as well as they were when this was written`, () => {
    const sum: PageFigures = { words: 0, rightWords: 0, statements: 0, exact: 0 }
    const sure = { right: [] as number[], wrong: [] as number[] }
    for (let page = 0; page < PAGES; page++) {
      const printed = printPage(columns * 1000 + 500 + page, { columns, set: 'measuring' })
      const found = rebuildColumns(printed.lines, columns)
      assertNothingLost(printed.lines, found)
      const figures = comparePage(printed, found)
      for (const key of Object.keys(sum) as (keyof PageFigures)[]) sum[key] += figures[key]
      for (const [column, statements] of found.entries()) {
        for (const one of statements) {
          const right = printed.truth[column]?.includes(textOf(printed.lines, one)) === true
          sure[right ? 'right' : 'wrong'].push(one.sure)
        }
      }
    }
    const words = sum.rightWords / sum.words
    const exact = sum.exact / sum.statements
    if (process.env.COLUMN_PAGES) {
      const mean = (values: number[]): string =>
        (values.reduce((a, b) => a + b, 0) / values.length).toFixed(2)
      console.log(
        `${columns} columns, ${PAGES} pages: words ${(100 * words).toFixed(1)} %, exact ${(100 * exact).toFixed(1)} %,` +
          ` sure of right ones ${mean(sure.right)}, of wrong ones ${mean(sure.wrong)}`,
      )
    }
    const floor = FLOORS[columns] ?? { words: 1, exact: 1 }
    assert.ok(words >= floor.words, `${(100 * words).toFixed(1)} % of the words stand in their column`)
    assert.ok(exact >= floor.exact, `${(100 * exact).toFixed(1)} % of the statements are exact`)
  })
}

const SEED = new URL('../../../shared/seeds/003_660fd4f732750ecd.txt', import.meta.url)
const TRUTH = new URL('../../../shared/fixtures/seeds/003.expected.json', import.meta.url)

interface Expected {
  competencies: { levels: { items: { text: string }[] }[] }[]
}

const plain = (text: string): string =>
  text.toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, ' ').replace(/\.$/, '').trim()

test('Of the 26 statements of the career-stage page at least 20 come back word for word', (context) => {
  if (!existsSync(SEED)) {
    console.log('SKIPPED: ../shared/seeds is not there, so the real career-stage page was not read.')
    context.skip('no seeds here')
    return
  }
  const all = readFileSync(SEED, 'utf8').split('\n')
  const header = all.findIndex((line) => line.startsWith('Foundation Intermediate'))
  const lines = all.slice(header + 1, -1)
  const expected: Expected = JSON.parse(readFileSync(TRUTH, 'utf8'))
  const levels =
    expected.competencies[0]?.levels.map((level) => level.items.map((item) => plain(item.text))) ?? []
  const began = performance.now()
  const found = rebuildColumns(lines, 4)
  const time = performance.now() - began
  assertNothingLost(lines, found)
  let exact = 0
  let right = 0
  for (const [column, want] of levels.entries()) {
    const texts = found[column]?.map((statement) => plain(textOf(lines, statement))) ?? []
    exact += texts.filter((text) => want.includes(text)).length
    right += sharedWords(texts.join(' '), want.join(' '))
  }
  const words = right / wordsOf(levels.flat().join(' ')).length
  console.log(
    `career-stage page: ${exact} of 26 exact, ${(100 * words).toFixed(1)} % of words, ${time.toFixed(0)} ms`,
  )
  assert.ok(exact >= 20, `${exact} of 26`)
  assert.ok(words >= 0.94, `${(100 * words).toFixed(1)} % of the words`)
})

/** Words that two texts have in common, counted as often as both have them. */
function sharedWords(one: string, other: string): number {
  const left = new Map<string, number>()
  for (const word of wordsOf(other)) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of wordsOf(one)) {
    const count = left.get(word) ?? 0
    if (count > 0) shared++
    left.set(word, count - 1)
  }
  return shared
}

test('Whatever the lines hold, every word stands in exactly one piece and there is a list for every column', () => {
  const word = fc.oneof(
    fc.constantFrom('the', 'Manage', 'of', '(e.g.', 'people)', '•', '—', 'IT', '“so”'),
    fc.string({ maxLength: 9, unit: 'grapheme' }),
  )
  const line = fc.array(word, { maxLength: 9 }).map((words) => words.join(' ').replace(/\n/g, ' '))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 7 }), fc.integer({ min: 1, max: 6 }), (lines, columns) => {
      const found = rebuildColumns(lines, columns)
      assert.equal(found.length, columns)
      assertNothingLost(lines, found)
      assert.ok(found.flat().every((statement) => statement.sure >= 0 && statement.sure <= 1))
    }),
    { numRuns: 40, seed: 5 },
  )
})

test('The same page gives the same reading', () => {
  const { lines } = printPage(77, { columns: 3, set: 'measuring' })
  assert.deepEqual(rebuildColumns(lines, 3), rebuildColumns(lines, 3))
})

test('A page without words has empty columns', () => {
  assert.deepEqual(rebuildColumns([], 3), [[], [], []])
  assert.deepEqual(rebuildColumns(['', '   '], 2), [[], []])
})

test('Ten thousand lines, or one line of two million characters, come back whole in about a second', () => {
  const many = Array.from(
    { length: 10_000 },
    () => 'Keep records in order Lead the team and plan ahead Know the rules',
  )
  const long = ['statement after statement '.repeat(80_000)]
  for (const lines of [many, long]) {
    const began = performance.now()
    const words = placeWords(lines, 4)
    assert.ok(performance.now() - began < 3000)
    assert.deepEqual(
      words.map((line) => line.length),
      lines.map((line) => wordsOf(line).length),
    )
    assert.equal(columnStatements(words, 4).length, 4)
  }
})

test('What a person has settled is kept, and the rest is read around it', () => {
  const printed = printPage(3, { columns: 3, set: 'measuring' })
  const locks = new Map(printed.owners.slice(0, 6).map((owners, line) => [line, owners]))
  const placed = placeWords(printed.lines, 3, locks)
  for (const [line, owners] of locks)
    assert.deepEqual(
      placed[line]?.map((word) => word.column),
      owners,
    )
})

test('Locks that contradict each other lose no word', () => {
  const lines = ['Plan the week Lead by example', 'and the month in all you do']
  const found = rebuildColumns(lines, 2, new Map([[0, [1, 1, 1, 0, 0, 0]]]))
  assertNothingLost(lines, found)
})

test('A fully locked page gives the statements of the person who locked it', () => {
  const printed = printPage(12, { columns: 4, set: 'measuring' })
  const found = rebuildColumns(
    printed.lines,
    4,
    new Map(printed.owners.map((owners, line) => [line, owners])),
  )
  const figures = comparePage(printed, found)
  assert.equal(figures.rightWords, figures.words)
  assert.ok(figures.exact / figures.statements > 0.8)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sourceFrom } from './decode.ts'
import { allItems, balance, countLedger } from './ledger.ts'
import type { Draft, Source } from './model.ts'
import { readDocument } from './read.ts'
import { hasWord, textAt } from './words.ts'

/** Every word once, none invented, and every text just what stands at its spans. */
function assertWhole(source: Source, draft: Draft): void {
  assert.equal(draft.ledger.lostWords, 0)
  assert.equal(draft.ledger.inventedWords, 0)
  assert.equal(draft.ledger.placedWords, draft.ledger.sourceWords)
  assert.deepEqual(countLedger(source, draft), draft.ledger)
  const ids = allItems(draft).map((item) => item.id)
  assert.equal(new Set(ids).size, ids.length, 'every item has an id of its own')
}

const LINES = [
  'Customer Focus',
  'COMMUNICATION',
  'Definition',
  'Definition: The ability to listen and to be understood by everybody.',
  'Level 1',
  'Level 2: Working',
  'Proficiency Level 3',
  '• Keeps promises.',
  '  • and follows them',
  '- Listens',
  '1. Plans the day',
  '2. Automatic',
  '2. Automatic',
  'Foundation Intermediate Advanced Leadership',
  'Keeps calm Explains things Leads teams Shapes policy',
  '| Level 1 | Level 2 |',
  '| a; B | c<br>d |',
  '|---|---|',
  'Suggested activities',
  'Interview questions',
  'Tell me about a time when you helped.',
  'Unskilled –',
  'Overused',
  '# Title',
  '## Teamwork',
  '**Bold**',
  '<p>Hello &amp; good&nbsp;day</p>',
  '<li>One</li>',
  '![](x.png) |',
  '[words](http://example.org/a1)',
  'P. 17',
  '© Somebody 2020',
  'At its most basic, this means saying hello.',
  'Courtesy is the ability to be kind. At its top level it involves kindness to all.',
  'o Takes care',
  'o Takes more',
  'o Takes most',
  'Home  About  Contact',
  '5',
  '4',
  '3',
  'L1',
  'L2',
  'a\tb\tc',
  'Basic   Advanced   Expert',
  'x   y   z',
  '\f',
  '\u0000\u0001',
  '•',
  '1.',
  'Effective Ineffective',
  'Not applicable',
  'Category: People',
  'Code: CF1',
  'A. Shaping – capacity',
  'A1. Sensing',
  'Responds well',
  '3. Proficient',
  'caf\u00e9\u0301s na\u00efve 12\u00ad34',
  '\u{1f600} ok',
]

const document = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...LINES) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.lorem() },
  ),
  { maxLength: 60 },
)

test('whatever the text, every word has exactly one place and none is invented', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const source = { name: null, text }
      assertWhole(source, readDocument(source))
    }),
    { numRuns: 300 },
  )
})

test('whatever the lines of a document, every word has exactly one place and none is invented', () => {
  fc.assert(
    fc.property(document, (lines) => {
      const source = { name: 'some-document.txt', text: lines.join('\n') }
      assertWhole(source, readDocument(source))
    }),
    { numRuns: 600 },
  )
})

test('the same text is read the same way twice', () => {
  fc.assert(
    fc.property(document, (lines) => {
      const source = { name: null, text: lines.join('\n') }
      assert.deepEqual(readDocument(source), readDocument(source))
    }),
    { numRuns: 60 },
  )
})

test('the text of every item is the words at its spans, in the right lines', () => {
  fc.assert(
    fc.property(document, (lines) => {
      const text = lines.join('\n')
      if (!hasWord(text)) return
      const source = sourceFrom(text, null)
      const draft = readDocument(source)
      for (const item of allItems(draft)) {
        assert.ok(item.spans.length > 0)
        if (item.rule !== 'list-number' && item.rule !== 'mark-up')
          assert.equal(item.text, textAt(source, item.spans))
        const starts = item.spans.map(([start]) => source.text.slice(0, start).split('\n').length)
        assert.ok(
          Math.min(...starts) >= item.lines[0] && Math.max(...starts) <= item.lines[1],
          `${item.text} ${item.lines}`,
        )
        assert.ok(item.confidence >= 0 && item.confidence <= 1)
      }
    }),
    { numRuns: 200 },
  )
})

test('a draft from which an item is taken away gets the words back in the tray', () => {
  const source = sourceFrom(
    'Teamwork\n\nLevel 1\n• Shares the work.\n• Asks for help.\n\nLevel 2\n• Leads.\n',
    null,
  )
  const draft = readDocument(source)
  const [competency] = draft.competencies
  competency?.levels[0]?.indicators.pop()
  assert.equal(countLedger(source, draft).lostWords, 3)
  const again = balance(source, draft)
  assert.deepEqual(
    again.unplaced.map((item) => item.text),
    ['Asks for help'],
  )
  assert.equal(again.ledger.lostWords, 0)
})

test('words that are not in the source, and words in two places, are counted as invented', () => {
  const source = sourceFrom('Teamwork\n\nLevel 1\n• Shares the work.\n\nLevel 2\n• Leads.\n', null)
  const draft = readDocument(source)
  const [first] = draft.competencies[0]?.levels[0]?.indicators ?? []
  assert.ok(first)
  first.text = 'Shares the spoils.'
  assert.equal(balance(source, draft).ledger.inventedWords, 1)
  first.flags.push('edited')
  assert.equal(balance(source, draft).ledger.inventedWords, 0)
  draft.unplaced.push({ ...first, id: 'copy' })
  assert.equal(balance(source, draft).ledger.inventedWords, 3)
})

/** Seconds of processor time: other programs on the machine do not count. */
function secondsFor(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}

const LARGE: Record<string, string> = {
  'one line of 2 MB': 'Keeps the promise to customers: first; and last. '.repeat(41_000),
  'one line of 2 MB with bullets': '• Keeps a promise '.repeat(115_000),
  'one word of 2 MB': 'x'.repeat(2_000_000),
  '10,000 levels': `Patience\n${Array.from({ length: 10_000 }, (_, i) => `Level ${i + 1}\n- Waits ${i}`).join('\n')}`,
  '40,000 short lines': 'Patience\nLevel 1\n- Waits.\n\nStays calm\n'.repeat(8_000),
  '40,000 lines that look like headings': 'Customer Focus\n'.repeat(40_000),
  '5,000 lines under the head of columns': `Basic Proficient Expert\n${'Waits Explains Calms\n'.repeat(5_000)}`,
}

for (const [name, text] of Object.entries(LARGE)) {
  test(`${name} is read within five seconds, and no word is lost`, () => {
    const source = sourceFrom(text, null)
    let draft: Draft | null = null
    const seconds = secondsFor(() => {
      draft = readDocument(source)
    })
    assert.ok(seconds < 5, `${seconds} s`)
    assert.ok(draft)
    assertWhole(source, draft)
  })
}

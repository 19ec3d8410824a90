import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { activitySource, LISTS, listOf, moved, type Round, type TouchedLine } from './lists.ts'
import { ANSWERS, type Answer, type StatementAnswer } from './model.ts'

const AT = new Date('2026-05-03T10:00:00Z')
const LEVELS = [1, 2, 3, 4, 5].map((n) => ({ key: String(n), label: `Level ${n}` }))
const KEYS = ['a1', 'b2', 'c3']

const answer = (id: string, competency: string, level: number, said: Answer): StatementAnswer => ({
  ...{ statementId: id, text: `Statement ${id}`, competency, also: [], level: String(level) },
  ...{ answer: said, answeredAt: AT },
})

const round = (answers: StatementAnswer[], can: [string, number | null][] = []): Round => ({
  levels: LEVELS,
  competencies: KEYS.map((key) => ({ key, label: key.toUpperCase() })),
  can: new Map(can),
  answers,
  activities: [],
})

const said = (kind: 'cv' | 'career' | 'appraisal', rounds: Round[], touched: TouchedLine[] = []) =>
  listOf(kind, rounds, touched).map(({ lines }) => lines.map(({ text }) => text))

const touched = (more: Partial<TouchedLine> & { source: string }): TouchedLine => ({
  ...{ section: 'can', words: 'Statement x', edited: null, included: true, position: null },
  ...more,
})

const answers = fc.array(
  fc.record({
    id: fc.uuid(),
    competency: fc.constantFrom(...KEYS),
    level: fc.integer({ min: 1, max: 5 }),
    said: fc.constantFrom(...ANSWERS),
  }),
  { maxLength: 60 },
)

test('a line is on a list only where its answer brings it there, once, and nothing is lost', () => {
  fc.assert(
    fc.property(
      answers,
      fc.constantFrom('cv' as const, 'career' as const, 'appraisal' as const),
      (given, kind) => {
        const all = given.map(({ id, competency, level, said: one }) => answer(id, competency, level, one))
        const sections = listOf(kind, [round(all)], [])
        for (const [i, { lines, out }] of sections.entries()) {
          const wanted = all.filter((one) => LISTS[kind].sections[i]?.answers.includes(one.answer))
          const shown = [...lines, ...out].map(({ source }) => source)
          assert.deepEqual(
            shown.toSorted(),
            wanted.map(({ statementId }) => `statement:${statementId}`).toSorted(),
          )
          assert.ok(lines.length <= 12)
          for (const key of KEYS)
            assert.ok(lines.filter(({ place }) => place?.startsWith(key.toUpperCase())).length <= 2)
        }
      },
    ),
  )
})

test('the order of the answers never matters', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const all = given.map(({ id, competency, level, said: one }) => answer(id, competency, level, one))
      assert.deepEqual(listOf('cv', [round(all)], []), listOf('cv', [round(all.toReversed())], []))
    }),
  )
})

test('a CV begins with the highest level, a career plan with the next step', () => {
  const cv = [answer('x', 'a1', 2, 'now'), answer('y', 'b2', 4, 'seldom'), answer('z', 'c3', 4, 'now')]
  assert.deepEqual(said('cv', [round(cv)]), [['Statement z', 'Statement y', 'Statement x']])
  const career = [answer('far', 'a1', 5, 'later'), answer('next', 'a1', 3, 'later')]
  assert.deepEqual(said('career', [round(career, [['a1', 2]])]), [['Statement next', 'Statement far']])
})

test('an edited line stays as it was written, whatever is answered later', () => {
  const edited = touched({ source: 'statement:x', edited: 'My own words' })
  assert.deepEqual(said('cv', [round([answer('x', 'a1', 2, 'now')])], [edited]), [['My own words']])
  const [section] = listOf('cv', [round([answer('x', 'a1', 2, 'not')])], [edited])
  assert.deepEqual(
    section?.lines.map(({ text, isLeft }) => [text, isLeft]),
    [['My own words', true]],
  )
  const hidden = touched({ source: 'statement:y', included: false })
  const [kept] = listOf('cv', [round([answer('y', 'a1', 5, 'now')])], [hidden])
  assert.deepEqual([kept?.lines.length, kept?.out.length], [0, 1])
})

test('an activity keeps what was done with it in a later round, where its row is another', () => {
  const text = 'I keep the queue calm.'
  const again = (id: string): Round => ({
    ...round([]),
    activities: [{ id, text, competency: 'a1', level: '2', answer: 'now', placedBy: 'person', madeAt: AT }],
  })
  const edited = touched({ source: activitySource(text), words: text, edited: 'Kept queues calm.' })
  assert.deepEqual(said('cv', [again('1')], [edited]), [['Kept queues calm.']])
  assert.deepEqual(said('cv', [again('2')], [edited]), [['Kept queues calm.']])
})

test('lines move by one and not beyond the ends', () => {
  const [section] = listOf('cv', [round([answer('x', 'a1', 3, 'now'), answer('y', 'b2', 2, 'now')])], [])
  const lines = section?.lines ?? []
  assert.deepEqual(moved(lines, 'statement:y', -1), ['statement:y', 'statement:x'])
  assert.equal(moved(lines, 'statement:x', -1), null)
  assert.equal(moved(lines, 'statement:y', 1), null)
})

test('the worked example of docs/methods/profile-lists.md comes out as it says there', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/methods/profile-lists.md'), 'utf8')
  const rows = [...page.matchAll(/^\| (s\d) \| (A1|B2), (\d) \| (.+) \|$/gm)]
  const words: Record<string, Answer> = {
    'use it often now': 'now',
    'have it but seldom use it here': 'seldom',
    'want it for a later job': 'later',
  }
  const given = rows.map(([, id = '', competency = '', level, says = '']) =>
    answer(id, competency.toLowerCase(), Number(level), words[says] ?? 'not'),
  )
  assert.equal(given.length, 7)
  const ids = (kind: 'cv' | 'career') =>
    listOf(kind, [round(given, [['a1', 2]])], []).flatMap(({ lines }) =>
      lines.map(({ source }) => source.slice(10)),
    )
  assert.match(page, /CV: s4 \(level 4\), s1 \(level 2, used now\), s2/)
  assert.deepEqual(ids('cv'), ['s4', 's1', 's2'])
  assert.match(page, /Career plan: s5 and s7 [^;]*; A1 stands before B2\), then s6/)
  assert.deepEqual(ids('career'), ['s5', 's7', 's6'])
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Criterion, Entry, Question } from '../model.ts'
import { emptyEntry } from '../rating/card.ts'
import type { LaterLevel, LedgerVacancy } from './answers.ts'
import { FEWEST_PEOPLE, PEOPLE_NEEDED } from './foretell.ts'
import { ledgerOf, type Scales } from './ledger.ts'
import type { AfterMonths } from './outcome.ts'
import { FEWEST_CANDIDATES } from './signs.ts'

const SCALES: Scales = new Map([['f', ['1', '2', '3'].map((key) => ({ key, label: `Level ${key}` }))]])
const criterion = (id: string): Criterion => ({
  ...{ id, framework: 'f', competency: 'listening', name: 'Listening', entryLevel: '1', level: '2' },
  ...{ months: null, must: false, weight: 1 },
})
const question = (id: string, about: string, text = 'Tell us of a time.'): Question => ({
  ...{ id, criterion: about, kind: 'past', text, probes: [], askedBy: null, points: 7, source: 'framework' },
  anchors: [
    { from: 1, to: 2, label: 'Not yet', texts: ['a'], level: null },
    { from: 3, to: 5, label: 'Qualified', texts: ['b'], level: '1' },
    { from: 6, to: 7, label: 'Well qualified', texts: ['c'], level: '2' },
  ],
})

/** A candidate in a line: what each member rated, and the place of the levels later; null: not known. */
interface Person {
  ratings: (number | null)[]
  after6?: number | null | undefined
  after12?: number | null | undefined
  isHired?: boolean
  agreed?: number | null
  some?: Partial<Entry>
}

function vacancyOf(id: string, people: readonly Person[], text?: string): LedgerVacancy {
  const asked = question(`q ${id}`, `c ${id}`, text)
  const later = (i: number, after: AfterMonths, place: number | null | undefined): LaterLevel[] =>
    place === undefined
      ? []
      : [
          {
            ...{ candidateId: `${id} ${i}`, criterion: `c ${id}`, after, knewRatings: false },
            level: place === null ? null : String(place),
          },
        ]
  return {
    ...{ id, criteria: [criterion(`c ${id}`)], questions: [asked] },
    candidates: people.map(({ ratings, isHired = true, agreed, some }, i) => ({
      ...{ id: `${id} ${i}`, isHired },
      cards: ratings.map((rating, member) => ({
        ...{ id: `${i} ${member}`, candidateId: `${id} ${i}`, personId: `member ${member}` },
        ...{ startedAt: new Date(0), submittedAt: new Date(0), sealNumber: 1 },
        entries: [{ ...emptyEntry(asked.id), rating, noResponse: rating === null, ...some }],
      })),
      consensus:
        agreed === undefined
          ? []
          : [
              {
                ...{ id: 'x', candidateId: `${id} ${i}`, question: asked.id, rating: agreed, level: null },
                ...{ months: null, reason: 'Heard again.', madeBy: 'm', madeAt: new Date(0), sealNumber: 2 },
              },
            ],
    })),
    later: people.flatMap(({ after6, after12 }, i) => [...later(i, 6, after6), ...later(i, 12, after12)]),
  }
}

const onlyQuestion = (...vacancies: LedgerVacancy[]) => {
  const [competency] = ledgerOf(vacancies, SCALES).competencies
  assert.equal(competency?.questions.length, 1)
  const [found] = competency.questions
  assert.ok(found)
  return found
}

const rating = fc.integer({ min: 1, max: 7 })
const person: fc.Arbitrary<Person> = fc.record({
  ratings: fc.array(fc.option(rating), { minLength: 1, maxLength: 3 }),
  after6: fc.option(fc.integer({ min: 1, max: 3 })),
  after12: fc.option(fc.integer({ min: 1, max: 3 })),
  isHired: fc.boolean(),
})

test('neither the order of people nor of vacancies matters to any number', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 14 }), fc.array(person, { maxLength: 4 }), (people, others) => {
      const forward = ledgerOf([vacancyOf('a', people), vacancyOf('b', others)], SCALES)
      const back = ledgerOf(
        [vacancyOf('b', others.toReversed()), vacancyOf('a', people.toReversed())],
        SCALES,
      )
      const numbers = ({ competencies }: typeof forward) =>
        competencies.map(({ foretells, questions }) => [
          foretells,
          questions.map(({ foretells: own, candidates, signs }) => [own, candidates, signs]),
        ])
      assert.deepEqual(rounded(numbers(back)), rounded(numbers(forward)))
    }),
    { numRuns: 80 },
  )
})

/** Sums in another order differ in their last digits. */
const rounded = (value: unknown) =>
  JSON.stringify(value, (_, one) => (typeof one === 'number' ? Number(one.toPrecision(10)) : one))

test('a constant never correlates: where all are rated alike or all reach one level, nothing is told', () => {
  fc.assert(
    fc.property(fc.array(rating, { minLength: FEWEST_PEOPLE, maxLength: 12 }), rating, (ratings, same) => {
      const level = onlyQuestion(
        vacancyOf(
          'a',
          ratings.map((one) => ({ ratings: [one], after6: 2 })),
        ),
      )
      const given = onlyQuestion(
        vacancyOf(
          'a',
          ratings.map((one) => ({ ratings: [same], after6: 1 + (one % 3) })),
        ),
      )
      for (const { foretells } of [level, given]) {
        assert.equal(foretells[6].verdict, 'no difference')
        assert.equal(foretells[6].alone?.tau.value, null)
      }
    }),
    { numRuns: 40 },
  )
})

test('missing is not zero: who was not rated, or of whom not enough was seen, is in no count', () => {
  const people: Person[] = [
    { ratings: [7, 6], after6: 3 },
    { ratings: [null, null], after6: 1 },
    { ratings: [2, 3], after6: null },
    { ratings: [5, null], after6: 2 },
  ]
  const { foretells, hired } = onlyQuestion(vacancyOf('a', people))
  assert.equal(foretells[6].n, 2)
  assert.equal(foretells[12].n, 0)
  // A member without a rating leaves the other's as it is.
  assert.ok(hired.some(({ score }) => score !== null && Math.abs(score - (100 * 4) / 6) < 1e-9))
})

test('below eight people nothing is told, and it is said how many there are', () => {
  const people = Array.from({ length: FEWEST_PEOPLE - 1 }, (_, i) => ({
    ratings: [1 + (i % 7)],
    after6: 1 + (i % 3),
  }))
  const { foretells } = onlyQuestion(vacancyOf('a', people))
  assert.deepEqual([foretells[6].verdict, foretells[6].n, foretells[6].alone], ['too few', 7, null])
})

test('the same words about the same competency are one question in all vacancies, and other words another', () => {
  const some = [{ ratings: [4], after6: 2 }]
  const same = onlyQuestion(vacancyOf('a', some), vacancyOf('b', some, 'Tell us of a time'))
  assert.deepEqual([same.vacancies, same.candidates, same.hired.length], [2, 2, 2])
  const [both] = ledgerOf(
    [vacancyOf('a', some), vacancyOf('b', some, 'Something else?')],
    SCALES,
  ).competencies
  assert.deepEqual([both?.questions.length, both?.hired.length], [2, 2])
})

test('a clear order is told: those who were rated higher are seen higher later', () => {
  const people = Array.from({ length: 12 }, (_, i) => ({
    ratings: [1 + Math.floor(i / 2), Math.min(7, 2 + Math.floor(i / 2))],
    after12: 1 + Math.floor(i / 4),
  }))
  const up = onlyQuestion(vacancyOf('a', people))
  assert.equal(up.foretells[12].verdict, 'foretells')
  const down = onlyQuestion(
    vacancyOf(
      'a',
      people.map((one) => ({ ...one, after12: 4 - (one.after12 ?? 0) })),
    ),
  )
  assert.equal(down.foretells[12].verdict, 'against')
  assert.ok(down.signs.some(({ kind }) => kind === 'against'))
})

test('what was agreed counts beside what was given alone, and “cannot be rated” is no number', () => {
  const people = [
    { ratings: [2, 4], agreed: 7, after6: 3 },
    { ratings: [2, 4], agreed: null, after6: 3 },
    { ratings: [2, 4], after6: 3 },
  ]
  const { hired } = onlyQuestion(vacancyOf('a', people))
  const settled = hired.map((one) => (one.settled === null ? null : Math.round(one.settled)))
  assert.deepEqual(settled.toSorted(), [100, 33, null].toSorted())
  assert.ok(hired.every(({ score }) => Math.round(score ?? 0) === 33))
})

const signs = (people: readonly Person[]) =>
  onlyQuestion(vacancyOf('a', people)).signs.map(({ kind }) => kind)
const many = (of: (i: number) => Person) =>
  Array.from({ length: FEWEST_CANDIDATES + 2 }, (_, i) => ({ isHired: false, ...of(i) }))

test('questions that do not tell candidates apart are named, each for its own reason', () => {
  assert.deepEqual(signs(many((i) => ({ ratings: [6 + (i % 2), 7] }))), ['top'])
  assert.deepEqual(signs(many((i) => ({ ratings: [1, 1 + (i % 2)] }))), ['bottom'])
  assert.deepEqual(signs(many(() => ({ ratings: [4, 4] }))), ['flat'])
  assert.deepEqual(signs(many((i) => ({ ratings: [1 + ((i * 3) % 7), 1 + ((i * 5 + 2) % 7)] }))), [
    'disagree',
  ])
  assert.deepEqual(signs(many((i) => ({ ratings: i < 4 ? [1 + i, 1 + i] : [null, null] }))), ['silent'])
  assert.deepEqual(
    signs(
      many((i) =>
        i < 4 ? { ratings: [null], some: { noResponse: false, skipped: 'No time.' } } : { ratings: [i - 3] },
      ),
    ),
    ['skipped'],
  )
  assert.deepEqual(signs(many((i) => ({ ratings: [1 + (i % 7), Math.min(7, 2 + (i % 7))] }))), [])
})

test('nothing is said of a question before eight candidates were rated on it', () => {
  assert.deepEqual(
    signs(Array.from({ length: FEWEST_CANDIDATES - 1 }, () => ({ ratings: [7, 7], isHired: false }))),
    [],
  )
})

test('an interval that lies clear of nothing is not enough while chance alone gives it more often than once in twenty', () => {
  // Of the 40,320 ways to match these two orders, 2,880 give a tau as far from 0: 0.0714.
  const people = ['11', '63', '31', '41', '21', '31', '11', '53'].map(([rated, level]) => ({
    ratings: [Number(rated)],
    after6: Number(level),
  }))
  const up = onlyQuestion(vacancyOf('a', people)).foretells[6]
  assert.ok((up.alone?.interval.value?.lower ?? 0) > 0)
  assert.ok(Math.abs((up.alone?.chance.value ?? 0) - 2880 / 40_320) < 1e-12, String(up.alone?.chance.value))
  assert.equal(up.verdict, 'open')
  // Turned round it ends below 0.10: it foretells little or nothing, and it is not said to point the wrong way.
  const down = people.map((one) => ({ ...one, after6: 4 - one.after6 }))
  assert.equal(onlyQuestion(vacancyOf('a', down)).foretells[6].verdict, 'hardly')
})

test('signs begin where the methods page says: at nine in ten, at half, at a quarter, below eight points', () => {
  const ten = (of: (i: number) => Person) =>
    Array.from({ length: 10 }, (_, i) => ({ isHired: false, ...of(i) }))
  assert.deepEqual(signs(ten((i) => ({ ratings: [i < 9 ? 7 : 1] }))), ['top'])
  assert.deepEqual(signs(ten((i) => ({ ratings: [i < 8 ? 7 : 1] }))), [])
  const heard = (silent: number) =>
    signs(ten((i) => ({ ratings: i < silent ? [null, null] : [1 + (i % 7), 1 + (i % 7)] })))
  assert.deepEqual([heard(5), heard(4)], [['silent'], []])
  const noTime = { noResponse: false, skipped: 'No time.' }
  const asked = (skipped: number) =>
    signs(
      Array.from({ length: 12 }, (_, i) => ({
        ...{ isHired: false, ratings: i < skipped ? [null] : [1 + (i % 7)] },
        ...(i < skipped && { some: noTime }),
      })),
    )
  assert.deepEqual([asked(3), asked(2)], [['skipped'], []])
  // 4 and 5 of seven, five of each: the standard deviation is 8.78 points; one of them at 5: 5.27.
  const apart = (higher: number) => signs(ten((i) => ({ ratings: [i < higher ? 5 : 4] })))
  assert.deepEqual([apart(5), apart(1)], [[], ['flat']])
})

const METHODS = readFileSync(new URL('../../../docs/methods/predict.md', import.meta.url), 'utf8')

test('the worked example of docs/methods/predict.md comes out', () => {
  const rows = METHODS.split('\n')
    .filter((line) => /^\| [A-Z] \|/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(2, -1)
        .map((cell) => cell.trim()),
    )
  assert.ok(rows.length >= FEWEST_PEOPLE)
  const people = rows.map(([first, second, after]) => ({
    ratings: [first, second].map((cell) => (cell === '–' ? null : Number(cell))),
    after6: after === '–' ? null : Number(after),
  }))
  const { foretells } = onlyQuestion(vacancyOf('a', people))
  const { n, alone } = foretells[6]
  assert.ok(alone?.interval.value)
  const found = {
    people: String(n),
    tau: alone.tau.value?.toFixed(4),
    'interval from': alone.interval.value.lower.toFixed(4),
    'interval to': alone.interval.value.upper.toFixed(4),
    'chance alone': alone.chance.value?.toFixed(6),
  }
  const printed = Object.fromEntries(
    METHODS.split('\n').flatMap((line) => {
      const [, name = '', value = ''] = /^\| ([^|]+?) \| ([^|]+?) \|$/.exec(line) ?? []
      return name in found ? [[name, value]] : []
    }),
  )
  assert.deepEqual(found, printed)
  assert.ok(METHODS.includes(`about ${PEOPLE_NEEDED} people`))
})

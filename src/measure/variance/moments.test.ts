import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Invalid } from '#errors.ts'
import { agreementNumbers, reliabilityNumbers, severityNumbers, sharedDigits } from '../fixtures/expected.ts'
import { momentComponents } from './moments.ts'
import { type PlainRating, ratingList } from './rating-list.ts'
import { TERMS, type Term } from './terms.ts'

const ALL: Term[] = [...TERMS]

/** By judge, ratee and trait. */
const creativity: PlainRating[] = severityNumbers.mfrmCreativity.data_by_judge.flatMap((ratees, rater) =>
  ratees.flatMap((traits, person) => traits.map((score, item) => ({ person, rater, item, score }))),
)

const shroutFleiss: PlainRating[] = agreementNumbers.iccShroutFleiss1979.data.flatMap((row, person) =>
  row.map((score, rater) => ({ person, rater, score })),
)

function found(rows: readonly PlainRating[], terms?: readonly Term[]): Partial<Record<Term, number>> {
  const result = momentComponents(ratingList(rows), terms)
  assert.ok(result.value, 'reason' in result ? result.reason : '')
  return Object.fromEntries(result.value.components.map(({ term, variance }) => [term, variance]))
}

function refusal(rows: readonly PlainRating[], terms?: readonly Term[]): string {
  const result = momentComponents(ratingList(rows), terms)
  assert.equal(result.value, null)
  return 'reason' in result ? result.reason : ''
}

test('a complete person × rater × item design gives the components of the analysis of variance (R 4.2.2)', () => {
  const expected = reliabilityNumbers.gtheoryPjiCreativity.EMS_unconstrained
  const { person, rater, item, residual, ...two } = found(creativity, ALL)
  const pairs: [number | undefined, number][] = [
    [person, expected.p],
    [rater, expected.j],
    [item, expected.i],
    [two['person:rater'], expected.pj],
    [two['person:item'], expected.pi],
    [two['rater:item'], expected.ji],
    [residual, expected.pji],
  ]
  for (const [actual, wanted] of pairs) assert.ok(Math.abs((actual ?? 0) - wanted) < 1e-10)
})

test('persons by raters gives the components of Shrout and Fleiss 1979', () => {
  const { B, J, E } = { B: 11.241666666666667, J: 32.486111111111114, E: 1.0194444444444444 }
  const components = found(shroutFleiss)
  assert.ok(sharedDigits(components.person ?? 0, (B - E) / 4) > 13)
  assert.ok(sharedDigits(components.rater ?? 0, (J - E) / 6) > 13)
  assert.ok(sharedDigits(components.residual ?? 0, E) > 13)
})

test('the order of the ratings does not matter', () => {
  const shuffled = creativity.toSorted(
    (a, b) => ((a.score * 7 + a.person * 13) % 11) - ((b.score * 7 + b.person * 13) % 11),
  )
  const [plain, mixed] = [found(creativity, ALL), found(shuffled, ALL)]
  for (const term of TERMS) assert.ok(Math.abs((plain[term] ?? 0) - (mixed[term] ?? 0)) < 1e-10)
})

test('in any complete person × rater table the components are those of the mean squares', () => {
  const table = fc
    .record({ n: fc.integer({ min: 2, max: 6 }), k: fc.integer({ min: 2, max: 5 }) })
    .chain(({ n, k }) =>
      fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: k, maxLength: k }), {
        minLength: n,
        maxLength: n,
      }),
    )
  fc.assert(
    fc.property(table, (rows) => {
      const ratings = rows.flatMap((row, person) => row.map((score, rater) => ({ person, rater, score })))
      if (rows.flat().every((x) => x === rows[0]?.[0])) return
      const { between, raters, error } = meanSquares(rows)
      const components = found(ratings)
      const wanted: [Term, number][] = [
        ['person', (between - error) / (rows[0]?.length ?? 1)],
        ['rater', (raters - error) / rows.length],
        ['residual', error],
      ]
      for (const [term, variance] of wanted) assert.ok(Math.abs((components[term] ?? 0) - variance) < 1e-10)
    }),
  )
})

test('in any design, gaps and repetitions and all, the sums of squares are what the components lead to expect', () => {
  const rating = fc.record({
    person: fc.integer({ min: 0, max: 4 }),
    rater: fc.integer({ min: 0, max: 3 }),
    item: fc.integer({ min: 0, max: 2 }),
    score: fc.integer({ min: 1, max: 5 }),
  })
  let checked = 0
  fc.assert(
    fc.property(fc.array(rating, { minLength: 30, maxLength: 70 }), (rows) => {
      const result = momentComponents(ratingList(rows), ALL)
      if (result.value === null || result.value.merged.length > 0) return
      checked++
      const { components } = result.value
      for (const { term } of components) {
        const { observed, expected } = sumOfSquares(
          rows,
          term,
          (of) => components.find((c) => c.term === of)?.variance ?? 0,
        )
        assert.ok(
          Math.abs(observed - expected) < 1e-7 * (1 + Math.abs(observed)),
          `${term}: ${observed} and ${expected}`,
        )
      }
    }),
    { numRuns: 60 },
  )
  assert.ok(checked > 20)
})

test('raters who each know one person only are told together with their halo, not apart', () => {
  const nested = creativity.map(({ person, rater, item = 0, score }) => ({
    person,
    rater: person * 3 + rater,
    item,
    score,
  }))
  const result = momentComponents(ratingList(nested))
  assert.deepEqual(result.value?.merged, [{ term: 'rater', into: 'person:rater' }])
  assert.deepEqual(
    result.value?.components.map(({ term }) => term),
    ['person', 'item', 'person:rater', 'residual'],
  )
})

test('one question: halo and chance are one, and the item is part of the mean', () => {
  const result = momentComponents(ratingList(shroutFleiss), [
    'person',
    'rater',
    'item',
    'person:rater',
    'person:item',
  ])
  assert.deepEqual(result.value?.merged, [
    { term: 'item', into: 'mean' },
    { term: 'person:rater', into: 'residual' },
    { term: 'person:item', into: 'person' },
  ])
})

test('one rater a person: persons cannot be told from who rated them', () => {
  const single = creativity.filter(({ person, rater }) => rater === person % 3)
  const result = momentComponents(ratingList(single))
  assert.deepEqual(result.value?.merged, [{ term: 'person', into: 'person:rater' }])
})

test('what cannot be taken apart says why', () => {
  assert.match(refusal([{ person: 0, rater: 0, score: 3 }]), /fewer than three ratings/)
  assert.match(refusal(creativity.map((rating) => ({ ...rating, score: 4 }))), /All ratings are the same/)
  assert.match(refusal(creativity.map((rating) => ({ ...rating, score: 4.1 }))), /All ratings are the same/)
})

test('wrong input is refused with what to do', () => {
  const list = ratingList(shroutFleiss)
  const refused = (change: object, message: RegExp) =>
    assert.throws(
      () => momentComponents({ ...list, ...change }),
      (error) => error instanceof Invalid && message.test(error.message),
    )
  refused({ score: new Float64Array(0) }, /no ratings/)
  refused({ score: list.score.slice(1) }, /23 scores but 24 ids/)
  refused({ persons: 5 }, /names person 5, but there are 5/)
  refused({ rater: list.rater.map((r) => r - 1) }, /names rater -1/)
  refused({ persons: 1e9 }, /The number of persons is 1000000000/)
  refused({ raters: 2.5 }, /The number of raters is 2.5/)
  refused({ score: Float64Array.from(list.score).fill(Number.NaN, 3, 4) }, /Rating 4 is NaN/)
  refused({ score: { length: 1e8 } }, /100000000 ratings are more than/)
  assert.throws(() => ratingList([{ person: 0.5, rater: 0, score: 1 }]), Invalid)
  assert.throws(() => ratingList([{ person: -1, rater: 0, score: 1 }]), Invalid)
})

function meanSquares(rows: number[][]) {
  const [n, k] = [rows.length, rows[0]?.length ?? 0]
  const mean = (list: number[]) => list.reduce((sum, x) => sum + x, 0) / list.length
  const grand = mean(rows.flat())
  const ofRows = rows.map(mean)
  const ofColumns = Array.from({ length: k }, (_, j) => mean(rows.map((row) => row[j] ?? 0)))
  const squares = (list: number[]) => list.reduce((sum, x) => sum + (x - grand) ** 2, 0)
  const rest = squares(rows.flat()) - k * squares(ofRows) - n * squares(ofColumns)
  return {
    between: (k * squares(ofRows)) / (n - 1),
    raters: (n * squares(ofColumns)) / (k - 1),
    error: rest / ((n - 1) * (k - 1)),
  }
}

/** The key of a rating's level of a term; each rating is a level of the residual. */
const keyOf = (term: Term, { person, rater, item }: PlainRating, place: number): string => {
  if (term === 'residual') return `${place}`
  const ids = { person, rater, item }
  return term
    .split(':')
    .map((facet) => ids[facet as keyof typeof ids])
    .join(' ')
}

/** Written out from the definition: about the mean, and what the components make of it on average. */
function sumOfSquares(rows: readonly PlainRating[], term: Term, variance: (term: Term) => number) {
  const mean = rows.reduce((sum, row) => sum + row.score, 0) / rows.length
  const levels = Map.groupBy(rows.keys(), (place) => keyOf(term, rows[place] ?? assert.fail(), place))
  let observed = 0
  let expected = 0
  for (const places of levels.values()) {
    observed += places.reduce((sum, place) => sum + (rows[place]?.score ?? 0) - mean, 0) ** 2 / places.length
    expected +=
      TERMS.reduce((sum, other) => sum + variance(other) * squaredCounts(rows, places, other), 0) /
      places.length
  }
  const ofMean = TERMS.reduce(
    (sum, other) => sum + variance(other) * squaredCounts(rows, [...rows.keys()], other),
    0,
  )
  return { observed, expected: expected - ofMean / rows.length }
}

/** Σ over the other term's levels of (how many of these ratings have it)². */
function squaredCounts(rows: readonly PlainRating[], places: readonly number[], other: Term): number {
  const counts = Map.groupBy(places, (place) => keyOf(other, rows[place] ?? assert.fail(), place))
  return [...counts.values()].reduce((sum, list) => sum + list.length ** 2, 0)
}

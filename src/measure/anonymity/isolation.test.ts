import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../distributions/random.ts'
import { type Block, formBlocks, type Rater, viewsOf } from './blocks.ts'
import { fewestIsolated } from './isolation.ts'
import { type Answers, publishView } from './published.ts'

const QUESTIONS = ['a', 'b', 'c']
const ROUNDS = 400

interface History {
  k: number
  /** Who has answered by the end of each day, and what. */
  days: { answered: Rater[]; answers: Answers }[]
}

/** Up to twelve groups of raters who answer over some days, each question left out by some. */
function randomHistory(random: () => number): History {
  const upTo = (n: number) => Math.floor(random() * n)
  const groups = Array.from({ length: 1 + upTo(12) }, (_, g) => ({ group: `group${g}`, size: 1 + upTo(9) }))
  const all = groups.flatMap(({ group, size }) =>
    Array.from({ length: size }, (_, i) => ({ rater: `${group}-${i}`, group, day: upTo(4) })),
  )
  const own = new Map(all.map(({ rater }) => [rater, answersOf(random)]))
  const days = [0, 1, 2, 3].map((today) => ({
    answered: all.filter(({ day }) => day <= today).map(({ rater, group }) => ({ rater, group })),
    answers: own,
  }))
  return { k: 3 + upTo(3), days }
}

const answersOf = (random: () => number) =>
  Object.fromEntries(QUESTIONS.map((q) => [q, random() < 0.25 ? null : 1 + Math.floor(random() * 5)]))

/** For each question, the raters behind every sum that all days and views have shown. */
function releasedSums({ k, days }: History): Map<string, string[][]> {
  const released = new Map(QUESTIONS.map((q): [string, string[][]] => [q, []]))
  let blocks: readonly Block[] = []
  days.forEach(({ answered, answers }, day) => {
    blocks = formBlocks(blocks, answered, { k, last: day === days.length - 1 }).blocks
    for (const view of viewsOf(blocks)) {
      const shown = publishView(view, answers, { k, questions: QUESTIONS, low: 1, high: 5 })
      for (const { question, raters } of shown.questions) {
        if (raters === null) continue
        const behind = answeredIn(view.blocks, { question, answers, k })
        assert.equal(behind.length, raters, 'the count that is shown is that of the raters behind the sum')
        released.get(question)?.push(behind)
      }
    }
  })
  return released
}

function answeredIn(
  blocks: readonly Block[],
  { question, answers, k }: { question: string; answers: Answers; k: number },
) {
  return blocks
    .map((block) => block.raters.filter((rater) => (answers.get(rater)?.[question] ?? null) !== null))
    .filter((raters) => raters.length >= k)
    .flat()
}

test('no combination of anything ever shown comes down to fewer than k raters, over 400 random histories', () => {
  const random = seededRandom(20)
  let shown = 0
  for (let round = 0; round < ROUNDS; round++) {
    const history = randomHistory(random)
    for (const sums of releasedSums(history).values()) {
      shown += sums.length
      assert.equal(fewestIsolated(sums, history.k - 1), null, `round ${round}`)
    }
  }
  assert.ok(shown > 10 * ROUNDS, `${shown} sums were shown`)
})

test('raters of one block may exchange all their answers and nothing ever shown changes', () => {
  const random = seededRandom(21)
  for (let round = 0; round < 120; round++) {
    const history = randomHistory(random)
    const { blocks } = formBlocks([], history.days[3]?.answered ?? [], { k: history.k, last: true })
    const block = blocks[Math.floor(random() * blocks.length)]
    if (!block) continue
    const answers = history.days[3]?.answers ?? new Map()
    const turned = new Map(answers)
    block.raters.forEach((rater, i) => {
      turned.set(rater, answers.get(block.raters[(i + 1) % block.raters.length] ?? '') ?? {})
    })
    const shown = (given: Answers) =>
      viewsOf(blocks).map((view) =>
        publishView(view, given, { k: history.k, questions: QUESTIONS, low: 1, high: 5 }),
      )
    assert.deepEqual(shown(turned), shown(answers))
  }
})

test('the same histories under a plain threshold give single raters away', () => {
  const random = seededRandom(20)
  let leaks = 0
  for (let round = 0; round < 60; round++) {
    const { k, days } = randomHistory(random)
    const sums = days.flatMap(({ answered }) => {
      const groups = Map.groupBy(answered, ({ group }) => group)
      const sets = [answered, ...groups.values()].map((set) => set.map(({ rater }) => rater))
      return sets.filter((set) => set.length >= k)
    })
    if (fewestIsolated(sums, k - 1) !== null) leaks++
  }
  assert.ok(leaks > 20, `${leaks} of 60`)
})

test('the audit finds what subtraction finds, and what only three tables together give away', () => {
  const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e']
  assert.ok(a && b && c && d && e)
  assert.equal(fewestIsolated([[a, b, c, d]], 3), null)
  assert.equal(
    fewestIsolated(
      [
        [a, b, c, d],
        [a, b, c],
      ],
      3,
    ),
    1,
  )
  assert.equal(
    fewestIsolated(
      [
        [a, b],
        [b, c],
        [a, c],
      ],
      3,
    ),
    1,
  )
  assert.equal(
    fewestIsolated(
      [
        [a, b, c],
        [c, d, e],
      ],
      3,
    ),
    3,
  )
  assert.equal(
    fewestIsolated(
      [
        [a, b, c],
        [c, d, e],
      ],
      2,
    ),
    null,
  )
  assert.equal(fewestIsolated([], 3), null)
})

test('the audit agrees with a search through all small combinations', () => {
  const random = seededRandom(6)
  const raters = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  for (let round = 0; round < 150; round++) {
    const sets = Array.from({ length: 3 }, () => raters.filter(() => random() < 0.5))
    const found = fewestIsolated(sets, raters.length)
    const searched = smallestBySearch(sets, raters)
    assert.ok(
      searched === null ? found === null : found !== null && found <= searched,
      `${sets} ${found} ${searched}`,
    )
    if (found !== null && found < 3) assert.equal(found, searched, `${sets}`)
  }
})

/** Combinations with weights from −4 to 4: for three sets of this size they reach every smallest support. */
function smallestBySearch(sets: string[][], raters: string[]): number | null {
  const weights = Array.from({ length: 9 }, (_, i) => i - 4)
  const supports = weights.flatMap((x) =>
    weights.flatMap((y) =>
      weights.map((z) => {
        const total = (rater: string) =>
          [x, y, z].reduce((sum, w, i) => sum + (sets[i]?.includes(rater) ? w : 0), 0)
        return raters.filter((rater) => total(rater) !== 0).length
      }),
    ),
  )
  return supports
    .filter((n) => n > 0)
    .reduce<number | null>((a, b) => (a === null ? b : Math.min(a, b)), null)
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normalFrom, seededRandom } from '../distributions/random.ts'
import {
  type AdaptiveBank,
  type AdaptiveRules,
  type Answered,
  adaptiveBank,
  nextQuestion,
} from './adaptive.ts'
import { answering, gradedItem, type Item, partialCreditItem } from './item.ts'

const PRIOR = { mean: 0, sd: 1.2 }
/** The reference bank: 25 items evenly from −2 to 2, five answers. */
const ITEMS = Array.from({ length: 25 }, (_, i) =>
  partialCreditItem([-2, -0.7, 0.6, 2.1].map((step) => -2 + i / 6 + step)),
)
const BANK = adaptiveBank(ITEMS, PRIOR)

function drawAnswer(item: Item | undefined, theta: number, random: () => number): number {
  if (!item) throw new Error('no such item')
  let rest = random()
  return Math.max(
    0,
    answering(item, theta).chances.findIndex((chance) => {
      rest -= chance
      return rest < 0
    }),
  )
}

function interview(bank: AdaptiveBank, theta: number, rules: AdaptiveRules, random: () => number) {
  const answered: Answered[] = []
  for (;;) {
    const step = nextQuestion(bank, answered, rules, random)
    if (step.kind === 'stop') return { ...step, answered }
    answered.push({ item: step.item, answer: drawAnswer(bank.items[step.item], theta, random) })
  }
}

test('on the reference bank a standard error of .40 takes at most 9 questions on average, and 95 % intervals hold at least .94', () => {
  const random = seededRandom(12)
  const normal = normalFrom(random)
  const persons = Array.from({ length: 1500 }, () => {
    const theta = PRIOR.sd * normal()
    const { answered, error, theta: found, why } = interview(BANK, theta, { targetError: 0.4 }, random)
    assert.ok(why === 'all asked' || error <= 0.4)
    return { questions: answered.length, held: Math.abs(found - theta) <= 1.96 * error }
  })
  const questions = persons.reduce((sum, person) => sum + person.questions, 0) / persons.length
  const held = persons.filter((person) => person.held).length / persons.length
  assert.ok(questions <= 9, `${questions} questions on average`)
  assert.ok(held >= 0.94 && held <= 0.97, `intervals hold ${held}`)
})

test('the first question is the most informative one at the mean, and each answer moves the next', () => {
  const first = nextQuestion(BANK, [], {})
  assert.equal(first.kind, 'ask')
  assert.ok(Math.abs(first.theta) < 1e-12 && Math.abs(first.error - PRIOR.sd) < 1e-9)
  const item = first.kind === 'ask' ? first.item : -1
  const most = Math.max(...ITEMS.map((other) => answering(other, 0).information))
  assert.equal(answering(ITEMS[item] ?? ITEMS[0] ?? gradedItem(1, [0]), 0).information, most)
  const high = nextQuestion(BANK, [{ item, answer: 4 }], {})
  const low = nextQuestion(BANK, [{ item, answer: 0 }], {})
  assert.ok(high.kind === 'ask' && low.kind === 'ask' && high.item > item && low.item < item)
})

test('a question that cannot be answered tells nothing and is not asked again', () => {
  const first = nextQuestion(BANK, [], {})
  const item = first.kind === 'ask' ? first.item : -1
  const next = nextQuestion(BANK, [{ item, answer: null }], {})
  assert.equal(next.error, first.error)
  assert.ok(next.kind === 'ask' && next.item !== item)
})

test('it stops when the bank has nothing more to say, when enough is asked, and when all is asked', () => {
  const easy = adaptiveBank(ITEMS.slice(0, 3), PRIOR)
  const full = [0, 1, 2].map((item) => ({ item, answer: 4 }))
  const why = (answered: Answered[], rules: AdaptiveRules) => {
    const step = nextQuestion(easy, answered, rules)
    return step.kind === 'stop' ? step.why : step.kind
  }
  assert.equal(why(full.slice(0, 2), { leastReduction: 0.5 }), 'nothing more to learn')
  assert.equal(why(full.slice(0, 2), { leastReduction: 0.5, least: 3 }), 'ask')
  assert.equal(why(full.slice(0, 2), { leastReduction: 0.001 }), 'ask')
  assert.equal(why(full.slice(0, 2), { most: 2 }), 'enough questions')
  assert.equal(why(full, {}), 'all asked')
})

test('topics are asked about in the proportions wanted', () => {
  const topics = ITEMS.map((_, i) => (i % 5 === 0 ? 'listening' : 'writing'))
  const bank = adaptiveBank(ITEMS, PRIOR, topics)
  const rules = { shares: { listening: 1, writing: 1 }, most: 8 }
  const { answered } = interview(bank, 0.3, rules, seededRandom(4))
  assert.equal(answered.filter(({ item }) => topics[item] === 'listening').length, 4)
})

test('choosing among the three most informative spreads the questions, the same for the same seed', () => {
  const opening = (seed: number) => {
    const step = nextQuestion(BANK, [], { among: 3 }, seededRandom(seed))
    return step.kind === 'ask' ? step.item : -1
  }
  const seeds = Array.from({ length: 40 }, (_, seed) => seed)
  assert.equal(new Set(seeds.map(opening)).size, 3)
  assert.deepEqual(seeds.map(opening), seeds.map(opening))
  assert.throws(() => nextQuestion(BANK, [], { among: 3 }), /pass in a generator/)
})

test('graded items serve as well', () => {
  const bank = adaptiveBank([gradedItem(1.5, [-1, 0, 1]), gradedItem(0.8, [-1, 0, 1])], PRIOR)
  const step = nextQuestion(bank, [], {})
  assert.ok(step.kind === 'ask' && step.item === 0)
})

test('answers that the bank does not have are refused', () => {
  assert.throws(() => nextQuestion(BANK, [{ item: 25, answer: 0 }], {}), /no item 25/)
  assert.throws(() => nextQuestion(BANK, [{ item: 0, answer: 5 }], {}), /answers from 0 to 4, not 5/)
  assert.throws(
    () =>
      nextQuestion(
        BANK,
        [
          { item: 0, answer: 1 },
          { item: 0, answer: 2 },
        ],
        {},
      ),
    /twice/,
  )
  assert.throws(() => adaptiveBank([], PRIOR), /bank is empty/)
  assert.throws(() => adaptiveBank(ITEMS, PRIOR, ['one']), /one topic for each item/)
  assert.throws(() => adaptiveBank(ITEMS, { mean: 0, sd: 0 }), /standard deviation above 0/)
})

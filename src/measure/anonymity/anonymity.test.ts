import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../distributions/random.ts'
import { type Block, formBlocks, isWholeBlocks, type Rater, viewsOf } from './blocks.ts'
import { publishComments } from './comments.ts'
import { fewestIsolated, smallestSupport } from './isolation.ts'
import { type Answers, publishView, type Questionnaire } from './published.ts'

const people = (group: string, count: number, from = 1): Rater[] =>
  Array.from({ length: count }, (_, i) => ({ rater: `${group}${from + i}`, group }))
const FIVE: Questionnaire = { questions: ['q'], low: 1, high: 5 }

/** One question, answered in the order of the block's raters. */
function answersTo(block: Block, ...given: (number | null)[]): Answers {
  return new Map(block.raters.map((rater, i) => [rater, { q: given[i] ?? null }]))
}
const sizes = (blocks: readonly Block[]) =>
  blocks.map((block) => [block.groups.join('+'), block.raters.length])
const onlyView = (block: Block) => ({ groups: block.groups, blocks: [block] })

test('A1: reports too few to be shown are never shown beside the peers they could be subtracted from', () => {
  const raters = [...people('peer', 5), ...people('report', 2)]
  assert.equal(
    fewestIsolated(
      [raters.slice(0, 5), raters].map((set) => set.map((r) => r.rater)),
      3,
    ),
    2,
  )
  const { blocks, waiting } = formBlocks([], raters, { last: true })
  assert.deepEqual(sizes(blocks), [['peer+report', 7]])
  assert.deepEqual(waiting, [])
  assert.deepEqual(
    viewsOf(blocks).map((view) => view.blocks.length),
    [1, 1],
  )
  const shown = viewsOf(blocks).map((view) => view.blocks.flatMap((block) => block.raters))
  assert.equal(fewestIsolated(shown, 3), null)
})

test('A2: a fourth answer the day after three waits, so that the mean does not move by one person', () => {
  const first = formBlocks([], people('peer', 3), { k: 3 })
  const second = formBlocks(first.blocks, people('peer', 4), { k: 3 })
  assert.deepEqual(second.blocks, first.blocks)
  assert.deepEqual(second.waiting, people('peer', 1, 4))
  const later = formBlocks(second.blocks, people('peer', 6), { k: 3 })
  assert.deepEqual(sizes(later.blocks), [
    ['peer', 3],
    ['peer', 3],
  ])
})

test('A3: with three or four answers neither spread nor distribution is shown, nor where one block of several has so few', () => {
  const [three, four, six] = [3, 4, 6].map((n) => ({
    groups: ['peer'],
    raters: people('peer', n, n * 10).map((r) => r.rater),
  }))
  assert.ok(three && four && six)
  const spread = (blocks: Block[], answers: Answers, k = 3) =>
    publishView({ groups: ['peer'], blocks }, answers, { ...FIVE, k }).questions[0]?.spread
  assert.equal(spread([three], answersTo(three, 3, 3, 4))?.value, null)
  assert.equal(spread([four], answersTo(four, 3, 3, 4, 2))?.value, null)
  assert.deepEqual(spread([six], answersTo(six, 3, 3, 4, 2, 2, 4))?.value?.counts, [0, 2, 2, 2, 0])
  const both = new Map([...answersTo(four, 3, 3, 4, 2), ...answersTo(six, 3, 3, 4, 2, 2, 4)])
  assert.equal(spread([four, six], both)?.value, null)
})

test('A4: a question that two of four have answered is hidden, in the group and in the whole', () => {
  const four = { groups: ['peer'], raters: people('peer', 4).map((r) => r.rater) }
  const five = { groups: ['report'], raters: people('report', 5).map((r) => r.rater) }
  const answers = new Map([...answersTo(four, 4, 2), ...answersTo(five, 3, 3, 4, 3, 3)])
  const [peers, reports, everybody] = viewsOf([four, five]).map((view) => publishView(view, answers, FIVE))
  assert.equal(peers?.questions[0]?.mean.kind, 'hidden')
  assert.equal(peers?.questions[0]?.raters, null)
  assert.equal(peers?.overall.kind, 'hidden')
  assert.deepEqual(everybody?.questions, reports?.questions)
})

test('A5: when all four gave 5 that cannot be told from three who gave 5 and one who gave 4', () => {
  const four = { groups: ['peer'], raters: people('peer', 4).map((r) => r.rater) }
  const shown = (...given: number[]) => publishView(onlyView(four), answersTo(four, ...given), FIVE)
  assert.deepEqual(shown(5, 5, 5, 5), shown(5, 5, 5, 4))
  assert.deepEqual(shown(5, 5, 5, 5).questions[0]?.mean, { kind: 'atLeast', value: 4.5 })
  assert.deepEqual(shown(5, 5, 5, 5).overall, { kind: 'atLeast', value: 4.5 })
  assert.deepEqual(shown(1, 1, 1, 1), shown(2, 1, 1, 1))
  assert.deepEqual(shown(1, 1, 1, 1).questions[0]?.mean, { kind: 'atMost', value: 1.5 })
  assert.deepEqual(shown(5, 4, 4, 4).questions[0]?.mean, { kind: 'mean', value: 4.3 })
})

test('A5 by subtraction: a band that one view tells is not undone by the view of everybody', () => {
  const peers = { groups: ['peer'], raters: people('peer', 6).map((r) => r.rater) }
  const reports = { groups: ['report'], raters: people('report', 6).map((r) => r.rater) }
  const everything = (...given: number[]) =>
    viewsOf([peers, reports]).map((view) =>
      publishView(
        view,
        new Map([...answersTo(peers, ...given), ...answersTo(reports, 3, 2, 3, 4, 3, 2)]),
        FIVE,
      ),
    )
  assert.deepEqual(everything(5, 5, 5, 5, 5, 5), everything(4, 5, 5, 5, 5, 4))
  const [told, , everybody] = everything(5, 5, 5, 5, 5, 5)
  assert.deepEqual(told?.questions[0]?.mean, { kind: 'atLeast', value: 4.7 })
  assert.equal(told?.questions[0]?.spread.value, null)
  assert.equal(everybody?.questions[0]?.spread.value, null)
  assert.deepEqual(everybody?.questions[0]?.mean, { kind: 'mean', value: 3.8 })
})

test('a distribution in which all but one are alike is kept back like one in which all are', () => {
  const six = { groups: ['peer'], raters: people('peer', 6).map((r) => r.rater) }
  const spread = (...given: number[]) =>
    publishView(onlyView(six), answersTo(six, ...given), FIVE).questions[0]?.spread.value
  assert.equal(spread(3, 3, 3, 3, 3, 3), null)
  assert.equal(spread(3, 3, 3, 3, 3, 4), null)
  assert.deepEqual(spread(3, 3, 3, 3, 2, 4)?.counts, [0, 1, 4, 1, 0])
})

test('A6: the overall mean is that of the questions, because a mean of raters’ own means would single out who skipped one', () => {
  const answered = [
    [1, 1],
    [1, 1],
    [1, 1],
    [1, 0],
  ] as const
  const byQuestion = [0, 1].map((q) =>
    answered.flatMap((own) => [0, 1].map((j) => (j === q && own[j] ? 1n : 0n))),
  )
  const ownMeans = answered.flatMap((own) => own.map((is) => (is ? BigInt(2 / (own[0] + own[1])) : 0n)))
  assert.equal(smallestSupport([...byQuestion, ownMeans], 3), 1)
  assert.equal(smallestSupport(byQuestion, 2), null)
  const block = { groups: ['peer'], raters: people('peer', 5).map((r) => r.rater) }
  const answers = new Map(
    block.raters.map((rater, i) => [rater, i === 4 ? { a: 4, b: null } : { a: 2, b: 3 }]),
  )
  const { overall } = publishView(onlyView(block), answers, { ...FIVE, questions: ['a', 'b'] })
  assert.deepEqual(overall, { kind: 'mean', value: 2.7 })
})

test('small groups are joined with each other first, so that large groups stay under their own name', () => {
  const raters = [...people('peer', 6), ...people('report', 2), ...people('customer', 3)]
  assert.deepEqual(sizes(formBlocks([], raters, { last: true }).blocks), [
    ['peer', 6],
    ['customer+report', 5],
  ])
  const nine = ['a', 'b', 'c'].flatMap((group) => people(group, 3))
  assert.deepEqual(sizes(formBlocks([], nine, { last: true }).blocks), [['a+b+c', 9]])
})

test('before the last call small groups wait; after it they are used in nothing', () => {
  const raters = [...people('peer', 5), ...people('report', 2)]
  const now = formBlocks([], raters)
  assert.deepEqual(sizes(now.blocks), [['peer', 5]])
  assert.equal(now.waiting.length, 2)
  const closing = formBlocks(now.blocks, raters, { last: true })
  assert.deepEqual(closing.blocks, now.blocks)
  assert.deepEqual(closing.waiting, people('report', 2))
  assert.deepEqual(formBlocks([], people('peer', 3), { last: true }).blocks, [])
})

test('rests of several groups that come late are joined under all their names', () => {
  const early = [...people('peer', 5), ...people('report', 4)]
  const first = formBlocks([], early)
  const late = [...early, ...people('peer', 2, 6), ...people('report', 2, 5)]
  const closing = formBlocks(first.blocks, late, { last: true })
  assert.deepEqual(sizes(closing.blocks), [
    ['peer', 5],
    ['report', 4],
    ['peer+report', 4],
  ])
  assert.deepEqual(
    viewsOf(closing.blocks).map((view) => view.groups),
    [['peer'], ['report'], ['peer', 'report'], []],
  )
})

test('raters who answer under their names are blocks of one, outside the view of everybody', () => {
  const named = ['self', 'manager']
  const raters = [...people('self', 1), ...people('manager', 2), ...people('peer', 4)]
  const { blocks } = formBlocks([], raters, { named, last: true })
  assert.deepEqual(sizes(blocks), [
    ['self', 1],
    ['manager', 1],
    ['manager', 1],
    ['peer', 4],
  ])
  const views = viewsOf(blocks, { named })
  assert.deepEqual(
    views.map((view) => [view.groups.join(), view.blocks.length]),
    [
      ['self', 1],
      ['manager', 2],
      ['peer', 1],
      ['', 1],
    ],
  )
  const answers = new Map(raters.map(({ rater }) => [rater, { q: 5 }]))
  const [self] = views.map((view) => publishView(view, answers, { ...FIVE, named }))
  assert.deepEqual(self?.questions[0]?.mean, { kind: 'mean', value: 5 })
})

test('comments need one rater more, come without an order that says who wrote, and stay in it', () => {
  const four = { groups: ['peer'], raters: people('peer', 4).map((r) => r.rater) }
  const five = { groups: ['report'], raters: people('report', 5).map((r) => r.rater) }
  const comments = new Map([...four.raters, ...five.raters].map((rater) => [rater, `from ${rater}`]))
  comments.set('report3', '  ')
  const show = (blocks: Block[], seed: number, given = comments) =>
    publishComments({ groups: [], blocks }, given, { random: seededRandom(seed) })
  assert.deepEqual(show([four], 1), [])
  assert.deepEqual(show([four, five], 1).toSorted(), [
    'from report1',
    'from report2',
    'from report4',
    'from report5',
  ])
  assert.deepEqual(show([five], 7), show([{ ...five, raters: five.raters.toReversed() }], 7))
  assert.notDeepEqual(show([five], 7), show([five], 8))
})

test('a chart over several people may use whole blocks only', () => {
  const { blocks } = formBlocks([], [...people('peer', 4), ...people('report', 5)], { last: true })
  const all = blocks.flatMap((block) => block.raters)
  assert.ok(isWholeBlocks(blocks, all))
  assert.ok(isWholeBlocks(blocks, all.slice(0, 4)))
  assert.ok(!isWholeBlocks(blocks, all.slice(0, 5)))
  assert.ok(!isWholeBlocks(blocks, [...all.slice(0, 4), 'stranger']))
})

test('too small a k, a rater named twice and answers off the scale are refused', () => {
  assert.throws(() => formBlocks([], [], { k: 2 }), /at least 3/)
  assert.throws(() => formBlocks([], [...people('peer', 2), ...people('peer', 1)]), /named twice/)
  const block = { groups: ['peer'], raters: people('peer', 4).map((r) => r.rater) }
  assert.throws(() => publishView(onlyView(block), answersTo(block, 6, 1, 1, 1), FIVE), /from 1 to 5/)
  assert.throws(() => publishView(onlyView(block), answersTo(block, 2.5, 1, 1, 1), FIVE), /whole numbers/)
  assert.throws(() => smallestSupport([], 0), /from 1 up/)
})

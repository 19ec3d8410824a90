import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normalFrom, seededRandom } from '#measure/distributions/random.ts'
import type { Question, Scorecard } from '../model.ts'
import { emptyEntry } from './card.ts'
import { raterStatistics } from './rater.ts'

const QUESTIONS = Array.from(
  { length: 6 },
  (_, i): Question => ({
    ...{ id: `q${i}`, criterion: `c${i}`, kind: 'past', text: '', probes: [], askedBy: null },
    ...{ points: 7, source: 'own', anchors: [] },
  }),
)
const card = (candidateId: string, personId: string, ratings: (number | null)[]): Scorecard => ({
  ...{
    id: `${candidateId}${personId}`,
    candidateId,
    personId,
    startedAt: new Date(0),
    submittedAt: new Date(0),
  },
  sealNumber: 1,
  entries: ratings.map((rating, i) => ({ ...emptyEntry(`q${i}`), rating, noResponse: rating === null })),
})
const shareOf = (cards: Scorecard[]) => raterStatistics(QUESTIONS, cards)[0]?.withinShare.value ?? Number.NaN

test('the worked example of the methods page: beside the others one by one, a member who keeps answers half as far apart gets one half', () => {
  const cards = ['x', 'y', 'z'].flatMap((candidate) => [
    card(candidate, 'm', [3, 5, 4]),
    card(candidate, 'n', [2, 6, 4]),
    card(candidate, 'o', [4, 2, 6]),
  ])
  assert.ok(Math.abs(shareOf(cards) - 0.5) < 1e-12, `${shareOf(cards)}`)
})

test('a member and another are compared over the answers that both rated', () => {
  const cards = ['x', 'y', 'z'].flatMap((candidate) => [
    card(candidate, 'm', [3, 5, 4, 7]),
    card(candidate, 'n', [2, 6, 4, null]),
    // Two answers in common are too few to be compared.
    card(candidate, 'o', [null, null, 1, 7]),
  ])
  assert.ok(Math.abs(shareOf(cards) - 0.5) < 1e-12, `${shareOf(cards)}`)
})

/** Shares of the first of five members whose single ratings correlate .74, over many panels; `halo`: how far the first keeps answers apart, 1 as the others. */
function meanShare(halo: number): number {
  const draw = normalFrom(seededRandom(74))
  const panels = Array.from({ length: 150 }, () => {
    const cards = ['u', 'v', 'w', 'x', 'y', 'z'].flatMap((candidate) => {
      const truth = QUESTIONS.map(() => draw())
      return ['m', 'n', 'o', 'p', 'q'].map((person) => {
        const apart = person === 'm' ? halo : 1
        return card(
          candidate,
          person,
          truth.map((t) => 4 + apart * (Math.sqrt(0.74) * t + Math.sqrt(0.26) * draw())),
        )
      })
    })
    return shareOf(cards)
  })
  return panels.reduce((sum, x) => sum + x, 0) / panels.length
}

test('an ordinary member of five gets about 1, and one who keeps answers half as far apart about one half', () => {
  assert.ok(Math.abs(meanShare(1) - 1) < 0.02, `${meanShare(1)}`)
  assert.ok(Math.abs(meanShare(0.5) - 0.5) < 0.02, `${meanShare(0.5)}`)
})

/** Calibrating a questionnaire of 20 items with five answers from 2,000 persons, and asking adaptively from a bank. */
import { readNumbers } from '../../src/measure/fixtures/expected.ts'
import { adaptiveBank, nextQuestion } from '../../src/measure/responses/adaptive.ts'
import { calibrate } from '../../src/measure/responses/calibrate.ts'
import { partialCreditItem } from '../../src/measure/responses/item.ts'
import { cpuTime, cpuTimeInR } from '../cpu.ts'
import type { MeasureRow } from '../measure.ts'

const R = 'bench/measure/r/responses.R'
const STEPS = 200

export function bench(): MeasureRow[] {
  const answers = readNumbers('pcm2000x20.csv')
  const conditional = cpuTime(() => calibrate(answers, { method: 'conditional' }))
  const rating = cpuTime(() => calibrate(answers, { method: 'conditional', model: 'rating-scale' }))
  return [
    {
      task: 'partial credit, conditional, 2000 × 20 × 5',
      ours: conditional,
      aim: '≤ 100 ms, ≥ 9×',
      peer: { name: 'psychotools', cpu: cpuTimeInR(R, ['psychotools-pcm']) },
    },
    {
      task: 'partial credit, conditional, 2000 × 20 × 5',
      ours: conditional,
      aim: '≥ 40×',
      peer: { name: 'eRm', cpu: cpuTimeInR(R, ['erm-pcm']) },
    },
    {
      task: 'rating scale, conditional, 2000 × 20 × 5',
      ours: rating,
      peer: { name: 'psychotools', cpu: cpuTimeInR(R, ['psychotools-rsm']) },
    },
    { task: 'partial credit, marginal, 2000 × 20 × 5', ours: cpuTime(() => calibrate(answers)) },
    {
      task: 'next question, bank of 25 × 5, twelve answers given',
      ours: cpuTime(askOften) / STEPS,
      aim: '≤ 1 ms',
    },
  ]
}

const bank = adaptiveBank(
  Array.from({ length: 25 }, (_, i) =>
    partialCreditItem([-4 + i / 6, -2.7 + i / 6, -1.4 + i / 6, 0.1 + i / 6]),
  ),
  { mean: 0, sd: 1.2 },
)

function askOften() {
  const answered = Array.from({ length: 12 }, (_, i) => ({ item: 2 * i, answer: i % 5 }))
  for (let i = 0; i < STEPS; i++) nextQuestion(bank, answered, { targetError: 0.01, leastReduction: 0.001 })
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../distributions/random.ts'
import { readNumbers, responseNumbers, sharedDigits } from '../fixtures/expected.ts'
import { abilityByTotal, abilityFrom } from './ability.ts'
import { type Calibration, type CalibrationOptions, calibrate } from './calibrate.ts'
import { answering, gradedItem, partialCreditItem } from './item.ts'

const pcm = responseNumbers.raschPcm300x4
const answers = pcm.pattern_counts.split(' ').flatMap((entry) => {
  const [pattern = '', count = '0'] = entry.split(':')
  return Array.from({ length: Number(count) }, () => [...pattern].map(Number))
})

function assertClose(
  actual: ArrayLike<number | null>,
  expected: ArrayLike<number>,
  within: number,
  what: string,
) {
  for (let i = 0; i < expected.length; i++) {
    const off = Math.abs((actual[i] ?? Number.NaN) - (expected[i] ?? Number.NaN))
    assert.ok(off <= within, `${what} ${i}: ${actual[i]} instead of ${expected[i]}`)
  }
}

const stepsOf = ({ steps }: Calibration) => steps.map((of) => of.map(({ at }) => at.value ?? Number.NaN))

test('chances, mean and variance of a partial-credit item are those of the definition (pcm_probs)', () => {
  const { theta, steps, p, E, V } = responseNumbers.pcmProbs
  const at = answering(partialCreditItem(steps), theta)
  assertClose(at.chances, p, 1e-12, 'chance')
  assertClose([at.expected, at.variance, at.information], [E, V, V], 5e-12, 'moment')
})

test('chances and information of a graded item are those of the definition (grm_probs)', () => {
  const { theta, a, b, p, info } = responseNumbers.grmProbs
  const at = answering(gradedItem(a, b), theta)
  assertClose(at.chances, p, 1e-12, 'chance')
  assertClose([at.information], [info], 1e-12, 'information')
})

/** psychotools 0.7.2, pcmodel(…, reltol = 1e-16): further up the hill than eRm goes by itself. */
const PSYCHOTOOLS_STEPS = [
  -0.4581327259365, 1.82624124713926, 0.21750179196377, 1.64168807270754, -2.66846479883601, 0.24293109347854,
  -1.33709000940221, 0.53532532888561,
]

test('conditional calibration of 300 × 4 answers is that of eRm 1.0.2 and psychotools 0.7.2 (rasch_pcm_300x4, CML)', () => {
  const found = calibrate(answers, { method: 'conditional' })
  assert.ok(found.converged)
  assert.ok(sharedDigits(found.logLikelihood, pcm.CML.loglik) > 11.5)
  assertClose(stepsOf(found).flat(), PSYCHOTOOLS_STEPS, 1e-7, 'step')
  // eRm moves the scale so that the sums of steps, not the steps, have the mean 0, and ends a little below the optimum.
  const steps = stepsOf(found)
  const sums = steps.flatMap(([first = 0, second = 0]) => [first, first + second])
  const shift = sums.reduce((all, x) => all + x, 0) / 12
  const expected = pcm.CML.thresholds_eRm_sum0.flat()
  assertClose(
    steps.flat().map((step) => step - shift),
    expected,
    2e-5,
    'step',
  )
  const persons = abilityByTotal(found.items, { method: 'mle' }).slice(1, 8)
  assertClose(
    persons.map(({ theta }) => theta - shift),
    pcm.CML.person_ML_by_raw_1_7,
    2e-5,
    'person',
  )
})

test('marginal calibration of 300 × 4 answers is the optimum found in R 4.2.2, errors included (rasch_pcm_300x4, MML)', () => {
  const found = calibrate(answers)
  assert.ok(Math.abs(-2 * found.logLikelihood - pcm.MML.dev) < 1e-8)
  assertClose(stepsOf(found).flat(), pcm.MML.steps.flat(), 1e-10, 'step')
  assertClose(
    found.steps.flat().map(({ error }) => error.value),
    pcm.MML.SE,
    1e-9,
    'error',
  )
  const { value, error } = found.sd ?? { value: Number.NaN, error: Number.NaN }
  assertClose([value, error / value], [pcm.MML.sd, pcm.MML.SE_logsd], 1e-9, 'standard deviation')
})

test('ability for each total is that of R 4.2.2: posterior mean, likelihood, and Warm’s weighted likelihood', () => {
  const { items, sd } = calibrate(answers)
  const expected = pcm.MML.by_raw_0_8
  const eap = abilityByTotal(items, { method: 'eap', prior: { mean: 0, sd: sd?.value ?? 1 } })
  assertClose(
    eap.map(({ theta }) => theta),
    expected.EAP,
    1e-10,
    'posterior mean',
  )
  assertClose(
    eap.map(({ error }) => error),
    expected.PSD,
    1e-7,
    'posterior standard deviation',
  )
  const mle = abilityByTotal(items, { method: 'mle' })
  assertClose(
    mle.map(({ theta }) => theta),
    expected['MLE_extreme_adj_0.3'],
    1e-10,
    'likelihood',
  )
  assert.deepEqual(
    mle.map(({ extreme }) => extreme),
    [true, ...new Array(7).fill(false), true],
  )
  const wle = abilityByTotal(items, { method: 'wle' })
  assertClose(
    wle.map(({ theta }) => theta),
    expected.WLE,
    1e-8,
    'weighted likelihood',
  )
  assertClose(
    wle.map(({ error }) => error),
    expected.SE_WLE,
    1e-8,
    'error of weighted likelihood',
  )
  assertClose(
    items.map((item) => answering(item, 0).information),
    pcm.MML.item_info_theta0,
    1e-10,
    'information at 0',
  )
})

test('2000 × 20 answers reach the log-likelihoods of psychotools 0.7.2 and of the direct optimum (pcm_2000x20)', () => {
  const rows = readNumbers('pcm2000x20.csv')
  const expected = responseNumbers.pcm2000x20
  const logLikelihood = (options: CalibrationOptions) => calibrate(rows, options).logLikelihood
  assert.ok(sharedDigits(logLikelihood({ method: 'conditional' }), expected.CML_PCM_loglik) > 11.5)
  const rating = logLikelihood({ method: 'conditional', model: 'rating-scale' })
  assert.ok(sharedDigits(rating, expected.CML_RSM_loglik) > 11.5)
  const marginal = calibrate(rows, { model: 'rating-scale' })
  assertClose([-2 * marginal.logLikelihood], [expected.MML_RSM_dev], 1e-7, 'deviance')
  assertClose([(marginal.sd?.value ?? 0) ** 2], [expected.MML_RSM_var], 1e-8, 'variance')
  const steps = stepsOf(marginal)
  const difficulties = steps.map((of) => of.reduce((sum, step) => sum + step, 0) / 4)
  assertClose(difficulties, expected.MML_RSM_first_items_uncentred, 1e-6, 'item')
  assertClose(
    (steps[0] ?? []).map((step) => step - (difficulties[0] ?? 0)),
    expected.MML_RSM_steps,
    1e-6,
    'step',
  )
})

test('ability from answers is ability from their total, for partial credit, by every method', () => {
  const { items } = calibrate(answers)
  for (const how of [
    { method: 'mle' },
    { method: 'wle' },
    { method: 'eap', prior: { mean: 0, sd: 1.3 } },
  ] as const) {
    const byTotal = abilityByTotal(items, how)
    for (const given of [
      [0, 0, 0, 0],
      [1, 0, 2, 1],
      [2, 2, 2, 2],
    ]) {
      const total = given.reduce((sum, x) => sum + x, 0)
      const { theta, error } = abilityFrom(items, given, how)
      assertClose([theta, error], [byTotal[total]?.theta ?? 0, byTotal[total]?.error ?? 0], 1e-9, how.method)
    }
  }
})

test('with graded items the answers count and not only their total; all-highest answers have a finite, marked ability', () => {
  const items = [gradedItem(2.5, [-1, 0]), gradedItem(0.7, [0, 1])]
  const of = (given: number[]) => abilityFrom(items, given, { method: 'mle' })
  assert.ok(of([2, 0]).theta > of([0, 2]).theta)
  assert.ok(of([2, 2]).extreme && Number.isFinite(of([2, 2]).theta) && of([2, 2]).theta > of([2, 1]).theta)
  assert.throws(() => abilityByTotal(items, { method: 'wle' }), /Use the answers, or eap/)
  const byTotal = abilityByTotal(items, { method: 'eap', prior: { mean: 0, sd: 1 } })
  assert.deepEqual(
    byTotal.map(({ theta }) => theta).toSorted((a, b) => a - b),
    byTotal.map(({ theta }) => theta),
  )
})

test('weighted likelihood of graded items leans less than likelihood', () => {
  const random = seededRandom(3)
  const items = [-1, 0, 1].map((b) => gradedItem(1.2, [b - 1, b, b + 1]))
  const draw = (theta: number) =>
    items.map((item) => {
      const { chances } = answering(item, theta)
      const at = random()
      const below = chances.map((_, k) => chances.slice(0, k + 1).reduce((sum, chance) => sum + chance, 0))
      return Math.max(
        0,
        below.findIndex((sum) => at < sum),
      )
    })
  const lean = { mle: 0, wle: 0 }
  for (let person = 0; person < 600; person++) {
    const given = draw(1.5)
    for (const method of ['mle', 'wle'] as const)
      lean[method] += (abilityFrom(items, given, { method }).theta - 1.5) / 600
  }
  assert.ok(Math.abs(lean.wle) < Math.abs(lean.mle) / 2, JSON.stringify(lean))
})

test('missing answers are left out: a random third missing moves the steps by no more than their errors allow', () => {
  const random = seededRandom(8)
  const holes = answers.map((row) => row.map((answer) => (random() < 1 / 3 ? null : answer)))
  for (const method of ['conditional', 'marginal'] as const) {
    const whole = stepsOf(calibrate(answers, { method })).flat()
    const found = calibrate(holes, { method })
    assert.ok(found.converged)
    found.steps.flat().forEach(({ at, error }, k) => {
      const off = Math.abs((at.value ?? Number.NaN) - (whole[k] ?? Number.NaN))
      assert.ok(off < 3 * (error.value ?? 0), `${method}, step ${k}: off by ${off}`)
    })
  }
})

test('an answer that nobody gave leaves its steps open, with the reason, and the others known', () => {
  const rows = answers.map((row) => row.map((answer, i) => (i === 0 && answer > 0 ? answer + 1 : answer)))
  for (const method of ['conditional', 'marginal'] as const) {
    const { steps, items, converged } = calibrate(rows, { method })
    assert.ok(converged)
    assert.deepEqual(
      (steps[0] ?? []).map(({ at }) => at.value === null),
      [true, true, false],
    )
    const open = steps[0]?.[0]?.at
    assert.match(open && 'reason' in open ? open.reason : '', /Nobody gave answer 1 to item 1/)
    assert.ok(abilityByTotal(items, { method: 'wle' }).every(({ theta }) => Number.isFinite(theta)))
    assert.throws(() => abilityFrom(items, [1, 0, 0, 0], { method: 'mle' }), /Nobody gave answer 1/)
  }
})

test('input that cannot be used is refused with what to do', () => {
  assert.throws(() => calibrate([]), /no ratings/)
  assert.throws(
    () =>
      calibrate([
        [1, 0],
        [1, 1],
      ]),
    /All answers to item 1 are the same/,
  )
  assert.throws(
    () =>
      calibrate([
        [0.5, 0],
        [1, 1],
      ]),
    /Person 1 has 0.5 for item 1/,
  )
  assert.throws(
    () =>
      calibrate(
        [
          [0, 1],
          [2, 0],
          [1, 1],
        ],
        { model: 'rating-scale' },
      ),
    /Use the partial credit model/,
  )
  assert.throws(() => partialCreditItem([]), /at least one step/)
  assert.throws(() => gradedItem(1, [0, 0]), /above the one before/)
  assert.throws(() => gradedItem(0, [0]), /above 0/)
  assert.throws(
    () => abilityFrom([partialCreditItem([0])], [null], { method: 'wle' }),
    /No item has been answered/,
  )
  assert.throws(() => abilityFrom([partialCreditItem([0])], [2], { method: 'wle' }), /answers from 0 to 1/)
  assert.throws(() => abilityFrom([partialCreditItem([0])], [], { method: 'wle' }), /1 items but 0 answers/)
})

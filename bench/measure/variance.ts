/** Variance components and predictions of persons, raters and items, beside lme4 of R. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crossedEffects } from '#measure/variance/predictions.ts'
import type { RatingList } from '#measure/variance/rating-list.ts'
import { simulatePanel } from '#measure/variance/testing/panels.ts'
import { cpuTime, cpuTimeInR } from '../cpu.ts'
import type { MeasureRow } from '../measure.ts'

const SCRIPT = join(import.meta.dirname, 'r/lmer.R')
const TERMS = ['person', 'rater', 'item'] as const

/** Each person is rated by five raters on two of 25 items. */
const sparse = (persons: number): RatingList =>
  simulatePanel({
    seed: 7,
    persons,
    raters: persons / 5,
    ratersEach: 5,
    items: 25,
    itemsEach: 2,
    haloSd: 0,
  }).ratings

/** With a plain BLAS, lme4 takes minutes for 100,000 ratings. */
const isPatient = process.env.SIGHTLINE_BENCH_LONG === '1'

export function bench(): MeasureRow[] {
  const small = sparse(1_000)
  const middle = sparse(10_000)
  const large = sparse(100_000)
  const panel = simulatePanel({
    seed: 1,
    persons: 2_000,
    raters: 2_000,
    ratersEach: 8,
    items: 25,
    haloSd: 0.4,
  })
  const byLikelihood = (ratings: RatingList) => cpuTime(() => crossedEffects(ratings, { terms: TERMS }))
  const byMoments = (ratings: RatingList) =>
    cpuTime(() => crossedEffects(ratings, { terms: TERMS, method: 'moments' }))
  return [
    {
      task: 'crossed effects by REML, 10,000 ratings',
      ours: byLikelihood(small),
      peer: { name: 'lme4', cpu: inLme4(small) },
    },
    {
      task: 'crossed effects by REML, 100,000 ratings',
      ours: byLikelihood(middle),
      aim: '≥ 100×',
      peer: { name: 'lme4', cpu: isPatient ? inLme4(middle) : null },
      note: isPatient ? '' : 'SIGHTLINE_BENCH_LONG=1 runs lme4 (minutes)',
    },
    { task: 'crossed effects by moments, 100,000 ratings', ours: byMoments(middle), aim: '≤ 60 ms' },
    { task: 'crossed effects by moments, 1,000,000 ratings', ours: byMoments(large), aim: '≤ 300 ms' },
    { task: 'crossed effects by REML, 1,000,000 ratings', ours: byLikelihood(large) },
    {
      task: 'scores with intervals, halo, 400,000 ratings',
      ours: cpuTime(() => crossedEffects(panel.ratings)),
    },
  ]
}

function inLme4({ person, rater, item, score }: RatingList): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-bench-'))
  const file = join(folder, 'ratings.bin')
  const columns = [person, rater, item, score].flatMap((column) => [...column])
  writeFileSync(file, new Uint8Array(Int32Array.from(columns).buffer))
  const spent = cpuTimeInR(SCRIPT, [file])
  rmSync(folder, { recursive: true })
  return spent
}

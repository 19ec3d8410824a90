/** Agreement and adverse impact, beside psych, irr and stats of R. */
import { join } from 'node:path'
import { krippendorffAlpha } from '#measure/agreement/alpha.ts'
import { bootstrapInterval } from '#measure/agreement/bootstrap.ts'
import { icc } from '#measure/agreement/icc.ts'
import { cohenKappa, crossTable } from '#measure/agreement/kappa.ts'
import { seededRandom } from '#measure/distributions/random.ts'
import { readNumbers } from '#measure/fixtures/expected.ts'
import { fisherExact } from '#measure/impact/fisher.ts'
import { fisherTable } from '#measure/impact/fisher-table.ts'
import { matrixFrom } from '#measure/matrix.ts'
import { cpuTime, cpuTimeInR } from '../cpu.ts'
import type { MeasureRow } from '../measure.ts'

const SCRIPT = join(import.meta.dirname, 'r/agreement.R')
const FILE = join(import.meta.dirname, '../../src/measure/fixtures/icc5000x5.csv')

/** A call too short for the processor's own clock, made many times. */
const each = (times: number, work: () => unknown) =>
  cpuTime(() => {
    for (let i = 0; i < times; i++) work()
  }) / times

const inR = (name: string, task: string) => ({ name, cpu: cpuTimeInR(SCRIPT, [task, FILE]) })

export function bench(): MeasureRow[] {
  const rows = readNumbers('icc5000x5.csv')
  const table = matrixFrom(rows)
  const gaps = matrixFrom(readNumbers('ka1000x5.csv'))
  const pairs = [0, 1].map((rater) => rows.map((row) => row[rater] ?? null))
  const jobs = [
    [1, 3, 10, 6],
    [2, 3, 10, 7],
    [1, 6, 14, 12],
    [0, 1, 9, 11],
  ]
  const ordinal = (m: typeof table) => krippendorffAlpha(m, 'ordinal').estimate
  return [
    {
      task: 'six intraclass correlations with intervals, 5,000 × 5',
      ours: each(200, () => icc(table)),
      aim: '≥ 100×',
      peer: inR('psych::ICC', 'icc'),
    },
    {
      task: "Krippendorff's ordinal alpha, 5,000 × 5",
      ours: each(200, () => ordinal(table)),
      aim: '≤ 1 ms',
      peer: inR('irr::kripp.alpha', 'alpha'),
    },
    {
      task: "Krippendorff's ordinal alpha, 1,000 × 5, 30 % missing",
      ours: each(500, () => ordinal(gaps)),
    },
    {
      task: 'its bootstrap interval, 1,000 draws',
      ours: cpuTime(() => bootstrapInterval(gaps, ordinal, { random: seededRandom(1) }), 3),
    },
    {
      task: "Cohen's kappa with errors from 5,000 pairs",
      ours: each(200, () =>
        cohenKappa(crossTable(pairs[0] ?? [], pairs[1] ?? [], [1, 2, 3, 4, 5]), { weights: 'quadratic' }),
      ),
      peer: inR('psych::cohen.kappa', 'kappa'),
    },
    {
      task: "1,000 Fisher's exact tests with mid-p, 120 persons",
      ours: cpuTime(() => {
        for (let i = 0; i < 1000; i++)
          fisherExact({ selected: 12, applicants: 40 }, { selected: 48, applicants: 80 })
      }),
      aim: '≤ 10 ms',
      peer: inR('stats::fisher.test', 'fisher'),
    },
    {
      task: "Fisher's exact test of a 4 × 4 table, 96 persons",
      ours: cpuTime(() => fisherTable(jobs), 3),
      peer: inR('stats::fisher.test', 'table'),
    },
  ]
}

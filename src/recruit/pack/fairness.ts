/** Whether groups were chosen alike in one vacancy, as a pack tells it: counts alone, and only where there are enough people. */
import { z } from 'zod'
import { adverseImpact } from '#measure/impact/adverse-impact.ts'
import type { Block } from '../fairness/blocks.ts'
import { reportOf, selectionsOf } from '../fairness/fairness.ts'

/** Far above what one vacancy comes to. Exact tests of millions would keep whoever checks a file busy. */
const MOST = { dimensions: 20, steps: 3, groups: 40, applicants: 10_000 }
const people = z.int().min(0).max(MOST.applicants)
const Group = z.strictObject({ group: z.string(), selected: people, applicants: people })
const number = z.number().nullable()

const Compared = z.strictObject({
  ...{ group: z.string(), ratio: number, belowFourFifths: z.boolean(), exact: z.number() },
})

const Step = z.strictObject({
  step: z.enum(['invitation', 'decision', 'whole']),
  counts: z.array(Group).max(MOST.groups).describe('By group; none: too few people to tell'),
  highest: z.string().nullable(),
  compared: z.array(Compared).max(MOST.groups),
})

export const FairnessTold = z
  .array(z.strictObject({ by: z.string(), steps: z.array(Step).max(MOST.steps) }))
  .max(MOST.dimensions)
export type FairnessTold = z.infer<typeof FairnessTold>
type StepTold = FairnessTold[number]['steps'][number]

const PLACES = 1e6
const rounded = (given: number | null) => (given === null ? null : Math.round(given * PLACES) / PLACES)

/** Of the blocks that are this vacancy and no other; where it is too small to stand alone there is none. */
export function fairnessTold(by: string, blocks: readonly Block[]): FairnessTold[number] {
  return {
    by,
    steps: reportOf(blocks).map(({ step, report }) => {
      const counts = report === null ? [] : selectionsOf(blocks, step)
      return { step, counts, ...comparedOf(counts) }
    }),
  }
}

/** What follows from the counts; `counts`: none, or of two groups at least. */
export function comparedOf(counts: StepTold['counts']): Pick<StepTold, 'highest' | 'compared'> {
  if (counts.length < 2) return { highest: null, compared: [] }
  const { reference, groups } = adverseImpact(counts)
  return {
    highest: reference?.group ?? null,
    compared: groups.map(({ group, ratio, belowFourFifths, exact }) => ({
      ...{ group, belowFourFifths, ratio: rounded(ratio.value), exact: rounded(exact.twoSided) ?? 0 },
    })),
  }
}

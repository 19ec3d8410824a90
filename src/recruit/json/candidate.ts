import { z } from '@hono/zod-openapi'
import type { Dimension } from '../candidate/voluntary.ts'
import type { Block } from '../fairness/blocks.ts'
import type { Step, StepReport } from '../fairness/fairness.ts'
import { type Candidate, STAGES } from '../model.ts'

export const CandidatesJson = z
  .object({
    candidates: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        email: z.string().nullable(),
        letter: z.string().nullable(),
        accommodation: z.string().nullable(),
        stage: z.enum(STAGES),
        appliedAt: z.iso.datetime(),
        withdrawnAt: z.iso.datetime().nullable(),
        erasedAt: z.iso.datetime().nullable(),
      }),
    ),
  })
  .openapi('Candidates')

/** Never ratings, and never what was said of one's own will. */
export function candidatesJson(candidates: readonly Candidate[]): z.infer<typeof CandidatesJson> {
  return {
    candidates: candidates.map(({ id, name, email, letter, accommodation, stage, ...at }) => ({
      ...{ id, name, email, letter, accommodation, stage, appliedAt: at.appliedAt.toISOString() },
      withdrawnAt: at.withdrawnAt?.toISOString() ?? null,
      erasedAt: at.erasedAt?.toISOString() ?? null,
    })),
  }
}

const Group = z.object({ group: z.string(), selected: z.int(), applicants: z.int() })

export const FairnessJson = z
  .object({
    by: z.string(),
    vacancies: z.int(),
    leftOut: z.int().describe('Vacancies that were chosen and cannot be told without others'),
    steps: z.array(
      z.object({
        step: z.string(),
        report: z
          .object({
            selected: z.int(),
            applicants: z.int(),
            reference: Group.nullable(),
            leftOut: z.array(Group),
            groups: z.array(
              Group.extend({
                rate: z.number(),
                impactRatio: z.number().nullable(),
                belowFourFifths: z.boolean(),
                exactTest: z.number(),
                midP: z.number(),
                standardDeviations: z.number().nullable(),
                shortfall: z.number().nullable(),
                fewPeople: z.boolean(),
              }),
            ),
          })
          .nullable()
          .describe('Null: too few people to tell'),
      }),
    ),
  })
  .openapi('Fairness')

interface Shown {
  dimension: Dimension
  blocks: readonly Block[]
  leftOut: number
  steps: readonly { step: Step; report: StepReport | null }[]
}

export function fairnessJson({ dimension, blocks, leftOut, steps }: Shown): z.infer<typeof FairnessJson> {
  return {
    by: dimension.key,
    vacancies: blocks.reduce((sum, { vacancies }) => sum + vacancies.length, 0),
    leftOut,
    steps: steps.map(({ step, report }) => ({ step, report: report && reportJson(report) })),
  }
}

function reportJson({ selected, applicants, reference, leftOut, groups }: StepReport) {
  return {
    ...{ selected, applicants, reference, leftOut: [...leftOut] },
    groups: groups.map((one) => ({
      ...{ group: one.group, selected: one.selected, applicants: one.applicants, rate: one.rate },
      ...{ impactRatio: one.ratio.value, belowFourFifths: one.belowFourFifths, fewPeople: one.few },
      ...{ exactTest: one.exact.twoSided, midP: one.exact.midP },
      ...{ standardDeviations: one.large.value?.z ?? null, shortfall: one.shortfall.value?.persons ?? null },
    })),
  }
}

import { z } from '@hono/zod-openapi'
import type { Onboarding } from '../decision/onboarding.ts'

/** What the API shows of what was handed over when somebody was hired. */

const LevelJson = z.object({
  key: z.string(),
  label: z.string(),
  statements: z.array(z.string()).describe('What people do at it, in the framework’s words of that day'),
})

export const OnboardingJson = z
  .object({
    id: z.uuid(),
    person: z.uuid(),
    vacancy: z.uuid(),
    startsOn: z.iso.date(),
    handedOverAt: z.iso.datetime(),
    goals: z.array(
      z.object({
        framework: z.uuid(),
        competency: z.string(),
        name: z.string(),
        must: z.boolean(),
        kind: z
          .enum(['gap', 'learned'])
          .describe(
            'gap: the interviews found less than the full level; learned: not asked for on the first day',
          ),
        now: LevelJson.nullable().describe('Null: not looked at, or nobody could say'),
        target: LevelJson.describe('The full level of the job'),
        next: LevelJson.describe('The next step on the way'),
        estimated: z
          .object({ from: z.number(), to: z.number() })
          .nullable()
          .describe('Months until the full level, from the lowest to the highest estimate of the panel'),
        expected: z.number().nullable().describe('Months that the job gives; null: it does not say'),
      }),
    ),
  })
  .openapi('Onboarding')

export function onboardingJson(one: Onboarding): z.infer<typeof OnboardingJson> {
  const { id, personId, vacancyId, startsOn, madeAt, goals } = one
  return { id, person: personId, vacancy: vacancyId, startsOn, handedOverAt: madeAt.toISOString(), goals }
}

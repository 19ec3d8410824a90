import { z } from '@hono/zod-openapi'
import type { BankedQuestion } from '../kit/bank.ts'
import { QUESTION_KINDS } from '../model.ts'

export const BankJson = z
  .object({
    questions: z.array(
      z.object({
        id: z.uuid().describe('Stays the same from version to version'),
        version: z.number().int(),
        framework: z.uuid(),
        competency: z.string(),
        about: z.string().nullable().describe('The name of the competency; null: the framework has lost it'),
        kind: z.enum(QUESTION_KINDS),
        text: z.string(),
        probes: z.array(z.string()),
        writtenAt: z.string(),
        retiredAt: z.string().nullable().describe('Null: it is offered for new kits'),
        askedIn: z.array(z.object({ vacancy: z.uuid(), title: z.string(), version: z.number().int() })),
      }),
    ),
  })
  .openapi('QuestionBank')

export function bankJson(questions: readonly BankedQuestion[]): z.infer<typeof BankJson> {
  return {
    questions: questions.map((one) => ({
      ...{ id: one.id, version: one.number, framework: one.framework, competency: one.competency },
      ...{ about: one.competencyName, kind: one.kind, text: one.text, probes: one.probes },
      writtenAt: one.madeAt.toISOString(),
      retiredAt: one.retiredAt?.toISOString() ?? null,
      askedIn: one.uses.map(({ vacancy, title, number }) => ({ vacancy, title, version: number })),
    })),
  }
}

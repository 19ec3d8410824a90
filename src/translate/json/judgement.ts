import { z } from '@hono/zod-openapi'
import { MOST_IN_EXAMPLE, type OwnJudgement } from '../judgement.ts'
import { likeliest } from '../model.ts'

/** What programs are shown of one's own judgements, and what they send to make one. */

const cell = {
  competency: z.string().describe('Its code, or its key where it has none'),
  level: z
    .number()
    .int()
    .nullable()
    .describe('Its number, or its place where it has none; null without levels'),
}

export const JudgementBody = z
  .object({
    framework: z.string().describe('Its name in links').openapi({ example: 'spotlight' }),
    text: z.string().max(MOST_IN_EXAMPLE).openapi({ example: 'I calm people who are upset.' }),
    competency: z.string().describe('Its code or key').openapi({ example: 'A2' }),
    level: z
      .union([z.string(), z.number().int()])
      .optional()
      .describe('Its number or key; left out where the framework has no levels')
      .openapi({ example: 3 }),
    keep: z.boolean().optional().describe('Keep the words as an example for your own translations'),
    propose: z.boolean().optional().describe('Keep them and propose them for everybody’s'),
  })
  .openapi('JudgementToMake')

export const JudgementJson = z
  .object({
    id: z.string(),
    framework: z.string(),
    madeAt: z.string(),
    ...cell,
    said: z.object(cell).describe('What Sightline had said'),
    words: z.string().nullable().describe('Null: you did not want them kept'),
    proposal: z
      .object({ state: z.enum(['waiting', 'accepted', 'rejected']), answer: z.string().nullable() })
      .nullable()
      .describe('Null: it was not proposed'),
  })
  .openapi('Judgement')

export function judgementJson({
  judgement,
  framework,
  proposal,
}: OwnJudgement): z.infer<typeof JudgementJson> {
  const { competencies, scale } = framework
  const shown = (competency: string, level: string | null) => {
    const place = scale.levels.findIndex(({ key }) => key === level)
    return {
      competency: competencies.find(({ key }) => key === competency)?.code ?? competency,
      level: place < 0 ? null : (scale.levels[place]?.number ?? place + 1),
    }
  }
  const { said } = judgement
  return {
    id: judgement.id,
    framework: framework.slug,
    madeAt: judgement.madeAt.toISOString(),
    ...shown(judgement.competency, judgement.level),
    said: shown(said.competencies[0]?.key ?? '', likeliest(said.levels)?.key ?? null),
    words: judgement.text,
    proposal: proposal && { state: proposal.state, answer: proposal.answer },
  }
}

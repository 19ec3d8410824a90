import { z } from '@hono/zod-openapi'
import { MARK_KINDS } from '../wording/mark.ts'
import type { WordingReport } from '../wording/report.ts'

/** What the API shows of a checked text. The schema is the promise; the function below keeps it. */
export const WordingJson = z
  .object({
    marks: z
      .array(
        z.object({
          start: z.number().int().describe('In UTF-16 units of the text as it was sent'),
          end: z.number().int(),
          text: z.string(),
          kind: z.enum(MARK_KINDS),
          why: z.string(),
          instead: z.string(),
          behaviour: z
            .object({
              framework: z.string().describe('Its name in links'),
              competency: z.string(),
              level: z.string(),
              text: z.string(),
            })
            .nullable()
            .describe(
              'For a quality: what somebody does who has it; null where no framework has words for it',
            ),
        }),
      )
      .describe('In the order of the text. Marks of words never overlap; a long sentence may hold some'),
    reading: z.object({
      words: z.number().int(),
      sentences: z.number().int(),
      grade: z.number().nullable().describe('Flesch–Kincaid; null for fewer than 30 words'),
      age: z.number().int().nullable().describe('From which it reads with ease'),
    }),
    advice: z.array(z.string()).describe('About the text as a whole'),
  })
  .openapi('Wording')

export function wordingJson({ parts, reading, advice }: WordingReport): z.infer<typeof WordingJson> {
  const { words, sentences, grade, age } = reading
  const marks = parts.flatMap((part) => part.marks)
  return {
    marks: marks.map(({ start, end, text, kind, why, instead, behaviour }) => ({
      ...{ start, end, text, kind, why, instead },
      behaviour: behaviour && {
        framework: behaviour.framework.slug,
        competency: behaviour.competency.name,
        level: behaviour.level,
        text: behaviour.text,
      },
    })),
    reading: { words, sentences, grade: grade === null ? null : Math.round(grade * 10) / 10, age },
    advice,
  }
}

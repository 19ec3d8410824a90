import { z } from '@hono/zod-openapi'
import type { Part } from './answer.ts'
import { type Translated, translatedJson } from './translated.ts'

/** What the API shows of translations. The schemas are the promise; the functions below keep it. */

const share = z.number().min(0).max(1)
const number = z.number().int().nullable().describe('Of the level; its place where it has no number')

const StatementJson = z
  .object({
    text: z.string(),
    competencies: z
      .array(z.object({ code: z.string(), name: z.string(), probability: share }))
      .describe('All of the framework, the likeliest first'),
    levels: z.array(z.object({ number, probability: share })).describe('All, from the lowest'),
    band: z
      .enum(['likely', 'possible', 'unsure'])
      .describe('How far to trust it; unsure is not to be acted on'),
    levelBand: z.enum(['likely', 'possible', 'unsure']).describe('How far to trust the level'),
    backend: z.string().describe('What has read it; “lexical” counts words only'),
    reasons: z.object({
      nearest: z.array(
        z.object({
          text: z.string(),
          competencies: z.array(z.string()),
          level: number,
          likeness: z.number(),
        }),
      ),
      cues: z.array(z.object({ cue: z.string(), level: number })),
      words: z
        .array(z.object({ word: z.string(), competency: z.number(), level: z.number() }))
        .describe('How much less likely the answer is without each word; empty for long texts'),
      corrections: z.array(z.object({ wrote: z.string(), meant: z.string() })),
      notices: z.array(z.string()),
      backend: z
        .string()
        .nullable()
        .describe('Why words were only counted although the sentence model was wanted'),
      attribute: z
        .object({ wrote: z.string(), competencies: z.array(z.string()), saidBy: z.string().nullable() })
        .nullable()
        .describe('Set when the text only names a quality, such as “empathy”'),
      question: z
        .object({ text: z.string(), answers: z.array(z.object({ code: z.string(), text: z.string() })) })
        .nullable()
        .describe('What would tell the two likeliest apart'),
      higher: z
        .object({ level: number, statements: z.array(z.string()), description: z.string().nullable() })
        .nullable()
        .describe('What would make it one level higher'),
    }),
  })
  .openapi('TranslatedStatement')

export const TranslationJson = z
  .object({
    frameworks: z.array(
      z.object({
        framework: z.string().describe('Its name in links'),
        statements: z.array(StatementJson).describe('One for each activity, in the order of the text'),
      }),
    ),
    left: z.number().int().describe('Activities beyond those that are answered at once'),
  })
  .openapi('Translation')

/** `slugs`: of the frameworks, in the order in which each answer has them. */
export function translationJson(
  slugs: readonly string[],
  parts: readonly Part[],
  left: number,
): z.infer<typeof TranslationJson> {
  const answers = parts.flatMap((part, i) => {
    if (part.kind !== 'answer') return []
    const after = parts[i + 1]
    return [part.answer.through.map((one) => withWords(one, after))]
  })
  const frameworks = slugs.map((framework, i) => ({
    framework,
    statements: answers.flatMap((through) => (through[i] ? [translatedJson(through[i])] : [])),
  }))
  return { frameworks, left }
}

/** The words that carry an answer come in the part after it, if they were looked for. */
function withWords(one: Translated, after: Part | undefined): Translated {
  if (after?.kind !== 'words') return one
  const found = after.words.through.find(({ framework }) => framework.id === one.framework.id)
  return found ? { ...one, reasons: { ...one.reasons, words: found.words } } : one
}

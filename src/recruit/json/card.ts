import { z } from '@hono/zod-openapi'
import type { Entry, Question, Scorecard } from '../model.ts'
import { cardVersion, emptyEntry } from '../rating/card.ts'

/** What the API shows of one's own scorecard. */

const maybe = z.string().nullable()

const EntryJson = z
  .object({
    question: z.uuid(),
    revision: z.number().int().describe('Send it back with what you change; 0: nothing is noted yet'),
    rating: z.number().int().nullable(),
    noResponse: z.boolean().describe('The candidate had no answer; not a low rating'),
    skipped: maybe.describe('Why the question was not asked'),
    extraProbe: maybe,
    notes: maybe,
    quotes: z.array(z.object({ text: z.string(), at: z.string() })),
    level: maybe.describe('The level that the answer shows'),
    months: z.number().int().nullable().describe('Until the full level is reached, as you estimate'),
  })
  .openapi('ScorecardEntry')

export const CardJson = z
  .object({
    candidate: z.object({ id: z.uuid(), name: z.string() }),
    submittedAt: z.iso.datetime().nullable().describe('Set: nothing can be changed any more'),
    sealNumber: z.number().int().nullable().describe('Its place in the vacancy’s chain'),
    version: z.number().int().describe('Changes with every change; send it when you submit'),
    obstacle: maybe.describe('Why nothing can be written now'),
    entries: z.array(EntryJson).describe('One for each question, in the kit’s order'),
  })
  .openapi('Scorecard')

export const ArrivedJson = z
  .object({
    at: z.iso.datetime(),
    entries: z.array(
      z.object({
        question: z.uuid(),
        isStale: z
          .boolean()
          .describe('Another device was first: nothing was changed; bring yours together with this'),
        now: EntryJson,
      }),
    ),
  })
  .openapi('ScorecardSaved')

interface CardFacts {
  candidate: { id: string; name: string }
  card: Scorecard | null
  questions: readonly Pick<Question, 'id'>[]
  obstacle: string | null
}

export function cardJson({ candidate, card, questions, obstacle }: CardFacts): z.infer<typeof CardJson> {
  const entries = card?.entries ?? []
  return {
    candidate: { id: candidate.id, name: candidate.name },
    submittedAt: card?.submittedAt?.toISOString() ?? null,
    sealNumber: card?.sealNumber ?? null,
    version: cardVersion(entries),
    obstacle,
    entries: questions.map(({ id }) => entries.find(({ question }) => question === id) ?? emptyEntry(id)),
  }
}

export function arrivedJson({
  at,
  entries,
}: {
  at: Date
  entries: { question: string; isStale: boolean; now: Entry }[]
}): z.infer<typeof ArrivedJson> {
  return { at: at.toISOString(), entries }
}

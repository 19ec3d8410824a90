import { z } from '@hono/zod-openapi'
import type { Happening } from './happening.ts'
import { plainSentence } from './sentence.ts'

const ThingSchema = z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() })

const EventSchema = z
  .object({
    number: z.number().int().describe('Counts from 1 without a gap'),
    id: z.uuid(),
    at: z.iso.datetime(),
    says: z.string().describe('The event as a sentence'),
    actor: z.object({
      kind: z.enum(['person', 'visitor', 'terminal', 'system']),
      id: z.uuid().nullable(),
      name: z.string().nullable(),
    }),
    via: z.enum(['page', 'token', 'terminal', 'system']),
    act: z.string().describe('The thing and what was done to it, such as “person: added”'),
    on: ThingSchema,
    also: z.array(ThingSchema).describe('What else it was about, at most fifty things'),
    changes: z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() })),
    note: z.record(z.string(), z.unknown()),
    hasWords: z.boolean().describe('False: names and values have been erased'),
  })
  .openapi('HistoryEvent')

export const EventsSchema = z
  .object({
    events: z.array(EventSchema).describe('Newest first'),
    before: z
      .number()
      .int()
      .nullable()
      .describe('Give it as `before` for the next; null: there are no older ones'),
  })
  .openapi('HistoryEvents')

export const HeadSchema = z.object({ number: z.number().int(), seal: z.string() }).openapi('HistoryHead', {
  description: 'The newest event. Note it elsewhere, and give the seal to `sightline history verify --head`.',
})

/** An import is about everybody; their own histories tell the rest. */
const MOST_ALSO = 50

export function eventJson(happening: Happening): z.infer<typeof EventSchema> {
  const { at, ...event } = happening
  const also = event.also.slice(0, MOST_ALSO)
  return { ...event, also, at: at.toISOString(), says: plainSentence(happening) }
}

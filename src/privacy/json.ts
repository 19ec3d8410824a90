import { z } from '@hono/zod-openapi'
import { RETENTION_KINDS } from './retention.ts'

/** What programs are shown of everything that is kept about somebody. */
export const AboutSchema = z
  .object({
    about: z.object({ id: z.uuid(), name: z.string() }),
    organization: z.string(),
    made: z.iso.datetime(),
    parts: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        seenBy: z.array(z.object({ what: z.string(), who: z.string() })).describe('Who can see what of it'),
        holds: z.unknown(),
      }),
    ),
  })
  .openapi('About')

export const PseudonymSchema = z.object({ pseudonym: z.string() }).openapi('Pseudonym')

export const RetentionSchema = z
  .object({
    kinds: z.array(
      z.object({
        kind: z.enum(RETENTION_KINDS),
        months: z.number().int().nullable().describe('null: for ever'),
        due: z.number().int().describe('How many would go today'),
        names: z.array(z.string()).describe('Some of the people who would'),
      }),
    ),
  })
  .openapi('Retention')

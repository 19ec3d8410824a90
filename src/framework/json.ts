import { z } from '@hono/zod-openapi'
import type { FrameworkCard } from './card.ts'
import type { Found, FoundStatement, Piece } from './found.ts'
import { ALIGNMENT_TYPES, type Framework, SCALE_KINDS, STATEMENT_KINDS } from './model.ts'

/** What the API shows of frameworks. The schemas are the promise; the functions below keep it. */

const text = z.string()
const maybe = z.string().nullable()

const LevelName = z.object({ key: text, number: z.number().int().nullable(), name: maybe })

export const FrameworkCardJson = z
  .object({
    slug: text,
    title: text,
    summary: maybe,
    publisher: maybe,
    origin: z.enum(['library', 'intake', 'file']),
    publishedAt: z.iso.datetime(),
    scale: z.object({ kind: z.enum(SCALE_KINDS), levels: z.array(LevelName) }),
    competencies: z.number().int().describe('How many'),
    statements: z.number().int().describe('How many, of every kind'),
  })
  .openapi('FrameworkSummary')

const PublicationJson = z.object({
  title: text,
  authors: maybe,
  publisher: maybe,
  year: z.number().int().nullable(),
  url: maybe,
})

const StatementJson = z
  .object({
    id: z.uuid(),
    kind: z.enum(STATEMENT_KINDS),
    level: maybe.describe("The level's key, for indicators only"),
    text,
    ours: z.boolean().describe('Written by Sightline where the source had nothing'),
    also: z.array(text).describe('Keys of further competencies that the source gives the statement to'),
    publication: PublicationJson.nullable(),
  })
  .openapi('Statement')

const CompetencyJson = z
  .object({
    id: z.uuid(),
    key: text,
    code: maybe,
    name: text,
    group: maybe,
    definition: maybe,
    why: maybe,
    aliases: z.array(text),
    statements: z.array(StatementJson),
  })
  .openapi('Competency')

const AlignmentJson = z.object({
  id: z.uuid(),
  from: text,
  to: z.object({ framework: text, competency: text }),
  type: z.enum(ALIGNMENT_TYPES),
  note: maybe,
})

export const FrameworkJson = z
  .object({
    id: z.uuid(),
    slug: text,
    title: text,
    summary: maybe,
    publisher: maybe,
    source: z.object({ title: text, url: maybe, note: maybe }).nullable(),
    licence: z.object({ name: text, url: maybe, attribution: maybe }),
    language: text.describe('BCP 47'),
    version: text,
    scale: z.object({
      kind: z.enum(SCALE_KINDS),
      levels: z
        .array(LevelName.extend({ id: z.uuid(), description: maybe, cues: z.array(text) }))
        .describe('From the lowest to the highest'),
    }),
    groups: z.array(z.object({ id: z.uuid(), key: text, code: maybe, name: text, definition: maybe })),
    competencies: z.array(CompetencyJson),
    alignments: z.array(AlignmentJson),
  })
  .openapi('Framework')

export const FoundJson = z
  .object({
    searchable: z.boolean().describe('False when every word is too common to look for'),
    statements: z.number().int().describe('How many match in all'),
    competencies: z.number().int().describe('How many match in all'),
    hits: z.array(
      z.object({
        framework: z.object({ slug: text, title: text, language: text }),
        competency: z.object({ key: text, code: maybe, name: text }),
        called: z.array(text).describe('The everyday names it was found by, when nothing else of it matches'),
        count: z.number().int().describe('Statements of this competency that match'),
        statements: z.array(
          z.object({
            id: z.uuid(),
            kind: z.enum(STATEMENT_KINDS),
            level: LevelName.nullable(),
            text,
            found: z.array(text).describe('The words that match, as they stand in the text'),
          }),
        ),
      }),
    ),
    frameworks: z
      .array(z.object({ slug: text, title: text, levels: z.array(text).describe('Level names that match') }))
      .describe('Found by title, publisher or level names'),
    near: z.array(text).describe('The words as they may have been meant, when nothing was found'),
  })
  .openapi('Found')

/** Dates as ISO 8601 in UTC. */
export function cardJson(card: FrameworkCard): z.infer<typeof FrameworkCardJson> {
  const { publishedAt, scaleKind, levels, ...rest } = card
  return { ...rest, publishedAt: publishedAt.toISOString(), scale: { kind: scaleKind, levels } }
}

/** The model is what the API shows; should the two part, this stops compiling. */
export function frameworkJson(framework: Framework): z.infer<typeof FrameworkJson> {
  return framework
}

const plain = (pieces: Piece[]) => pieces.map((piece) => piece.text).join('')

function foundStatementJson({ id, kind, level, text }: FoundStatement) {
  const found = text.filter((piece) => piece.found).map((piece) => piece.text)
  return { id, kind, level, text: plain(text), found }
}

export function foundJson({ hits, frameworks, ...rest }: Found): z.infer<typeof FoundJson> {
  return {
    ...rest,
    frameworks: frameworks.map(({ slug, title, levels }) => ({
      slug,
      title: plain(title),
      levels: levels.map(plain),
    })),
    hits: hits.map(({ framework, key, code, name, called, count, statements }) => ({
      framework,
      competency: { key, code, name: plain(name) },
      called: called.map(plain),
      count,
      statements: statements.map(foundStatementJson),
    })),
  }
}

import { z } from 'zod'
import type { Flag, Section } from '../model.ts'
import { SECTIONS } from '../model.ts'

/** What the API promises of a draft; `draftJson` keeps it. Apart from `../json.ts`, so that the terminal loads no schemas. */

const FLAGS = [
  'joined',
  'split',
  'columns',
  'damaged',
  'incomplete',
  'suggestion',
  'edited',
] as const satisfies Flag[]

const Lines = z.tuple([z.int(), z.int()]).readonly().describe('First and last line of the source, from 1')

const Item = z
  .object({
    text: z.string(),
    confidence: z.number().min(0).max(1).describe('How sure the reader is of the place'),
    lines: Lines,
    rule: z.string().describe('The rule that placed it'),
    flags: z.array(z.enum(FLAGS)),
  })
  .meta({ id: 'DraftItem' })

const Level = z.object({
  number: z.int().nullable().describe('null where the level has only a name'),
  name: z.string().nullable(),
  order: z.int().describe('Position in the document, from 0'),
  indicators: z.array(Item),
})

const sections = Object.fromEntries(SECTIONS.map((section) => [section, z.array(Item)])) as Record<
  Section,
  z.ZodArray<typeof Item>
>

const Competency = z.object({
  name: z.string().nullable(),
  group: z.string().nullable(),
  code: z.string().nullable(),
  definition: z.array(Item),
  levels: z.array(Level),
  sections: z.object(sections),
  emptySections: z.array(z.string()).describe('Headings with nothing under them'),
})

const Edit = z.object({
  rule: z.string(),
  before: z.array(z.string()),
  after: z.array(z.string()),
  lines: Lines,
})

export const DraftSchema = z
  .object({
    title: z.string().nullable(),
    competencies: z.array(Competency),
    headings: z.array(Item).describe('Words that became structure'),
    unplaced: z.array(Item),
    furniture: z.array(Item),
    edits: z.array(Edit).describe('Joins and splits'),
    ledger: z.object({
      sourceWords: z.int(),
      placedWords: z.int(),
      lostWords: z.int(),
      inventedWords: z.int(),
    }),
  })
  .meta({ id: 'Draft' })

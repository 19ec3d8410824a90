import { z } from 'zod'
import { ALIGNMENT_TYPES, SCALE_KINDS } from './model.ts'

/**
 * The shape of a framework file. Titles and descriptions show up in editors that understand JSON Schema;
 * `library/framework.schema.json` is made from this file.
 */

function text(title: string, description?: string) {
  return z
    .string()
    .trim()
    .min(1)
    .refine((words) => !words.includes('\0'))
    .meta(description === undefined ? { title } : { title, description })
}

const url = z
  .url({ protocol: /^https?$/ })
  .meta({ title: 'Address', description: 'Starts with https:// or http://.' })

const Saying = z.strictObject({
  text: text('Statement'),
  ours: z
    .boolean()
    .optional()
    .meta({ title: 'Ours', description: 'true: written by us where the source had nothing.' }),
  also: z.array(z.string().trim().min(1)).optional().meta({
    title: 'Also',
    description: 'Codes of further competencies that the source gives this statement to.',
  }),
})

const Statement = z.union([text('Statement', 'One behaviour, starting with a verb.'), Saying])

const Publication = z.strictObject({
  title: text('Title', 'Of the book, article or site.'),
  authors: text('Authors').optional(),
  publisher: text('Publisher').optional(),
  year: z.int().min(1450).max(2100).optional().meta({ title: 'Year' }),
  url: url.optional(),
  text: text('What it is good for').optional(),
  ours: Saying.shape.ours,
  also: Saying.shape.also,
})

const Resource = z.union([text('Resource'), Publication, Saying])

function listOf<T extends z.ZodType>(item: T, title: string, description?: string) {
  return z
    .array(item)
    .optional()
    .meta(description === undefined ? { title } : { title, description })
}

const Level = z.strictObject({
  number: z
    .int()
    .min(0)
    .max(9999)
    .optional()
    .meta({ title: 'Number', description: 'Leave it out if levels only have names.' }),
  name: text('Name').optional(),
  description: text('Description', 'What work looks like here, in a sentence or two.').optional(),
  cues: listOf(text('Cue'), 'Cues', 'Words and phrases that betray this level in plain speech.'),
})

const Group = z.strictObject({
  code: text('Code', 'In quotes if it looks like a number.').optional(),
  name: text('Name'),
  definition: text('Definition').optional(),
})

const Competency = z.strictObject({
  code: text('Code', 'In quotes if it looks like a number.').optional(),
  name: text('Name'),
  group: text('Group', 'The code or name of a group of this file.').optional(),
  definition: text('Definition').optional(),
  why: text('Why it matters').optional(),
  aliases: listOf(text('Alias'), 'Aliases', 'Other names and everyday words for it.'),
  levels: z.record(z.string(), z.array(Statement)).optional().meta({
    title: 'Statements by level',
    description:
      'The key is the number of the level, or its name. An empty list says that the source has nothing there.',
  }),
  balance: z
    .strictObject({
      underused: listOf(Statement, 'Too little'),
      skilled: listOf(Statement, 'Right'),
      overused: listOf(Statement, 'Too much'),
    })
    .optional()
    .meta({
      title: 'Balance',
      description: 'What too little, the right measure and too much of it look like.',
    }),
  activities: listOf(Statement, 'Activities for development'),
  courses: listOf(Statement, 'Courses'),
  resources: listOf(Resource, 'Resources', 'Books, articles, sites.'),
  questions: listOf(Statement, 'Interview questions'),
  key: listOf(Statement, 'Key behaviours', 'Statements that belong to no level.'),
  notes: listOf(Statement, 'Notes'),
})

const Alignment = z.strictObject({
  from: text('From', 'A competency of this file: its code, else its name in lower case with hyphens.'),
  to: text(
    'To',
    'Slug of another framework, a slash, and the key of a competency in it, such as spotlight/a2.',
  ),
  type: z.enum(ALIGNMENT_TYPES).meta({ title: 'Type', description: '"from" is … than, or to, "to".' }),
  note: text('Note', 'Why you think so.').optional(),
})

/** The keys that a competency may have. */
export const COMPETENCY_KEYS: ReadonlySet<string> = new Set(Object.keys(Competency.shape))

export const FrameworkFile = z
  .strictObject({
    slug: text('Slug', 'The name in links and on the command line: lower case, digits and hyphens.'),
    title: text('Title'),
    summary: text('Summary', 'What it is and whom it is for, in a sentence or two.').optional(),
    publisher: text('Publisher', 'Who issued the original.').optional(),
    source: z
      .strictObject({ title: text('Title'), url: url.optional(), note: text('Note').optional() })
      .optional()
      .meta({ title: 'Source', description: 'The document that this framework comes from.' }),
    licence: z
      .strictObject({
        name: text('Name', 'Of the licence of the words as they stand here, such as CC BY 4.0.'),
        url: url.optional(),
        attribution: text('Attribution', 'Whose work is restated, and on what terms.').optional(),
      })
      .meta({ title: 'Licence' }),
    language: text('Language', 'A language tag, such as en-GB.'),
    version: text('Version', 'Such as 1.0.0; in quotes if it looks like a number.'),
    scale: z
      .strictObject({
        kind: z.enum(SCALE_KINDS).meta({
          title: 'Kind',
          description: 'proficiency: how well; stage: where in a career; bands: broad steps.',
        }),
        levels: z.array(Level).meta({ title: 'Levels', description: 'The lowest first. May be empty.' }),
      })
      .meta({ title: 'Scale' }),
    groups: listOf(Group, 'Groups'),
    competencies: z.array(Competency).min(1).meta({ title: 'Competencies' }),
    alignments: listOf(Alignment, 'Alignments', 'How competencies here relate to those of other frameworks.'),
  })
  .meta({ title: 'Competency framework', description: 'One framework in one file.' })

export type FrameworkFile = z.infer<typeof FrameworkFile>
export type FileStatement = z.infer<typeof Statement>
export type FileResource = z.infer<typeof Resource>
export type FileCompetency = z.infer<typeof Competency>
export type FileLevel = z.infer<typeof Level>

/** The JSON Schema of a framework file, as it stands in `library/framework.schema.json`. */
export function frameworkJsonSchema(): string {
  const schema = z.toJSONSchema(FrameworkFile, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      // Levels are keyed by number, and some validators of YAML take the key `1:` for no string.
      delete jsonSchema.propertyNames
    },
  })
  return `${JSON.stringify(schema, null, 2)}\n`
}

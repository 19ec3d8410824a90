import { parse } from 'yaml'
import { z } from 'zod'
import { Invalid } from '#errors.ts'

/** A corpus: statements that people make, labelled with the competency and level that they show. */

const VOICES = ['first', 'spoken', 'long', 'third', 'cv', 'terse', 'fragment', 'typo'] as const

const Label = z.strictObject({ competency: z.string().min(1), level: z.number().int() })

const CorpusEntry = z.strictObject({
  id: z.string(),
  text: z.string().min(1),
  /** The likelier first. */
  labels: z.array(Label).min(1).max(2),
  occupation: z.string(),
  voice: z.enum(VOICES),
  note: z.string().optional(),
})

const CorpusFile = z.strictObject({
  corpus: z.string(),
  group: z.number().int(),
  name: z.string(),
  licence: z.string(),
  statements: z.array(CorpusEntry),
})

export type CorpusEntry = z.infer<typeof CorpusEntry>
export type CorpusFile = z.infer<typeof CorpusFile>

/** Reads one file of the corpus. Throws `Invalid` with the place of the first fault. */
export function parseCorpus(text: string, name: string): CorpusFile {
  const read = CorpusFile.safeParse(parse(text))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new Invalid(`${name}: ${issue?.path.join('.')}: ${issue?.message}. Put it right and try again.`)
}

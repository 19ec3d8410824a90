/** A scorecard as one panel member fills it in: what may be sent, what it must hold to be submitted, and what is sealed of it. */
import { z } from 'zod'
import type { SealedContent } from '../chain.ts'
import type { Entry, Question, Quote, Scorecard } from '../model.ts'

const LONGEST = 5000

const text = z
  .string()
  .nullable()
  .transform((given) => given?.normalize('NFC').replace(/\r\n?/g, '\n').trim() || null)
  .pipe(z.string().max(LONGEST, 'Use at most 5,000 characters for one answer.').nullable())

/** What a device sends of one answer, with the revision that it started from. */
export const EntryInput = z
  .object({
    question: z.uuid('Name a question of this vacancy.').transform((id) => id.toLowerCase()),
    revision: z
      .int()
      .min(0)
      .describe('The revision that these changes were made to; 0 where there was nothing yet'),
    rating: z.int().min(1).max(9).nullable(),
    noResponse: z.boolean(),
    skipped: text.or(z.literal('')).describe('Why the question was not asked; null: it was asked'),
    extraProbe: text,
    notes: text,
    quotes: z
      .array(z.object({ text: z.string().trim().min(1).max(2000), at: z.string().trim().max(40) }))
      .max(50),
    level: z.string().max(60).nullable(),
    months: z
      .int('Give the months as a whole number.')
      .min(0)
      .max(120, 'Give at most 120 months.')
      .nullable(),
  })
  .refine(
    ({ rating, noResponse, skipped }) =>
      [rating !== null, noResponse, skipped !== null].filter(Boolean).length < 2,
    {
      message:
        'A rating, no response and a question that was not asked shut each other out. Keep one of them.',
      path: ['rating'],
    },
  )
export type EntryInput = z.infer<typeof EntryInput>

export const EntriesInput = z.array(EntryInput).max(60)

/** Nothing is said of the answer yet. */
export function emptyEntry(question: string): Entry {
  return {
    ...{ question, rating: null, noResponse: false, skipped: null, extraProbe: null, notes: null },
    ...{ quotes: [], level: null, months: null, revision: 0 },
  }
}

/** The fields of a form that hold one answer, each followed by a colon and the question's id. */
const CARD_FIELDS = ['given', 'skipped', 'probe', 'notes', 'quotes', 'level', 'months', 'revision'] as const
export type CardField = (typeof CARD_FIELDS)[number]

export const cardField = (field: CardField, question: string) => `${field}:${question}`

/** What the choice between a rating and its absences is called in forms. */
export const NO_RESPONSE = 'none'
export const NOT_ASKED = 'skipped'

/**
 * The answers that a form holds, in the order of the questions; what is not in the form is left out. As they were typed: whether
 * they can be saved is for `EntryInput` to say. A number that is none is NaN.
 */
export function entriesFrom(
  fields: Readonly<Record<string, string>>,
  questions: readonly Pick<Question, 'id'>[],
): Entry[] {
  return questions.flatMap(({ id }) => {
    const of = (field: CardField) => fields[cardField(field, id)] ?? ''
    if (fields[cardField('revision', id)] === undefined) return []
    const given = of('given')
    return {
      ...{ question: id, revision: Number(of('revision')), notes: of('notes'), extraProbe: of('probe') },
      rating: /^[1-9]$/.test(given) ? Number(given) : null,
      noResponse: given === NO_RESPONSE,
      skipped: given === NOT_ASKED ? of('skipped').trim() : null,
      quotes: quotesFrom(of('quotes')),
      level: of('level') || null,
      months: of('months').trim() === '' ? null : Number(of('months')),
    }
  })
}

/** One quote a line; a time at its beginning, such as 14:05, is when it was said. */
export function quotesFrom(lines: string): Quote[] {
  return lines.split(/\r?\n/).flatMap((line) => {
    const whole = line.trim()
    const [at = ''] = /^\d{1,2}:\d{2}/.exec(whole) ?? []
    const said = whole.slice(at.length).trim()
    return said === '' ? [] : [{ text: said, at }]
  })
}

export function quotesText(quotes: readonly Quote[]): string {
  return quotes.map(({ text: said, at }) => (at ? `${at} ${said}` : said)).join('\n')
}

/** An answer as the form shows it: the same as `entriesFrom` reads. */
export function fieldsOf(entry: Entry): Record<CardField, string> {
  const { skipped, extraProbe, notes, quotes, level, months, revision } = entry
  return {
    given: givenOf(entry),
    skipped: skipped ?? '',
    probe: extraProbe ?? '',
    notes: notes ?? '',
    quotes: quotesText(quotes),
    level: level ?? '',
    months: months === null ? '' : String(months),
    revision: String(revision),
  }
}

function givenOf({ rating, noResponse, skipped }: Entry): string {
  if (rating !== null) return String(rating)
  if (noResponse) return NO_RESPONSE
  return skipped === null ? '' : NOT_ASKED
}

/** What the member has decided about the answer. */
export type Verdict = 'rated' | 'no response' | 'not asked' | 'open'

export function verdictOf({
  rating,
  noResponse,
  skipped,
}: Pick<Entry, 'rating' | 'noResponse' | 'skipped'>): Verdict {
  if (rating !== null) return 'rated'
  if (noResponse) return 'no response'
  return skipped === null ? 'open' : 'not asked'
}

/**
 * What becomes of an answer that was sent: taken when it was made to what stands now; `there` when the same was sent before;
 * `stale` when another device was first, so that nothing old overwrites.
 */
export function arrival(now: Entry, sent: EntryInput): 'take' | 'there' | 'stale' {
  const { revision, ...said } = sent
  const { revision: standing, ...stands } = now
  const same = JSON.stringify(inOrder(said)) === JSON.stringify(inOrder(stands))
  if (same) return 'there'
  return revision === standing ? 'take' : 'stale'
}

const inOrder = (of: Omit<Entry, 'revision'>) => [
  ...[of.question, of.rating, of.noResponse, of.skipped, of.extraProbe, of.notes, of.level, of.months],
  ...of.quotes.map(({ text: said, at }) => [said, at]),
]

/** What still keeps a card from being submitted, by question; none: it may be. */
export function lacksOf(
  questions: readonly Pick<Question, 'id' | 'points'>[],
  entries: readonly Entry[],
): Map<string, string> {
  return new Map(
    questions.flatMap(({ id, points }): [string, string][] => {
      const entry = entries.find(({ question }) => question === id) ?? emptyEntry(id)
      const verdict = verdictOf(entry)
      if (verdict === 'open')
        return [[id, 'Rate the answer, or say that there was none or that the question was not asked.']]
      if (verdict === 'not asked' && !entry.skipped) return [[id, 'Say why the question was not asked.']]
      if (entry.rating !== null && entry.rating > points)
        return [[id, `Choose a rating from 1 to ${points}.`]]
      return []
    }),
  )
}

/** Changes with every change of the card, so that what is submitted is what was looked at. */
export function cardVersion(entries: readonly Pick<Entry, 'revision'>[]): number {
  return entries.reduce((sum, { revision }) => sum + revision, 0)
}

/** What is sealed of a card: its numbers and choices for ever, what was written by seals alone. */
export function sealedContent({
  candidateId,
  entries,
}: Pick<Scorecard, 'candidateId' | 'entries'>): SealedContent {
  const texts = entries.flatMap((entry) =>
    textsOf(entry).map(([place, said]) => [`${entry.question} ${place}`, said] as const),
  )
  return {
    body: {
      candidate: candidateId,
      entries: entries.map(({ question, rating, noResponse, level, months }) => ({
        question,
        rating,
        noResponse,
        level,
        months,
      })),
    },
    texts: Object.fromEntries(texts),
  }
}

function textsOf({ skipped, extraProbe, notes, quotes }: Entry): [string, string][] {
  const all: [string, string | null][] = [
    ['why not asked', skipped],
    ['extra probe', extraProbe],
    ['notes', notes],
    ...quotes.map(({ text: said, at }, i): [string, string] => [
      `quote ${i + 1}`,
      at ? `${at} ${said}` : said,
    ]),
  ]
  return all.flatMap(([place, said]): [string, string][] => (said ? [[place, said]] : []))
}

/**
 * Sharing: a person lets others see some rows of their profile: with named people, or with whoever has a link, until a day
 * or until it is taken back. Without it nobody sees anything. A row shows what it is about as that then is.
 */
import { z } from 'zod'
import { isUuid } from '#lib/uuid.ts'

const ROW_KINDS = ['level', 'story', 'evidence', 'activity'] as const
export type RowKind = (typeof ROW_KINDS)[number]

/** What a row is about. */
export type RowRef =
  | { kind: 'level'; framework: string; competency: string }
  | { kind: Exclude<RowKind, 'level'>; thing: string }

/** The row as a form's value and as a key: "level FRAMEWORK KEY", "story ID". */
export function refText(ref: RowRef): string {
  return ref.kind === 'level' ? `level ${ref.framework} ${ref.competency}` : `${ref.kind} ${ref.thing}`
}

/** What `refText` wrote; null: it is none. */
export function readRef(text: string): RowRef | null {
  const [name = '', id = '', ...rest] = text.split(' ')
  const kind = ROW_KINDS.find((one) => one === name)
  if (!kind || !isUuid(id)) return null
  if (kind !== 'level') return rest.length === 0 ? { kind, thing: id.toLowerCase() } : null
  const competency = rest.join(' ')
  return competency === '' ? null : { kind, framework: id.toLowerCase(), competency }
}

/** For how many days something may be shared. A link always ends. */
export const DAYS = [1, 7, 30, 90] as const

const text = (most: number) =>
  z
    .string()
    .nullish()
    .transform((typed) => (typed ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim() || null)
    .pipe(z.string().max(most, `Use at most ${most} characters.`).nullable())

const MOST_ROWS = 500

/** What somebody shares, as a form or a program gives it; names are looked up elsewhere. */
export const ShareInput = z
  .object({
    rows: z
      .array(z.string())
      .min(1, 'Choose at least one row to share.')
      .max(MOST_ROWS, `Choose at most ${MOST_ROWS} rows.`)
      .transform((all, context) => {
        const refs = all.map(readRef)
        if (refs.includes(null)) context.addIssue('One of the rows cannot be understood. Choose them again.')
        return refs.filter((ref) => ref !== null)
      }),
    /** Ids of people. */
    people: z.array(z.uuid('Give people by their ids.')).max(50, 'Share with at most 50 people at once.'),
    /** By a link, for whoever has it. */
    link: z.boolean(),
    /** Null: until it is taken back. */
    days: z
      .union(
        DAYS.map((days) => z.literal(days)),
        'Choose 1, 7, 30 or 90 days.',
      )
      .nullable(),
    note: text(300),
  })
  .refine(({ link, people }) => link || people.length > 0, {
    path: ['people'],
    message: 'Name somebody, or choose a link.',
  })
  .refine(({ link, days }) => !link || days !== null, {
    path: ['days'],
    message: 'A link has to end. Choose for how long it works.',
  })
export type ShareInput = z.infer<typeof ShareInput>

export type ShareState = 'active' | 'ended' | 'taken back'

export interface Share {
  id: string
  note: string | null
  /** Whether there is a link; the link itself is kept nowhere. */
  hasLink: boolean
  madeAt: Date
  /** Null: until it is taken back. */
  expiresAt: Date | null
  revokedAt: Date | null
  with: { id: string; name: string }[]
  rows: (RowRef & { id: string })[]
  looks: number
  lastLook: Date | null
}

/** It ends at the very moment that it says. */
export function shareState(
  { revokedAt, expiresAt }: Pick<Share, 'revokedAt' | 'expiresAt'>,
  now: Date,
): ShareState {
  if (revokedAt !== null) return 'taken back'
  return expiresAt !== null && expiresAt <= now ? 'ended' : 'active'
}

/** Somebody looked at what was shared. */
export interface Look {
  at: Date
  /** Null: by the link, by whoever had it. */
  person: { id: string; name: string } | null
}

/** Of things that can be shared, those that these rows show, and no others. */
export function onlyShared<T>(
  things: readonly T[],
  refs: readonly RowRef[],
  refOf: (thing: T) => RowRef,
): T[] {
  const shown = new Set(refs.map(refText))
  return things.filter((thing) => shown.has(refText(refOf(thing))))
}

const KIND_WORDS: Record<RowKind, [one: string, several: string]> = {
  level: ['level', 'levels'],
  story: ['story', 'stories'],
  evidence: ['piece of evidence', 'pieces of evidence'],
  activity: ['activity', 'activities'],
}

/** "5 levels and 1 story". */
export function rowsInWords(refs: readonly { kind: RowKind }[]): string {
  const parts = ROW_KINDS.flatMap((kind) => {
    const count = refs.filter((ref) => ref.kind === kind).length
    return count === 0 ? [] : [`${count} ${KIND_WORDS[kind][count === 1 ? 0 : 1]}`]
  })
  if (parts.length < 2) return parts[0] ?? 'nothing any more'
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

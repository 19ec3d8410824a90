/** How long each kind of data is kept: what there is, what Sightline proposes, and how periods are read. */
import { z } from 'zod'

export const RETENTION_KINDS = [
  'people',
  'vacancies',
  'history',
  'words',
  'mails',
  'invitations',
  'imports',
  'jobs',
  'wishes',
] as const
export type RetentionKind = (typeof RETENTION_KINDS)[number]

export interface RetentionRule {
  title: string
  /** What goes, and from when the period counts. */
  says: string
  /** What Sightline proposes, in months; null: for ever. */
  months: number | null
  /** Why this long. */
  because: string
}

/** In the order in which they are applied: people first, so that their other traces go with them. */
export const RETENTION_RULES: Record<RetentionKind, RetentionRule> = {
  people: {
    title: 'People who have left',
    says: 'They are erased, that is, replaced by a pseudonym, this long after their last day.',
    months: 72,
    because: 'Most claims about employment can no longer be made after six years.',
  },
  vacancies: {
    title: 'Vacancies that are over',
    says: 'What is left of them goes this long after the decision: kit, ratings, decisions, panel, and how those who were hired have done. Counts that lead to nobody stay. Candidates who were not hired are erased long before, when the months that each vacancy has promised them are over.',
    months: 72,
    because: 'Long enough to answer for a decision, and to learn which questions foretell how people do.',
  },
  history: {
    title: 'Words in the history',
    says: 'Names and values of events this old are erased. That something happened, when and to what, stays.',
    months: 120,
    because: 'Who decided what can matter for years; the words name people, so they do not stay for ever.',
  },
  words: {
    title: 'Words kept in Translate',
    says: 'What people wrote and kept as examples of their own, this long after they judged it. That they judged stays; so do examples that a steward has accepted for everybody.',
    months: 36,
    because: 'Work changes, and by then the words have taught what they can.',
  },
  mails: {
    title: 'Mails',
    says: 'Which mails were sent, to whom and whether they arrived. Those still on their way stay.',
    months: 3,
    because: 'Long enough to find out why somebody did not get one.',
  },
  invitations: {
    title: 'Invitations that are over',
    says: 'Accepted, withdrawn and expired invitations, this long after they were made.',
    months: 12,
    because: 'Who let whom in stays in the history anyway.',
  },
  imports: {
    title: 'Files of people',
    says: 'Files that were sent and never read in, and the lists of what a file has changed.',
    months: 3,
    because: 'Long enough to look up what a file has done.',
  },
  jobs: {
    title: 'Jobs that could not be done',
    says: 'They are taken off the list, this long after they were given up.',
    months: 3,
    because: 'What nobody has tried again by then is no longer wanted.',
  },
  wishes: {
    title: 'Wishes to be erased',
    says: 'What was wished and answered, this long after it was settled.',
    months: 36,
    because: 'Long enough to show that wishes were answered.',
  },
}

/** Months by kind; null: for ever. */
export type Periods = Record<RetentionKind, number | null>

/** The periods that hold: what the owner has decided, else what Sightline proposes. */
export function periodsFrom(decided: Partial<Periods>): Periods {
  const entries = RETENTION_KINDS.map((kind) => [
    kind,
    kind in decided ? decided[kind] : RETENTION_RULES[kind].months,
  ])
  return Object.fromEntries(entries) as Periods
}

const MOST = 600

/** Months as they are typed; nothing typed means for ever. */
const Months = z
  .string('Give a number of months.')
  .transform((typed) => typed.trim())
  .pipe(z.string().regex(/^\d{0,6}$/, 'Give a whole number of months, or nothing to keep it for ever.'))
  .transform((typed) => (typed === '' ? null : Number(typed)))
  .pipe(
    z
      .number()
      .min(1, 'Keep it for one month at least.')
      .max(MOST, `Give at most ${MOST} months, or nothing to keep it for ever.`)
      .nullable(),
  )

/** The form of all periods. */
export const PeriodsForm = z.object(
  Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, Months])) as Record<RetentionKind, typeof Months>,
)

/** The moment before which everything of this kind is too old; null: nothing ever is. */
export function cutOff(now: Date, months: number | null): Date | null {
  if (months === null) return null
  const cut = new Date(now)
  cut.setUTCMonth(cut.getUTCMonth() - months)
  // The 31st of a shorter month would be a day of the next.
  if (cut.getUTCDate() !== now.getUTCDate()) cut.setUTCDate(0)
  return cut
}

/** "6 years", "18 months", "for ever". */
export function monthsWords(months: number | null): string {
  if (months === null) return 'for ever'
  if (months % 12 === 0) return months === 12 ? '1 year' : `${months / 12} years`
  return months === 1 ? '1 month' : `${months} months`
}

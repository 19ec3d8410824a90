/** What comes in from the forms and programs that fill a workbook. */
import { z } from 'zod'
import { ActivityText, ANSWERS, type Answer, type Workbook } from './model.ts'

/** An answer to one statement; null takes it away, and then nothing is said of it. */
export interface Given {
  statement: string
  answer: Answer | null
}

/** More than the largest framework has. */
const MOST_ANSWERS = 10_000

/** Answers as a program sends them, in the order in which they were given. */
export const GivenAnswers = z
  .array(
    z.object({
      statement: z.uuid('Give the statement’s id.'),
      answer: z
        .enum(ANSWERS, `Answer with ${ANSWERS.join(', ')}, or null for no answer.`)
        .nullable()
        .describe(
          'now: use it often now; develop: want to develop it for this job; seldom: have it but seldom use it here; later: want it for a later job; not: does not apply; null: no answer',
        ),
    }),
  )
  .max(MOST_ANSWERS, 'Send fewer answers at once.')

const ANSWER_FIELD = 'answer:'
const SHOWN_FIELD = 'shown:'

/** What the page of a workbook calls its fields. */
export const answerField = (statement: string) => `${ANSWER_FIELD}${statement}`
export const shownField = (statement: string) => `${SHOWN_FIELD}${statement}`

/**
 * Of a whole page, only what differs from what the page showed when it was opened: what was answered elsewhere since stays.
 * Throws nothing: a value that is no answer is none.
 */
export function changedAnswers(fields: Record<string, string>): Given[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const statement = name.startsWith(ANSWER_FIELD) ? name.slice(ANSWER_FIELD.length) : ''
    if (!z.uuid().safeParse(statement).success || fields[shownField(statement)] === value) return []
    return [{ statement, answer: ANSWERS.find((one) => one === value) ?? null }]
  })
}

/** How a round begins. */
export const StartInput = z.object({
  framework: z.string('Choose a framework.').min(1, 'Choose a framework.').max(200),
  mixed: z.boolean().default(false).describe('Statements in mixed order, else competency by competency'),
  earlier: z.boolean().default(false).describe('Begin with the answers of the last round'),
})
export type StartInput = z.input<typeof StartInput>

const POSITIVE = ANSWERS.filter((answer) => answer !== 'not') as Exclude<Answer, 'not'>[]

/** An activity in its place, as the person confirms it. */
export const ActivityInput = z.object({
  text: ActivityText,
  competency: z.string('Choose what it shows.').min(1, 'Choose what it shows.').max(200),
  level: z.string('Choose the level whose words fit best.').min(1, 'Choose the level whose words fit best.'),
  answer: z.enum(POSITIVE, 'Say how you do it.'),
  /** Where Translate had put it, as "competency level"; empty: nowhere. */
  said: z.string().max(400).optional().default(''),
})
export type ActivityInput = z.infer<typeof ActivityInput>

/** Where Translate put an activity, as the form carries it. */
export const saidAs = (competency: string, level: string) => `${competency} ${level}`

/** Of the rounds of one framework, the latest that is finished; undefined when none is. */
export function lastFinished(workbooks: readonly Workbook[], frameworkId: string): Workbook | undefined {
  return workbooks
    .filter((one) => one.frameworkId === frameworkId && one.finishedAt !== null)
    .toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())[0]
}

/** A framework that can be answered, and where the person stands with it. */
export interface Offer {
  slug: string
  title: string
  /** What the framework is about, in a sentence. */
  summary: string | null
  /** How many statements it asks; 0: none, so it cannot be answered. */
  asks: number
  competencies: number
  /** The round that is being answered. */
  open: { id: string; answered: number; changedAt: Date } | null
  /** The latest first. */
  finished: { id: string; answered: number; finishedAt: Date }[]
}

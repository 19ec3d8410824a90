import { z } from '@hono/zod-openapi'
import type { Framework } from '#framework/model.ts'
import { type Activity, ANSWERS, type Answer, type StatementAnswer, type Workbook } from '../model.ts'
import type { Part } from '../order.ts'
import type { Progress } from '../progress.ts'
import type { Offer } from '../workbook.ts'

/** What programs are shown of workbooks. The schemas are the promise; the functions below keep it. */

const moment = z.string().datetime()
const answer = z.enum(ANSWERS).nullable().describe('Null: no answer, which is not “no”')

export const OffersJson = z
  .array(
    z.object({
      framework: z.string().describe('Its name in links'),
      title: z.string(),
      statements: z.number().int().describe('How many are asked; 0: it has no behaviour by level'),
      open: z.object({ id: z.string(), answered: z.number().int(), changedAt: moment }).nullable(),
      finished: z.array(z.object({ id: z.string(), answered: z.number().int(), finishedAt: moment })),
    }),
  )
  .openapi('Workbooks')

export function offersJson(offers: readonly Offer[]) {
  return offers.map(({ slug, title, asks, open, finished }) => ({
    ...{ framework: slug, title, statements: asks },
    open: open && { ...open, changedAt: open.changedAt.toISOString() },
    finished: finished.map((one) => ({ ...one, finishedAt: one.finishedAt.toISOString() })),
  }))
}

export const WorkbookJson = z
  .object({
    id: z.string(),
    framework: z.string().describe('Its name in links'),
    mixed: z.boolean().describe('Asks in mixed order, else competency by competency'),
    startedAt: moment,
    changedAt: moment,
    finishedAt: moment.nullable(),
    answered: z.number().int(),
    next: z.string().nullable().describe('The statement to go on with; null: all are answered'),
    statements: z
      .array(
        z.object({
          id: z.string(),
          text: z.string(),
          competency: z.string(),
          level: z.string(),
          answer,
          answeredAt: moment.nullable(),
        }),
      )
      .describe('In the order in which the workbook asks'),
    activities: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        competency: z.string(),
        level: z.string(),
        answer: z.string(),
        placedBy: z.enum(['translate', 'person']),
      }),
    ),
  })
  .openapi('Workbook')

interface Whole {
  workbook: Workbook
  framework: Pick<Framework, 'slug'>
  answers: readonly StatementAnswer[]
  activities: readonly Activity[]
  parts: readonly Part[]
  progress: Progress
}

export function workbookJson({ workbook, framework, answers, activities, parts, progress }: Whole) {
  const given = new Map<string, { answer: Answer; answeredAt: Date }>(
    answers.map((one) => [one.statementId, one]),
  )
  return {
    ...{ id: workbook.id, framework: framework.slug, mixed: workbook.mixed },
    startedAt: workbook.startedAt.toISOString(),
    changedAt: workbook.changedAt.toISOString(),
    finishedAt: workbook.finishedAt?.toISOString() ?? null,
    ...{ answered: progress.answered, next: progress.next?.statement ?? null },
    statements: parts.flatMap(({ questions }) =>
      questions.map(({ id, text, competency, level }) => ({
        ...{ id, text, competency, level, answer: given.get(id)?.answer ?? null },
        answeredAt: given.get(id)?.answeredAt.toISOString() ?? null,
      })),
    ),
    activities: activities.map(({ id, text, competency, level, answer, placedBy }) => ({
      ...{ id, text, competency, level, answer, placedBy },
    })),
  }
}

export const SavedJson = z
  .object({
    at: moment,
    gone: z
      .array(z.string())
      .describe('Statements that the framework does not have, so nothing was saved of them'),
  })
  .openapi('SavedAnswers')

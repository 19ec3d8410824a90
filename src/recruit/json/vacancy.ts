import { z } from '@hono/zod-openapi'
import type { KitFault } from '../kit/kit.ts'
import { QUESTION_KINDS, VACANCY_STATES } from '../model.ts'
import type { Opened } from '../opened.ts'
import type { VacancyCard } from '../vacancy-card.ts'

const day = z.string().nullable()
const moment = z.string().nullable()

const VacancyBrief = z.object({
  id: z.uuid(),
  title: z.string(),
  role: z.string(),
  state: z.enum(VACANCY_STATES),
  places: z.number().int(),
  applyUntil: day,
  decideBy: day,
  fixedAt: moment.describe('From then on criteria, weights, questions and anchors stay; null: still open'),
  candidates: z.number().int().describe('Who have applied and not withdrawn'),
})

export const VacanciesJson = z.object({ vacancies: z.array(VacancyBrief) }).openapi('Vacancies')

const AnchorJson = z.object({
  from: z.number().int(),
  to: z.number().int(),
  label: z.string(),
  texts: z.array(z.string()),
  level: z.string().nullable(),
})

export const KitJson = z
  .object({
    id: z.uuid(),
    title: z.string(),
    purpose: z.string(),
    state: z.enum(VACANCY_STATES),
    fixedAt: moment,
    keepMonths: z.number().int(),
    questionsBefore: z.number().int().nullable(),
    minutes: z.number().int().describe('How long an interview takes, as estimated'),
    criteria: z.array(
      z.object({
        id: z.uuid(),
        framework: z.uuid(),
        competency: z.string(),
        name: z.string(),
        entryLevel: z.string().nullable(),
        level: z.string(),
        months: z.number().int().nullable(),
        must: z.boolean(),
        weight: z.number().int().nullable().describe('Null: it is not assessed, but learned in the job'),
      }),
    ),
    panel: z.array(
      z.object({
        person: z.uuid(),
        name: z.string(),
        chairs: z.boolean(),
        preparedAt: moment,
        leftAt: moment,
      }),
    ),
    questions: z.array(
      z.object({
        id: z.uuid(),
        criterion: z.uuid(),
        kind: z.enum(QUESTION_KINDS),
        text: z.string(),
        probes: z.array(z.string()),
        askedBy: z.uuid().nullable(),
        points: z.number().int(),
        anchors: z.array(AnchorJson),
      }),
    ),
    faults: z.array(
      z.object({
        question: z.uuid().nullable(),
        says: z.string(),
        stops: z.boolean().describe('The kit cannot be fixed while it stands'),
      }),
    ),
  })
  .openapi('Kit')

const iso = (at: Date | string | null) => (at === null ? null : new Date(at).toISOString())

export function vacanciesJson(cards: readonly VacancyCard[]): z.infer<typeof VacanciesJson> {
  return {
    vacancies: cards.map(({ id, title, role, state, places, applyUntil, decideBy, fixedAt, candidates }) => ({
      ...{ id, title, role, state, places, applyUntil, decideBy, candidates, fixedAt: iso(fixedAt) },
    })),
  }
}

export function kitJson(
  { vacancy, criteria, panel, questions }: Opened,
  { faults, minutes }: { faults: KitFault[]; minutes: number },
): z.infer<typeof KitJson> {
  const { id, title, purpose, state, fixedAt, keepMonths, questionsBefore } = vacancy
  return {
    ...{ id, title, purpose, state, keepMonths, questionsBefore, minutes, criteria, faults },
    fixedAt: iso(fixedAt),
    panel: panel.map(({ personId, name, isChair, preparedAt, leftAt }) => ({
      ...{ person: personId, name, chairs: isChair, preparedAt: iso(preparedAt), leftAt: iso(leftAt) },
    })),
    questions: questions.map(({ source: _, ...question }) => question),
  }
}

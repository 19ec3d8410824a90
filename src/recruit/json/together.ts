import { z } from '@hono/zod-openapi'
import type { Candidate, PanelMember, Question, Scorecard } from '../model.ts'
import type { Consensus } from '../rating/consensus.ts'
import { spreadsOf } from '../rating/spread.ts'

const maybe = z.string().nullable()
const Person = z.object({ id: z.uuid(), name: z.string() })

const Given = z.object({
  person: Person,
  rating: z.int().nullable(),
  noResponse: z.boolean().describe('The candidate had no answer; not a low rating'),
  skipped: maybe.describe('Why the question was not asked'),
  extraProbe: maybe,
  notes: maybe,
  quotes: z.array(z.object({ text: z.string(), at: z.string() })),
  level: maybe,
  months: z.int().nullable(),
})

const Agreed = z.object({
  rating: z.int().nullable().describe('Null: the panel agreed that it cannot be rated'),
  level: maybe,
  months: z.int().nullable(),
  reason: z.string(),
  by: Person,
  at: z.iso.datetime(),
  sealNumber: z.int(),
})

export const TogetherJson = z
  .object({
    candidate: Person,
    ownFirst: z
      .boolean()
      .describe('Submit your own scorecard first; until then nothing of the others stands here'),
    obstacle: maybe.describe('Why nothing can be agreed now'),
    missing: z.array(Person).describe('Members without a submitted scorecard'),
    answers: z
      .array(
        z.object({
          question: z.uuid(),
          spread: z.int().nullable().describe('Points between the highest and the lowest rating'),
          isSplit: z.boolean().describe('Some rated it, others heard no response or did not ask'),
          given: z.array(Given).describe('As each gave it alone'),
          agreed: z.array(Agreed).describe('The last one holds'),
        }),
      )
      .describe('The largest difference first; none while no scorecard may be seen'),
  })
  .openapi('Together')

interface Facts {
  candidate: Pick<Candidate, 'id' | 'name'>
  questions: readonly Question[]
  panel: readonly PanelMember[]
  cards: readonly Scorecard[]
  consensus: readonly Consensus[]
  missing: readonly PanelMember[]
  ownFirst: boolean
  obstacle: string | null
}

/** What the page of the cards side by side says, for programs. */
export function togetherJson(facts: Facts): z.infer<typeof TogetherJson> {
  const { candidate, questions, panel, cards, consensus, missing, ownFirst, obstacle } = facts
  const person = (id: string) => ({
    id,
    name: panel.find(({ personId }) => personId === id)?.name ?? 'Somebody',
  })
  const answers = cards.length === 0 ? [] : spreadsOf(questions, cards)
  return {
    ...{ candidate: { id: candidate.id, name: candidate.name }, ownFirst, obstacle },
    missing: missing.map(({ personId }) => person(personId)),
    answers: answers.map(({ question, spread, isSplit, given }) => ({
      ...{ question: question.id, spread, isSplit },
      given: given.map(({ personId, entry: { question: _, revision: __, ...said } }) => ({
        ...{ person: person(personId), ...said },
      })),
      agreed: consensus
        .filter((one) => one.question === question.id)
        .map(({ rating, level, months, reason, madeBy, madeAt, sealNumber }) => ({
          ...{ rating, level, months, reason, by: person(madeBy), at: madeAt.toISOString(), sealNumber },
        })),
    })),
  }
}

import { z } from '@hono/zod-openapi'
import type { Foretelling } from '../ledger/foretell.ts'
import type { Ledger, LedgerQuestion } from '../ledger/ledger.ts'
import { AFTER_MONTHS } from '../ledger/outcome.ts'

const number = z.number().nullable()

const Foretells = z
  .array(
    z.object({
      afterMonths: z.int(),
      people: z.int(),
      verdict: z.enum(['too few', 'no difference', 'open', 'foretells', 'hardly', 'against']),
      tau: number.describe('Kendall’s tau-b of the ratings given alone; null: cannot be told'),
      interval: z.object({ lower: z.number(), upper: z.number() }).nullable(),
      chance: number.describe('How often chance alone gives a tau this far from 0'),
      isExact: z.boolean(),
      tauWithAgreed: number,
      rangeOfHired: number.describe(
        'How far the hired spread at hiring, of how far all who were rated spread',
      ),
    }),
  )
  .openapi('Foretells')

export const LedgerJson = z
  .object({
    vacancies: z.int(),
    hired: z.int(),
    competencies: z.array(
      z.object({
        framework: z.uuid(),
        competency: z.string(),
        name: z.string(),
        foretells: Foretells,
        questions: z.array(
          z.object({
            text: z.string(),
            kind: z.enum(['past', 'situation']),
            vacancies: z.int(),
            candidates: z.int(),
            foretells: Foretells,
            signs: z.array(z.object({ kind: z.string(), says: z.string(), advice: z.string() })),
          }),
        ),
      }),
    ),
  })
  .openapi('Ledger')

/** Numbers of questions alone: no row of a person. */
export function ledgerJson({ vacancies, hired, competencies }: Ledger): z.infer<typeof LedgerJson> {
  return {
    vacancies,
    hired,
    competencies: competencies.map(({ framework, competency, name, foretells, questions }) => ({
      ...{ framework, competency, name, foretells: foretellsJson(foretells) },
      questions: questions.map(({ text, kind, vacancies: asked, candidates, foretells: own, signs }) => ({
        ...{ text, kind, vacancies: asked, candidates, foretells: foretellsJson(own), signs },
      })),
    })),
  }
}

function foretellsJson(foretells: LedgerQuestion['foretells']) {
  return AFTER_MONTHS.map((after) => figuresOf(foretells[after]))
}

function figuresOf({ after, n, verdict, alone, settled, range }: Foretelling) {
  return {
    ...{ afterMonths: after, people: n, verdict, tau: alone?.tau.value ?? null },
    ...{ interval: alone?.interval.value ?? null, chance: alone?.chance.value ?? null },
    ...{ isExact: alone?.isExact ?? false, tauWithAgreed: settled?.tau.value ?? null, rangeOfHired: range },
  }
}

import { z } from '@hono/zod-openapi'
import type { Signature } from '../decision/decision.ts'
import { type Decision, standingSignatures } from '../decision/decision.ts'
import { openPoints, type Standing } from '../decision/sheet.ts'

/** What the API shows of a decision. */

const Range = z.object({ lower: z.number(), upper: z.number() }).nullable()
const Combined = z.object({ score: z.number().nullable(), interval: Range }).nullable()
const span = <T extends z.ZodType>(of: T) => z.object({ from: of, to: of }).nullable()
const outcome = z.enum(['offer', 'reserve', 'no'])
const maybe = z.string().nullable()

const BasisJson = z
  .object({
    members: z.array(z.uuid()).describe('Whose scorecards counted'),
    missing: z.array(z.uuid()).describe('Who was on the panel and had given none'),
    alone: Combined.describe(
      'From 0 to 100 by the fixed weights, with the 95 % interval; null: no scorecard',
    ),
    together: Combined.describe('With what was agreed; null: nothing was'),
    criteria: z.array(
      z.object({
        criterion: z.uuid(),
        alone: z.number().nullable().describe('From 0 to 100; null: nobody rated it'),
        together: z.number().nullable(),
        spread: z.number().nullable().describe('Points between the highest and the lowest rating'),
        level: maybe.describe('Shown now, as a key of the scale; null: nobody said'),
        levels: span(z.string()),
        gate: z
          .enum(['yes', 'not yet', 'unknown'])
          .nullable()
          .describe('Whether a must-have is met; null: it is none'),
        months: span(z.number()).describe('Until the full level, as estimated'),
      }),
    ),
  })
  .openapi('DecisionBasis')

const DecidedJson = z
  .object({
    id: z.uuid(),
    candidate: z.uuid(),
    outcome,
    place: z.number().int().nullable().describe('The order in the reserve'),
    reason: z.string().describe('Empty when it was erased with the candidate'),
    despite: maybe.describe('Why in spite of what was open'),
    changes: maybe.describe('Why an earlier decision was replaced'),
    basis: BasisJson,
    decidedBy: z.uuid(),
    decidedAt: z.iso.datetime(),
    seal: z.number().int().describe('Its number in the vacancy’s chain'),
    holds: z.boolean().describe('False: a later decision has replaced it'),
  })
  .openapi('HiringDecision')

export const DecisionJson = z
  .object({
    vacancy: z.object({ id: z.uuid(), title: z.string(), places: z.number().int() }),
    seen: z.number().int().describe('The number of the last seal; send it with what you decide'),
    obstacle: maybe.describe('Why you cannot decide now; null: you can'),
    candidates: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        asked: z
          .enum(['asked', 'hired', 'declined', 'withdrawn', 'erased', 'not interviewed'])
          .describe('Only about those who are asked about is anything decided'),
        open: z
          .array(z.enum(['no card', 'missing', 'unknown', 'not yet']))
          .describe('What an offer or a place in the reserve has to be reasoned against (despite)'),
        basis: BasisJson,
      }),
    ),
    decisions: z.array(DecidedJson).describe('In the order of the chain, those that were replaced too'),
    signatures: z.array(
      z.object({
        person: z.uuid(),
        signedAt: z.iso.datetime(),
        dissent: maybe.describe('Another opinion'),
        seal: z.number().int(),
        holds: z.boolean().describe('False: the decision has changed since'),
      }),
    ),
  })
  .openapi('Decision')

interface Shown {
  vacancy: { id: string; title: string; places: number }
  head: number
  obstacle: string | null
  standing: Standing
  decisions: Decision[]
  signatures: Signature[]
}

export function decisionJson(shown: Shown): z.infer<typeof DecisionJson> {
  const { head, obstacle, standing, decisions, signatures } = shown
  const { id, title, places } = shown.vacancy
  const holding = standingSignatures(signatures, decisions)
  return {
    ...{ vacancy: { id, title, places }, seen: head, obstacle },
    candidates: standing.candidates.map(({ id, name, asked, basis }) => ({
      ...{ id, name, asked, basis },
      open: asked === 'asked' ? openPoints(basis).map(({ kind }) => kind) : [],
    })),
    decisions: decisions.map((one) => decidedJson(one, standing)),
    signatures: signatures.map(({ id, personId, signedAt, dissent, sealNumber }) => ({
      ...{ person: personId, signedAt: signedAt.toISOString(), dissent, seal: sealNumber },
      holds: holding.get(personId)?.id === id,
    })),
  }
}

function decidedJson(one: Decision, { latest }: Pick<Standing, 'latest'>): z.infer<typeof DecidedJson> {
  const { id, candidateId, outcome, place, reason, despite, changes, basis } = one
  return {
    ...{ id, candidate: candidateId, outcome, place, reason, despite, changes, basis },
    ...{ decidedBy: one.madeBy, decidedAt: one.madeAt.toISOString(), seal: one.sealNumber },
    holds: latest.get(candidateId)?.id === id,
  }
}

/** A combination as it is handed on: plain numbers, and where there is none, why. */
import { z } from 'zod'
import type { Combined } from './combine.ts'

const number = z.number().nullable()

export const CombinedTold = z.strictObject({
  score: number.describe('From 0 to 100; null: see `why`'),
  why: z.string().nullable(),
  interval: z.strictObject({ lower: z.number(), upper: z.number() }).nullable().describe('95 %'),
  bounds: z
    .strictObject({ lower: z.number(), upper: z.number() })
    .describe('Were all that is unknown the lowest, or the highest'),
  criteria: z.array(
    z.strictObject({
      criterion: z.uuid(),
      score: number,
      rated: z.int(),
      of: z.int(),
      gate: z.enum(['yes', 'not yet', 'unknown']).nullable().describe('Of a must-have; null: it is none'),
    }),
  ),
})
export type CombinedTold = z.infer<typeof CombinedTold>

const PLACES = 1e6
const rounded = (given: number) => Math.round(given * PLACES) / PLACES
const maybe = (given: number | null) => (given === null ? null : rounded(given))
const span = ({ lower, upper }: { lower: number; upper: number }) => ({
  lower: rounded(lower),
  upper: rounded(upper),
})

/** Rounded to six places, since the last digits of logarithms may differ from machine to machine. */
export function combinedTold({ score, interval, bounds, criteria }: Combined): CombinedTold {
  return {
    score: maybe(score.value),
    why: score.value === null ? score.reason : null,
    interval: interval.value && span(interval.value),
    bounds: span(bounds),
    criteria: criteria.map((one) => ({ ...one, score: maybe(one.score) })),
  }
}

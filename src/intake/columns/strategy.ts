/**
 * Which widths and which setting to search with: neither is known, and each is easily read off the other. Quick
 * searches with soft edges start from equal widths; the promising settings are then searched with care.
 */

import type { Evidence } from './evidence.ts'
import { ownLanguage } from './language.ts'
import type { Page } from './page.ts'
import { REASONS, SETTINGS } from './reasons.ts'
import { type Effort, type Found, search } from './search.ts'
import { equalWidth, fittedWidths } from './widths.ts'

/** How much searching a page gets. */
export interface Plan {
  /** Widths to start from, as factors of the equal width. */
  starts: readonly number[]
  /** How soft the edges are in the quick searches, one after the other. */
  softEdges: readonly number[]
  quick: Effort
  /** How many of the quick results are searched with care, and how often each. */
  promising: number
  rounds: number
  careful: Effort
}

const THOROUGH: Plan = {
  starts: [1, 1.15],
  softEdges: [0.12, 0.06],
  quick: { beam: 8, partial: 4, whole: 6 },
  promising: 2,
  rounds: 3,
  careful: { beam: 32, partial: 10, whole: 20 },
}

const HASTY: Plan = {
  starts: [1.08],
  softEdges: [0.08],
  quick: { beam: 4, partial: 2, whole: 4 },
  promising: 1,
  rounds: 1,
  careful: { beam: 8, partial: 4, whole: 8 },
}

/** Sizes up to which each plan takes a second or two; beyond the last the page is not searched. */
const PLANS: readonly { most: number; plan: Plan }[] = [
  { most: 4_000, plan: THOROUGH },
  { most: 20_000, plan: HASTY },
]

/** What a line costs beside its words, in words. */
const LINE = 4

/** The plan for a page of this size; null for pages that are too large to search. */
export function planFor(page: Page): Plan | null {
  const full = page.lines.filter((line) => line.length > 0)
  const words = full.reduce((sum, line) => sum + line.length, 0)
  const size = (words + LINE * full.length) * page.columns
  return PLANS.find(({ most }) => size <= most)?.plan ?? null
}

export interface Attempt extends Found {
  evidence: Evidence
}

/** The best reading of the page that was found, with the widths and the setting under which it is best. */
export function readBest(page: Page, plan: Plan): Attempt {
  const language = ownLanguage()
  const attempts = SETTINGS.flatMap((setting) =>
    plan.starts.map((start) => {
      const widths = Array.from({ length: page.columns }, () => equalWidth(page) * start)
      return quickly({ page, language, reasons: REASONS, setting, widths }, plan)
    }),
  )
  attempts.sort((a, b) => b.reading.score - a.reading.score)
  const careful = attempts.slice(0, plan.promising).flatMap((attempt) => carefully(attempt, plan))
  return careful.reduce((one, other) => (other.reading.score > one.reading.score ? other : one))
}

function quickly(evidence: Evidence, plan: Plan): Attempt {
  let { widths } = evidence
  for (const edge of plan.softEdges) {
    const soft = { ...evidence, widths, reasons: { ...evidence.reasons, edge } }
    widths = fittedWidths(soft, search(soft, plan.quick).reading)
  }
  const sharp = { ...evidence, widths }
  return { evidence: sharp, ...search(sharp, plan.quick) }
}

function carefully(start: Attempt, plan: Plan): Attempt[] {
  const found: Attempt[] = []
  let last = start
  for (let round = 0; round < plan.rounds; round++) {
    const evidence = { ...last.evidence, widths: fittedWidths(last.evidence, last.reading) }
    last = { evidence, ...search(evidence, plan.careful) }
    found.push(last)
  }
  return found
}

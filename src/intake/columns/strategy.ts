/**
 * Which widths and which setting to search with: neither is known, and each is easily read off the other. Quick
 * searches with soft edges start from equal widths; the promising settings are then searched with care.
 */

import type { Evidence } from './evidence.ts'
import { type Language, ownLanguage } from './language.ts'
import type { Page } from './page.ts'
import { REASONS, type Reasons, SETTINGS } from './reasons.ts'
import { type Effort, type Found, search } from './search.ts'
import { equalWidth, fittedWidths } from './widths.ts'

export const QUICK: Effort = { beam: 8, partial: 4, whole: 6 }
export const CAREFUL: Effort = { beam: 32, partial: 10, whole: 20 }
/** How soft the edges are in the quick searches, one after the other. */
const SOFT_EDGES = [0.12, 0.06]
const STARTS = [1, 1.15]
const PROMISING = 2
const CAREFUL_ROUNDS = 3

export interface Attempt extends Found {
  evidence: Evidence
}

/** The best reading of the page that was found, with the widths and the setting under which it is best. */
export function readBest(page: Page, language: Language = ownLanguage()): Attempt {
  const attempts = SETTINGS.flatMap((setting) =>
    STARTS.map((start) =>
      quickly({ page, language, reasons: REASONS, setting, widths: equalWidths(page, start) }),
    ),
  )
  const careful = attempts.sort(better).slice(0, PROMISING).flatMap(carefully)
  return careful.reduce((one, other) => (other.reading.score > one.reading.score ? other : one))
}

const better = (a: Attempt, b: Attempt): number => b.reading.score - a.reading.score

function equalWidths(page: Page, factor: number): number[] {
  return Array.from({ length: page.columns }, () => equalWidth(page) * factor)
}

function quickly(evidence: Evidence): Attempt {
  let { widths } = evidence
  for (const edge of SOFT_EDGES) {
    const soft = { ...evidence, widths, reasons: withEdge(evidence.reasons, edge) }
    widths = fittedWidths(soft, search(soft, QUICK).reading)
  }
  const attempt = { ...evidence, widths }
  return { evidence: attempt, ...search(attempt, QUICK) }
}

function withEdge(reasons: Reasons, edge: number): Reasons {
  return { ...reasons, edge }
}

function carefully(start: Attempt): Attempt[] {
  const found: Attempt[] = []
  let last = start
  for (let round = 0; round < CAREFUL_ROUNDS; round++) {
    const evidence = { ...last.evidence, widths: fittedWidths(last.evidence, last.reading) }
    last = { evidence, ...search(evidence, CAREFUL) }
    found.push(last)
  }
  return found
}

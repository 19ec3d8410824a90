/** Which roles fit one person: their own question, about roles. People are never put in an order here. */
import { type Gap, type Summary, summaryOf } from './gap.ts'
import type { Role } from './model.ts'

/**
 * How a role stands to the person, in the order in which roles are listed: every must-have is met; none is known to be
 * missing, but some are unknown; some are not met yet; nothing at all is known.
 */
export const FITS = ['met', 'open', 'not yet', 'nothing known'] as const
export type FitKind = (typeof FITS)[number]

export interface Fit {
  role: Role
  kind: FitKind
  gaps: readonly Gap[]
  summary: Summary
  /** Levels that are known to be missing, over all that the role needs: how long the way is, not how good somebody is. */
  missing: number
}

/** The person's gaps to one role. */
export function fitOf(role: Role, gaps: readonly Gap[]): Fit {
  const summary = summaryOf(gaps)
  const missing = gaps.reduce((sum, gap) => sum + (gap.missing ?? 0), 0)
  return { role, kind: kindOf(gaps, summary), gaps, summary, missing }
}

function kindOf(gaps: readonly Gap[], { must: { full } }: Summary): FitKind {
  if (gaps.every(({ standing }) => standing === 'unknown' || standing === 'not shared'))
    return 'nothing known'
  if (full.below > 0) return 'not yet'
  return full.unknown + full.notShared > 0 ? 'open' : 'met'
}

/** By kind; within it fewer must-haves to go, then fewer unknown, then the shorter way, then the title. */
export function inOrderOfFit(fits: readonly Fit[]): Fit[] {
  const unknown = ({ summary }: Fit) => summary.must.full.unknown + summary.other.full.unknown
  return fits.toSorted(
    (a, b) =>
      FITS.indexOf(a.kind) - FITS.indexOf(b.kind) ||
      a.summary.must.full.below - b.summary.must.full.below ||
      unknown(a) - unknown(b) ||
      a.missing - b.missing ||
      a.role.title.localeCompare(b.role.title, 'en'),
  )
}

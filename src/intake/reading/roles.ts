/**
 * What a short line is: title, group, competency, a heading that we do not know, or simply a short statement. Decided
 * from what follows and from what has been read so far, never from the look alone.
 */
import type { Entry } from './entry.ts'
import { namesDocument } from './names.ts'
import { LABELS, type Plan } from './plan.ts'
import { isRequirementTable } from './requirements.ts'
import type { SectionKind } from './rules.ts'
import { isCapitals, wordCount } from './vocabulary.ts'

export type Role = 'head' | 'competency' | 'group' | 'unknown' | 'sub' | 'content'

/** What the reader knows about the competency it is reading when it comes to a short line. */
export interface Standing {
  open: boolean
  /** Its name is that of a document, such as "Competency framework". */
  titled: boolean
  hasLevels: boolean
  hasDefinition: boolean
  /** It has a definition and notes at most: it may yet turn out to be the title with its introduction. */
  bare: boolean
  hasLevel(entry: Entry): boolean
  hasSection(kind: SectionKind): boolean
  /** The first section heading of the competency before. */
  starter: SectionKind | null
  inLevel: boolean
  inSection: SectionKind | null
  bulleted: boolean
  /** The line before ended as sentences do. */
  closed: boolean
  /** How the open competency began, see `shapeAt`. */
  shape: string | null
}

/** The role of the short line at an index. */
export function roleAt(plan: Plan, i: number, standing: Standing): Role {
  const entry = plan.entries[i]
  if (!entry || !plan.heads[i]) return 'content'
  if (entry.competency) return 'competency'
  if (entry.nameLetters > 0) return roleOfNamed(plan, i, standing)
  if (plan.byLevel && plan.recurring.has(entry.line.text.toLowerCase())) return 'competency'
  if (plan.depth !== null) return roleByDepth(plan, i, { depth: plan.depth, entry, standing })
  return roleByOpening(plan, i, standing)
}

function roleByOpening(plan: Plan, i: number, standing: Standing): Role {
  if (!standing.open) return firstRole(plan, i)
  switch (plan.openings[i]) {
    case 'structure':
      return roleBeforeStructure(plan, i, standing)
    case 'paragraph':
      return roleBeforeParagraph(plan, i, standing)
    case 'head':
      return roleBeforeHead(plan, i, standing)
    case 'bullets':
      return roleBeforeBullets(plan, i, standing)
    default:
      return 'content'
  }
}

/** The mark of structure after a line, when no other heading stands between; null when one does. */
function markAfter(plan: Plan, i: number): Entry | null {
  const at = plan.nextMark[i] ?? plan.entries.length
  return (plan.nextHead[i] ?? 0) < at ? null : (plan.entries[at] ?? null)
}

/** A document without levels and sections is a list of names with what belongs to each. */
function isPlain({ hasLevels, hasSections }: Plan): boolean {
  return !hasLevels && !hasSections
}

/** A name with its definition on one line: a competency, unless it stands within a level or under a section. */
function roleOfNamed(plan: Plan, i: number, standing: Standing): Role {
  if (isPlain(plan) || !standing.open) return 'competency'
  const mark = markAfter(plan, i)
  const free = standing.hasLevels || !standing.inSection
  return mark && free && restarts(plan, mark, standing) ? 'competency' : 'content'
}

function roleByDepth(plan: Plan, i: number, at: { depth: number; entry: Entry; standing: Standing }): Role {
  const own = at.entry.line.depth ?? at.depth
  if (own < at.depth) return 'group'
  if (own > at.depth) return at.standing.open ? 'sub' : 'head'
  return plan.openings[i] === 'nothing' && at.standing.open && plan.hasLevels ? 'unknown' : 'competency'
}

function firstRole(plan: Plan, i: number): Role {
  const opening = plan.openings[i]
  if (plan.entries[i + 1]?.line.cells && isRequirementTable(plan.entries, i + 1)) return 'head'
  if (isTitleOfGroups(plan, i)) return 'head'
  if (opening === 'structure' || opening === 'paragraph') return 'competency'
  return opening === 'bullets' && isPlain(plan) ? 'competency' : 'head'
}

/** "Competency catalogue" right above "Cluster 1: …". */
function isTitleOfGroups({ vocabulary, entries }: Plan, i: number): boolean {
  const name = entries[i]?.line.text ?? ''
  return entries[i + 1]?.heading?.kind === 'group' && namesDocument(vocabulary.rules, name)
}

function roleBeforeStructure(plan: Plan, i: number, standing: Standing): Role {
  const next = plan.entries[i + 1]
  if (!next) return 'content'
  if (next.level) return roleBeforeLevel(plan, next, standing)
  if (next.line.cells && isRequirementTable(plan.entries, i + 1)) return 'unknown'
  if (next.columns || next.line.cells) return 'competency'
  const kind = next.heading?.kind
  if (!kind || LABELS.has(kind)) return 'unknown'
  if (kind === 'container') return standing.hasLevels ? 'competency' : 'content'
  return opensCompetency(plan, kind, standing) ? 'competency' : 'content'
}

function roleBeforeLevel(plan: Plan, next: Entry, standing: Standing): Role {
  if (standing.hasLevel(next)) return 'competency'
  if (standing.hasLevels || (standing.inSection && !standing.bulleted)) return 'content'
  return plan.levelsRepeat || standing.titled ? 'competency' : 'unknown'
}

function roleBeforeParagraph(plan: Plan, i: number, standing: Standing): Role {
  const mark = markAfter(plan, i)
  const paragraph = plan.entries[i + 1]?.line.text ?? ''
  const defines = plan.vocabulary.definitionOpener.test(paragraph)
  const alike = !standing.hasLevels && standing.shape === shapeAt(plan, i)
  if (isPlain(plan) || alike || (mark && restarts(plan, mark, standing, defines))) return 'competency'
  if (standing.inLevel && !standing.bulleted && !plan.entries[i]?.line.gap) return 'content'
  if (!mark && restartsBehind(plan, i, standing)) return 'group'
  return defines ? 'competency' : remarkRole(plan, i, standing)
}

/** A short line above a paragraph that opens nothing we know. */
function remarkRole(plan: Plan, i: number, standing: Standing): Role {
  if (standing.inLevel || standing.inSection) return styledAsHead(plan, i) ? 'unknown' : 'content'
  return standing.hasDefinition ? 'unknown' : 'content'
}

/** Whether a mark of structure belongs to a new competency rather than to the one that is open. */
function restarts(plan: Plan, mark: Entry, standing: Standing, defines = false): boolean {
  if (mark.level) {
    return (
      standing.hasLevel(mark) || (!standing.hasLevels && (plan.levelsRepeat || standing.titled || defines))
    )
  }
  if (mark.columns || mark.line.cells) return true
  const kind = mark.heading?.kind
  return kind !== undefined && (kind === 'container' || opensCompetency(plan, kind, standing))
}

function opensCompetency(plan: Plan, kind: SectionKind, standing: Standing): boolean {
  if (kind === 'definition' || standing.hasSection(kind) || standing.starter === kind) return true
  return standing.bare && plan.repeated.has(kind)
}

/** Another head follows before the structure: this one is the group, if that one is a competency. */
function restartsBehind(plan: Plan, i: number, standing: Standing): boolean {
  const mark = markAfter(plan, plan.nextHead[i] ?? plan.entries.length)
  return mark !== null && restarts(plan, mark, standing, true)
}

function roleBeforeHead(plan: Plan, i: number, standing: Standing): Role {
  if (isStatement(plan, i, standing)) return 'content'
  const next = roleAt(plan, i + 1, standing)
  return next === 'competency' || next === 'group' ? 'group' : 'content'
}

/** A short line within a list without bullets is one of its statements, unless it looks or reads otherwise. */
function isStatement(plan: Plan, i: number, standing: Standing): boolean {
  const line = plan.entries[i]?.line
  if (!line || standing.bulleted || !(standing.inLevel || standing.inSection)) return false
  return !isCapitals(line.text) && line.mark === null && !(standing.closed && line.gap)
}

function roleBeforeBullets(plan: Plan, i: number, standing: Standing): Role {
  if (plan.recurring.has((plan.entries[i]?.line.text ?? '').toLowerCase())) return 'sub'
  if (isPlain(plan)) return 'competency'
  const mark = markAfter(plan, i)
  const after = standing.bulleted && standing.hasLevels
  if (mark && after && !mark.level && restarts(plan, mark, standing)) return 'competency'
  return styledAsHead(plan, i) || standing.bulleted ? 'unknown' : 'content'
}

/** How a heading looks and what its paragraph is followed by: competencies of one document begin alike. */
export function shapeAt(plan: Plan, i: number): string {
  const [head, , after] = plan.entries.slice(i, i + 3)
  const look = head
    ? `${isCapitals(head.line.text)} ${head.line.mark?.kind ?? ''} ${head.line.depth ?? ''}`
    : ''
  const kind = after?.level ? 'level' : (after?.heading?.kind ?? after?.line.mark?.kind ?? 'text')
  return `${look} ${plan.openings[i] ?? ''} ${kind}`
}

/** Set off by a blank line before it, or by capitals, and short. */
function styledAsHead(plan: Plan, i: number): boolean {
  const line = plan.entries[i]?.line
  return line !== undefined && wordCount(line.text) <= 7 && (isCapitals(line.text) || line.gap)
}

/** The walk through a document: headings open competencies, levels and sections; everything else goes under them. */
import { addHeading, addMark, addUnplaced, type Builder, findLevel, levelIn } from './builder.ts'
import { readColumns } from './column-region.ts'
import { type Entry, entryOf, isItem } from './entry.ts'
import type { Heading } from './headings.ts'
import { meetLabel } from './labels.ts'
import { cutLine, type Line } from './line.ts'
import { namesDocument } from './names.ts'
import { addByPlace, addToLevel, addToSection, addUnlabelled } from './placing.ts'
import { LABELS, type Plan } from './plan.ts'
import { type Role, roleAt, type Standing, shapeAt } from './roles.ts'
import type { SectionKind } from './rules.ts'
import { readTable } from './table.ts'
import { isClosed, size, wordCount } from './vocabulary.ts'
import {
  closeSection,
  ensureCompetency,
  leave,
  newWalk,
  openCompetency,
  readIndex,
  settlePending,
  type Walk,
} from './walk.ts'

/** Reads all entries into the builder's draft. */
export function walk(builder: Builder, plan: Plan): void {
  const state = newWalk(builder, plan)
  const { entries } = plan
  for (let i = 0; i < entries.length; ) i = step(state, i)
  closeSection(state)
  if (builder.draft.competencies.length === 0) readIndex(state)
  settlePending(state)
}

/** Reads the entry at an index and returns the index of the next. */
function step(state: Walk, i: number): number {
  const entry = state.plan.entries[i]
  if (!entry) return i + 1
  if (entry.columns) return readColumns(state, i)
  if (entry.line.cells) return readTable(state, i)
  if (entry.level) meetLevel(state, entry, i)
  else if (entry.heading) return meetHeading(state, entry, entry.heading, i)
  else if (state.plan.heads[i]) meetShort(state, entry, i)
  else content(state, entry, i)
  return i + 1
}

function standingOf(state: Walk): Standing {
  const { competency } = state
  return {
    open: competency !== null,
    titled: competency?.name != null && namesDocument(state.builder.rules, competency.name),
    hasLevels: (competency?.levels.length ?? 0) > 0,
    hasDefinition: (competency?.definition.length ?? 0) > 0,
    bare: competency !== null && competency.levels.length === 0 && state.seen.size === 0,
    hasLevel: (entry) =>
      competency !== null && entry.level !== null && findLevel(competency, entry.level) !== undefined,
    hasSection: (kind) => state.seen.has(kind),
    starter: state.starter,
    inLevel: state.level !== null,
    inSection: state.section,
    bulleted: state.bulleted,
    closed: state.closed,
    shape: state.shape,
  }
}

function meetShort(state: Walk, entry: Entry, i: number): void {
  const role: Role = roleAt(state.plan, i, standingOf(state))
  if (role === 'competency') {
    openNamed(state, entry, i)
    state.shape = shapeAt(state.plan, i)
    return
  }
  if (role === 'head') state.pending.push(entry.line)
  else if (role === 'group') {
    closeSection(state)
    state.pending.push(entry.line)
    leave(state)
    if (state.plan.openings[i] === 'paragraph') state.section = 'group'
  } else if (role === 'unknown') {
    addHeading(state.builder, entry.line, 'unknown-heading')
    closeSection(state)
    leave(state)
    state.section = 'notes'
  } else if (role === 'sub') addHeading(state.builder, entry.line, 'sub-heading')
  else content(state, entry, i)
}

/** Opens a competency; what follows its name on the same line is its definition. */
function openNamed(state: Walk, entry: Entry, i: number): void {
  if (entry.nameLetters === 0) {
    openCompetency(state, entry.line)
    return
  }
  const [head, rest] = cutLine(state.builder.source, entry.line, entry.nameLetters)
  openCompetency(state, head)
  if (rest) content(state, entryOf(state.plan.vocabulary, rest), i, 'definition-by-place')
}

function meetLevel(state: Walk, entry: Entry, i: number): void {
  const { level, line } = entry
  if (!level) return
  if (state.section === 'questions' && state.competency && standingOf(state).hasLevel(entry)) {
    addHeading(state.builder, cutLine(state.builder.source, line, sizeOfMark(entry))[0], 'sub-heading')
    return
  }
  closeSection(state)
  if (state.plan.byLevel && !level.runIn) {
    addHeading(state.builder, line, 'level')
    leave(state)
    state.above = level
    return
  }
  if (level.owner !== null) openOwner(state, entry, level.owner)
  const competency = ensureCompetency(state)
  leave(state)
  state.level = levelIn(competency, level)
  if (level.form === 'repeated-name')
    state.doubt = state.builder.rules.confidence['doubt-repeated-scale'] ?? 1
  if (entry.ghost || level.owner !== null) return
  if (level.letters === 0) {
    addHeading(state.builder, markLine(line), 'level')
    content(state, entryOf(state.plan.vocabulary, { ...line, mark: null }), i, 'text-with-level-label')
    return
  }
  if (!level.runIn) {
    addHeading(state.builder, line, 'level')
    return
  }
  const [head, rest] = cutLine(state.builder.source, line, sizeOfMark(entry))
  addHeading(state.builder, head, 'level')
  if (rest) content(state, entryOf(state.plan.vocabulary, rest), i, 'text-with-level-label')
}

/** "Customer focus – Level 2": the marker names its competency, which is opened when it is not open yet. */
function openOwner(state: Walk, entry: Entry, owner: string): void {
  if (state.competency?.name?.toLowerCase().startsWith(owner.toLowerCase()))
    addHeading(state.builder, entry.line, 'level')
  else openCompetency(state, entry.line).name = owner
}

/** The list number of a line, by itself. */
function markLine(line: Line): Line {
  return { ...line, mark: null, spans: line.mark?.span ? [line.mark.span] : [], text: line.mark?.label ?? '' }
}

/** The marker's letters; a list number in front of the line is not among them. */
function sizeOfMark({ level, line }: Entry): number {
  return Math.min(level?.letters ?? 0, size(line.text))
}

function meetHeading(state: Walk, entry: Entry, heading: Heading, i: number): number {
  const [head, rest] = heading.runIn
    ? cutLine(state.builder.source, entry.line, heading.letters)
    : ([entry.line, null] as const)
  if (isTitle(state, i, rest)) {
    state.pending.push(entry.line)
    return i + 1
  }
  if (!rest && repeatsAbove(state, i)) {
    addHeading(state.builder, head, 'stem')
    return i + 1
  }
  if (LABELS.has(heading.kind)) return meetLabel(state, { head, rest, kind: heading.kind, i })
  if (opensInLevel(state, heading.kind, i)) {
    addHeading(state.builder, head, 'list-in-level')
    state.aside =
      heading.kind === 'underused' || heading.kind === 'overused' || heading.kind === 'questions'
        ? heading.kind
        : null
  } else openSection(state, head, heading, i)
  if (rest) content(state, entryOf(state.plan.vocabulary, rest), i)
  return i + 1
}

/** Kinds that say no more than that a list follows. */
const VAGUE: ReadonlySet<SectionKind> = new Set(['keyBehaviours', 'container', 'notes', 'definition'])

/** "People who are less good at this:" right below "Ineffective behaviour" introduces its list and opens nothing. */
function repeatsAbove({ plan, competency }: Walk, i: number): boolean {
  const [above, own, next] = plan.entries.slice(Math.max(0, i - 1), i + 2)
  if (i === 0 || !competency || !above?.heading || !own?.heading || above.level) return false
  if (above.heading.runIn || LABELS.has(above.heading.kind) || VAGUE.has(above.heading.kind)) return false
  const introduces = own.line.text.endsWith(':') || (next !== undefined && isItem(next))
  return introduces && VAGUE.has(own.heading.kind)
}

/** "Interview guide" as the first line, with a name below or behind it, is the document's title. */
function isTitle({ plan, pending, competency }: Walk, i: number, rest: Line | null): boolean {
  if (i !== 0 || pending.length > 0 || competency !== null) return false
  const kind = plan.entries[i]?.heading?.kind
  if (rest) return kind === 'questions' && wordCount(rest.text) <= 5 && !isClosed(rest.text)
  return plan.heads[i + 1] === true && plan.openings[i + 1] !== 'nothing'
}

/** A heading of lists that comes back within the levels names that level's list, not a section of the competency. */
function opensInLevel(state: Walk, kind: SectionKind, i: number): boolean {
  if (!state.level) return false
  if (kind === 'container') return true
  if (state.aside !== null && (kind === 'skilled' || kind === 'underused' || kind === 'keyBehaviours'))
    return true
  const own =
    kind === 'keyBehaviours' ||
    kind === 'definition' ||
    kind === 'skilled' ||
    kind === 'underused' ||
    kind === 'notes'
  if (own && state.level.indicators.length === 0) return true
  return own && comesBack(state.plan, i)
}

/** The same heading stands under another level of the competency as well. */
function comesBack({ entries }: Plan, i: number): boolean {
  const kind = entries[i]?.heading?.kind
  let levels = 0
  for (let j = i - 1; j >= Math.max(0, i - 80); j--) {
    if (entries[j]?.level) levels++
    if (levels > 0 && entries[j]?.heading?.kind === kind) return levels <= 2
    if (levels > 2) return false
  }
  return false
}

function openSection(state: Walk, head: Line, heading: Heading, i: number): void {
  const { builder } = state
  closeSection(state)
  const again = heading.kind === 'definition' && state.competency !== null && state.definedBySection
  if (again && state.pending.length > 0) state.competency = null
  ensureCompetency(state)
  leave(state)
  addHeading(builder, head, `section-${heading.kind}`)
  state.nextStarter ??= heading.kind
  state.seen.add(heading.kind)
  if (heading.kind === 'definition') state.definedBySection = true
  state.section = heading.kind
  const container = heading.kind === 'container' || state.plan.entries[i + 1]?.level != null
  state.empty = container ? null : heading.text
}

/** Puts a line where the walk stands. `rule` overrides the rule that its place would give. */
function content(state: Walk, entry: Entry, i: number, rule?: string): void {
  const { builder, plan } = state
  const { line } = entry
  const next = plan.entries[i + 1]
  const structure = structureRule(state, entry, i)
  if (structure) {
    addHeading(builder, line, structure)
    if (structure === 'code') state.code = line.text
    if (structure === 'stem') state.empty = null
  } else if (!state.competency && !state.section) addUnplaced(builder, line, 'introduction')
  else {
    addMark(builder, line)
    place(state, entry, next, rule)
    state.bulleted = isItem(entry)
    state.closed = isClosed(line.text)
  }
}

function place(state: Walk, entry: Entry, next: Entry | undefined, rule?: string): void {
  if (entry.unlabelled) addUnlabelled(state, entry)
  else if (state.level) addToLevel(state, { entry, next, rule: entry.rule ?? rule })
  else if (state.section && state.section !== 'container') addToSection(state, entry, state.section, rule)
  else addByPlace(state, entry, rule)
}

/** Lines that are structure though they are no headings; null for words that are to be read. */
function structureRule(state: Walk, entry: Entry, i: number): string | null {
  const { text } = entry.line
  const next = state.plan.entries[i + 1]
  if (state.section === 'group') return 'group-description'
  if (isStem(entry, next) && state.competency) return 'stem'
  if (state.plan.vocabulary.none.test(text.toLowerCase().replace(/[.\s]+$/, ''))) return 'declared-empty'
  return next && /^\d{1,3}$/.test(text) ? numberRule(state, i, Number(text)) : null
}

/** A number alone on its line: that of the level that follows, or the code of a competency. */
function numberRule({ plan }: Walk, i: number, number: number): string | null {
  if (plan.entries[i + 1]?.level?.number === number) return 'level'
  return plan.heads[i + 1] ? 'code' : null
}

/** "At this level people:" with a list below. */
function isStem({ line }: Entry, next: Entry | undefined): boolean {
  return (
    /:$/.test(line.text) &&
    !line.mark &&
    wordCount(line.text) <= 30 &&
    next !== undefined &&
    !next.heading &&
    !next.level
  )
}

/** Where the walk through a document stands, and how a competency is opened and a section closed. */
import type { DraftCompetency, DraftLevel, Section } from '../model.ts'
import { addHeading, type Builder, levelIn, newCompetency } from './builder.ts'
import type { LevelMark } from './level-marks.ts'
import type { Line } from './line.ts'
import {
  nameIn,
  nameInTitle,
  nameOfFile,
  namesDocument,
  namesGuidance,
  tidyCase,
  withoutRemark,
} from './names.ts'
import type { Plan } from './plan.ts'
import type { SectionKind } from './rules.ts'

export interface Walk {
  builder: Builder
  plan: Plan
  competency: DraftCompetency | null
  level: DraftLevel | null
  /** The level under which competencies are named, in documents that go level by level. */
  above: LevelMark | null
  /** Where the next lines go when it is no level: a section, or the notes under a heading we do not know. */
  section: SectionKind | null
  /** The heading of the open section, when nothing has come under it yet. */
  empty: string | null
  /** Group for the competencies to come. */
  group: string | null
  code: string | null
  /** Headings that may be the title or a group: decided when the next competency comes. */
  pending: Line[]
  starter: SectionKind | null
  nextStarter: SectionKind | null
  seen: Set<SectionKind>
  definedBySection: boolean
  bulleted: boolean
  closed: boolean
  shape: string | null
  /** The heads of the table that is being read: they may come back on every page. */
  tableHead: string
  /** How a level's list is headed, such as "Ineffective behaviours": then it is not the level's. */
  aside: Section | null
  /** The most that the reader may be sure of what stands in the open level. */
  doubt: number
}

export function newWalk(builder: Builder, plan: Plan): Walk {
  return {
    builder,
    plan,
    competency: null,
    level: null,
    above: null,
    section: null,
    empty: null,
    group: null,
    code: null,
    pending: [],
    starter: null,
    nextStarter: null,
    seen: new Set(),
    definedBySection: false,
    bulleted: false,
    closed: false,
    shape: null,
    tableHead: '',
    aside: null,
    doubt: 1,
  }
}

export function leave(state: Walk): void {
  state.level = null
  state.section = null
  state.aside = null
  state.doubt = 1
  state.bulleted = false
  state.closed = false
}

/** Opens a competency under a heading; the headings that waited before it are the title and the group. */
export function openCompetency(
  state: Walk,
  line: Line,
  nameFrom: DraftCompetency['nameFrom'] = 'text',
): DraftCompetency {
  const { builder, plan } = state
  closeSection(state)
  settlePending(state)
  addHeading(builder, line, 'competency')
  const { name, code } = nameIn(builder.rules, line.text, state.code ?? codeOf(line))
  const known = plan.byLevel
    ? builder.draft.competencies.find((c) => c.name?.toLowerCase() === name.toLowerCase())
    : undefined
  const competency = known ?? startCompetency(state, name, nameFrom)
  competency.code ??= code
  state.competency = competency
  leave(state)
  if (state.above) state.level = levelIn(competency, state.above)
  return competency
}

/** "1.2" and "01" are codes; the 1, 2, 3 of a list are not. */
function codeOf({ mark }: Line): string | null {
  return mark?.kind === 'number' && /\d\.\d|^0\d|^[A-Z]\d/.test(mark.label) ? mark.label : null
}

function startCompetency(
  state: Walk,
  name: string | null,
  nameFrom: DraftCompetency['nameFrom'],
): DraftCompetency {
  const competency = newCompetency(state.builder, name, nameFrom)
  competency.group = state.group?.toLowerCase() === name?.toLowerCase() ? null : state.group
  if (state.nextStarter) state.starter = state.nextStarter
  state.nextStarter = null
  state.seen = new Set()
  state.definedBySection = false
  state.code = null
  return competency
}

/** The waiting headings: the document's title if it has none yet, then the group; the others are headings only. */
export function settlePending(state: Walk): void {
  const { builder, pending } = state
  const { draft, rules } = builder
  const first = draft.competencies.length === 0
  const titleAt = pending.findIndex((line) => !namesGuidance(rules, line.text))
  pending.forEach((line, i) => {
    const last = i === pending.length - 1
    const title =
      first &&
      i === titleAt &&
      draft.title === null &&
      (!last || pending.length > 1 || titleLike(state, line))
    const group = !title && last && !namesGuidance(rules, line.text) && !(first && i > 0 && isSubtitle(state))
    if (title) draft.title = tidyCase(rules, line.text)
    else if (group) state.group = tidyCase(rules, nameIn(rules, withoutRemark(line.text), null).name)
    addHeading(builder, line, title ? 'title' : group ? 'group' : 'heading')
  })
  state.pending = []
}

/** The line below the title is a group only where further groups are named on the way. */
function isSubtitle({ plan }: Walk): boolean {
  const opens = (i: number) => plan.heads[i] === true && plan.openings[i] === 'head'
  const chains = plan.entries.filter((_, i) => opens(i) && !opens(i - 1)).length
  const labelled = plan.entries.some((entry) => entry.heading?.kind === 'group')
  return chains < 2 && !labelled
}

/** A document of names only: after a blank line a group, below it its competencies; without groups all are competencies. */
export function readIndex(state: Walk): void {
  const { builder, pending } = state
  const { rules, draft } = builder
  if (pending.length < 3 || draft.unplaced.length > pending.length) return
  const titled = pending[0] !== undefined && namesDocument(rules, pending[0].text)
  const lines = titled ? pending.slice(1) : pending
  state.pending = titled ? pending.slice(0, 1) : []
  settlePending(state)
  const gaps = lines.filter((line, i) => i > 0 && line.gap).length
  const grouped = gaps > 0 && (gaps + 1) * 2 <= lines.length
  for (const line of lines) {
    if (grouped && line.gap) {
      state.group = tidyCase(rules, line.text)
      addHeading(builder, line, 'group')
    } else openCompetency(state, line)
  }
}

/** A single heading above the first competency is a group only where the document goes on to name further groups. */
function titleLike({ plan, builder }: Walk, line: Line): boolean {
  if (namesDocument(builder.rules, line.text)) return true
  const runs = plan.entries.filter((_, i) => plan.heads[i] && plan.openings[i] === 'head').length
  return runs < 2
}

/** The competency that is open; if none is, one is opened under the title, or under the file's name. */
export function ensureCompetency(state: Walk): DraftCompetency {
  if (state.competency) return state.competency
  const { builder } = state
  const { draft, rules, source } = builder
  const title = state.pending.pop() ?? null
  if (title) {
    settlePending(state)
    addHeading(builder, title, 'competency')
    const name = nameIn(rules, nameInTitle(rules, title.text), state.code ?? codeOf(title))
    state.competency = startCompetency(state, name.name, 'title')
    state.competency.code = name.code
  } else {
    const last = draft.competencies.length
    const name = last === 0 ? nameOfFile(source.name) : null
    state.competency = startCompetency(state, name, 'file')
  }
  return state.competency
}

export function closeSection(state: Walk): void {
  if (state.empty !== null && state.competency) state.competency.emptySections.push(state.empty)
  state.empty = null
}

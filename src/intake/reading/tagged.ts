/**
 * Tables that were flattened so that each statement is followed by the name of its level. The line before a level's
 * name is the statement; what stands before that are headings.
 */

import type { DraftCompetency } from '../model.ts'
import {
  addHeading,
  addMark,
  addUnplaced,
  type Builder,
  itemOf,
  levelIn,
  newCompetency,
  pieceOf,
} from './builder.ts'
import type { Entry } from './entry.ts'
import { levelKey } from './facts.ts'
import { nameIn, tidyCase } from './names.ts'
import { isClosed, wordCount } from './vocabulary.ts'

/**
 * A document is read this way when its last line is a level's name, names follow statements one by one, and the same
 * name stands twice with a single line between: none of it happens where level names are headings.
 */
export function isTagged(entries: readonly Entry[]): boolean {
  const tags = entries.flatMap((entry, i) => (isTag(entry) ? [i] : []))
  if (tags.length < 4 || tags.length < entries.length * 0.15 || tags.at(-1) !== entries.length - 1)
    return false
  const keys = tags.map((i) => keyAt(entries, i))
  const gaps = tags.slice(1).map((i, n) => i - (tags[n] ?? 0) - 1)
  if (gaps.some((gap) => gap === 0) || (tags[0] ?? 0) === 0) return false
  const single = gaps.filter((gap) => gap === 1).length
  const repeats = gaps.filter((gap, n) => gap === 1 && keys[n] === keys[n + 1]).length
  return new Set(keys).size <= 12 && single * 2 >= gaps.length && (repeats > 0 || single === gaps.length)
}

function isTag(entry: Entry): boolean {
  return entry.level !== null && !entry.level.runIn
}

function keyAt(entries: readonly Entry[], i: number): string {
  const level = entries[i]?.level
  return level ? levelKey(level) : ''
}

interface State {
  builder: Builder
  competency: DraftCompetency | null
  group: string | null
  grouped: boolean
}

export function readTagged(builder: Builder, entries: readonly Entry[]): void {
  const state: State = { builder, competency: null, group: null, grouped: hasGroupCodes(entries) }
  let before: Entry[] = []
  for (const entry of entries) {
    if (!isTag(entry)) {
      before.push(entry)
      continue
    }
    const statement = before.pop()
    readHeads(state, before)
    before = []
    addHeading(builder, entry.line, 'level')
    if (statement && entry.level) addStatement(state, statement, entry)
  }
  for (const entry of before) addUnplaced(builder, entry.line, 'not-placed')
  settleScale(builder)
}

function addStatement(state: State, statement: Entry, tag: Entry): void {
  const { builder } = state
  state.competency ??= newCompetency(builder, null, 'text')
  if (!tag.level) return
  addMark(builder, statement.line)
  levelIn(state.competency, tag.level).indicators.push(
    itemOf(builder, pieceOf(statement.line), 'statement-with-tag'),
  )
}

const GROUP_CODE = /^[A-Z]$/
const GROUP_LINE = /^[A-Z][.)]\s+\p{L}/u
const NOTE_LINE = /^[A-Z]{1,3}\d{1,2}(?:\.\d{1,2})?[.):]?\s+\p{L}/u

function isGroupLine({ line }: Entry): boolean {
  return (line.mark?.kind === 'number' && GROUP_CODE.test(line.mark.label)) || GROUP_LINE.test(line.text)
}

function isNoteLine({ line }: Entry): boolean {
  return NOTE_LINE.test(line.text)
}

function hasGroupCodes(entries: readonly Entry[]): boolean {
  return entries.filter(isGroupLine).length >= 2
}

/** The lines between a level's name and the next statement: group, competency and the notes that go with them. */
function readHeads(state: State, lines: readonly Entry[]): void {
  const plain = lines.filter((entry) => !isGroupLine(entry) && !isNoteLine(entry) && !isIntroduction(entry))
  const groupAt = lines.findIndex(isGroupLine)
  const group = groupAt > 0 ? lines[groupAt - 1] : undefined
  const name = plain.at(-1) === group ? undefined : plain.at(-1)
  const grouped = !state.grouped && plain.length >= 2 && state.builder.draft.competencies.length > 0
  const other = grouped ? plain.at(-2) : undefined
  for (const entry of lines) {
    if (entry === name) openUnder(state, entry)
    else if (entry === group || entry === other) setGroup(state, entry)
    else readRemark(state, entry)
  }
}

function readRemark(state: State, entry: Entry): void {
  if (isGroupLine(entry)) addHeading(state.builder, entry.line, 'group-description')
  else if (isNoteLine(entry) && state.competency) addNote(state, entry)
  else if (isIntroduction(entry)) addUnplaced(state.builder, entry.line, 'introduction')
  else addTitleOrHeading(state, entry)
}

function isIntroduction({ line }: Entry): boolean {
  return line.text.length > 60 && isClosed(line.text) && wordCount(line.text) > 9
}

function openUnder(state: State, entry: Entry): void {
  const { builder } = state
  addHeading(builder, entry.line, 'competency')
  const { name, code } = nameIn(builder.rules, entry.line.text, null)
  state.competency = newCompetency(builder, name, 'text')
  state.competency.group = state.group
  state.competency.code = code
}

function setGroup(state: State, entry: Entry): void {
  addHeading(state.builder, entry.line, 'group')
  state.group = tidyCase(state.builder.rules, entry.line.text)
}

function addNote(state: State, entry: Entry): void {
  state.competency?.sections.notes.push(itemOf(state.builder, pieceOf(entry.line), 'note'))
}

function addTitleOrHeading({ builder }: State, entry: Entry): void {
  const title = builder.draft.title === null && builder.draft.competencies.length === 0
  if (title) builder.draft.title = tidyCase(builder.rules, entry.line.text)
  addHeading(builder, entry.line, title ? 'title' : 'column-heading')
}

/** Every competency shows the whole scale, so that a level without a statement is seen to be empty. */
function settleScale({ draft }: Builder): void {
  const scale = new Map<string, { number: number | null; name: string | null }>()
  for (const level of draft.competencies.flatMap((c) => c.levels)) {
    scale.set(levelKey({ ...level, prefix: '' }), { number: level.number, name: level.name })
  }
  const levels = [...scale.values()].sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
  for (const competency of draft.competencies) {
    const own = new Map(
      competency.levels.map((level) => [levelKey({ ...level, prefix: '' }), level.indicators]),
    )
    competency.levels = levels.map((level, order) => ({
      ...level,
      order,
      indicators: own.get(levelKey({ ...level, prefix: '' })) ?? [],
    }))
  }
}

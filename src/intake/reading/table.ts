/** Tables whose cells are known: pipes, tabs, or the cells of HTML. */
import type { DraftCompetency, Item } from '../model.ts'
import { addHeading, addUnplaced, itemOf, levelIn, type Piece, sectionOf } from './builder.ts'
import { headingOf } from './headings.ts'
import { type LevelMark, levelMarkOf } from './level-marks.ts'
import { type Line, newLine, type Part } from './line.ts'
import { tidyCase } from './names.ts'
import { isRequirement, textOf } from './requirements.ts'
import type { SectionKind } from './rules.ts'
import { isSheet, readSheet } from './sheet-rows.ts'
import { type Vocabulary, wordCount } from './vocabulary.ts'
import { ensureCompetency, openCompetency, type Walk } from './walk.ts'

/** What a column, or a row, of a table holds. */
type Field =
  | { kind: 'level'; level: LevelMark }
  | { kind: 'section'; section: SectionKind }
  | { kind: 'name' }
  | { kind: 'label' }
  | { kind: 'unknown' }

/** Reads the table that starts at an index; returns the index after its last row. */
export function readTable(state: Walk, i: number): number {
  const { entries } = state.plan
  let end = i
  while (end < entries.length && entries[end]?.line.cells) end++
  const rows = entries.slice(i, end).map((entry) => entry.line)
  readRows(state, rows)
  state.level = null
  state.section = null
  return end
}

function readRows(state: Walk, rows: readonly Line[]): void {
  const { vocabulary } = state.plan
  const headAt = rows.findIndex((row) => isHead(vocabulary, row))
  const head = rows[headAt]
  const body = rows.slice(headAt + 1)
  if (head && body.length > 0 && body.every(isRequirement)) setAside(state, rows, 'required-levels')
  else if (head) {
    for (const row of rows.slice(0, headAt)) addHeading(state.builder, row, 'table-title')
    addHeading(state.builder, head, 'column-heads')
    state.tableHead = head.text
    readBody(state, body, fieldsOf(vocabulary, head))
  } else readHeadless(state, rows)
}

/** A table without heads: its first column may say what the others are. */
function readHeadless(state: Walk, rows: readonly Line[]): void {
  const labelled = rows.filter((row) => rowField(state.plan.vocabulary, row).kind !== 'unknown').length
  if (labelled === 0 || labelled * 2 < rows.length) setAside(state, rows, 'table-not-understood')
  else for (const row of rows) readLabelledRow(state, row)
}

function setAside(state: Walk, rows: readonly Line[], rule: string): void {
  for (const row of rows) addUnplaced(state.builder, row, rule)
}

/** A head says what at least two columns hold, in short cells. */
function isHead(vocabulary: Vocabulary, row: Line): boolean {
  const cells = row.cells ?? []
  if (cells.some((cell) => wordCount(textOf(cell)) > 12)) return false
  const fields = cells.map((cell) => fieldOf(vocabulary, textOf(cell)))
  if (fields[0]?.kind === 'label' && cells.length >= 2) return true
  const kinds = fields.map((field) => field.kind)
  if (kinds.includes('name') && kinds.includes('label')) return true
  const known = fields.filter((field) => field.kind !== 'unknown' && field.kind !== 'label')
  return known.length >= 2 && known.length * 2 >= cells.filter((cell) => cell.length > 0).length
}

function fieldsOf(vocabulary: Vocabulary, row: Line): Field[] {
  const fields = (row.cells ?? []).map((cell) => fieldOf(vocabulary, textOf(cell)))
  const named = fields.some((field) => field.kind === 'name')
  const levels = fields.filter((field) => field.kind === 'level').length
  if (named || levels === 0) return fields
  const free = fields.findIndex((field) => field.kind === 'unknown')
  const [first] = fields
  if (free < 0 && first?.kind === 'section' && first.section === 'group')
    return [{ kind: 'name' }, ...fields.slice(1)]
  return fields.map((field, i) => (i === free && i === 0 ? { kind: 'name' } : field))
}

function fieldOf(vocabulary: Vocabulary, text: string): Field {
  const heading = headingOf(vocabulary, text)
  const level = levelMarkOf(vocabulary, text)
  if (level && level.form !== 'number-text' && !level.runIn && !(level.form === 'weak-name' && heading))
    return { kind: 'level', level: { ...level } }
  if (!heading || heading.runIn)
    return /^(?:level|stage|band|grade|rating|score|#|no)s?$/i.test(text)
      ? { kind: 'label' }
      : { kind: 'unknown' }
  if (heading.kind === 'name') return { kind: 'name' }
  if (heading.kind === 'group' || heading.kind === 'code') return { kind: 'section', section: heading.kind }
  if (/^(?:proficiency |competency )?(?:level|stage|band|grade)s?$/i.test(text)) return { kind: 'label' }
  return { kind: 'section', section: heading.kind }
}

function rowField(vocabulary: Vocabulary, row: Line): Field {
  const [first = []] = row.cells ?? []
  return fieldOf(vocabulary, textOf(first))
}

function readBody(state: Walk, rows: readonly Line[], fields: readonly Field[]): void {
  const { vocabulary } = state.plan
  const at = {
    name: fields.findIndex((field) => field.kind === 'name'),
    level: fields.findIndex((field) => field.kind === 'label'),
    aside: asideOf(fields),
  }
  if (at.name >= 0 && at.level >= 0 && isSheet(rows, at)) {
    readSheet(state, rows, at)
    return
  }
  const levelRows = rows.filter((row) => rowField(vocabulary, row).kind === 'level').length
  const columnLevels = fields.some((field) => field.kind === 'level')
  for (const row of rows) {
    if (row.text === state.tableHead) addHeading(state.builder, row, 'column-heads')
    else if (!columnLevels && levelRows * 2 >= rows.length) readLevelRow(state, row, fields)
    else readFieldRow(state, row, fields)
  }
}

/** Where one column is known to hold the statements, those with heads that we do not know hold something else. */
function asideOf(fields: readonly Field[]): Set<number> {
  const known = fields.some((field) => field.kind === 'section' && STATEMENTS.has(field.section))
  return new Set(known ? fields.flatMap((field, i) => (field.kind === 'unknown' ? [i] : [])) : [])
}

const STATEMENTS: ReadonlySet<SectionKind> = new Set(['keyBehaviours', 'container', 'skilled'])

/** One competency a row: its name, and a cell for each level or section. */
function readFieldRow(state: Walk, row: Line, fields: readonly Field[]): void {
  const cells = row.cells ?? []
  const nameAt = fields.findIndex((field) => field.kind === 'name')
  const name = nameAt >= 0 ? cells[nameAt] : undefined
  const groupAt = fields.findIndex((field) => field.kind === 'section' && field.section === 'group')
  const filled = cells.filter((cell) => cell.length > 0)
  if (nameAt >= 0 && filled.length === 1 && filled[0] && cells.length > 2) {
    readSpanningRow(state, row, filled[0])
    return
  }
  if (groupAt >= 0 && cells[groupAt]?.length) state.group = groupFrom(state, row, cells[groupAt] ?? [])
  if (name && name.length > 0) openCompetency(state, lineOf(state, row, name))
  const competency = ensureCompetency(state)
  cells.forEach((cell, column) => {
    if (column === nameAt || column === groupAt || cell.length === 0) return
    const field = fields[column] ?? { kind: 'unknown' }
    if (field.kind === 'section' && field.section === 'code') {
      addHeading(state.builder, lineOf(state, row, cell), 'code')
      competency.code = textOf(cell)
    } else addCell(state, { row, cell, field, competency })
  })
}

/** A row with one cell only is a group that the next rows belong to. */
function readSpanningRow(state: Walk, row: Line, cell: readonly Part[]): void {
  if (wordCount(textOf(cell)) <= 10) state.group = groupFrom(state, row, cell)
  else addUnplaced(state.builder, row, 'table-not-understood')
}

function groupFrom(state: Walk, row: Line, cell: readonly Part[]): string {
  addHeading(state.builder, lineOf(state, row, cell), 'group')
  return tidyCase(state.builder.rules, textOf(cell))
}

/** One level a row: "Level 2 | Working | Explains …". */
function readLevelRow(state: Walk, row: Line, fields: readonly Field[]): void {
  const field = rowField(state.plan.vocabulary, row)
  const [first = [], ...cells] = row.cells ?? []
  if (field.kind !== 'level') {
    readLabelledRow(state, row)
    return
  }
  const competency = ensureCompetency(state)
  addHeading(state.builder, lineOf(state, row, first), 'level')
  const level = levelIn(competency, field.level)
  cells.forEach((cell, column) => {
    if (cell.length === 0) return
    const own = fields[column + 1]
    if (
      level.name === null &&
      wordCount(textOf(cell)) <= 4 &&
      cells.slice(column + 1).some((c) => c.length > 0)
    ) {
      level.name = textOf(cell)
      addHeading(state.builder, lineOf(state, row, cell), 'level')
      return
    }
    const aside =
      own?.kind === 'section' && ASIDE.has(own.section)
        ? own
        : ({ kind: 'level', level: field.level } as const)
    addCell(state, { row, cell, field: aside, competency })
  })
}

const ASIDE: ReadonlySet<SectionKind> = new Set([
  'underused',
  'overused',
  'questions',
  'activities',
  'courses',
  'resources',
  'books',
  'notes',
])

/** "Definition | …", "Level 1 | …": the first cell says what the others are. */
function readLabelledRow(state: Walk, row: Line): void {
  const field = rowField(state.plan.vocabulary, row)
  const [first = [], ...cells] = row.cells ?? []
  const filled = cells.filter((cell) => cell.length > 0)
  if (field.kind === 'unknown' || field.kind === 'label' || filled.length === 0) {
    addUnplaced(state.builder, row, 'table-not-understood')
    return
  }
  addHeading(state.builder, lineOf(state, row, first), field.kind === 'level' ? 'level' : 'label')
  const [value = []] = filled
  if (field.kind === 'name') openCompetency(state, lineOf(state, row, value))
  else if (field.kind === 'section' && field.section === 'group') state.group = groupFrom(state, row, value)
  else for (const cell of filled) addCell(state, { row, cell, field, competency: ensureCompetency(state) })
}

interface Cell {
  row: Line
  cell: readonly Part[]
  field: Field
  competency: DraftCompetency
}

function addCell(state: Walk, { row, cell, field, competency }: Cell): void {
  const list = listOf(competency, field)
  const rule =
    field.kind === 'level' ? 'cell-under-level' : field.kind === 'unknown' ? 'note' : 'cell-in-section'
  const text = textOf(cell)
    .toLowerCase()
    .replace(/[.\s]+$/, '')
  if (state.plan.vocabulary.none.test(text)) {
    addHeading(state.builder, lineOf(state, row, cell), 'declared-empty')
    return
  }
  const whole = field.kind === 'section' && field.section === 'definition'
  const pieces: Piece[] = whole ? [pieceOf(row, cell)] : cell.map((part) => pieceOf(row, [part]))
  for (const piece of pieces) list.push(itemOf(state.builder, piece, rule))
}

function listOf(competency: DraftCompetency, field: Field): Item[] {
  if (field.kind === 'level') return levelIn(competency, field.level).indicators
  if (field.kind !== 'section') return competency.sections.notes
  const { section } = field
  if (section === 'name' || section === 'group' || section === 'code') return competency.sections.notes
  return sectionOf(competency, section === 'container' ? 'keyBehaviours' : section)
}

function pieceOf(row: Line, cell: readonly Part[]): Piece {
  return { spans: cell.flatMap((part) => part.spans), first: row.first, last: row.last }
}

function lineOf(state: Walk, row: Line, cell: readonly Part[]): Line {
  return newLine(state.builder.source, {
    first: row.first,
    last: row.last,
    spans: cell.flatMap((part) => part.spans),
  })
}

/** Sheets with one statement a row: columns name its competency, its level, and the statement. */
import type { DraftCompetency } from '../model.ts'
import { addHeading, itemOf, levelIn } from './builder.ts'
import { type LevelMark, levelMarkOf } from './level-marks.ts'
import { type Line, newLine, type Part } from './line.ts'
import { nameIn } from './names.ts'
import { textOf } from './requirements.ts'
import { size, wordCount } from './vocabulary.ts'
import { openCompetency, type Walk } from './walk.ts'

/** Where a row holds its name and its level, and the columns that hold no statements. */
export interface SheetColumns {
  name: number
  level: number
  aside: ReadonlySet<number>
}

/**
 * Whether the rows are statements: names come back from row to row, and the level's column holds few short names. An
 * empty cell repeats the one above, so only the first row must be whole.
 */
export function isSheet(rows: readonly Line[], { name, level }: SheetColumns): boolean {
  const names = rows.map((row) => cellText(row, name))
  const levels = rows.map((row) => cellText(row, level))
  const short = levels[0] !== '' && levels.every((text) => wordCount(text) <= 5)
  const few = (texts: readonly string[]) => new Set(texts.filter((text) => text !== '')).size
  return short && few(levels) >= 2 && few(levels) < rows.length && few(names) < rows.length
}

/** Reads the rows one by one; an empty name or level repeats the one above. */
export function readSheet(state: Walk, rows: readonly Line[], at: SheetColumns): void {
  let mark: LevelMark | null = null
  for (const row of rows) {
    readName(state, row, row.cells?.[at.name] ?? [])
    const level = row.cells?.[at.level] ?? []
    if (level.length > 0) {
      addHeading(state.builder, lineOf(state, row, level), 'level')
      mark = levelOf(state, textOf(level))
    }
    if (state.competency && mark) readStatements(state, { row, at, mark, competency: state.competency })
  }
}

function readName(state: Walk, row: Line, name: readonly Part[]): void {
  if (name.length === 0) return
  const { builder } = state
  const own = nameIn(builder.rules, textOf(name), null).name.toLowerCase()
  const known = builder.draft.competencies.find((competency) => competency.name?.toLowerCase() === own)
  if (!known) openCompetency(state, lineOf(state, row, name))
  else {
    addHeading(builder, lineOf(state, row, name), 'competency')
    state.competency = known
  }
}

interface SheetRow {
  row: Line
  at: SheetColumns
  mark: LevelMark
  competency: DraftCompetency
}

function readStatements({ builder }: Walk, { row, at, mark, competency }: SheetRow): void {
  const { indicators } = levelIn(competency, mark)
  row.cells?.forEach((cell, column) => {
    if (column === at.name || column === at.level) return
    const aside = at.aside.has(column)
    for (const part of cell) {
      const piece = { spans: part.spans, first: row.first, last: row.last }
      const item = itemOf(builder, piece, aside ? 'note' : 'cell-under-level')
      if (aside) competency.sections.notes.push(item)
      else indicators.push(item)
    }
  })
}

function levelOf({ plan }: Walk, text: string): LevelMark {
  const known = levelMarkOf(plan.vocabulary, text)
  if (known && !known.runIn) return known
  const letters = size(text)
  const made = { form: 'name', number: null, name: text, prefix: '', letters } as const
  return { ...made, runIn: false, owner: null, doubtful: false }
}

function cellText({ cells }: Line, column: number): string {
  return textOf(cells?.[column] ?? [])
}

function lineOf({ builder }: Walk, row: Line, cell: readonly Part[]): Line {
  const spans = cell.flatMap((part) => part.spans)
  return newLine(builder.source, { first: row.first, last: row.last, spans })
}

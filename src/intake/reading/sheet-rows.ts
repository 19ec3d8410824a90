/** Sheets with one statement a row: columns name its competency, its level, and the statement. */
import { addHeading, itemOf, levelIn } from './builder.ts'
import { type LevelMark, levelMarkOf } from './level-marks.ts'
import { type Line, newLine, type Part } from './line.ts'
import { nameIn } from './names.ts'
import { textOf } from './requirements.ts'
import { size, wordCount } from './vocabulary.ts'
import { openCompetency, type Walk } from './walk.ts'

/** Where a row holds its name and its level. */
export interface SheetColumns {
  name: number
  level: number
}

/** Whether the rows are statements: names come back from row to row, and the level's column holds few short names. */
export function isSheet(rows: readonly Line[], { name, level }: SheetColumns): boolean {
  const names = rows.map((row) => cellText(row, name))
  const levels = rows.map((row) => cellText(row, level))
  const short = levels.every((text) => text !== '' && wordCount(text) <= 5)
  const few = (texts: readonly string[]) => new Set(texts.filter((text) => text !== '')).size
  return short && few(levels) >= 2 && few(levels) < rows.length && few(names) < rows.length
}

/** Reads one row; an empty name repeats the one above. */
export function readSheetRow(state: Walk, row: Line, at: SheetColumns): void {
  const { builder } = state
  const cells = row.cells ?? []
  const name = cells[at.name] ?? []
  const own = nameIn(builder.rules, textOf(name), null).name.toLowerCase()
  const known = builder.draft.competencies.find((competency) => competency.name?.toLowerCase() === own)
  if (name.length > 0 && !known) openCompetency(state, lineOf(state, row, name))
  else if (name.length > 0) addHeading(builder, lineOf(state, row, name), 'competency')
  if (known) state.competency = known
  const { competency } = state
  const level = cells[at.level] ?? []
  if (!competency) return
  addHeading(builder, lineOf(state, row, level), 'level')
  const { indicators } = levelIn(competency, levelOf(state, textOf(level)))
  cells.forEach((cell, column) => {
    if (column === at.name || column === at.level) return
    for (const part of cell) {
      const piece = { spans: part.spans, first: row.first, last: row.last }
      indicators.push(itemOf(builder, piece, 'cell-under-level'))
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

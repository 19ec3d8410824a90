/** The lines under a head of columns: cut by their spacing, by their capitals, or put together word by word. */
import { rebuildColumns } from '../columns.ts'
import type { Item, Section, Span } from '../model.ts'
import { textAt } from '../words.ts'
import { alignedColumns, type Strip } from './aligned.ts'
import { addHeading, addMark, itemOf, levelIn, type Piece, sectionOf } from './builder.ts'
import type { ColumnHead } from './entry.ts'
import { codeMark, type LevelMark, levelMarkOf } from './level-marks.ts'
import { cutLine, endOf, type Line, newLine, startOf, within } from './line.ts'
import { size, wordCount } from './vocabulary.ts'
import { ensureCompetency, openCompetency, type Walk } from './walk.ts'

/** Reads the columns whose head stands at an index; returns the index of the next entry. */
export function readColumns(state: Walk, i: number): number {
  const entry = state.plan.entries[i]
  if (!entry?.columns) return i + 1
  const { columns, region, line } = entry
  for (const row of region) addMark(state.builder, row)
  const keyed = columns[0] !== undefined && holdsLevels(columns[0])
  const aligned = alignedColumns(state.builder.source, line, region, { columns: columns.length, keyed })
  const levels = aligned && keyed ? levelsOf(state, aligned) : null
  if (aligned && levels) readLevelRows(state, { columns, line, strips: aligned, levels })
  else if (aligned) readAligned(state, columns, line, aligned)
  else if (isRows(region, columns)) readRows(state, columns, line, region)
  else readMixed(state, columns, line, region)
  state.level = null
  state.section = null
  return i + 1
}

function headColumns(state: Walk, columns: readonly ColumnHead[], line: Line): (Item[] | null)[] {
  const competency = ensureCompetency(state)
  addHeading(state.builder, line, 'column-heads')
  return listsOf(competency, columns)
}

function listsOf(
  competency: ReturnType<typeof ensureCompetency>,
  columns: readonly ColumnHead[],
): (Item[] | null)[] {
  return columns.map((head) => {
    if (head.level) return levelIn(competency, head.level).indicators
    const { kind } = head.heading
    if (kind === 'name' || kind === 'group' || kind === 'code') return null
    return sectionOf(competency, kind === 'container' ? 'keyBehaviours' : kind)
  })
}

/** Text with its spacing kept: each column is a strip of the page. */
function readAligned(
  state: Walk,
  columns: readonly ColumnHead[],
  line: Line,
  strips: readonly (readonly Strip[])[],
): void {
  const named = columns[0]?.heading?.kind === 'name'
  if (!named) {
    const lists = headColumns(state, columns, line)
    for (const row of strips) place(state, lists, row)
    return
  }
  addHeading(state.builder, line, 'column-heads')
  for (const row of strips) {
    const [name, ...cells] = row
    if (name?.pieces[0])
      openCompetency(state, lineOf(state, { ...name.pieces[0], spans: name.pieces.flatMap((p) => p.spans) }))
    place(state, listsOf(ensureCompetency(state), columns.slice(1)), cells)
  }
}

/** "Level", "Grade": a column that says which level each row describes. */
function holdsLevels({ heading, text }: ColumnHead): boolean {
  return (
    heading?.kind === 'container' &&
    /^(?:[\p{L}]+ )?(?:level|stage|band|grade|scale|step|score)s?$/iu.test(text)
  )
}

/** The level of each row; null when some row names none. */
function levelsOf({ plan, builder }: Walk, strips: readonly (readonly Strip[])[]): LevelMark[] | null {
  const levels = strips.map(([first]) => {
    const text = textAt(
      builder.source,
      (first?.pieces ?? []).flatMap((piece) => piece.spans),
    )
    return codeMark(text) ?? levelMarkOf(plan.vocabulary, text)
  })
  const known = levels.flatMap((level) => (level && !level.runIn ? [level] : []))
  return known.length >= 2 && known.length === levels.length ? known : null
}

interface LevelRows {
  columns: readonly ColumnHead[]
  line: Line
  strips: readonly (readonly Strip[])[]
  levels: readonly LevelMark[]
}

/** One level a row: its name or code in the first column, what it means in the others. */
function readLevelRows(state: Walk, { columns, line, strips, levels }: LevelRows): void {
  const competency = ensureCompetency(state)
  addHeading(state.builder, line, 'column-heads')
  strips.forEach(([first, ...cells], i) => {
    const level = levels[i]
    if (!level) return
    for (const piece of first?.pieces ?? []) addHeading(state.builder, lineOf(state, piece), 'level')
    const { indicators } = levelIn(competency, level)
    const lists = columns.slice(1).map(({ heading }) => {
      const aside = heading !== null && ASIDE.has(heading.kind) ? (heading.kind as Section) : null
      return aside ? competency.sections[aside] : indicators
    })
    place(state, lists, cells)
  })
}

/** Sections that keep their statements even where each row is a level. */
const ASIDE: ReadonlySet<string> = new Set([
  'underused',
  'overused',
  'questions',
  'activities',
  'courses',
  'notes',
])

function lineOf({ builder }: Walk, piece: Piece): Line {
  return newLine(builder.source, { first: piece.first, last: piece.last, spans: [...piece.spans] })
}

function place({ builder }: Walk, lists: readonly (Item[] | null)[], row: readonly Strip[]): void {
  row.forEach((strip, column) => {
    for (const piece of strip.pieces) lists[column]?.push(itemOf(builder, piece, 'aligned-columns'))
  })
}

/** One line of text for each row of the table: as many capitals that can start a statement as there are columns. */
function isRows(region: readonly Line[], columns: readonly ColumnHead[]): boolean {
  if (region.length === 0 || region.length > 400) return false
  const fitting = region.filter((line) => startsIn(line.text).length === columns.length)
  const long = region.filter((line) => wordCount(line.text) >= columns.length * 3)
  return fitting.length * 5 >= region.length * 3 && long.length * 5 >= region.length * 4
}

/** Offsets of the words that start with a capital where a statement may start: at the front, or after a small word. */
function startsIn(text: string): number[] {
  const starts: number[] = []
  for (const match of text.matchAll(/(?:^|(?<=[\p{Ll}\d.;)”"’]\s))["“]?\p{Lu}\p{Ll}/gu))
    starts.push(match.index)
  return starts
}

function readRows(state: Walk, columns: readonly ColumnHead[], line: Line, region: readonly Line[]): void {
  const lists = headColumns(state, columns, line)
  const named = columns[0]?.heading?.kind === 'name'
  for (const row of region) {
    const cells = cutAt(state, row, startsIn(row.text), columns.length)
    const own = named && cells[0] ? listsOf(openCompetency(state, cells[0]), columns) : lists
    cells.forEach((cell, column) => {
      if (named && column === 0) return
      const list = own[cells.length < columns.length && !named ? column : column]
      const piece = { spans: cell.spans, first: row.first, last: row.last, flags: ['split' as const] }
      const item = itemOf(
        state.builder,
        piece,
        'row-split-at-capitals',
        cells.length === columns.length ? 1 : 0.4,
      )
      if (list) list.push(item)
      else ensureCompetency(state).sections.notes.push(item)
    })
  }
}

function cutAt(state: Walk, line: Line, starts: readonly number[], most: number): Line[] {
  const parts: Line[] = []
  let rest: Line | null = line
  let done = 0
  for (const start of starts.slice(1, most)) {
    if (!rest) break
    const letters = size(line.text.slice(0, start))
    const [head, tail]: [Line, Line | null] = cutLine(state.builder.source, rest, letters - done)
    parts.push(head)
    rest = tail
    done = letters
  }
  if (rest) parts.push(rest)
  return parts
}

/** Words of all columns mixed on each line: a guess, and marked as such. */
function readMixed(state: Walk, columns: readonly ColumnHead[], line: Line, region: readonly Line[]): void {
  const lists = headColumns(state, columns, line)
  const { source } = state.builder
  const texts = region.map((row) => source.text.slice(startOf(row), endOf(row)))
  const rebuilt = rebuildColumns(texts, columns.length)
  rebuilt.forEach((statements, column) => {
    for (const statement of statements) {
      const spans = statement.pieces.flatMap((piece): Span[] => {
        const row = region[piece.line] ?? line
        return within(row, [startOf(row) + piece.start, startOf(row) + piece.end])
      })
      if (spans.length === 0) continue
      const rows = statement.pieces.flatMap(({ line: at }) => [
        region[at]?.first ?? line.first,
        region[at]?.last ?? line.last,
      ])
      const piece: Piece = { spans, first: Math.min(...rows), last: Math.max(...rows), flags: ['columns'] }
      const item = itemOf(state.builder, piece, 'rebuilt-columns')
      const sure = Math.round((0.25 + 0.2 * statement.sure) * 100) / 100
      const list = lists[column] ?? ensureCompetency(state).sections.notes
      list.push({ ...item, confidence: Math.min(0.45, sure) })
    }
  })
}

/** Columns in a text that kept its spacing: what starts under a column's head belongs to that column. */
import type { Flag, Source, Span } from '../model.ts'
import type { Piece } from './builder.ts'
import { endOf, type Line, startOf, within } from './line.ts'
import { markOf } from './marks.ts'
import { isClosed, startsLower } from './vocabulary.ts'

/** The statements of one column within one row of the table. */
export interface Strip {
  pieces: StripPiece[]
}

type StripPiece = Piece & { spans: Span[]; flags?: Flag[] }

interface Chunk {
  /** Characters from the start of the line. */
  at: number
  span: Span
  text: string
}

const NONE: ReadonlySet<string> = new Set()

/** Rows of strips; null when the lines do not stand under the heads. `keyed`: the first column says what each row is. */
export function alignedColumns(
  source: Source,
  head: Line,
  region: readonly Line[],
  { columns, keyed }: { columns: number; keyed: boolean },
): Strip[][] | null {
  const starts = chunksOf(source, head).map((chunk) => chunk.at)
  if (starts.length !== columns || region.length === 0) return null
  const rows = region.map((line) => ({ line, cells: cellsOf(chunksOf(source, line), starts) }))
  const spaced = rows.filter(
    ({ cells }) => cells.filter((cell) => cell.length > 0).length >= 2 || (cells[0]?.length ?? 0) === 0,
  )
  if (spaced.length * 5 < rows.length * 3) return null
  return blocksOf(rows, keyed).map((block) => starts.map((_, column) => stripOf(block, column)))
}

/** The pieces of a line between gaps of two spaces or more. */
function chunksOf(source: Source, line: Line): Chunk[] {
  const lineStart = source.text.lastIndexOf('\n', startOf(line) - 1) + 1
  const raw = source.text.slice(lineStart, endOf(line))
  const chunks: Chunk[] = []
  for (const match of raw.matchAll(/\S+(?: \S+)*/gu)) {
    const start = lineStart + match.index
    chunks.push({ at: match.index, span: [start, start + match[0].length], text: match[0] })
  }
  return chunks
}

/** Each piece goes to the last column that starts at or before it, give or take three characters. */
function cellsOf(chunks: readonly Chunk[], starts: readonly number[]): Chunk[][] {
  const cells: Chunk[][] = starts.map(() => [])
  for (const chunk of chunks) {
    const column = starts.findLastIndex((start) => start <= chunk.at + 3)
    cells[Math.max(0, column)]?.push(chunk)
  }
  return cells
}

interface Row {
  line: Line
  cells: Chunk[][]
}

/** Rows of the table: a new one begins where the first column speaks again; after a blank line only, unless it holds keys. */
function blocksOf(rows: readonly Row[], keyed: boolean): Row[][] {
  const blocks: Row[][] = []
  for (const row of rows) {
    const fresh = blocks.length === 0 || ((keyed || row.line.gap) && (row.cells[0]?.length ?? 0) > 0)
    if (fresh) blocks.push([row])
    else blocks.at(-1)?.push(row)
  }
  return blocks
}

function stripOf(block: readonly Row[], column: number): Strip {
  const pieces: StripPiece[] = []
  let last = ''
  for (const { line, cells } of block) {
    const cell = cells[column] ?? []
    const text = cell.map((chunk) => chunk.text).join(' ')
    const spans = spansOf(line, cell, text)
    if (spans.length === 0) {
      if (line.gap) last = ''
      continue
    }
    const fresh = last === '' || line.gap || isMarked(text) || (isClosed(last) && !startsLower(text))
    if (fresh) pieces.push({ spans, first: line.first, last: line.last })
    else extend(pieces, spans, line)
    last = text
  }
  return { pieces }
}

function isMarked(text: string): boolean {
  return markOf(text, 0, NONE).mark !== null
}

/** Where a cell's words stand, without the bullet in front of them. */
function spansOf(line: Line, cell: readonly Chunk[], text: string): Span[] {
  const { mark, size } = markOf(text, 0, NONE)
  const skip = mark?.kind === 'bullet' ? size : 0
  return cell.flatMap(({ span, text: words }, i) =>
    within(line, [i === 0 ? span[0] + Math.min(skip, words.length) : span[0], span[1]]),
  )
}

function extend(pieces: StripPiece[], spans: readonly Span[], line: Line): void {
  const open = pieces.at(-1)
  if (!open) return
  for (const span of spans) open.spans.push(span)
  open.last = line.last
  open.flags = ['joined']
}

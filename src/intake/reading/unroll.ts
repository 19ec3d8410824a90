/**
 * Tables that were copied cell by cell: all heads first, then the cells, row after row or column after column. The
 * heads say how many columns there are; the number of cells tells how they were copied.
 */
import { type Entry, looksHead } from './entry.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Puts cells under their heads again wherever three or more level names, or all there are, stand in a row. */
export function unroll(vocabulary: Vocabulary, entries: readonly Entry[]): Entry[] {
  const all = new Set(entries.flatMap((entry) => (entry.level ? [entry] : [])))
  const result: Entry[] = []
  for (let i = 0; i < entries.length; ) {
    const heads = headsFrom(entries, i)
    const whole = heads.length >= 3 || (heads.length === 2 && all.size === 2)
    const found = whole ? cellsUnder(vocabulary, entries, heads, i) : null
    const next = found ? found.end : Math.max(i + 1, i + heads.length)
    for (const entry of found ? found.placed : entries.slice(i, next)) result.push(entry)
    i = next
  }
  return result
}

function cellsUnder(
  vocabulary: Vocabulary,
  entries: readonly Entry[],
  heads: readonly Entry[],
  i: number,
): { placed: Entry[]; end: number } | null {
  const end = endOfCells(entries, i + heads.length)
  const cells = entries.slice(i + heads.length, end)
  return cells.length > 0 ? { placed: placeCells(vocabulary, heads, cells), end } : null
}

function headsFrom(entries: readonly Entry[], from: number): Entry[] {
  const heads: Entry[] = []
  for (let i = from; i < entries.length; i++) {
    const entry = entries[i]
    if (!entry?.level || entry.level.runIn) break
    heads.push(entry)
  }
  return heads
}

function endOfCells(entries: readonly Entry[], from: number): number {
  let end = from
  while (end < entries.length) {
    const entry = entries[end]
    if (!entry || entry.level || entry.heading || entry.columns || entry.line.cells) break
    end++
  }
  return end
}

function placeCells(vocabulary: Vocabulary, heads: readonly Entry[], cells: readonly Entry[]): Entry[] {
  const columns = heads.length
  const chunks = chunksOf(cells)
  if (cells.length === columns)
    return columnWise(
      heads,
      cells.map((cell) => [cell]),
    )
  if (chunks.length === columns) return columnWise(heads, chunks)
  if (cells.length % (columns + 1) === 0 && namedRows(vocabulary, cells, columns + 1))
    return rowWise(heads, cells)
  if (cells.length % columns === 0 && cells.length <= columns * 12 && !cells.some((cell) => cell.line.mark)) {
    return columnWise(
      heads,
      heads.map((_, column) => cells.filter((_cell, i) => i % columns === column)),
    )
  }
  return [...heads, ...unlabelled(cells)]
}

/** Lists with blank lines between them. */
function chunksOf(cells: readonly Entry[]): Entry[][] {
  const chunks: Entry[][] = []
  for (const cell of cells) {
    if (cell.line.gap || chunks.length === 0) chunks.push([cell])
    else chunks.at(-1)?.push(cell)
  }
  return chunks
}

function columnWise(heads: readonly Entry[], columns: readonly (readonly Entry[])[]): Entry[] {
  return heads.flatMap((head, i) => [head, ...(columns[i] ?? []).map((cell) => guessed(cell))])
}

function guessed(cell: Entry): Entry {
  return { ...cell, heading: null, rule: 'unrolled-columns', fixed: true }
}

/** Each row starts with a name: short, while its other cells are statements. */
function namedRows(vocabulary: Vocabulary, cells: readonly Entry[], period: number): boolean {
  return cells.every((cell, i) => {
    const head = looksHead(vocabulary, cell)
    return i % period === 0 ? head : !head || cell.line.text.length > 30
  })
}

function rowWise(heads: readonly Entry[], cells: readonly Entry[]): Entry[] {
  const period = heads.length + 1
  return cells.flatMap((cell, i) => {
    if (i % period === 0) return [{ ...cell, competency: true }]
    const head = heads[(i % period) - 1]
    const first = i < period
    return head ? [first ? head : { ...head, ghost: true }, guessed(cell)] : [cell]
  })
}

/** Nobody can tell which level they belong to: kept in the competency, as a list without a heading. */
function unlabelled(cells: readonly Entry[]): Entry[] {
  return cells.map((cell) => ({ ...cell, rule: 'unlabelled-list', fixed: true, unlabelled: true }))
}

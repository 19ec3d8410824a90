import { pad, widthOf, wrap } from './wrap.ts'

const GAP = 2

/**
 * Rows in columns that are as wide as their widest cell. The last column takes what is left of `width` and breaks
 * into several lines where it must. A row with fewer cells ends early.
 */
export function table(rows: string[][], width: number): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: count - 1 }, (_, i) =>
    Math.max(...rows.map((row) => widthOf(row[i] ?? ''))),
  )
  return rows.flatMap((row) => {
    const head = widths.map((wide, i) => pad(row[i] ?? '', wide) + ' '.repeat(GAP)).join('')
    const last = row[count - 1] ?? ''
    return wrap(last, Math.max(width, widthOf(head) + 20), head)
  })
}

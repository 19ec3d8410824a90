/** Tables that say which level each post needs: no statements, so they open no competency. */
import type { Entry } from './entry.ts'
import type { Line, Part } from './line.ts'

export function textOf(cell: readonly Part[]): string {
  return cell.map((part) => part.text).join(' ')
}

/** A row with a name, then figures. */
export function isRequirement({ cells }: Line): boolean {
  const [, ...others] = cells ?? []
  const filled = others.map(textOf).filter((text) => text !== '')
  return filled.length > 0 && filled.every((text) => text.length <= 3)
}

const MOST_ROWS = 200

/** Whether the table that starts at an index holds figures only, below its heads. */
export function isRequirementTable(entries: readonly Entry[], i: number): boolean {
  const lines = entries.slice(i, i + MOST_ROWS).map((entry) => entry.line)
  const end = lines.findIndex((line) => line.cells === null)
  const [head, ...body] = end < 0 ? lines : lines.slice(0, end)
  return head !== undefined && body.length > 0 && body.every(isRequirement)
}

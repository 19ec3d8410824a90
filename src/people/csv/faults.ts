/** Collects what is wrong, row by row. */
import { Invalid } from '#errors.ts'
import { type Column, HEADINGS, type Row } from './columns.ts'
import type { RowFault } from './import.ts'

/** A book of faults; `note` writes one down. */
export interface Faults {
  all: RowFault[]
  note(row: Row, column: Column | null, message: string): void
}

export function openFaults(): Faults {
  const all: RowFault[] = []
  return {
    all,
    note: ({ line, cells }, column, message) => {
      const value = column === null ? null : (cells[column] ?? null)
      all.push({ line, column: column && HEADINGS[column], value: value?.slice(0, 100) ?? null, message })
    },
  }
}

/** Fields of a person or a post by the column they come from. */
const COLUMN_OF: Record<string, Column> = { teamId: 'team', placeId: 'place', reportsTo: 'manager' }

/** Runs `work`, and notes what it finds Invalid at the columns of its fields; undefined then. */
export function noting<T>(
  { faults, row, fields = {} }: { faults: Faults; row: Row; fields?: Partial<Record<string, Column>> },
  work: () => T,
): T | undefined {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    for (const [field, message] of Object.entries(error.fields)) {
      const column = fields[field] ?? COLUMN_OF[field] ?? (field in HEADINGS ? (field as Column) : null)
      faults.note(row, column, message)
    }
    return
  }
}

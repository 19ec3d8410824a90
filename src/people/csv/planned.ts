import { uuidFromName } from '#lib/uuid.ts'
import { readColumns } from './columns.ts'
import type { DateOrder, Plan, Planning, Standing } from './import.ts'
import { planImport } from './plan.ts'
import { type Report, reportOf } from './report.ts'
import { readTable } from './table.ts'

export interface PlanningInput {
  text: string
  dateOrder: DateOrder
  standing: Standing
  /** The day as ISO text. */
  today: string
  /** A new id; the ids of all that is new follow from it. */
  seed: string
}

/**
 * From a file's text to what would come of it, and the report about it. Data in, data out, so that it may run in a thread of
 * its own. Throws Invalid when the text is no table of people.
 */
export function planFile({ text, dateOrder, standing, today, seed }: PlanningInput): {
  plan: Plan
  report: Report
} {
  const table = readTable(text)
  const read = readColumns(table)
  let made = 0
  const planning: Planning = { standing, dateOrder, today, newId: () => uuidFromName(seed, String(made++)) }
  const plan = planImport(read.rows, planning)
  return { plan, report: reportOf(plan, read, { table, planning }) }
}

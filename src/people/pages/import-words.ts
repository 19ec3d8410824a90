import type { Report } from '../csv/report.ts'

export const IMPORT_STATES = {
  checked: 'checked, not read in',
  waiting: 'about to be read in',
  running: 'being read in',
  done: 'read in',
  failed: 'not read in',
  dropped: 'thrown away',
} as const

/** An import as its pages show it. */
export interface ImportView {
  id: string
  state: keyof typeof IMPORT_STATES
  fileName: string | null
  report: Report
  done: number
  total: number
  message: string | null
  /** In words. */
  madeAt: string
  dateOrder: string
}

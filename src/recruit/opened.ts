/** A vacancy as somebody sees it who has a part in it. */
import type { Criterion, PanelMember, Question, Vacancy } from './model.ts'

/** What somebody does in one vacancy. */
export interface Part {
  /** Rates candidates: is on the panel and has not left it. */
  rates: boolean
  /** Leads the panel. */
  chairs: boolean
  /** Makes the vacancy and looks after its candidates. */
  oversees: boolean
}

/** A vacancy with its kit, and what part the viewer has in it. */
export interface Opened {
  vacancy: Vacancy
  criteria: Criterion[]
  panel: PanelMember[]
  questions: Question[]
  part: Part
}

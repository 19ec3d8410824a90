import type { AlignmentType } from './model.ts'

/** One line of "what else speaks of this": an item of another framework, and how it relates to this one here. */
export interface Neighbour {
  /** `out`: this competency says so; `in`: the other framework says so of this one. */
  direction: 'out' | 'in'
  type: AlignmentType
  note: string | null
  /** The other framework's slug. */
  framework: string
  /** The other competency's key. */
  competency: string
  /** Null when the other framework is not here (yet), or has no such competency. */
  found: { frameworkTitle: string; name: string; code: string | null } | null
}

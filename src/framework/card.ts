import type { Level, ScaleKind } from './model.ts'

/** Where a framework came from: shipped with Sightline, read in from a document, or loaded from a person's own file. */
export type Origin = 'library' | 'intake' | 'file'

/** A framework as its card shows it. */
export interface FrameworkCard {
  slug: string
  title: string
  summary: string | null
  publisher: string | null
  origin: Origin
  publishedAt: Date
  scaleKind: ScaleKind
  /** From the lowest to the highest. */
  levels: Pick<Level, 'key' | 'number' | 'name'>[]
  /** How many. */
  competencies: number
  /** How many, of every kind. */
  statements: number
}

import type { Level, StatementKind } from './model.ts'

/** Competencies on a page of results. */
export const PAGE = 10

/** A piece of text; `found` pieces are what matches. Put together they are the text. */
export interface Piece {
  text: string
  found: boolean
}

export interface FoundStatement {
  id: string
  kind: StatementKind
  level: Pick<Level, 'key' | 'number' | 'name'> | null
  /** Where the level stands in its scale, from 0, and how many there are; null without a level. */
  place: { position: number; count: number } | null
  text: Piece[]
  ours: boolean
}

/** A competency that matches, by its own words or by those of its statements. */
export interface FoundCompetency {
  framework: { slug: string; title: string; language: string }
  key: string
  code: string | null
  name: Piece[]
  definition: Piece[]
  /** The best of them, in reading order. */
  statements: FoundStatement[]
  /** How many statements match in all. */
  count: number
}

export interface Found {
  /** False when the words are all so common ("of the") that there is nothing to look for. */
  searchable: boolean
  /** Statements that match, in all competencies. */
  statements: number
  /** Competencies that match in any way. */
  competencies: number
  /** One page of them, best first. */
  hits: FoundCompetency[]
}

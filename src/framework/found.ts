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
  /** Why it matters, when something in it was found; otherwise empty. */
  why: Piece[]
  /** The everyday names it was found by, when nothing else of it matches. */
  called: Piece[][]
  /** The best of them, in reading order. */
  statements: FoundStatement[]
  /** How many statements match in all. */
  count: number
}

/** A framework found by its title, its publisher or the names of its levels. */
export interface FoundFramework {
  slug: string
  language: string
  title: Piece[]
  publisher: Piece[]
  /** The names that match, from the lowest level. */
  levels: Piece[][]
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
  /** By title; the same on every page. */
  frameworks: FoundFramework[]
  /** The words as they may have been meant, when nothing was found; otherwise empty. */
  near: string[]
}

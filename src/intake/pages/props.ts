import type { Draft, Source } from '../model.ts'

/** A draft under review, as its pages need it. */
export interface Review {
  id: string
  source: Source
  /** The draft as it stands. */
  now: Draft
  undoable: number
  /** Of the last operation that this page shows; forms send it back as `seen`. */
  position: number
  /** Slug of the framework it became, if it did. */
  publishedAs: string | null
}

/** What stands open for change: nothing, the title, an item's words, or the names of a competency. */
export interface Open {
  what: 'nothing' | 'title' | 'item' | 'names'
  id: string
  /** Long lists are shown whole. */
  all: boolean
  /** What was typed into it before an error. */
  typed?: string
}

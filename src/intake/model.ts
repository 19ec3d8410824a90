/**
 * Intake reads a document into a draft of a framework. Its promise: every word of the source ends up in exactly one
 * place (an item, a heading, furniture or the unplaced tray) and no word is invented. Items therefore never hold
 * loose text: they point to spans of the source, and their text is those spans, cleaned.
 */

/** Half-open range of UTF-16 offsets in the source text. */
export type Span = readonly [start: number, end: number]

/** First and last line, counted from 1. */
export type Lines = readonly [first: number, last: number]

/** The decoded document: line ends are `\n`, there is no byte-order mark; nothing else is changed. */
export interface Source {
  /** The file's name, or null for pasted text. */
  name: string | null
  text: string
}

export type Flag =
  | 'joined' // put together from several source lines
  | 'split' // cut out of a longer line
  | 'columns' // rebuilt from columns that the text copy had mixed: a guess
  | 'damaged' // the words look broken in the source
  | 'incomplete' // the statement seems to be cut off
  | 'suggestion' // read from prose: a proposal, never certain
  | 'edited' // a person changed the words

export interface Item {
  id: string
  /** The spans' text, white space folded, bullet marks and list punctuation taken off. */
  text: string
  spans: Span[]
  lines: Lines
  /** 0 to 1: how sure the reader is that this stands in the right place. */
  confidence: number
  /** The rule that placed it, such as "bullet-under-level". */
  rule: string
  flags: Flag[]
}

export const SECTIONS = [
  'underused',
  'skilled',
  'overused',
  'activities',
  'courses',
  'resources',
  'books',
  'questions',
  'keyBehaviours',
  'notes',
] as const
export type Section = (typeof SECTIONS)[number]

export interface DraftLevel {
  number: number | null
  name: string | null
  /** Position in the document, from 0. */
  order: number
  indicators: Item[]
}

export interface DraftCompetency {
  id: string
  name: string | null
  /** Where the name comes from: the text itself, its title, the file's name, or a person. */
  nameFrom: 'text' | 'title' | 'file' | 'person'
  group: string | null
  code: string | null
  definition: Item[]
  levels: DraftLevel[]
  sections: Record<Section, Item[]>
  /** Headings that stand in the source with nothing under them. */
  emptySections: string[]
}

/** A repair of the text (a join or a split), so that it can be shown and undone. */
export interface Edit {
  rule: string
  /** The pieces as they stand in the source. */
  before: string[]
  /** What became of them. */
  after: string[]
  lines: Lines
  /** Ids of the items that hold the result. */
  items: string[]
}

/** The word count that proves nothing was lost. A word is a run of letters and digits. */
export interface Ledger {
  sourceWords: number
  /** Words in exactly one item, heading, furniture item or unplaced item. */
  placedWords: number
  /** Words in no place. The reader moves what it missed to the tray by itself, so this is 0. */
  lostWords: number
  /** Words of items that do not stand at their spans, and words that stand in two places. */
  inventedWords: number
}

export interface Draft {
  title: string | null
  competencies: DraftCompetency[]
  /** Title, group, competency, section and level headings: words that became structure. */
  headings: Item[]
  unplaced: Item[]
  /** Page numbers, running heads, menus, promotion. */
  furniture: Item[]
  edits: Edit[]
  ledger: Ledger
}

/** What a list of drafts shows of one. */
export interface DraftSummary {
  title: string | null
  competencies: number
  /** Items that will be published: everything but headings, furniture and the tray. */
  statements: number
  unplaced: number
}

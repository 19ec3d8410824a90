/** A line with what it may be: a heading, a level marker, an item of a list, a paragraph. */
import type { Heading } from './headings.ts'
import { headingOf } from './headings.ts'
import { type LevelMark, levelMarkOf } from './level-marks.ts'
import type { Line } from './line.ts'
import { withoutRemark } from './names.ts'
import { isClosed, isOpen, isQuestion, startsLower, type Vocabulary, wordCount } from './vocabulary.ts'

export interface Entry {
  line: Line
  heading: Heading | null
  /** A level marker that the document as a whole bears out. */
  level: LevelMark | null
  /** What the columns below are, when the line is the head of columns. */
  columns: ColumnHead[] | null
  /** The lines under the head of columns. */
  region: Line[]
  /** Letters of the competency's name that the line starts with. */
  nameLetters: number
  /** The rule that placed it before the walk began. */
  rule: string | null
  /** It stands where it should: it opens nothing and closes nothing. */
  fixed: boolean
  /** Opens a competency, whatever follows. */
  competency: boolean
  /** A level marker that stands for one printed elsewhere: it has no words of its own. */
  ghost: boolean
  /** A cell whose column is lost. */
  unlabelled: boolean
}

/** The head of one column: a level, or a section such as "Effective behaviours". */
export type ColumnHead =
  | { level: LevelMark; heading: null; text: string }
  | { level: null; heading: Heading; text: string }

export function entryOf(vocabulary: Vocabulary, line: Line): Entry {
  const bullet = line.mark !== null && line.mark.kind === 'bullet'
  const table = line.cells !== null
  return {
    line,
    heading: table ? null : headingOf(vocabulary, line.text, bullet),
    level: table
      ? null
      : levelMarkOf(vocabulary, line.text, line.mark?.kind === 'number' ? line.mark.label : ''),
    columns: null,
    region: [],
    nameLetters: 0,
    rule: null,
    fixed: false,
    competency: false,
    ghost: false,
    unlabelled: false,
  }
}

export function isItem(entry: Entry): boolean {
  return entry.line.mark !== null
}

/** Short, capitalised, without a final stop: it may be a heading, if what follows bears it out. */
export function looksHead(vocabulary: Vocabulary, { line, columns }: Entry): boolean {
  const { text, mark, cells, depth } = line
  if (cells || columns || mark?.kind === 'bullet' || text.length > 100) return false
  if (depth !== null) return wordCount(text) <= 14
  if (
    wordCount(withoutRemark(text)) > 9 ||
    startsLower(text) ||
    !/\p{L}/u.test(text) ||
    /[.;,!…]$/.test(text)
  )
    return false
  return !isQuestion(vocabulary, text) && !isOpen(vocabulary, text)
}

/** Long enough to be read, not to be a heading: over 60 characters, or more than one sentence, or a stop at its end. */
export function isParagraph({ line, columns }: Entry): boolean {
  if (line.cells || columns || line.mark?.kind === 'bullet') return false
  return line.text.length > 60 || (isClosed(line.text) && wordCount(line.text) >= 4)
}

/** Whether the line is a mark of structure that the reader is certain of. */
export function isStructure(entry: Entry): boolean {
  return entry.heading !== null || entry.level !== null || entry.columns !== null || entry.line.cells !== null
}

import type { Mark } from './mark.ts'
import { type Readability, readability } from './reading-age.ts'
import { type Sentence, sentencesOf, wordsIn } from './sentences.ts'
import { termsIn } from './terms.ts'

/** A sentence of more words is marked: the limit of the United Kingdom's government for its own pages. */
const LONGEST = 25
/** Read with ease at this age, a text keeps hardly anybody out. */
export const EASY_AGE = 14
/** More requirements than these keep people away who could do the work; our own measure, see docs/methods/wording.md. */
export const MOST_REQUIREMENTS = 10

export interface Checked {
  /** In the order of the text; a long sentence stands before the marks inside it. */
  marks: Mark[]
  reading: Readability
  /** Lines that ask the reader for something. */
  requirements: number
}

/** What is to be looked at in a text about a job. Deterministic; what stands in one sentence does not depend on the others. */
export function checkWording(text: string): Checked {
  const sentences = sentencesOf(text)
  return {
    marks: sentences.flatMap(marksIn),
    reading: readability(text),
    requirements: sentences.filter((sentence) => REQUIRES.test(sentence.text)).length,
  }
}

const REQUIRES =
  /\b(?:must|required|essential|desirable|requirements?|experience (?:of|in|with)|knowledge of|ability to|able to|skills?|qualified|qualifications?|degree|you (?:will )?(?:have|need|bring|can|are))\b/i

function marksIn(sentence: Sentence): Mark[] {
  const words = termsIn(sentence.text).map((mark) => moved(mark, sentence.start))
  const long = longMark(sentence)
  return long ? [long, ...words] : words
}

const moved = (mark: Mark, by: number): Mark => ({ ...mark, start: mark.start + by, end: mark.end + by })

function longMark({ start, text }: Sentence): Mark | null {
  const count = wordsIn(text).length
  if (count <= LONGEST) return null
  const from = start + text.length - text.trimStart().length
  const bare = text.trim()
  return {
    ...{ start: from, end: from + bare.length, text: bare, kind: 'long', quality: null },
    why: `This sentence has ${count} words.`,
    instead: 'Make two of it, or a list, with at most 25 words each.',
  }
}

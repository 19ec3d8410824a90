/**
 * Words cut by a hyphen at the end of a line: "pro-" and "blems". The hyphen goes where the document itself shows the
 * word in one piece, or shows neither half as a word; "long-" and "term" keep theirs.
 */
import type { Source, Span } from '../model.ts'
import { rawAt, wordSpans } from '../words.ts'
import type { Line } from './line.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Words {
  vocabulary: Vocabulary
  source: Source
  /** The document's words in lower case, but for those that a line's end has cut. */
  whole: ReadonlySet<string>
}

/** The words of a document; none are gathered where no line ends in a hyphen. */
export function wordsIn(vocabulary: Vocabulary, source: Source): Words {
  const { text } = source
  const whole = new Set<string>()
  if (!/\p{L}-[ \t]*\n/u.test(text)) return { vocabulary, source, whole }
  let cut = false
  for (const [start, end] of wordSpans(text)) {
    const before = cut
    cut = /^-[ \t]*\n/.test(text.slice(end, end + 8))
    if (!before && !cut) whole.add(text.slice(start, end).toLowerCase())
  }
  return { vocabulary, source, whole }
}

/** The spans of a line, without the hyphen at its end where the next line goes on with the same word. */
export function withoutHyphen(words: Words, line: Line, next: Line): Span[] {
  const first = /(\p{L}+)-$/u.exec(line.text.slice(-60))?.[1]?.toLowerCase()
  const second = /^\p{Ll}+/u.exec(next.text.slice(0, 60))?.[0]
  const last = line.spans.at(-1)
  if (!last || !first || !second || !isCut(words, first, second)) return [...line.spans]
  const hyphen = last[0] + rawAt(words.source, [last]).lastIndexOf('-')
  return hyphen > last[0] ? [...line.spans.slice(0, -1), [last[0], hyphen]] : [...line.spans]
}

function isCut({ vocabulary, whole }: Words, first: string, second: string): boolean {
  if (whole.has(first + second)) return true
  if (whole.has(first) || whole.has(second) || vocabulary.functionWords.has(second)) return false
  return !vocabulary.compounds.has(first) && !vocabulary.compounds.has(second)
}

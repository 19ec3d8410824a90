/** "Customer focus – keeps the promises that …": names of competencies in front of their definition. */
import type { Entry } from './entry.ts'
import { isOpen, size, type Vocabulary, wordCount } from './vocabulary.ts'

const RUN_IN = /^(\p{Lu}[^.:;!?–—]{2,60}?)(?:\s*:|\s*[–—]|\s+-)\s+(?=\S)/u

/** Marks the lines that start with a name; only where at least two lines do, and lists only where nearly all do. */
export function settleRunInNames(vocabulary: Vocabulary, entries: readonly Entry[]): void {
  const structured = entries.some(
    (entry) => entry.level !== null || (entry.heading !== null && entry.heading.kind !== 'name'),
  )
  const found = entries.flatMap((entry) => {
    const letters = nameSize(vocabulary, entry)
    return letters > 0 ? [{ entry, letters }] : []
  })
  const plain = found.filter(({ entry }) => entry.line.mark?.kind !== 'bullet')
  const bullets = found.length - plain.length
  const listed = entries.filter((entry) => entry.line.mark?.kind === 'bullet').length
  const inLists = !structured && bullets >= 3 && bullets * 5 >= listed * 4 && plain.length < 2
  const chosen = inLists ? found : plain
  if (chosen.length < 2) return
  for (const { entry, letters } of chosen) entry.nameLetters = letters
}

/** Letters of the name; 0 when the line does not start with one. */
function nameSize(vocabulary: Vocabulary, { line, heading, level, columns, fixed }: Entry): number {
  if (heading || level || columns || fixed || line.cells || line.depth !== null) return 0
  const match = RUN_IN.exec(line.text.slice(0, 90))
  if (!match?.[1] || wordCount(match[1]) > 6 || isOpen(vocabulary, match[1])) return 0
  const rest = line.text.slice(match[0].length)
  return wordCount(rest) >= 6 && !/^["“]/.test(rest) ? size(match[1]) : 0
}

/** "Entry – does this; does that. Expert – does more.": a whole scale on one line, with its statements behind each name. */
import type { Source } from '../model.ts'
import { kindOfName } from './level-names.ts'
import { type Line, startOf } from './line.ts'
import { type Vocabulary, wordCount } from './vocabulary.ts'

/** Where one part ends and the next starts, in the source. */
export interface RunInCut {
  end: number
  start: number
  /** A statement of the same level starts here, not a level. */
  bullet: boolean
  number: null
}

interface Label {
  key: string
  /** Characters from the start of the line. */
  at: number
}

const LABEL = /(?:^|[.;:]\s+)(\p{Lu}[\p{L} -]{1,30}?)\s+[–—-]\s+(?=\S)/gu

/**
 * Cuts for the lines that hold a scale: the same names in the same order on two lines or more, or names of which all
 * are known. Other lines have none.
 */
export function runInLevels(
  vocabulary: Vocabulary,
  source: Source,
  lines: readonly Line[],
): Map<Line, RunInCut[]> {
  const found = lines.flatMap((line) => {
    const labels = labelsOf(source, line)
    return labels.length >= 2 ? [{ line, labels, key: labels.map((label) => label.key).join('\n') }] : []
  })
  const counts = new Map<string, number>()
  for (const { key } of found) counts.set(key, (counts.get(key) ?? 0) + 1)
  const borneOut = found.filter(
    ({ key, labels }) =>
      (counts.get(key) ?? 0) >= 2 || labels.every(({ key }) => kindOfName(vocabulary, key) === 'strong'),
  )
  return new Map(borneOut.map(({ line, labels }) => [line, cutsOf(source, line, labels)]))
}

/** The names on a line, none twice; lines of several stretches, lists and tables are left alone. */
function labelsOf(source: Source, line: Line): Label[] {
  const [span] = line.spans
  if (!span || line.spans.length > 1 || line.mark || line.cells || line.text.length < 60) return []
  const labels = [...source.text.slice(...span).matchAll(LABEL)].map((match) => ({
    key: (match[1] ?? '').toLowerCase(),
    at: match.index + match[0].indexOf(match[1] ?? ''),
  }))
  const once = new Set(labels.map((label) => label.key)).size === labels.length
  return once && labels.every(({ key }) => wordCount(key) <= 3) ? labels : []
}

function cutsOf(source: Source, line: Line, labels: readonly Label[]): RunInCut[] {
  const from = startOf(line)
  const text = source.text.slice(from, line.spans[0]?.[1])
  const first = labels[0]?.at ?? 0
  const names = labels.map(({ at }) => ({ end: from + at, start: from + at, bullet: false, number: null }))
  const statements = [...text.matchAll(/;\s+/g)]
    .filter((match) => match.index > first && !labels.some(({ at }) => at === match.index + match[0].length))
    .map(({ index, 0: sign }) => ({
      end: from + index + 1,
      start: from + index + sign.length,
      bullet: true,
      number: null,
    }))
  return [...names, ...statements].filter(({ start }) => start > from)
}

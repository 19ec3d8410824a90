/** Long lines that hold several things: bullets inside, a run of numbers, labels and level markers in mid-line. */
import type { Source, Span } from '../model.ts'
import { cleanItem, hasWord, rawAt } from '../words.ts'
import { type Line, newLine } from './line.ts'
import { runInLevels } from './run-in-levels.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Split {
  rule: string
  before: Line
  after: Line[]
}

interface Cut {
  /** Where the part before ends and the next starts; between them stands a bullet or white space. */
  end: number
  start: number
  bullet: boolean
  /** A list number between the parts. */
  number: Span | null
}

/** A line with more parts than this is no list: it is left as it stands. */
const MOST_CUTS = 2000

/** Cuts the lines that hold several things; everything else passes through. */
export function splitLines(
  vocabulary: Vocabulary,
  source: Source,
  lines: readonly Line[],
): { lines: Line[]; splits: Split[] } {
  const splits: Split[] = []
  const scales = runInLevels(vocabulary, source, lines)
  const all = lines.flatMap((line) => {
    if (line.cells || line.text.length < 40) return [line]
    const cuts = inOrder([...cutsOf(vocabulary, source, line), ...(scales.get(line) ?? [])])
    if (cuts.length === 0 || cuts.length > MOST_CUTS) return [line]
    const after = partsOf(source, line, cuts)
    if (after.length > 1)
      splits.push({
        rule: !scales.has(line) && cuts.some((c) => c.bullet) ? 'split-at-bullets' : 'split-at-labels',
        before: line,
        after,
      })
    return after.length > 1 ? after : [line]
  })
  return { lines: all, splits }
}

function cutsOf(vocabulary: Vocabulary, source: Source, line: Line): Cut[] {
  return line.spans.flatMap(([start, end]) => {
    const text = source.text.slice(start, end)
    return [
      ...bulletCuts(text, start),
      ...numberCuts(text, start),
      ...labelCuts(vocabulary, text, start),
      ...levelCuts(text, start),
    ]
  })
}

function inOrder(cuts: readonly Cut[]): Cut[] {
  const sorted = cuts.toSorted((a, b) => a.start - b.start || Number(b.bullet) - Number(a.bullet))
  return sorted.filter((cut, i) => i === 0 || cut.end >= (sorted[i - 1]?.start ?? 0))
}

function bulletCuts(text: string, from: number): Cut[] {
  const cuts: Cut[] = []
  for (const match of text.matchAll(/\s*[•▪●◦■►➢\uf0b7\uf0a7][\s\u00a0]*(?=\S)/gu)) {
    const end = match.index + match[0].length
    cuts.push({ end: from + match.index, start: from + end, bullet: true, number: null })
  }
  return cuts
}

/** "1. Plans ahead 2. Keeps …": three or more numbers that count up from 1. */
function numberCuts(text: string, from: number): Cut[] {
  const cuts: Cut[] = []
  for (const match of text.matchAll(/(?:^|\s)\(?(\d{1,2})[.)]\s+(?=["“]?\p{Lu})/gu)) {
    if (Number(match[1]) !== cuts.length + 1) continue
    const digits = match.index + match[0].indexOf(match[1] ?? '')
    const number: Span = [from + digits, from + digits + (match[1]?.length ?? 0)]
    cuts.push({ end: from + match.index, start: from + match.index + match[0].length, bullet: false, number })
  }
  return cuts.length >= 3 ? cuts : []
}

/** Labels that we know, after the end of a sentence and before a colon. */
function labelCuts(vocabulary: Vocabulary, text: string, from: number): Cut[] {
  const cuts: Cut[] = []
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    const before = text.slice(Math.max(0, at - 60), at)
    const match = /(?:[.!?;)\]”"’]|\s{3,})\s+(\p{Lu}[^.!?;:]{2,50})$/u.exec(before)
    if (!match?.[1] || !vocabulary.section(match[1])) continue
    const start = from + at - match[1].length
    cuts.push({ end: start, start, bullet: false, number: null })
  }
  return cuts
}

const LEVEL_INSIDE =
  /[.!?;)\]”"’]\s+((?:(?:Proficiency|Competency|Skill|Performance|Mastery)\s)?(?:Level|Stage|Band|Tier|Grade|LEVEL)\s(?:\d{1,2}|[IVX]{1,4}|One|Two|Three|Four|Five|Six)\b\s*(?:\([^()]{1,40}\)\s*)?[:–—-])/gu

function levelCuts(text: string, from: number): Cut[] {
  const cuts: Cut[] = []
  for (const match of text.matchAll(LEVEL_INSIDE)) {
    const start = from + match.index + match[0].length - (match[1]?.length ?? 0)
    cuts.push({ end: start, start, bullet: false, number: null })
  }
  return cuts
}

function partsOf(source: Source, line: Line, cuts: readonly Cut[]): Line[] {
  const parts: Line[] = []
  let rest = [...line.spans]
  let last: Cut | null = null
  for (const cut of [...cuts, null]) {
    const spans = cut ? until(rest, cut.end) : rest
    if (spans.some(([start, end]) => hasWord(source.text.slice(start, end))))
      parts.push(partOf(source, { line, spans, cut: last }))
    if (cut) rest = from(rest, cut.start)
    last = cut
  }
  return parts
}

function partOf(source: Source, { line, spans, cut }: { line: Line; spans: Span[]; cut: Cut | null }): Line {
  const first = cut === null
  const mark = cut?.number
    ? ({ kind: 'number', label: source.text.slice(...cut.number), span: cut.number } as const)
    : cut?.bullet
      ? ({ kind: 'bullet', label: '', span: null } as const)
      : null
  return newLine(source, {
    ...line,
    spans,
    text: cleanItem(rawAt(source, spans)),
    mark: first ? line.mark : mark,
    gap: first && line.gap,
    depth: first ? line.depth : null,
    flags: ['split'],
  })
}

function until(spans: readonly Span[], offset: number): Span[] {
  return spans
    .filter(([start]) => start < offset)
    .map(([start, end]) => [start, Math.min(end, offset)] as const)
}

function from(spans: readonly Span[], offset: number): Span[] {
  return spans
    .filter(([, end]) => end > offset)
    .map(([start, end]) => [Math.max(start, offset), end] as const)
}

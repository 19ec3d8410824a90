import type { Item, Lines, Source, Span } from './model.ts'
import { lineAt, lineStarts } from './source-lines.ts'
import { wordSpans, wordsOf } from './words.ts'

/** Several items as one, in the order given; their spans stay apart, so that the join can be taken back. */
export function mergeItems(items: readonly Item[]): Item {
  const [first, ...others] = items
  if (!first) throw new RangeError('nothing to merge')
  const flags = new Set(items.flatMap((i) => i.flags)).add('joined')
  return {
    ...first,
    text: items.map((i) => i.text).join(' '),
    spans: items.flatMap((i) => i.spans),
    lines: [Math.min(...items.map((i) => i.lines[0])), Math.max(...items.map((i) => i.lines[1]))],
    confidence: others.length ? 1 : first.confidence,
    rule: 'person',
    flags: [...flags],
  }
}

/**
 * The item as a person has written it anew, one item for each text. If the words are still the words of the source
 * the spans are cut with them; if not, the items are marked as edited and the first keeps all the spans, so that no
 * word of the source is without a place.
 */
export function cutItem(source: Source, item: Item, texts: readonly string[]): Item[] {
  const untouched = !item.flags.includes('edited') && sameWords(texts.join(' '), item.text)
  const counts = texts.map((text) => wordsOf(text).length)
  const cuts = untouched
    ? cutSpans(source, item.spans, counts)
    : texts.map((_, i) => (i === 0 ? item.spans : []))
  return texts.map((text, i) => {
    const spans = cuts[i] ?? []
    return {
      id: texts.length === 1 ? item.id : `${item.id}.${i + 1}`,
      text,
      spans,
      lines: spans.length ? linesOf(source, spans) : item.lines,
      confidence: 1,
      rule: 'person',
      flags: flagsOf(item, texts.length > 1, untouched),
    }
  })
}

const sameWords = (a: string, b: string) => wordsOf(a).join(' ') === wordsOf(b).join(' ')

/** Shares the words at the spans out to as many pieces as there are counts; each piece keeps the gaps between its spans. */
function cutSpans(source: Source, spans: readonly Span[], counts: readonly number[]): Span[][] {
  const words = spans.flatMap(([start, end], span) =>
    wordSpans(source.text.slice(start, end), start).map((word) => ({ word, span })),
  )
  let next = 0
  return counts.map((count) => {
    const mine = words.slice(next, next + count)
    next += count
    const pieces = new Map<number, Span>()
    for (const { word, span } of mine) pieces.set(span, [pieces.get(span)?.[0] ?? word[0], word[1]])
    return [...pieces.values()]
  })
}

function linesOf(source: Source, spans: readonly Span[]): Lines {
  const starts = lineStarts(source.text.split('\n'))
  const first = Math.min(...spans.map(([start]) => start))
  const last = Math.max(...spans.map(([, end]) => end - 1))
  return [lineAt(starts, first) + 1, lineAt(starts, last) + 1]
}

/** What a person has looked at is no guess any more. */
function flagsOf(item: Item, split: boolean, untouched: boolean): Item['flags'] {
  const flags = new Set(item.flags)
  flags.delete('suggestion')
  flags.delete('columns')
  if (split) flags.add('split')
  if (!untouched) flags.add('edited')
  return [...flags]
}

/** The item as a person has confirmed it. */
export function certain(item: Item): Item {
  return { ...item, confidence: 1, rule: 'person', flags: flagsOf(item, false, true) }
}

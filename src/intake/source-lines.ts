import type { Draft, Item, Source } from './model.ts'
import { listsOf, type Place } from './places.ts'

/** What a line of the source became. */
export type LineRole = Place['in'] | 'blank'

export interface SourceLine {
  /** From 1. */
  number: number
  text: string
  role: LineRole
  /** The first item that has words of this line. */
  item: string | null
}

/** The source line by line, each with what became of it. */
export function sourceLines(source: Source, draft: Draft): SourceLine[] {
  const texts = source.text.split('\n')
  const owner = new Array<{ item: Item; role: Place['in'] } | undefined>(texts.length)
  const starts = lineStarts(texts)
  for (const { place, items } of listsOf(draft))
    for (const item of items)
      for (const [start, end] of item.spans)
        for (let line = lineAt(starts, start); line < texts.length && (starts[line] ?? 0) < end; line++)
          owner[line] ??= { item, role: place.in }
  return texts.map((text, i) => ({
    number: i + 1,
    text,
    role: owner[i]?.role ?? 'blank',
    item: owner[i]?.item.id ?? null,
  }))
}

/** Offset at which each line starts. */
export function lineStarts(lines: readonly string[]): number[] {
  const starts: number[] = []
  let at = 0
  for (const line of lines) {
    starts.push(at)
    at += line.length + 1
  }
  return starts
}

/** Index of the line that holds the offset, by halving. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Mark-up inside a line of text: tags, character references, addresses of links. It is cut out, never the words. */
import type { Span } from '../model.ts'
import { hasWord, signOf } from '../words.ts'

export interface Pieces {
  /** What is text; several spans where mark-up stood between. */
  spans: Span[]
  markup: Span[]
}

const TAG =
  /<\/?(?:a|abbr|article|aside|b|blockquote|body|br|button|caption|center|code|col|colgroup|dd|div|dl|dt|em|figure|figcaption|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|label|li|link|main|mark|meta|nav|noscript|o:p|ol|option|p|pre|q|s|script|section|select|small|span|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|u|ul|video|!doctype)(?:\s[^<>]{0,2000})?\/?>|<!--/gi
const REFERENCE = /&(#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi
const LINK = /!?\[([^[\]]{0,300})\]\(([^()\s]{0,500})(?:\s"[^"]{0,100}")?\)/g

/** How many tags of HTML a text holds, counted up to 200. */
export function countTags(text: string): number {
  let count = 0
  TAG.lastIndex = 0
  while (count < 200 && TAG.test(text)) count++
  return count
}

/** One tag of HTML found at or after an offset. */
export interface Tag {
  start: number
  end: number
  /** Lower case; `/` in front for a closing tag. */
  name: string
}

/** The tags of a text in order, comments among them; linear in its length. */
export function* tagsOf(text: string): Generator<Tag> {
  const finder = new RegExp(TAG.source, 'gi')
  for (let match = finder.exec(text); match; match = finder.exec(text)) {
    const start = match.index
    if (match[0] === '<!--') {
      const close = text.indexOf('-->', start)
      const end = close < 0 ? text.length : close + 3
      finder.lastIndex = end
      yield { start, end, name: '!--' }
    } else yield { start, end: start + match[0].length, name: nameOf(match[0]) }
  }
}

function nameOf(tag: string): string {
  return (/^<(\/?[a-z!][a-z0-9:]*)/i.exec(tag)?.[1] ?? '').toLowerCase()
}

/** A line with more mark-up than this is no prose: it is left as it stands. */
const MOST_HOLES = 5000

/** Cuts character references, stray tags and link addresses out of a stretch of the source. */
export function cutMarkup(text: string, start: number, end: number): Pieces {
  const slice = text.slice(start, end)
  const holes = [
    ...(slice.includes('&') ? referencesIn(slice) : []),
    ...(slice.includes('](') ? linksIn(slice) : []),
    ...(slice.includes('<') ? tagsIn(slice) : []),
  ]
  if (holes.length === 0 || holes.length > MOST_HOLES) return { spans: [[start, end]], markup: [] }
  holes.sort((a, b) => a[0] - b[0])
  return around(holes, start, end)
}

function tagsIn(slice: string): Span[] {
  return Array.from(tagsOf(slice), (tag): Span => [tag.start, tag.end])
}

function referencesIn(slice: string): Span[] {
  const found: Span[] = []
  for (const match of slice.matchAll(REFERENCE)) {
    if (signOf(match[1] ?? '') !== null) found.push([match.index, match.index + match[0].length])
  }
  return found
}

function linksIn(slice: string): Span[] {
  const found: Span[] = []
  for (const match of slice.matchAll(LINK)) {
    const [all, words = ''] = match
    const image = all.startsWith('!')
    const wordsAt = match.index + (image ? 2 : 1)
    if (image || !hasWord(words)) found.push([match.index, match.index + all.length])
    else found.push([match.index, wordsAt], [wordsAt + words.length, match.index + all.length])
  }
  return found
}

function around(holes: readonly Span[], start: number, end: number): Pieces {
  const spans: Span[] = []
  const markup: Span[] = []
  let at = start
  for (const [from, to] of holes) {
    if (start + from < at) continue
    if (start + from > at) spans.push([at, start + from])
    markup.push([start + from, start + to])
    at = start + to
  }
  if (at < end) spans.push([at, end])
  return { spans, markup }
}

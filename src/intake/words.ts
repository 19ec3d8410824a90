/**
 * What a word is, and how a stretch of the source becomes the text of an item. A word is a run of letters, marks and
 * digits; apostrophes and hyphens end it ("customer's" is two words), so that nothing about quotation marks or
 * markup can change a count.
 */
import type { Source, Span } from './model.ts'

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const NOT_WORD = /[^\p{L}\p{M}\p{N}]+/gu
const HAS_WORD = /[\p{L}\p{M}\p{N}]/u

/** Spans of the words of a text, in order; `from` is the offset that the text's first character has in the source. */
export function wordSpans(text: string, from = 0): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(WORD)) {
    spans.push([from + match.index, from + match.index + match[0].length])
  }
  return spans
}

/** The words themselves, as written. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? []
}

export function hasWord(text: string): boolean {
  return HAS_WORD.test(text)
}

/** All letters and digits of a text in one run: equal for two texts that differ only in spaces and signs. */
export function letters(text: string): string {
  return text.replace(NOT_WORD, '')
}

const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const SPACE = /[\s\p{Cc}\p{Zs}]+/gu
const STARS = /\*\*+|__+|``+/g

/** Anything at all that `clean` would change: most lines have none of it. */
const UNTIDY =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what is folded
  /[\x00-\x1f\x7f-\xa0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2060\u3000\ufeff]| {2}|\*\*|__|``|^ | $/

/** White space of every kind folded to one space, invisible signs and emphasis marks taken out. No word changes. */
function clean(text: string): string {
  if (!UNTIDY.test(text)) return text
  return text.replace(UNSEEN, '').replace(STARS, '').replace(SPACE, ' ').trim()
}

const FRONT = /^[\s•▪●◦·‣⁃∙■□►➢✓✔☐☑☒❑❖▫▸▶*|]+|^[-–—−](?!\d)[\s\-–—]*/u
const LIST_END = /(?:;\s*and|;\s*or|;|,)$/u

/** As `clean`, without the bullet in front and without the list's `;` at the end. */
export function cleanItem(text: string): string {
  const bare = withoutBack(clean(text).replace(FRONT, ''))
  const end = LIST_END.exec(bare.slice(-8))?.[0]
  return end && !hasWord(end) ? bare.slice(0, bare.length - end.length).trimEnd() : bare
}

function withoutBack(text: string): string {
  let end = text.length
  while (end > 0 && ' |*'.includes(text[end - 1] ?? '')) end--
  return end === text.length ? text : text.slice(0, end)
}

/** The text of an item: its spans, joined as they stand in the source, and cleaned. */
export function textAt(source: Source, spans: readonly Span[]): string {
  return cleanItem(rawAt(source, spans))
}

/** The spans joined: by a space, or by nothing but the sign itself where only mark-up stands between them. */
export function rawAt(source: Source, spans: readonly Span[]): string {
  let text = ''
  let end = -1
  for (const span of spans) {
    if (end >= 0) text += between(source.text, end, span[0])
    text += source.text.slice(span[0], span[1])
    end = span[1]
  }
  return text
}

const INLINE_TAGS = /<\/?(?:a|abbr|b|code|em|font|i|mark|small|span|strong|sub|sup|u)\b[^<>]{0,300}>/gi
const ENTITY = /&(#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi

/** What stands around the words of a link: `[` before them, `](address)` behind. */
const LINK_SIGNS = /^(?:\s*\[|\]\([^()\s]{0,380}\)\s*)$/

/** A hyphen at the end of a line that two spans leave out: they hold the halves of one word. */
const CUT_WORD = /^-[ \t]*\n\s*$/

function between(text: string, start: number, end: number): string {
  if (end < start || end - start > 400) return ' '
  if (end - start <= 1)
    return end === start || text[start] === ' ' ? text.slice(start, end) : between1(text[start] ?? '')
  const slice = text.slice(start, end)
  if (CUT_WORD.test(slice)) return ''
  if (LINK_SIGNS.test(slice)) return /^\s|\s$/.test(slice) ? ' ' : ''
  const bare = slice.includes('<') ? slice.replace(INLINE_TAGS, '') : slice
  const gap = bare.includes('&') ? bare.replace(ENTITY, (all, name) => signOf(name) ?? all) : bare
  return hasWord(gap) || gap.includes('<') || gap.includes('\n') ? ' ' : gap
}

function between1(sign: string): string {
  if (sign === '[') return ''
  return hasWord(sign) || sign === '<' || sign === '\n' ? ' ' : sign
}

const SIGNS: Record<string, string> = {
  amp: '&',
  apos: "'",
  bull: '•',
  gt: '>',
  hellip: '…',
  laquo: '«',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  rsquo: '’',
}

/** The sign that an HTML character reference such as `rsquo` or `#8217` stands for; null for letters and unknown names. */
export function signOf(name: string): string | null {
  if (!name.startsWith('#')) return SIGNS[name.toLowerCase()] ?? null
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  if (!(code > 0 && code < 0x110000) || (code >= 0xd800 && code < 0xe000)) return null
  const sign = String.fromCodePoint(code)
  return hasWord(sign) ? null : sign
}

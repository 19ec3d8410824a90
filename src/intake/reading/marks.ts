/** Bullets and list numbers in front of a line. */
import type { Mark } from './line.ts'

const BULLET =
  /^(?:[•▪●◦·‣⁃∙■□►➢➤➔→⇒✓✔☑✗◆◇○★☆☐☒❑❒❖◾▫▸▶✦➜⦿¨�\ue000-\uf8ff]+|(?:\*|\+|-|–|—|−)(?=\s|\p{Lu}))[\s\u00a0]*/u
const NUMBER =
  /^(?:(\d{1,3}(?:\.\d{1,2}){0,3})[.):]?|\((\d{1,2})\)|([A-Za-z])[.)]|\(([A-Za-z])\)|([ivxIVX]{1,4})[.)]|\(([ivx]{1,4})\))[\s\u00a0]+(?=\S)/
const ODD = /^([b-hj-zB-HJ-ZüØ§ò?>»›¡¿~#])[\s\u00a0]+(?=["“‘'(]?\p{Lu})/u

export interface Marked {
  mark: Mark | null
  /** How many characters the mark and the white space behind it take. */
  size: number
}

const NONE: Marked = { mark: null, size: 0 }

/**
 * The mark in front of a text that has no white space in front. `odd` holds signs that this document uses as
 * bullets though they are letters elsewhere, such as the `o` of some word processors.
 */
export function markOf(text: string, from: number, odd: ReadonlySet<string>): Marked {
  const head = text.slice(0, 40)
  const bullet = BULLET.exec(head)
  if (bullet) return { mark: { kind: 'bullet', label: '', span: null }, size: bullet[0].length }
  const sign = ODD.exec(head)
  if (sign?.[1] && odd.has(sign[1])) return oddBullet(sign[1], sign[0].length, from)
  const number = NUMBER.exec(head)
  return number ? numbered(number, from) : NONE
}

function oddBullet(sign: string, size: number, from: number): Marked {
  const span = /\p{L}/u.test(sign) ? ([from, from + sign.length] as const) : null
  return { mark: { kind: 'bullet', label: '', span }, size }
}

function numbered(match: RegExpExecArray, from: number): Marked {
  const label = match.slice(1).find((part) => part !== undefined) ?? ''
  const bare = /^\d+$/.test(match[0].trim())
  if (bare || (label.length > 1 && /^[ivx]+$/i.test(label) && !/[.)]/.test(match[0]))) return NONE
  const start = from + match[0].indexOf(label)
  return { mark: { kind: 'number', label, span: [start, start + label.length] }, size: match[0].length }
}

/** The odd signs that start at least three lines of the document, each followed by a capital. */
export function oddBullets(lines: Iterable<string>): Set<string> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const sign = ODD.exec(line.trimStart().slice(0, 12))?.[1]
    if (sign) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([sign]) => sign))
}

/** A bullet or a list number that stands alone on its line; its text is on the next. */
export function isLoneBullet(text: string): boolean {
  return /^\(?\d{1,2}[.)]$/.test(text) || /^[•▪●◦·‣⁃∙■□►➢➤✓✔*\-–—o\ue000-\uf8ff]$/u.test(text)
}

/** From bytes, or from pasted text, to a source that can be read; what is no text is refused with the way out. */
import { Invalid } from '#errors.ts'
import type { Source } from './model.ts'
import { hasWord } from './words.ts'

/** The most that one document may hold, in bytes: some 2,000 pages of text. More would be read, but not while somebody waits. */
const LIMIT_MB = 5
export const LIMIT_BYTES = LIMIT_MB * 1024 * 1024

/** The most lines, about 1,000 pages: beyond that a reading would take longer than anybody waits. */
const LIMIT_LINES = 50_000

/**
 * The text of a document. Understands UTF-8, UTF-16 of either byte order (with or without a byte-order mark) and
 * Windows-1252, which includes Latin-1. Line ends become `\n`.
 * @throws Invalid when there is nothing to read: no words, a file that is not text, or more than `LIMIT_MB`.
 */
export function decodeDocument(bytes: Uint8Array, name: string | null): Source {
  if (bytes.length > LIMIT_BYTES) throw new Invalid(tooLarge(bytes.length))
  if (bytes.length === 0) throw new Invalid('This file is empty. Choose a file that has text in it.')
  const foreign = kindOf(bytes, name)
  if (foreign) throw new Invalid(foreign)
  const text = toText(bytes)
  if (looksBinary(text)) throw new Invalid(NOT_TEXT)
  return sourceFrom(text, name)
}

/**
 * A source from text that is already decoded, such as a pasted form field.
 * @throws Invalid when it has no words, is longer than `LIMIT_MB` or has more than `LIMIT_LINES` lines.
 */
export function sourceFrom(text: string, name: string | null): Source {
  if (text.length > LIMIT_BYTES) throw new Invalid(tooLarge(text.length))
  if (!hasWord(text)) {
    throw new Invalid(
      'There are no words in this text. Paste the words of the document, or choose another file.',
    )
  }
  const source = { name, text: normalise(text) }
  const lines = countLines(source.text)
  if (lines > LIMIT_LINES) throw new Invalid(tooManyLines(lines))
  return source
}

/** Lines that are not blank; in HTML the tags that begin one count as well. */
function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    if (text[at + 1] !== '\n') lines++
  return lines + (text.includes('</') ? (text.match(/<(?:p|li|tr|div|h[1-6])\b/gi)?.length ?? 0) : 0)
}

function tooManyLines(lines: number): string {
  const [has, most] = [lines, LIMIT_LINES].map((count) => count.toLocaleString('en-GB'))
  return `This document has ${has} lines; Sightline reads up to ${most} at once. Divide it, one part for each chapter or competency, and bring the parts in one after the other.`
}

/** Line ends become `\n`; NUL and half characters, which no database keeps, become a space and U+FFFD. */
function normalise(text: string): string {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text
  return bare
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\0', ' ')
    .toWellFormed()
}

/** What to do with a document of so many bytes. */
export function tooLarge(size: number): string {
  const megabytes = (size / 1024 / 1024).toFixed(1)
  return `This document has ${megabytes} MB; Sightline reads up to ${LIMIT_MB} MB at once. Divide it, one part for each chapter or competency, and bring the parts in one after the other.`
}

const NOT_TEXT =
  'This file does not hold plain text. Open it in the program it comes from, save it as plain text (.txt), or copy its words and paste them.'

const KINDS: readonly { starts: readonly number[]; what: string }[] = [
  { starts: [0x25, 0x50, 0x44, 0x46, 0x2d], what: 'a PDF' },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], what: 'an older Office document (.doc, .xls or .ppt)' },
  { starts: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'a rich text document (.rtf)' },
  { starts: [0x1f, 0x8b], what: 'a compressed file (.gz)' },
  { starts: [0x37, 0x7a, 0xbc, 0xaf], what: 'a compressed folder (.7z)' },
  { starts: [0x52, 0x61, 0x72, 0x21], what: 'a compressed folder (.rar)' },
]

const IMAGES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]

function kindOf(bytes: Uint8Array, name: string | null): string | null {
  if (IMAGES.some((starts) => startsWith(bytes, starts)) || isWebp(bytes)) {
    return 'This is a picture. Sightline reads words, not pictures: type or paste the words, or bring in the document the picture was taken of.'
  }
  const zip = startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])
  const what = zip ? zipKind(bytes, name) : KINDS.find((kind) => startsWith(bytes, kind.starts))?.what
  return what ? `This is ${what}. Save it as text (.txt), or paste its words.` : null
}

function startsWith(bytes: Uint8Array, starts: readonly number[]): boolean {
  return starts.every((byte, i) => bytes[i] === byte)
}

function isWebp(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50])
  )
}

function zipKind(bytes: Uint8Array, name: string | null): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const ending = name?.toLowerCase().split('.').at(-1) ?? ''
  if (ending === 'docx' || head.includes('word/')) return 'a Word document (.docx)'
  if (ending === 'xlsx' || head.includes('xl/')) return 'an Excel workbook (.xlsx)'
  if (ending === 'pptx' || head.includes('ppt/')) return 'a PowerPoint presentation (.pptx)'
  if (ending === 'odt' || head.includes('opendocument.text')) return 'an OpenDocument text (.odt)'
  return 'a compressed folder (.zip)'
}

function toText(bytes: Uint8Array): string {
  const utf16 = utf16Kind(bytes)
  if (utf16) return new TextDecoder(utf16).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return mostlyUtf8(bytes) ? new TextDecoder('utf-8').decode(bytes) : latin(bytes)
  }
}

function latin(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes)
  if (controlShare(text) > 0.03) throw new Invalid(NOT_TEXT)
  return text
}

function utf16Kind(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const half = sample.length / 2
  if (half < 2) return null
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le'
  return even > half * 0.4 && odd < half * 0.05 ? 'utf-16be' : null
}

/** A few broken bytes in a UTF-8 text should not turn every quotation mark of it into three odd letters. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0
  let broken = 0
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue
    const length = sequenceLength(bytes, i)
    if (length > 1) whole++
    else broken++
    i += Math.max(length - 1, 0)
  }
  return whole > broken * 2
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

function looksBinary(text: string): boolean {
  return share(text, '\0') > 0.1 || controlShare(text) > 0.3
}

function share(text: string, sign: string): number {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++
  return count / Math.max(1, text.length)
}

function controlShare(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted here
  const found = text.slice(0, 200_000).match(/[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]/g)
  return (found?.length ?? 0) / Math.max(1, Math.min(text.length, 200_000))
}

/** From the bytes of a table to its text; what is no table of text is refused with the way out. */
import { Invalid } from '#errors.ts'

const LIMIT_MB = 5
export const LIMIT_BYTES = LIMIT_MB * 1024 * 1024

/** What to do with a file of so many bytes. */
export function tooLarge(bytes: number): string {
  const size = (bytes / 1024 / 1024).toFixed(1)
  return `This file has ${size} MB; up to ${LIMIT_MB} MB, some 30,000 people, are read at once. Divide it and send the parts one after the other, managers first.`
}

/**
 * The text of a file in UTF-8, in UTF-16 with a byte-order mark, or in Windows-1252, which programs for tables still
 * write. Throws Invalid for anything else.
 */
export function decodeTable(bytes: Uint8Array): string {
  if (bytes.length > LIMIT_BYTES) throw new Invalid(tooLarge(bytes.length))
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new Invalid('This is a workbook, not a CSV file. In your program choose “Save as” and “CSV UTF-8”.')
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0))
    throw new Invalid('This file does not hold plain text. Save it as CSV in UTF-8 and send it again.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte)
}

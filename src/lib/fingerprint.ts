import { createHash } from 'node:crypto'

/** SHA-256 of the text, in hexadecimal: the same text, and only the same text, gives the same fingerprint. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

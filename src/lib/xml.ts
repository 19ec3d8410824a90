/** Control characters, halves of a character and what is no character at all. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** The text without what XML 1.0 (section 2.2) has no place for: one such character, and a reader refuses the whole file. */
export function xmlText(text: string): string {
  return text.replaceAll(NOT_IN_XML, '')
}

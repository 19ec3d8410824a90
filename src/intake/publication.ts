import type { Publication } from '#framework/model.ts'

/** "Title by Authors (Publisher, Year). What it is good for." */
const BY =
  /^(?<title>.{3,300}?)\s+by\s+(?<authors>[^()]{3,200}?)\s*\((?<publisher>[^(),]{2,80}),\s*(?<year>(?:19|20)\d{2})\)\.?\s*(?<remark>.*)$/s
/** "Authors (Year). Title. Publisher." */
const APA =
  /^(?<authors>[^()]{3,200}?)\s*\((?<year>(?:19|20)\d{2})\)\.\s*(?<title>[^.]{3,300})\.\s*(?<publisher>[^.]{2,80})\.\s*(?<remark>.*)$/s

/**
 * A line of a book list taken apart. What does not look like a book stays whole: `publication` is then null.
 * `remark` is what the line says beyond the reference, or the title where it says nothing more.
 */
export function publicationFrom(line: string): { publication: Publication | null; remark: string } {
  const found = (BY.exec(line) ?? APA.exec(line))?.groups
  if (!found) return { publication: null, remark: line }
  const { title = '', authors = null, publisher = null, year, remark } = found
  const publication = { title: title.trim(), authors, publisher, year: Number(year), url: null }
  return { publication, remark: remark?.trim() || publication.title }
}

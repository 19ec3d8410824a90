/** What stands at the edges of printed pages: numbers, heads and feet beside a page break, names that are continued. */
import type { Source } from '../model.ts'
import { endOf, type Line, startOf } from './line.ts'
import { wordCount } from './vocabulary.ts'

/** Whether a page ends, or the document does, right before or right after a line. */
export function atPageBreak(source: Source, lines: readonly Line[], i: number): boolean {
  const line = lines[i]
  if (!line) return false
  return breaksBefore(source, line) || i === lines.length - 1 || breaksBefore(source, lines[i + 1])
}

function breaksBefore(source: Source, line: Line | undefined): boolean {
  if (!line) return false
  const start = line.mark?.span?.[0] ?? startOf(line)
  return source.text.slice(Math.max(0, start - 3), start).includes('\f')
}

/** Numbers alone beside page breaks, two at least, are page numbers. */
export function pageNumbersAtBreaks(source: Source, lines: readonly Line[]): Line[] {
  const found = lines.filter(
    (line, i) => /^\d{1,4}$/.test(line.text) && !line.mark && atPageBreak(source, lines, i),
  )
  return found.length >= 2 ? found : []
}

const CONTINUED = /\s*[([–—-]?\s*\b(?:continued|cont[’']?d?\.?)\s*[)\]]?$/i

/** "Teamwork (continued)": a heading that was printed before, repeated at the top of a page. */
export function continuedHeads(lines: readonly Line[]): Line[] {
  const seen = new Set<string>()
  return lines.filter((line) => {
    const text = line.text.toLowerCase()
    const bare = text.replace(CONTINUED, '')
    if (bare !== text && bare !== '' && seen.has(bare)) return true
    if (text.length <= 100) seen.add(text)
    return false
  })
}

const PAGED = /^.{2,90}?\p{L}[\s.…·_]*(\d{1,3})$/u

/** The lines of a list of contents: three or more that end in a page number, none smaller than the one before. */
export function contentsLines(lines: readonly Line[]): Line[] {
  const at = lines.findIndex((line) =>
    /^(?:table of )?contents$|^in this (?:guide|document|booklet)$/i.test(line.text),
  )
  if (at < 0) return []
  const run: Line[] = []
  let end = 0
  let page = 0
  for (const line of lines.slice(at + 1)) {
    const number = Number(PAGED.exec(line.text)?.[1] ?? Number.NaN)
    const paged = number >= page && number <= page + 60
    if (!paged && (wordCount(line.text) > 6 || run.length - end >= 2 || line.text.endsWith('.'))) break
    run.push(line)
    if (!paged) continue
    page = number
    end = run.length
  }
  const whole = run.slice(0, end)
  return whole.filter((line) => PAGED.test(line.text)).length >= 3 ? whole : []
}

const EDITION = /\b(?:page|pages|issue|edition|version|revised|reviewed|updated|draft|\d{4}|v\d)\b|©/i

/** "Academy of Baking          Revised June": words at both margins of the first or the last line. */
export function marginLines(source: Source, lines: readonly Line[]): Line[] {
  return lines.filter((line, i) => {
    if (line.mark || line.cells || !(i === 0 || atPageBreak(source, lines, i))) return false
    const pieces = source.text.slice(startOf(line), endOf(line)).split(/[ \u00a0]{8,}/)
    return pieces.length >= 2 && pieces.length <= 3 && wordCount(line.text) <= 14 && EDITION.test(line.text)
  })
}

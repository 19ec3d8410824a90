/** Page numbers, running heads, menus and promotion: kept, but not part of the framework. */
import type { Source } from '../model.ts'
import { headingOf } from './headings.ts'
import { levelMarkOf } from './level-marks.ts'
import { endOf, type Line, type Page, startOf } from './line.ts'
import { atPageBreak, contentsLines, continuedHeads, marginLines, pageNumbersAtBreaks } from './page-edges.ts'
import type { FurnitureRule, Rules } from './rules.ts'
import { isClosed, type Vocabulary, wordCount } from './vocabulary.ts'

export interface FurnitureLine {
  line: Line
  rule: string
}

/** Parts the lines of a page into those that speak and those that belong to the page itself. */
export function partFurniture(
  vocabulary: Vocabulary,
  page: Page,
): { kept: Line[]; furniture: FurnitureLine[] } {
  const tests = testsOf(vocabulary.rules)
  const rules = new Map<Line, string>()
  for (const [i, line] of page.lines.entries()) {
    const rule = line.chrome ? 'site-menu' : patternRule(tests, page.source, line)
    if (rule && !(rule === 'rating-row' && headsTable(page, i))) rules.set(line, rule)
  }
  markMenus(vocabulary, page, rules)
  markPageNumbers(page.lines, rules)
  markEdges(page, rules)
  markRepeated(vocabulary, page, rules)
  const kept = page.lines.filter((line) => !rules.has(line))
  if (kept.length === 0 && page.lines.length > 0) return { kept: page.lines, furniture: [] }
  return { kept, furniture: [...rules].map(([line, rule]) => ({ line, rule })) }
}

interface Test {
  rule: string
  pattern: RegExp
  unless: RegExp | null
  needs: RegExp | null
}

const compiled = new WeakMap<Rules, Test[]>()

function testsOf(rules: Rules): Test[] {
  const known = compiled.get(rules)
  if (known) return known
  const made = rules.furniture.lines.map((rule: FurnitureRule) => ({
    rule: rule.rule,
    pattern: new RegExp(rule.pattern, 'iu'),
    unless: rule.unless ? new RegExp(rule.unless, 'iu') : null,
    needs: rule.needs ? new RegExp(rule.needs, 'iu') : null,
  }))
  compiled.set(rules, made)
  return made
}

/** Longer lines than this are text, whatever they begin with. */
const LONGEST = 320

/** "- 1 -", "• 12 •": a page number between two marks, the first of which looks like that of a list. */
const AFTER_MARK = /^\d{1,4}\s*[-–—~*·•]$/u

function patternRule(tests: readonly Test[], source: Source, line: Line): string | null {
  if (line.text.length > LONGEST) return null
  if (line.mark?.kind === 'bullet') return AFTER_MARK.test(line.text) ? 'page-number' : null
  const raw = source.text.slice(line.mark?.span?.[0] ?? startOf(line), endOf(line))
  const text = line.mark?.span || raw.includes('____') ? raw : line.text
  for (const { rule, pattern, unless, needs } of tests) {
    if (pattern.test(text) && !unless?.test(text) && (!needs || needs.test(text))) return rule
  }
  return null
}

const MENU_GAP = /[\s\u00a0]{2,}|\s*[|›»>·•▪/]\s*|\s-\s/u

/** A menu: three or more short pieces on one line, none of them a word of the framework; near the top or the end. */
function markMenus(vocabulary: Vocabulary, { source, lines }: Page, rules: Map<Line, string>): void {
  for (const [i, line] of lines.entries()) {
    const edge = i < 12 || i >= lines.length - 12
    if (!edge || line.mark || line.text.length > 200 || !isMenu(vocabulary, source, line)) continue
    if (isSpaced(source, lines[i - 1]) || isSpaced(source, lines[i + 1])) continue
    rules.set(line, 'site-menu')
    if (i < 6) markMasthead(lines.slice(0, i), rules)
  }
}

/** What stands above the menu is the site's name and slogan. */
function markMasthead(above: readonly Line[], rules: Map<Line, string>): void {
  for (const line of above) if (!line.mark && wordCount(line.text) <= 12) rules.set(line, 'masthead')
}

function isMenuPiece(piece: string): boolean {
  return wordCount(piece) <= 3 && /^[\p{Lu}\d]/u.test(piece) && !/[.;:]$/.test(piece)
}

/** "1  2  3  4" above cells says what the columns are. */
function headsTable({ source, lines }: Page, i: number): boolean {
  return lines[i]?.cells != null || isSpaced(source, lines[i + 1])
}

/** A line with wide gaps beside another is part of a table. */
function isSpaced(source: Source, line: Line | undefined): boolean {
  return line !== undefined && / {3}/.test(source.text.slice(startOf(line), endOf(line)))
}

function isMenu(vocabulary: Vocabulary, source: Source, line: Line): boolean {
  const [first] = line.spans
  if (!first) return false
  const end = line.spans.at(-1)?.[1] ?? first[1]
  const pieces = source.text
    .slice(first[0], end)
    .trim()
    .split(MENU_GAP)
    .filter((p) => /\p{L}/u.test(p))
  if (pieces.length < 3 || pieces.some((piece) => !isMenuPiece(piece.trim()))) return false
  return !pieces.some((piece) => headingOf(vocabulary, piece.trim()) || levelMarkOf(vocabulary, piece.trim()))
}

/** Bare numbers that count up by one, many lines apart, are page numbers; close together they may be levels. */
function markPageNumbers(lines: readonly Line[], rules: Map<Line, string>): void {
  const bare = lines.filter((line) => /^\d{1,4}$/.test(line.text) && !line.mark)
  const counting = bare.filter((line, i) => {
    const [before, after] = [bare[i - 1], bare[i + 1]]
    const near = [before, after].filter(
      (other) => other && Math.abs(Number(other.text) - Number(line.text)) === 1,
    )
    return near.some((other) => other && Math.abs(other.first - line.first) >= 15)
  })
  if (counting.length >= 3) for (const line of counting) rules.set(line, 'page-number')
}

function markEdges({ source, lines }: Page, rules: Map<Line, string>): void {
  const mark = (rule: string, found: readonly Line[]) => {
    for (const line of found) if (!rules.has(line)) rules.set(line, rule)
  }
  mark('page-number', pageNumbersAtBreaks(source, lines))
  mark('contents', contentsLines(lines))
  mark('running-head', continuedHeads(lines))
  mark('running-head', marginLines(source, lines))
}

/** Lines that stand on three pages or more, beside page numbers or page breaks, or the same but for a number. */
function markRepeated(vocabulary: Vocabulary, page: Page, rules: Map<Line, string>): void {
  const { lines } = page
  for (const found of placesOf(lines, rules)) {
    if (found.length < 3 || !runsThrough(vocabulary, page, found, rules)) continue
    const [first] = found.map((i) => lines[i])
    if (!first || headingOf(vocabulary, first.text) || levelMarkOf(vocabulary, first.text)) continue
    for (const i of found) {
      const line = lines[i]
      if (line) rules.set(line, 'running-head')
    }
  }
}

/** Where each text stands, numbers apart. */
function placesOf(lines: readonly Line[], rules: ReadonlyMap<Line, string>): Iterable<number[]> {
  const places = new Map<string, number[]>()
  lines.forEach((line, i) => {
    if (rules.has(line) || line.mark || line.cells || line.text.length > 120) return
    const key = line.text.toLowerCase().replace(/\d+/g, '#')
    const known = places.get(key)
    if (known) known.push(i)
    else places.set(key, [i])
  })
  return places.values()
}

function runsThrough(
  vocabulary: Vocabulary,
  { source, lines }: Page,
  found: readonly number[],
  rules: Map<Line, string>,
): boolean {
  if (found.filter((i) => atPageBreak(source, lines, i)).length * 5 >= found.length * 4) return true
  return !opensStructure(vocabulary, lines, found) && isRunning(source, { lines, found, rules })
}

/** "Competency 1", "Competency 2" above a definition each time are headings, not running heads. */
function opensStructure(vocabulary: Vocabulary, lines: readonly Line[], found: readonly number[]): boolean {
  const opening = found.filter((i) => {
    const next = lines[i + 1]
    return next && (headingOf(vocabulary, next.text) || levelMarkOf(vocabulary, next.text))
  })
  return opening.length * 2 >= found.length
}

interface Repeated {
  lines: readonly Line[]
  found: readonly number[]
  rules: Map<Line, string>
}

function isRunning(source: Source, { lines, found, rules }: Repeated): boolean {
  if (found.every((i) => numberIsApart(source, lines[i]))) return true
  const texts = new Set(found.map((i) => lines[i]?.text))
  if (texts.size === found.length && found.length >= 3 && /\d/.test(lines[found[0] ?? 0]?.text ?? ''))
    return apart(lines, found)
  const beside = found.filter((i) => {
    const [line, before, after] = [lines[i], lines[i - 1], lines[i + 1]]
    const numbered = [before, after].some((other) => other && rules.get(other) === 'page-number')
    const broken =
      line && source.text.slice(Math.max(0, (line.spans[0]?.[0] ?? 0) - 3), line.spans[0]?.[0]).includes('\f')
    const cuts = before && after && !isClosed(before.text) && /^\p{Ll}/u.test(after.text)
    return numbered || broken || cuts
  })
  return beside.length * 2 > found.length
}

/** A number far to the right, or the left, of the words: the page's. */
function numberIsApart(source: Source, line: Line | undefined): boolean {
  if (!line) return false
  const text = source.text.slice(startOf(line), endOf(line)).trim()
  return /\S[\s\u00a0]{3,}(?:page\s)?\d{1,4}$/i.test(text) || /^\d{1,4}[\s\u00a0]{3,}\S/.test(text)
}

/** "Chapter 3 of 9" again and again is a running head; "1.1, 1.2, 1.3" in a row is a list. */
function apart(lines: readonly Line[], found: readonly number[]): boolean {
  const distances = found.slice(1).map((i, n) => (lines[i]?.first ?? 0) - (lines[found[n] ?? 0]?.first ?? 0))
  return distances.every((distance) => distance >= 15)
}

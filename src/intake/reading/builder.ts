/** Gathers the draft: items from lines, competencies, levels, sections, and everything that has no place in them. */
import { inOrder } from '../ledger.ts'
import type {
  Draft,
  DraftCompetency,
  DraftLevel,
  Edit,
  Flag,
  Item,
  Lines,
  Section,
  Source,
  Span,
} from '../model.ts'
import { cleanItem, hasWord, rawAt, textAt } from '../words.ts'
import { levelKey } from './facts.ts'
import type { LevelMark } from './level-marks.ts'
import type { Line } from './line.ts'
import type { Rules } from './rules.ts'

export interface Piece {
  spans: readonly Span[]
  first: number
  last: number
  flags?: readonly Flag[]
}

export interface Builder {
  source: Source
  rules: Rules
  draft: Draft
  /** Edits of the text with the offset at which their result starts; their items are found at the end. */
  pending: { edit: Edit; starts: number[] }[]
}

export function newBuilder(source: Source, rules: Rules): Builder {
  return {
    source,
    rules,
    pending: [],
    draft: {
      title: null,
      competencies: [],
      headings: [],
      unplaced: [],
      furniture: [],
      edits: [],
      ledger: { sourceWords: 0, placedWords: 0, lostWords: 0, inventedWords: 0 },
    },
  }
}

/** An item for a stretch of the source. `rule` names the confidence in the rules; `doubt` lowers it to at most that. */
export function itemOf({ source, rules }: Builder, piece: Piece, rule: string, doubt = 1): Item {
  const spans = piece.spans
    .map(([start, end]) => trimSpan(source.text, start, end))
    .filter((s) => s[1] > s[0])
  const lines: Lines = [piece.first, piece.last]
  const confidence = Math.min(rules.confidence[rule] ?? 0.5, doubt)
  const flags = new Set(piece.flags ?? [])
  const text = textAt(source, spans)
  if (/\p{L}- \p{Ll}/u.test(text)) flags.add('damaged')
  return { id: `i${spans[0]?.[0] ?? 0}`, text, spans, lines, confidence, rule, flags: [...flags] }
}

function trimSpan(text: string, start: number, end: number): Span {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text[from] ?? '')) from++
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--
  return [from, to]
}

export function pieceOf(line: Line): Piece {
  return { spans: line.spans, first: line.first, last: line.last, flags: line.flags }
}

/** As `pieceOf`, with the list number in front. */
export function wholeOf(line: Line): Piece {
  return { ...pieceOf(line), spans: withMark(line) }
}

/** Words that became structure. The list number in front of a heading goes with it. */
export function addHeading(builder: Builder, line: Line, rule: string): Item {
  const item = itemOf(builder, wholeOf(line), 'heading')
  const heading: Item = { ...item, rule, text: cleanItem(rawAt(builder.source, item.spans)) }
  builder.draft.headings.push(heading)
  return heading
}

function withMark(line: Line): Span[] {
  return line.mark?.span && line.mark.kind === 'number' ? [line.mark.span, ...line.spans] : line.spans
}

/** List numbers are no words of their statement, yet they are in the source. */
export function addMark(builder: Builder, line: Line): void {
  if (line.mark?.kind !== 'number' || !line.mark.span) return
  addFurniture(builder, { spans: [line.mark.span], first: line.first, last: line.first }, 'list-number')
}

export function addFurniture(builder: Builder, piece: Piece, rule: string): void {
  const item = { ...itemOf(builder, piece, 'furniture'), rule }
  const last = builder.draft.furniture.at(-1)
  const together =
    (rule === 'list-number' || rule === 'mark-up') && last?.rule === rule && last.spans.length < 200
  if (!together) builder.draft.furniture.push(item)
  else {
    last.spans.push(...item.spans)
    last.text = textAt(builder.source, last.spans)
    last.lines = [Math.min(last.lines[0], piece.first), Math.max(last.lines[1], piece.last)]
  }
}

export function addUnplaced(builder: Builder, line: Line, rule: string): void {
  const item = itemOf(
    builder,
    { ...pieceOf(line), spans: withMark(line) },
    rule === 'introduction' ? rule : 'unplaced',
  )
  builder.draft.unplaced.push({ ...item, rule })
}

export function newCompetency(
  builder: Builder,
  name: string | null,
  nameFrom: DraftCompetency['nameFrom'],
): DraftCompetency {
  const competency: DraftCompetency = {
    id: `c${builder.draft.competencies.length + 1}`,
    name,
    nameFrom,
    group: null,
    code: null,
    definition: [],
    levels: [],
    sections: {
      underused: [],
      skilled: [],
      overused: [],
      activities: [],
      courses: [],
      resources: [],
      books: [],
      questions: [],
      keyBehaviours: [],
      notes: [],
    },
    emptySections: [],
  }
  builder.draft.competencies.push(competency)
  return competency
}

/** The competency's level of this marker; a new one, next in the document's order, when it has none yet. */
export function levelIn(competency: DraftCompetency, mark: LevelMark): DraftLevel {
  const found = findLevel(competency, mark)
  if (found) return found
  const level: DraftLevel = {
    number: mark.number,
    name: mark.name,
    order: competency.levels.length,
    indicators: [],
  }
  competency.levels.push(level)
  return level
}

export function findLevel(competency: DraftCompetency, mark: LevelMark): DraftLevel | undefined {
  const key = levelKey({ ...mark, prefix: '' })
  return competency.levels.find((level) => levelKey({ ...level, prefix: '' }) === key)
}

export function sectionOf(competency: DraftCompetency, section: Section | 'definition'): Item[] {
  return section === 'definition' ? competency.definition : competency.sections[section]
}

export function addEdit(
  builder: Builder,
  rule: string,
  before: readonly Line[],
  after: readonly Line[],
): void {
  const lines: Lines = [Math.min(...before.map((l) => l.first)), Math.max(...before.map((l) => l.last))]
  const edit: Edit = {
    rule,
    before: before.map((l) => l.text),
    after: after.map((l) => l.text),
    lines,
    items: [],
  }
  builder.pending.push({ edit, starts: after.map((l) => l.spans[0]?.[0] ?? 0) })
}

/** Gives each edit the ids of the items that hold its result. */
export function settleEdits(builder: Builder, items: readonly Item[]): Edit[] {
  if (builder.pending.length === 0) return []
  const sorted = inOrder(items.filter((item) => item.spans.length > 0))
  const starts = sorted.map((item) => item.spans[0]?.[0] ?? 0)
  return builder.pending.map(({ edit, starts: wanted }) => {
    const ids = wanted.flatMap((start) => holderAt(sorted, starts, start)?.id ?? [])
    return { ...edit, items: [...new Set(ids)] }
  })
}

function holderAt(sorted: readonly Item[], starts: readonly number[], offset: number): Item | undefined {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return sorted[low]
}

export function holdsWords(source: Source, spans: readonly Span[]): boolean {
  return spans.some(([start, end]) => hasWord(source.text.slice(start, end)))
}

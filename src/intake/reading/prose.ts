/** Articles: a competency told in sentences. What is found is a suggestion; the rest is kept as notes. */
import type { DraftCompetency, Span } from '../model.ts'
import { addHeading, type Builder, itemOf, levelIn, newCompetency, pieceOf } from './builder.ts'
import type { Entry } from './entry.ts'
import { cutSpans, type Line, newLine, within } from './line.ts'
import { tidyCase } from './names.ts'
import { size, type Vocabulary, wordCount } from './vocabulary.ts'

interface Cues {
  definition: RegExp
  scale: { name: string; rank: number; test: RegExp }[]
}

const ready = new WeakMap<Vocabulary, Cues>()

function cuesOf(vocabulary: Vocabulary): Cues {
  const known = ready.get(vocabulary)
  if (known) return known
  const { definitionVerbs, scaleCues, scaleLinks } = vocabulary.rules.wording
  const link = `,?\\s*(?:(?:${scaleLinks.join('|')})\\b\\s*:?)?`
  const made: Cues = {
    definition: new RegExp(`^(\\p{Lu}[\\p{L}\\d’'/& -]{2,60}?)\\s+(?:${definitionVerbs.join('|')})`, 'u'),
    scale: scaleCues.map((cue) => ({ ...cue, test: new RegExp(`^(?:${cue.pattern})${link}`, 'i') })),
  }
  ready.set(vocabulary, made)
  return made
}

/** A sentence of a paragraph, with its place. */
interface Sentence {
  line: Line
  text: string
  spans: Span[]
}

/** Whether some paragraph defines a competency and tells of its levels in sentences. */
export function isProse(vocabulary: Vocabulary, builder: Builder, entries: readonly Entry[]): boolean {
  if (entries.some((entry) => entry.line.mark || entry.line.cells || entry.columns)) return false
  if (entries.some((entry) => entry.heading && !entry.heading.runIn)) return false
  const sentences = entries.flatMap((entry) => sentencesOf(builder, entry.line))
  const first = sentences.findIndex((s) => definedIn(vocabulary, s.text))
  return first >= 0 && sentences.slice(first).some((s) => cueIn(vocabulary, s.text))
}

export function readProse(vocabulary: Vocabulary, builder: Builder, entries: readonly Entry[]): void {
  const paragraphs = entries.map(({ line }) => paragraphOf(vocabulary, builder, line))
  const lastCue = paragraphs.findLastIndex((paragraph) => paragraph.cues)
  const names = new Set(paragraphs.flatMap(({ name }) => (name ? [name.toLowerCase()] : [])))
  const waiting: Line[] = []
  let competency: DraftCompetency | null = null
  for (const [i, { line, sentences, name, cues }] of paragraphs.entries()) {
    const opens = name !== null && i <= lastCue
    if (opens) competency = newCompetency(builder, tidyCase(builder.rules, name), 'text')
    if (names.has(line.text.toLowerCase())) addHeading(builder, line, 'competency')
    else if (competency && (opens || cues)) readSentences(vocabulary, builder, competency, sentences)
    else if (competency) competency.sections.notes.push(itemOf(builder, pieceOf(line), 'article'))
    else waiting.push(line)
  }
  for (const one of builder.draft.competencies) numberLevels(one)
  const [first] = builder.draft.competencies
  if (!first) return
  const notes = waiting.map((line) => itemOf(builder, pieceOf(line), 'article'))
  first.sections.notes = [...notes, ...first.sections.notes]
}

interface Paragraph {
  line: Line
  sentences: Sentence[]
  /** The competency that it defines. */
  name: string | null
  /** It tells of levels. */
  cues: boolean
}

function paragraphOf(vocabulary: Vocabulary, builder: Builder, line: Line): Paragraph {
  const sentences = sentencesOf(builder, line)
  const names = sentences.flatMap(({ text }) => definedIn(vocabulary, text) ?? [])
  return {
    line,
    sentences,
    name: names[0] ?? null,
    cues: sentences.some((s) => cueIn(vocabulary, s.text) !== null),
  }
}

/** Numbers for a scale that is told from its first level up without a gap; otherwise the levels have names only. */
function numberLevels(competency: DraftCompetency): void {
  const whole = competency.levels.length >= 2 && competency.levels.every((level, i) => level.number === i + 1)
  if (!whole) for (const level of competency.levels) level.number = null
}

function readSentences(
  vocabulary: Vocabulary,
  builder: Builder,
  competency: DraftCompetency,
  sentences: readonly Sentence[],
): void {
  for (const sentence of sentences) {
    const cue = cueIn(vocabulary, sentence.text)
    const piece = {
      spans: sentence.spans,
      first: sentence.line.first,
      last: sentence.line.last,
      flags: ['suggestion' as const],
    }
    if (cue) addLevel(builder, competency, sentence, cue)
    else if (competency.definition.length === 0 && definedIn(vocabulary, sentence.text)) {
      competency.definition.push(itemOf(builder, piece, 'prose-definition'))
    } else competency.sections.notes.push(itemOf(builder, piece, 'article'))
  }
}

interface Cue {
  name: string
  rank: number
  letters: number
}

function addLevel(builder: Builder, competency: DraftCompetency, { line, spans }: Sentence, cue: Cue): void {
  const [head, rest] = cutSpans(builder.source, spans, cue.letters)
  if (rest.length === 0) return
  addHeading(builder, newLine(builder.source, { first: line.first, last: line.last, spans: head }), 'level')
  const mark = {
    form: 'name',
    number: cue.rank,
    name: cue.name,
    prefix: '',
    letters: 0,
    runIn: true,
    doubtful: false,
    owner: null,
  } as const
  const piece = { spans: rest, first: line.first, last: line.last, flags: ['suggestion', 'split'] as const }
  levelIn(competency, mark).indicators.push(itemOf(builder, piece, 'prose-level'))
}

function definedIn(vocabulary: Vocabulary, text: string): string | null {
  const name = cuesOf(vocabulary).definition.exec(text.slice(0, 200))?.[1]?.trim()
  if (
    !name ||
    wordCount(name) > 5 ||
    /^(?:it|this|that|there|he|she|they|we|one|which|what|who|i|you|the (?:aim|goal|result|first))\b/i.test(
      name,
    )
  )
    return null
  return name
}

function cueIn(vocabulary: Vocabulary, text: string): Cue | null {
  for (const { name, rank, test } of cuesOf(vocabulary).scale) {
    const match = test.exec(text.slice(0, 160))
    if (match) return { name, rank, letters: size(match[0]) }
  }
  return null
}

/** The sentences of a line: cut after a stop that a capital follows. */
function sentencesOf({ source }: Builder, line: Line): Sentence[] {
  const [start, end] = [line.spans[0]?.[0] ?? 0, line.spans.at(-1)?.[1] ?? 0]
  const text = source.text.slice(start, end)
  const sentences: Sentence[] = []
  let at = 0
  const push = (to: number) => {
    const piece = text.slice(at, to).trim()
    if (piece) sentences.push({ line, text: piece, spans: within(line, [start + at, start + to]) })
    at = to
  }
  for (const match of text.matchAll(/[.!?][”"’')\]]*\s+(?=["“‘'(]?\p{Lu})/gu))
    push(match.index + match[0].length)
  push(text.length)
  return sentences
}

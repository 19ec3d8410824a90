/** Puts a line into the level or section that is open, or where its look says it belongs. */
import type { DraftCompetency, DraftLevel, Item, Section } from '../model.ts'
import { addEdit, type Builder, itemOf, pieceOf, sectionOf } from './builder.ts'
import { type Entry, isItem, isParagraph } from './entry.ts'
import { cutLine, type Line } from './line.ts'
import { LABELS } from './plan.ts'
import type { SectionKind } from './rules.ts'
import { isQuestion, size, wordCount } from './vocabulary.ts'
import { ensureCompetency, type Walk } from './walk.ts'

interface InLevel {
  entry: Entry
  next: Entry | undefined
  rule: string | undefined
}

export function addToLevel(state: Walk, { entry, next, rule }: InLevel): void {
  const { builder, level, competency, aside, doubt } = state
  if (!level || !competency) return
  const { line } = entry
  if (aside)
    put(builder, line, {
      list: competency.sections[aside],
      rule: ruleIn(aside, entry),
      doubt: Math.min(0.75, doubt),
    })
  else put(builder, line, { list: level.indicators, rule: rule ?? ruleUnder(level, entry, next), doubt })
}

function ruleUnder(level: DraftLevel, entry: Entry, next: Entry | undefined): string {
  if (isItem(entry)) return 'bullet-under-level'
  const listed = next !== undefined && isItem(next) && !next.level && !next.heading
  return listed && level.indicators.length === 0 ? 'level-introduction' : 'paragraph-under-level'
}

function ruleIn(section: Section | 'definition', entry: Entry): string {
  if (section === 'notes') return 'note'
  if (section === 'definition') return 'definition'
  return isItem(entry) ? 'bullet-in-section' : 'paragraph-in-section'
}

/** "Listens; asks; keeps promises": three or more short parts in one line are a list of their own. */
function listedIn(builder: Builder, line: Line): Line[] {
  const parts = line.text.split(';').map((part) => part.trim())
  const list = parts.length >= 3 && parts.length <= 40 && parts.every((part) => part && wordCount(part) <= 14)
  if (!list || line.mark || /[.!?]\s+\p{Lu}/u.test(line.text)) return [line]
  const cut: Line[] = []
  let rest: Line | null = line
  for (const part of parts) {
    if (!rest) break
    const [head, tail]: [Line, Line | null] = cutLine(builder.source, rest, size(part))
    cut.push({ ...head, flags: [...new Set([...head.flags, 'split' as const])] })
    rest = tail
  }
  addEdit(builder, 'split-list', [line], cut)
  return cut
}

interface Target {
  list: Item[]
  rule: string
  /** The most that the reader may be sure. */
  doubt?: number
}

/** Puts a line into a list, or its parts when it is a list itself; those are less sure. */
function put(builder: Builder, line: Line, { list, rule, doubt = 1 }: Target): void {
  const lines = listedIn(builder, line)
  const most = lines.length > 1 ? Math.min(doubt, 0.7) : doubt
  for (const one of lines) list.push(itemOf(builder, pieceOf(one), rule, most))
}

/** A cell whose level is lost: kept in the competency, as a list without a heading. */
export function addUnlabelled(state: Walk, { line }: Entry): void {
  const { keyBehaviours } = ensureCompetency(state).sections
  keyBehaviours.push(itemOf(state.builder, pieceOf(line), 'unlabelled-list'))
}

/** Sections that hold no questions: one that stands there belongs to the questions. */
const MAY_ASK: ReadonlySet<string> = new Set(['keyBehaviours', 'definition'])

export function addToSection(state: Walk, entry: Entry, kind: SectionKind, rule?: string): void {
  const { builder } = state
  const competency = ensureCompetency(state)
  const section =
    kind === 'container' || LABELS.has(kind) ? 'keyBehaviours' : (kind as Section | 'definition')
  state.empty = null
  if (MAY_ASK.has(section) && isQuestion(state.plan.vocabulary, entry.line.text)) {
    competency.sections.questions.push(itemOf(builder, pieceOf(entry.line), 'question-by-form'))
    return
  }
  const list = sectionOf(competency, section)
  const own = rule ?? ruleIn(section, entry)
  if (section === 'notes' || section === 'definition') list.push(itemOf(builder, pieceOf(entry.line), own))
  else put(builder, entry.line, { list, rule: own })
}

/** How sure a list may be where levels were announced and none was found. */
const LEVELS_MISSING = 0.75

/** Without a heading: a question, a definition, or a list of behaviours, as the look of it says. */
export function addByPlace(state: Walk, entry: Entry, rule?: string): void {
  const { builder, plan, competency } = state
  const { line } = entry
  if (!competency) return
  const container = state.section === 'container'
  const most = container ? LEVELS_MISSING : 1
  const add = (list: Item[], rule: string) => list.push(itemOf(builder, pieceOf(line), rule, most))
  if (rule === 'definition-by-place') add(competency.definition, rule)
  else if (isQuestion(plan.vocabulary, line.text)) add(competency.sections.questions, 'question-by-form')
  else if (isItem(entry))
    add(competency.sections.keyBehaviours, container ? 'bullet-in-section' : 'list-without-heading')
  else if (container) add(competency.sections.keyBehaviours, 'paragraph-in-section')
  else if (canDefine(competency, entry)) add(competency.definition, 'definition-by-place')
  else if (!isParagraph(entry) && competency.definition.length > 0)
    add(competency.sections.keyBehaviours, 'unlabelled-list')
  else add(competency.sections.notes, 'note')
}

function canDefine(competency: DraftCompetency, entry: Entry): boolean {
  const { line } = entry
  if (competency.definition.length > 0 || competency.levels.length > 0) return false
  return (line.text.length >= 30 || isParagraph(entry)) && !/^\p{Lu}[\p{L} ]{1,25}:\s/u.test(line.text)
}

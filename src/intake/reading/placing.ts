/** Puts a line into the level or section that is open, or where its look says it belongs. */
import type { DraftCompetency, Item, Section } from '../model.ts'
import { itemOf, pieceOf, sectionOf } from './builder.ts'
import { type Entry, isItem, isParagraph } from './entry.ts'
import { LABELS } from './plan.ts'
import type { SectionKind } from './rules.ts'
import { isQuestion } from './vocabulary.ts'
import { ensureCompetency, type Walk } from './walk.ts'

interface InLevel {
  entry: Entry
  next: Entry | undefined
  rule: string | undefined
}

export function addToLevel(state: Walk, { entry, next, rule }: InLevel): void {
  const { builder, level, competency } = state
  const item = isItem(entry)
  if (!level || !competency) return
  const introduces =
    !item &&
    level.indicators.length === 0 &&
    next !== undefined &&
    isItem(next) &&
    !next.level &&
    !next.heading
  const own =
    rule ?? (introduces ? 'level-introduction' : item ? 'bullet-under-level' : 'paragraph-under-level')
  const list = state.aside ? competency.sections[state.aside] : level.indicators
  list.push(
    itemOf(
      builder,
      pieceOf(entry.line),
      state.aside ? (item ? 'bullet-in-section' : 'paragraph-in-section') : own,
      state.aside ? 0.75 : 1,
    ),
  )
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
  const own =
    section === 'notes'
      ? 'note'
      : section === 'definition'
        ? 'definition'
        : isItem(entry)
          ? 'bullet-in-section'
          : 'paragraph-in-section'
  sectionOf(competency, section).push(itemOf(builder, pieceOf(entry.line), rule ?? own))
}

/** Without a heading: a question, a definition, or a list of behaviours, as the look of it says. */
export function addByPlace(state: Walk, entry: Entry, rule?: string): void {
  const { builder, plan, competency } = state
  const { line } = entry
  if (!competency) return
  const put = (list: Item[], rule: string) => list.push(itemOf(builder, pieceOf(line), rule))
  const container = state.section === 'container'
  if (rule === 'definition-by-place') put(competency.definition, rule)
  else if (isQuestion(plan.vocabulary, line.text)) put(competency.sections.questions, 'question-by-form')
  else if (isItem(entry))
    put(competency.sections.keyBehaviours, container ? 'bullet-in-section' : 'list-without-heading')
  else if (container) put(competency.sections.keyBehaviours, 'paragraph-in-section')
  else if (canDefine(competency, entry)) put(competency.definition, 'definition-by-place')
  else if (!isParagraph(entry) && competency.definition.length > 0)
    put(competency.sections.keyBehaviours, 'unlabelled-list')
  else put(competency.sections.notes, 'note')
}

function canDefine(competency: DraftCompetency, { line }: Entry): boolean {
  if (competency.definition.length > 0 || competency.levels.length > 0) return false
  return line.text.length >= 30 && !/^\p{Lu}[\p{L} ]{1,25}:\s/u.test(line.text)
}

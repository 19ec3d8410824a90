/** Second thoughts, once a document is read: which competency was only the title, and what the only one is called. */
import type { DraftCompetency } from '../model.ts'
import type { Builder } from './builder.ts'
import { nameInTitle } from './names.ts'

export function settleDraft(builder: Builder): void {
  demoteTitle(builder)
  nameFromTitle(builder)
}

/** A heading with a paragraph above competencies that have levels or sections is the title with its introduction. */
function demoteTitle({ draft }: Builder): void {
  const [first, ...others] = draft.competencies
  if (!first || others.length === 0 || !isBare(first) || first.code !== null) return
  if (others.filter((other) => !isBare(other)).length * 2 <= others.length) return
  draft.competencies = others.map((competency, i) => ({ ...competency, id: `c${i + 1}` }))
  const words = [...first.definition, ...first.sections.notes].map((item) => ({
    ...item,
    rule: 'introduction',
    confidence: 0.4,
  }))
  draft.unplaced.push(...words)
  if (draft.title === null) draft.title = first.name
  else if (first.name) for (const other of draft.competencies) other.group ??= first.name
  const heading = draft.headings.find((item) => item.rule === 'competency')
  if (heading) heading.rule = draft.title === first.name ? 'title' : 'group'
}

function isBare(competency: DraftCompetency): boolean {
  const { notes, ...sections } = competency.sections
  void notes
  return (
    competency.levels.length === 0 &&
    competency.emptySections.length === 0 &&
    Object.values(sections).every((items) => items.length === 0)
  )
}

/** The title of a page with one competency names it, often among other words: the name is offered without them. */
function nameFromTitle({ draft, rules }: Builder): void {
  const [only, second] = draft.competencies
  if (!only?.name || second) return
  const heading = draft.headings[0]
  const first = draft.headings.every((item) => (item.spans[0]?.[0] ?? 0) >= (heading?.spans[0]?.[0] ?? 0))
  if (heading?.rule !== 'competency' || !first || only.nameFrom !== 'text') return
  const name = nameInTitle(rules, only.name)
  if (name === only.name) return
  only.name = name
  only.nameFrom = 'title'
}

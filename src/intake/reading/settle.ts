/** Second thoughts, once a document is read: which competency was only the title, and what the only one is called. */
import { itemsOf } from '../ledger.ts'
import { type DraftCompetency, SECTIONS } from '../model.ts'
import type { Builder } from './builder.ts'
import { nameInTitle, namesDocument, tidyCase } from './names.ts'

export function settleDraft(builder: Builder): void {
  demoteTitle(builder)
  nameFromTitle(builder)
  for (const { levels } of builder.draft.competencies) {
    for (const level of levels)
      if (level.name && /\p{L}{4}/u.test(level.name)) level.name = tidyCase(builder.rules, level.name)
  }
}

/** A heading with a paragraph above competencies that have levels or sections is the title with its introduction. */
function demoteTitle({ draft, rules }: Builder): void {
  const [first, ...others] = draft.competencies
  if (!first || others.length === 0 || !isBare(first) || first.code !== null) return
  if (others.filter((other) => !isBare(other)).length * 2 <= others.length) return
  draft.competencies = others.map((competency, i) => ({ ...competency, id: `c${i + 1}` }))
  const words = itemsOf(first).map((item) => ({
    ...item,
    rule: 'introduction',
    confidence: 0.4,
  }))
  draft.unplaced.push(...words)
  if (draft.title === null || (first.name && namesDocument(rules, first.name))) draft.title = first.name
  else if (first.name) for (const other of draft.competencies) other.group ??= first.name
  const heading = draft.headings.find((item) => item.rule === 'competency')
  if (heading) heading.rule = draft.title === first.name ? 'title' : 'group'
}

function isBare({ levels, emptySections, sections }: DraftCompetency): boolean {
  const own = SECTIONS.flatMap((section) => (section === 'notes' ? [] : sections[section]))
  return (
    levels.length === 0 &&
    emptySections.length === 0 &&
    own.every((item) => item.rule === 'list-without-heading')
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

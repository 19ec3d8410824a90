/** Labels that say what a word is: the competency's name, its group, its code. */
import { type DraftCompetency, SECTIONS } from '../model.ts'
import { addHeading } from './builder.ts'
import type { Entry } from './entry.ts'
import type { Line } from './line.ts'
import { nameIn } from './names.ts'
import { LABELS } from './plan.ts'
import type { SectionKind } from './rules.ts'
import { wordCount } from './vocabulary.ts'
import { closeSection, openCompetency, type Walk } from './walk.ts'

export interface Label {
  head: Line
  rest: Line | null
  kind: SectionKind
  i: number
}

/** "Competency C3: …": the code in a label. */
const CODE = /\s([A-Z]{1,3}\d{1,2}|\d{1,2}\.\d{1,2})$/

/** "Competency: …", "Category: …", "Code: …". Alone on its line the label speaks of the next line. */
export function meetLabel(state: Walk, { head, rest, kind, i }: Label): number {
  const { builder, plan } = state
  closeSection(state)
  const next = plan.entries[i + 1]
  const value =
    rest ??
    (next && !next.heading && !next.level && !next.line.cells && wordCount(next.line.text) <= 9
      ? next.line
      : null)
  if (!value) {
    if (kind === 'name' && /\d/.test(head.text)) openCompetency(state, head)
    else addHeading(builder, head, 'label')
    return i + 1
  }
  addHeading(builder, head, 'label')
  state.code = CODE.exec(head.text)?.[1] ?? state.code
  if (kind === 'name' || (kind === 'group' && namesCompetency(state, next, rest)))
    openCompetency(state, value)
  else if (kind === 'group') setGroup(state, value, !/\d/.test(head.text))
  else setCode(state, value)
  return rest ? i + 1 : i + 2
}

/** "Dimension 2: Safety" with levels right below it is no group. */
function namesCompetency({ competency }: Walk, next: Entry | undefined, rest: Line | null): boolean {
  if (!rest || !next || (competency && isBare(competency))) return false
  return (
    next.level !== null || next.columns !== null || (next.heading !== null && !LABELS.has(next.heading.kind))
  )
}

/** The group of the competency that was just named, or of those to come: a numbered group only of those. */
function setGroup(state: Walk, value: Line, ofOpen: boolean): void {
  const { competency } = state
  addHeading(state.builder, value, 'group')
  state.group = nameIn(state.builder.rules, value.text, null).name
  if (ofOpen && competency && isBare(competency)) competency.group = state.group
  else state.competency = null
}

function setCode(state: Walk, value: Line): void {
  addHeading(state.builder, value, 'code')
  if (state.competency && isBare(state.competency)) state.competency.code = value.text
  else state.code = value.text
}

function isBare({ levels, sections }: DraftCompetency): boolean {
  return levels.length === 0 && SECTIONS.every((section) => sections[section].length === 0)
}

/** Labels that say what a word is: the competency's name, its group, its code. */
import type { DraftCompetency } from '../model.ts'
import { addHeading } from './builder.ts'
import type { Entry } from './entry.ts'
import type { Line } from './line.ts'
import { tidyCase } from './names.ts'
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

/** "Competency: …", "Category: …", "Code: …". Alone on its line the label speaks of the next line. */
export function meetLabel(state: Walk, { head, rest, kind, i }: Label): number {
  const { builder, plan } = state
  closeSection(state)
  addHeading(builder, head, 'label')
  const next = plan.entries[i + 1]
  const value =
    rest ??
    (next && !next.heading && !next.level && !next.line.cells && wordCount(next.line.text) <= 9
      ? next.line
      : null)
  if (!value) return i + 1
  if (kind === 'name' || (kind === 'group' && namesCompetency(state, next, rest)))
    openCompetency(state, value)
  else if (kind === 'group') setGroup(state, value)
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

function setGroup(state: Walk, value: Line): void {
  const { competency } = state
  addHeading(state.builder, value, 'group')
  state.group = tidyCase(state.builder.rules, value.text)
  if (competency && isBare(competency)) competency.group = state.group
  else state.competency = null
}

function setCode(state: Walk, value: Line): void {
  addHeading(state.builder, value, 'code')
  if (state.competency && isBare(state.competency)) state.competency.code = value.text
  else state.code = value.text
}

function isBare(competency: DraftCompetency): boolean {
  return competency.levels.length === 0 && competency.sections.keyBehaviours.length === 0
}

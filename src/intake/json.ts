/** The draft as the terminal and the API show it: what was read and where it stands, without the ids of a review. */
import type { Draft, DraftCompetency, DraftLevel, Edit, Flag, Item, Ledger, Lines, Section } from './model.ts'
import { SECTIONS } from './model.ts'

export interface ItemJson {
  text: string
  confidence: number
  lines: Lines
  rule: string
  flags: Flag[]
}

export interface CompetencyJson {
  name: string | null
  group: string | null
  code: string | null
  definition: ItemJson[]
  levels: { number: number | null; name: string | null; order: number; indicators: ItemJson[] }[]
  sections: Record<Section, ItemJson[]>
  emptySections: string[]
}

export interface DraftJson {
  title: string | null
  competencies: CompetencyJson[]
  /** Words that became structure: titles, names, section headings and level markers as the source has them. */
  headings: ItemJson[]
  unplaced: ItemJson[]
  furniture: ItemJson[]
  edits: Omit<Edit, 'items'>[]
  ledger: Ledger
}

export function draftJson(draft: Draft): DraftJson {
  return {
    title: draft.title,
    competencies: draft.competencies.map(competencyJson),
    headings: draft.headings.map(itemJson),
    unplaced: draft.unplaced.map(itemJson),
    furniture: draft.furniture.map(itemJson),
    edits: draft.edits.map(({ rule, before, after, lines }) => ({ rule, before, after, lines })),
    ledger: draft.ledger,
  }
}

function competencyJson(competency: DraftCompetency): CompetencyJson {
  const sections = Object.fromEntries(
    SECTIONS.map((section) => [section, competency.sections[section].map(itemJson)]),
  ) as Record<Section, ItemJson[]>
  return {
    name: competency.name,
    group: competency.group,
    code: competency.code,
    definition: competency.definition.map(itemJson),
    levels: competency.levels.map(levelJson),
    sections,
    emptySections: competency.emptySections,
  }
}

function levelJson({ number, name, order, indicators }: DraftLevel): CompetencyJson['levels'][number] {
  return { number, name, order, indicators: indicators.map(itemJson) }
}

function itemJson({ text, confidence, lines, rule, flags }: Item): ItemJson {
  return { text, confidence, lines, rule, flags }
}

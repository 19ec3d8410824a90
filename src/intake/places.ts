import { type Draft, type DraftCompetency, type Item, SECTIONS, type Section } from './model.ts'

/** Where an item can stand in a draft. A level is named by its `order`, which is unique within the competency. */
export type Place =
  | { in: 'definition'; competency: string }
  | { in: 'level'; competency: string; order: number }
  | { in: 'section'; competency: string; section: Section }
  | { in: 'headings' }
  | { in: 'unplaced' }
  | { in: 'furniture' }

/** A place as one word, for forms and anchors: "level:c1:0", "section:c1:notes", "unplaced". */
export function placeName(place: Place): string {
  switch (place.in) {
    case 'definition':
      return `definition:${place.competency}`
    case 'level':
      return `level:${place.competency}:${place.order}`
    case 'section':
      return `section:${place.competency}:${place.section}`
    default:
      return place.in
  }
}

/** The place that `placeName` wrote, or undefined. Whether the draft has it, `hasPlace` tells. */
export function placeNamed(name: string): Place | undefined {
  const [kind, competency = '', rest = ''] = name.split(':')
  if (kind === 'headings' || kind === 'unplaced' || kind === 'furniture') return { in: kind }
  if (kind === 'definition' && competency) return { in: kind, competency }
  if (kind === 'level' && /^\d{1,6}$/.test(rest)) return { in: kind, competency, order: Number(rest) }
  const section = SECTIONS.find((s) => s === rest)
  return kind === 'section' && section ? { in: kind, competency, section } : undefined
}

type Lists = (items: Item[], place: Place) => Item[]

function mapCompetency(competency: DraftCompetency, change: Lists): DraftCompetency {
  const { id } = competency
  const sections = { ...competency.sections }
  for (const section of SECTIONS)
    sections[section] = change(sections[section], { in: 'section', competency: id, section })
  return {
    ...competency,
    definition: change(competency.definition, { in: 'definition', competency: id }),
    levels: competency.levels.map((level) => ({
      ...level,
      indicators: change(level.indicators, { in: 'level', competency: id, order: level.order }),
    })),
    sections,
  }
}

/** The draft with every list of items put through `change`. Lists that come back unchanged cost nothing. */
export function mapLists(draft: Draft, change: Lists): Draft {
  return {
    ...draft,
    competencies: draft.competencies.map((c) => mapCompetency(c, change)),
    headings: change(draft.headings, { in: 'headings' }),
    unplaced: change(draft.unplaced, { in: 'unplaced' }),
    furniture: change(draft.furniture, { in: 'furniture' }),
  }
}

/** Every list of the draft with its place, in reading order. */
export function listsOf(draft: Draft): { place: Place; items: Item[] }[] {
  const lists: { place: Place; items: Item[] }[] = []
  mapLists(draft, (items, place) => {
    lists.push({ place, items })
    return items
  })
  return lists
}

/** Whether the draft has such a place. */
export function hasPlace(draft: Draft, place: Place): boolean {
  const name = placeName(place)
  return listsOf(draft).some((list) => placeName(list.place) === name)
}

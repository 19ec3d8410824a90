import type { Draft, DraftLevel, Flag, Item, Section, Source } from './model.ts'
import { type Place, placeName } from './places.ts'

/** What a draft is called: its own title, the name of its only competency, or the file's name. */
export function draftTitle(
  draft: Pick<Draft, 'title' | 'competencies'>,
  source: Pick<Source, 'name'>,
): string {
  const only = draft.competencies.length === 1 ? draft.competencies[0]?.name : null
  return draft.title ?? only ?? source.name?.replace(/\.\w{1,5}$/, '') ?? 'Untitled draft'
}

export const SECTION_LABELS: Record<Section, string> = {
  underused: 'Too little',
  skilled: 'Right',
  overused: 'Too much',
  activities: 'Activities for development',
  courses: 'Courses',
  resources: 'Resources',
  books: 'Books',
  questions: 'Interview questions',
  keyBehaviours: 'Key behaviours',
  notes: 'Notes',
}

/** What the reviewer should know of an item before trusting it; `edited` is the reviewer's own doing. */
export const FLAG_LABELS: Record<Flag, { label: string; meaning: string }> = {
  joined: {
    label: 'joined',
    meaning: 'Put together from several lines. Take it apart if they are two things.',
  },
  split: { label: 'split', meaning: 'Cut out of a longer line.' },
  columns: {
    label: 'columns',
    meaning: 'The copy had mixed the columns. This is a guess: compare it with the source.',
  },
  damaged: { label: 'damaged', meaning: 'The words look broken in the source.' },
  incomplete: { label: 'incomplete', meaning: 'The statement seems to be cut off in the source.' },
  suggestion: { label: 'suggestion', meaning: 'Read from running text: a proposal to accept or to move.' },
  edited: { label: 'edited', meaning: 'These are your words, not those of the source.' },
}

/** "3 Proficient", "Level 3", "Foundation", or "Level without a name". */
export function draftLevelLabel({ number, name }: Pick<DraftLevel, 'number' | 'name'>): string {
  if (number === null) return name ?? 'Level without a name'
  return name === null ? `Level ${number}` : `${number} ${name}`
}

/** How sure the reader is, in three words that a reviewer can act on. */
export function sureness(item: Item): 'sure' | 'look' | 'guess' {
  if (item.confidence >= 0.8) return 'sure'
  return item.confidence > 0.5 ? 'look' : 'guess'
}

export interface PlaceChoice {
  value: string
  label: string
}

export interface PlaceGroup {
  label: string
  choices: PlaceChoice[]
}

/** Every place an item can be moved to, competency by competency. */
export function placeChoices(draft: Draft): PlaceGroup[] {
  const choice = (place: Place, label: string): PlaceChoice => ({ value: placeName(place), label })
  return [
    ...draft.competencies.map((c, i) => ({
      label: c.name ?? `Competency ${i + 1}`,
      choices: [
        choice({ in: 'definition', competency: c.id }, 'Definition'),
        ...c.levels.map((level) =>
          choice({ in: 'level', competency: c.id, order: level.order }, draftLevelLabel(level)),
        ),
        ...Object.entries(SECTION_LABELS).map(([section, label]) =>
          choice({ in: 'section', competency: c.id, section: section as Section }, label),
        ),
      ],
    })),
    {
      label: 'Not in a competency',
      choices: [
        choice({ in: 'unplaced' }, 'Unplaced'),
        choice({ in: 'headings' }, 'Heading'),
        choice({ in: 'furniture' }, 'Furniture (page numbers, menus)'),
      ],
    },
  ]
}

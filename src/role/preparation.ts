/**
 * Preparing for an interview: what is likely to be asked for a role, and which of one's own stories answer it. Questions are
 * the framework's own; where it has none they are made from what people do at the level, with the same words around it.
 */
import { type Framework, indicatorsAt, statementsOf } from '#framework/model.ts'
import type { Sheet, SheetBlock } from '#lib/sheet.ts'
import { type Placement, type Story, storyName } from '#profile/story.ts'
import { type Gap, placeOf } from './gap.ts'
import {
  competencyIn,
  competencyLabel,
  entryLabel,
  type LevelText,
  levelAt,
  requiredLabel,
  textAt,
} from './gap-words.ts'
import type { Role } from './model.ts'
import { doubtfulIn, toReader } from './second-person.ts'

/** So many questions of one competency can be prepared well. */
const MOST_QUESTIONS = 3

export interface LikelyQuestion {
  text: string
  /** Made here from a behaviour; false: the framework's own. */
  isMade: boolean
}

/** One of one's own stories that shows the competency. */
export interface ToldStory {
  id: string
  name: string
  /** The place of the level that it shows. */
  place: number
  /** At the level that is asked or above it; false: one level below, so it needs more of what was difficult. */
  isThere: boolean
}

export interface PreparedPart {
  gap: Gap
  /** The place that an interview asks for: the level of the first day; where all is learned in the job, the first one. */
  asked: number | null
  /** What people do at that level. */
  behaviour: LevelText | undefined
  questions: LikelyQuestion[]
  /** Those at the level first, then the nearest. */
  stories: ToldStory[]
  /** What people do one level higher. */
  next: LevelText | undefined
}

export interface Own {
  stories: readonly Story[]
  placements: readonly Placement[]
}

/** In the order in which an interview asks: what is needed on the first day, then the rest; must-haves first in each. */
export function preparationOf(
  gaps: readonly Gap[],
  frameworks: ReadonlyMap<string, Framework>,
  own: Own,
): PreparedPart[] {
  const inOrder = gaps.toSorted((a, b) => Number(b.entry !== null) - Number(a.entry !== null))
  return inOrder.map((gap) => {
    const framework = frameworks.get(gap.requirement.framework)
    const asked = gap.required === null ? null : (gap.entry ?? 1)
    return {
      ...{ gap, asked, behaviour: textAt(framework, gap, asked) },
      questions: questionsFor(framework, gap, asked),
      stories: storiesFor(framework, gap, { asked, own }),
      next: textAt(framework, gap, asked === null ? null : asked + 1),
    }
  })
}

/** The framework's questions, else one for each of the first behaviours at the level. */
function questionsFor(framework: Framework | undefined, gap: Gap, asked: number | null): LikelyQuestion[] {
  const competency = competencyIn(framework, gap.requirement.competency)
  const level = framework?.scale.levels[(asked ?? 0) - 1]
  if (!competency) return []
  const given = statementsOf(competency, 'question').map(({ text }) => ({ text, isMade: false }))
  if (given.length > 0) return given.slice(0, MOST_QUESTIONS)
  const behaviours = level ? indicatorsAt(competency, level.key) : []
  return behaviours
    .slice(0, MOST_QUESTIONS - 1)
    .map(({ text }) => ({ text: questionFrom(text, framework?.language ?? ''), isMade: true }))
}

/** The same frame around every behaviour, so that nothing is asked that the framework does not say; quoted where it cannot be said to “you”. */
function questionFrom(behaviour: string, language: string): string {
  const told = language.startsWith('en') ? toReader(behaviour) : behaviour
  if (told === behaviour || doubtfulIn(told).length > 0)
    return `Tell us about a time when you did this: “${behaviour}”`
  return `Tell us about a time when you had to ${told.charAt(0).toLowerCase()}${told.slice(1)}`
}

/** Stories that show the competency at the asked level, above it, or one level below. */
function storiesFor(
  framework: Framework | undefined,
  { requirement }: Gap,
  { asked, own }: { asked: number | null; own: Own },
): ToldStory[] {
  if (asked === null) return []
  const shown = own.placements
    .filter((one) => one.frameworkId === requirement.framework && one.competency === requirement.competency)
    .flatMap((one) => {
      const story = own.stories.find(({ id }) => id === one.storyId)
      const place = placeOf(framework, one.level)
      if (!story || place === null || place < asked - 1) return []
      return [{ id: story.id, name: storyName(story), place, isThere: place >= asked }]
    })
  const best = shown.toSorted((a, b) => b.place - a.place)
  const once = best.filter(({ id }, i) => best.findIndex((one) => one.id === id) === i)
  return once.toSorted((a, b) => Number(b.isThere) - Number(a.isThere) || a.place - b.place)
}

/** Those for which there is no story at the level yet. */
export function withoutStory(parts: readonly PreparedPart[]): PreparedPart[] {
  return parts.filter(({ stories }) => !stories.some(({ isThere }) => isThere))
}

export interface PreparationPaper {
  role: Role
  team: string | null
  parts: readonly PreparedPart[]
  /** Whose stories they are; null: a visitor's, who has none. */
  name: string | null
  sources: string
}

/** The sheet to take along: a question, the stories for it, and room to write. */
export function preparationSheet({ role, team, parts, name, sources }: PreparationPaper): Sheet {
  return {
    title: `Preparing for ${role.title}`,
    subtitle: [team, name && `for ${name}`].filter(Boolean).join(', ') || 'An interview',
    blocks: [
      ...(role.purpose ? [{ kind: 'paragraph', text: role.purpose } as const] : []),
      { kind: 'paragraph', soft: true, text: FRAME },
      ...parts.flatMap(partBlocks),
    ],
    footer: sources,
  }
}

export const FRAME =
  'For each question: one time only, what the situation was, what you yourself did and why, what came of it, and what changed for others. Two minutes are enough.'

function partBlocks({ gap, asked, questions, stories, next }: PreparedPart): SheetBlock[] {
  const told = stories.map(({ name, place, isThere }) => {
    const level = levelAt(gap, place)
    return isThere ? `${name} (shows ${level})` : `${name} (shows ${level}: say more of what was difficult)`
  })
  const entry = entryLabel(gap)
  return [
    { kind: 'heading', rank: 1, text: competencyLabel(gap) },
    {
      kind: 'paragraph',
      soft: true,
      text: entry
        ? `Asked on the first day: ${entry}. Full level: ${requiredLabel(gap)}.`
        : `Not asked on the first day: learned in the job, up to ${requiredLabel(gap)}.`,
    },
    { kind: 'list', items: questions.map(({ text }) => text), numbered: true },
    ...(told.length > 0
      ? [{ kind: 'paragraph', text: 'My stories:' } as const, { kind: 'list', items: told } as const]
      : []),
    ...(next && asked !== null
      ? [
          { kind: 'paragraph', text: `What ${levelAt(gap, next.place)} would add:` } as const,
          { kind: 'list', items: next.statements } as const,
        ]
      : []),
    {
      kind: 'lines',
      label: told.length > 0 ? 'Notes' : 'No story yet. Which time comes to mind?',
      count: told.length > 0 ? 2 : 4,
    },
  ]
}

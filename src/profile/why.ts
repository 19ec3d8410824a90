/** Why a level: what speaks for it and against it, how sure it is, and what would make it one higher. */
import type { Framework, Level } from '#framework/model.ts'
import { type Evidence, isByOthers, stands } from './evidence.ts'
import { speaksFor } from './levels.ts'
import type { Activity, Answer, LevelsOf, StatementAnswer } from './model.ts'
import type { Placement, Story } from './story.ts'

/** A statement or an own activity, and what was said of it; null: not answered, which is not "no". */
export interface Said {
  text: string
  answer: Answer | null
  /** An activity in the person's own words. */
  isOwn: boolean
}

/** All that there is about one level of a competency. */
export interface LevelGround {
  level: Level
  /** From 1. */
  place: number
  said: Said[]
  stories: { story: Story; placement: Placement }[]
  /** Entries that still stand. */
  evidence: Evidence[]
}

export interface Grounds {
  framework: Pick<Framework, 'id' | 'competencies' | 'scale'>
  competency: string
  answers: readonly StatementAnswer[]
  activities: readonly Activity[]
  stories: readonly Story[]
  placements: readonly Placement[]
  evidence: readonly Evidence[]
}

/** Level by level, from the lowest. What was withdrawn or corrected does not count. */
export function groundsOf(grounds: Grounds): LevelGround[] {
  const { framework, competency, evidence } = grounds
  return framework.scale.levels.map((level, i) => ({
    ...{ level, place: i + 1, said: saidAt(level.key, grounds), stories: storiesAt(level.key, grounds) },
    evidence: evidence.filter(
      (entry) =>
        entry.frameworkId === framework.id &&
        entry.competency === competency &&
        entry.level === level.key &&
        stands(entry),
    ),
  }))
}

function saidAt(level: string, { framework, competency, answers, activities }: Grounds): Said[] {
  const given = answers.filter((one) => one.level === level && speaksFor(one, competency))
  const byId = new Map(given.map((one) => [one.statementId, one]))
  const asked = framework.competencies.flatMap(({ key, statements }) =>
    statements.filter(
      (one) =>
        one.kind === 'indicator' &&
        one.level === level &&
        speaksFor({ competency: key, also: one.also }, competency),
    ),
  )
  const known = new Set(asked.map(({ id }) => id))
  // An answer to a statement that the framework has left out since was given all the same.
  const former = given.filter(({ statementId }) => !known.has(statementId))
  const own = activities.filter((one) => one.level === level && one.competency === competency)
  return [
    ...asked.map(({ id, text }) => ({ text, answer: byId.get(id)?.answer ?? null, isOwn: false })),
    ...former.map(({ text, answer }) => ({ text, answer, isOwn: false })),
    ...own.map(({ text, answer }) => ({ text, answer, isOwn: true })),
  ]
}

function storiesAt(level: string, { framework, competency, stories, placements }: Grounds) {
  const here = placements.filter(
    (one) => one.frameworkId === framework.id && one.competency === competency && one.level === level,
  )
  return here.flatMap((placement) => {
    const story = stories.find(({ id }) => id === placement.storyId)
    return story ? [{ story, placement }] : []
  })
}

/** What the certainty of a level rests on. */
export interface Sureness {
  /** Null: the workbook says nothing of it. */
  firm: boolean | null
  answered: number
  asked: number
  stories: number
  evidenceFor: number
  evidenceAgainst: number
  /** Of these entries, by others than the person. */
  byOthers: number
  /** The newest and the oldest of the answers and entries. */
  newest: Date | null
  oldest: Date | null
}

export function surenessOf(levels: LevelsOf | null, grounds: Grounds): Sureness {
  const all = groundsOf(grounds)
  const said = all.flatMap((one) => one.said)
  const evidence = all.flatMap((one) => one.evidence)
  const answers = grounds.answers.filter((one) => speaksFor(one, grounds.competency))
  const times = [
    ...answers.map(({ answeredAt }) => answeredAt),
    ...grounds.activities.filter((one) => one.competency === grounds.competency).map(({ madeAt }) => madeAt),
    ...evidence.map(({ seenOn }) => new Date(`${seenOn}T12:00:00Z`)),
  ].toSorted((a, b) => a.getTime() - b.getTime())
  return {
    firm: levels === null ? null : levels.firm,
    answered: said.filter(({ answer }) => answer !== null).length,
    asked: said.length,
    stories: new Set(all.flatMap((one) => one.stories.map(({ story }) => story.id))).size,
    evidenceFor: evidence.filter(({ stance }) => stance === 'for').length,
    evidenceAgainst: evidence.filter(({ stance }) => stance === 'against').length,
    byOthers: evidence.filter(isByOthers).length,
    newest: times.at(-1) ?? null,
    oldest: times[0] ?? null,
  }
}

/**
 * What would make it one higher: the next level above what the person can (place from 1; 0 or null: the lowest) at which
 * the framework says anything. Null: there is none above.
 */
export function oneHigher(can: number | null, grounds: readonly LevelGround[]): LevelGround | null {
  return grounds.find(({ place, said }) => place > (can ?? 0) && said.length > 0) ?? null
}

/** An entry that does not fit the level. It is shown beside the level and never changes it. */
export interface Disagreement {
  entry: Evidence
  /** `against`: something seen speaks against a level that the workbook reaches; `higher`, `lower`: others saw another one. */
  kind: 'against' | 'higher' | 'lower'
}

/** `can`: the place of the level from 1; null: not known, and then only what speaks against something disagrees. */
export function disagreements(can: number | null, grounds: readonly LevelGround[]): Disagreement[] {
  return grounds.flatMap(({ place, evidence }) =>
    evidence.flatMap((entry): Disagreement[] => {
      const kind = kindOf(entry, place, can)
      return kind === null ? [] : [{ entry, kind }]
    }),
  )
}

function kindOf(entry: Evidence, place: number, can: number | null): Disagreement['kind'] | null {
  if (entry.stance === 'against') return can === null || place <= can ? 'against' : null
  if (can === null || place === can || !isByOthers(entry)) return null
  return place > can ? 'higher' : 'lower'
}

/** The rule that turns answers into levels; docs/methods/profile.md says why this one, with worked numbers. */
import type { Framework } from '#framework/model.ts'
import type { Answer, LevelsOf } from './model.ts'

/** One answer in its place; a statement and an activity in one's own words count alike. */
export interface Placed {
  competency: string
  also: readonly string[]
  level: string
  answer: Answer
}

/** Which answers count as "yes" for a curve: each counts what the one before it counts, so the curves never cross. */
const YES = {
  uses: ['now'],
  can: ['now', 'seldom'],
  stretch: ['now', 'seldom', 'develop'],
} as const satisfies Record<string, readonly Answer[]>
export type Curve = keyof typeof YES

/** A level of the scale, and how many statements the framework has there for one competency. */
export interface Rung {
  /** The level's key. */
  level: string
  asked: number
}

/** A statement's place in its framework. */
export type Place = Pick<Placed, 'competency' | 'also' | 'level'>

/** Whether something speaks for the competency, first of all or also. */
export function speaksFor({ competency, also }: Pick<Placed, 'competency' | 'also'>, key: string): boolean {
  return competency === key || also.includes(key)
}

/** Where the statements of a framework stand. */
export function placesIn({ competencies }: Pick<Framework, 'competencies'>): Place[] {
  return competencies.flatMap(({ key, statements }) =>
    statements.flatMap(({ kind, level, also }) =>
      kind === 'indicator' && level !== null ? [{ competency: key, also, level }] : [],
    ),
  )
}

/** What is asked of one competency, level by level from the lowest. `levels`: the scale's keys in order. */
export function rungsOf(competency: string, levels: readonly string[], places: readonly Place[]): Rung[] {
  const own = places.filter((place) => speaksFor(place, competency))
  return levels.map((level) => ({ level, asked: own.filter((place) => place.level === level).length }))
}

/** What the answers at one level of one competency say. */
export interface LevelCount extends Rung {
  answered: number
  yes: Record<Curve, number>
}

/** Answers of one competency, level by level from the lowest; levels without an answer are there with zeros. */
export function countLevels(
  competency: string,
  rungs: readonly Rung[],
  placed: readonly Placed[],
): LevelCount[] {
  const own = placed.filter((one) => speaksFor(one, competency))
  return rungs.map((rung) => {
    const here = own.filter((one) => one.level === rung.level)
    const yes = (curve: Curve) =>
      here.filter(({ answer }) => (YES[curve] as readonly Answer[]).includes(answer)).length
    return {
      ...rung,
      answered: here.length,
      yes: { uses: yes('uses'), can: yes('can'), stretch: yes('stretch') },
    }
  })
}

/** One yes makes a level thinkable; two make it firm. */
const FIRM = 2

export interface Reached {
  /** The place of the level from 1; 0: every level was answered, and none is reached; null: not known. */
  place: number | null
  /** At least two answers say so, and no level above it is left open. */
  firm: boolean
}

/**
 * The highest level of which at least half of the answered statements are a yes. Levels below it need not be reached: who
 * shares solutions no longer says that they are learning by watching. What was not answered counts neither for nor against.
 */
export function reached(counts: readonly LevelCount[], curve: Curve): Reached {
  const place = counts.findLastIndex(({ answered, yes }) => yes[curve] > 0 && 2 * yes[curve] >= answered) + 1
  const isSettledAbove = counts.slice(place).every(({ answered, asked }) => answered >= Math.min(FIRM, asked))
  if (place > 0) return { place, firm: isSettledAbove && (counts[place - 1]?.yes[curve] ?? 0) >= FIRM }
  const answered = counts.reduce((sum, one) => sum + one.answered, 0)
  // A level that was never answered might be reached, so "none" would be too much to say.
  if (answered === 0 || counts.some((one) => one.asked > 0 && one.answered === 0))
    return { place: null, firm: false }
  return { place: 0, firm: isSettledAbove && answered >= FIRM }
}

/** The three curves of one competency. They are firm when it is firm what the person uses and what they can; a wish is one. */
export function levelsFrom(
  counts: readonly LevelCount[],
): Pick<LevelsOf, 'uses' | 'can' | 'stretch' | 'firm'> {
  const [uses, can] = [reached(counts, 'uses'), reached(counts, 'can')]
  return {
    ...{ uses: uses.place, can: can.place, stretch: reached(counts, 'stretch').place },
    firm: uses.firm && can.firm,
  }
}

/**
 * Which of a person's rounds speaks for a competency: the latest in which at least half of its statements are answered, so
 * that a round that has just begun takes nothing away; where there is none, the latest with any answer. Undefined: no round
 * has one. `rounds`: the latest first.
 */
export function roundThatCounts<R extends { placed: readonly Placed[] }>(
  competency: string,
  asked: number,
  rounds: readonly R[],
): R | undefined {
  const answered = ({ placed }: R) => placed.filter((one) => speaksFor(one, competency)).length
  return (
    rounds.find((round) => answered(round) > 0 && 2 * answered(round) >= asked) ??
    rounds.find((round) => answered(round) > 0)
  )
}

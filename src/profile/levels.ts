/** The rule that turns answers into levels; docs/methods/profile.md says why this one, with worked numbers. */
import type { Answer } from './model.ts'

/** One answer in its place; a statement and an activity in one's own words count alike. */
export interface Placed {
  competency: string
  also: readonly string[]
  level: string
  answer: Answer
}

/** Which answers count as "yes" for a curve: each counts what the one before it counts. */
const YES = {
  uses: ['now'],
  can: ['now', 'seldom'],
  stretch: ['now', 'seldom', 'develop'],
} as const satisfies Record<string, readonly Answer[]>
export type Curve = keyof typeof YES

/** What the answers at one level of one competency say. */
export interface LevelCount {
  /** The level's key. */
  level: string
  answered: number
  yes: Record<Curve, number>
}

/** Answers of one competency, level by level from the lowest; levels without an answer are there with zeros. */
export function countLevels(
  competency: string,
  levels: readonly string[],
  placed: readonly Placed[],
): LevelCount[] {
  const own = placed.filter((one) => one.competency === competency || one.also.includes(competency))
  return levels.map((level) => {
    const here = own.filter((one) => one.level === level)
    const yes = (curve: Curve) =>
      here.filter(({ answer }) => (YES[curve] as readonly Answer[]).includes(answer)).length
    return {
      level,
      answered: here.length,
      yes: { uses: yes('uses'), can: yes('can'), stretch: yes('stretch') },
    }
  })
}

/** One yes makes a level thinkable; two make it firm. */
const FIRM = 2

export interface Reached {
  /** The place of the level from 1; 0: answered, and none is reached; null: nothing was answered. */
  place: number | null
  /** At least two statements say so, or nothing was reached although two were answered. */
  firm: boolean
}

/**
 * The highest level of which at least half of the answered statements are a yes. Levels below it need not be reached: who
 * shares solutions no longer says that they are learning by watching. What was not answered counts neither for nor against.
 */
export function reached(counts: readonly LevelCount[], curve: Curve): Reached {
  const answered = counts.reduce((sum, one) => sum + one.answered, 0)
  if (answered === 0) return { place: null, firm: false }
  const place = counts.findLastIndex(({ answered, yes }) => yes[curve] > 0 && 2 * yes[curve] >= answered) + 1
  if (place === 0) return { place: 0, firm: answered >= FIRM }
  return { place, firm: (counts[place - 1]?.yes[curve] ?? 0) >= FIRM }
}

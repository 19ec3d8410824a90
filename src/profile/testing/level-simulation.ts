/** People whose level is known answer a workbook; how often does the rule find the level? docs/methods/profile.md shows it. */
import { seededRandom } from '#measure/distributions/random.ts'
import { countLevels, type LevelCount, type Placed, reached } from '../levels.ts'

export interface World {
  /** Three statements at each of five levels; so many of them are answered, by chance. */
  answered: number
  /** Whoever is two levels or more above a level still says yes to it with this probability. */
  below: number
}

export interface Found {
  /** Shares of the people: exactly right, one level off, further off. */
  right: number
  near: number
  far: number
  /** Levels too high, on average. */
  bias: number
  /** Share of the results that are called firm, and how many of those are right. */
  firm: number
  firmRight: number
}

type Rule = (counts: readonly LevelCount[]) => { place: number; firm: boolean }

/** The rule of the workbook; not known counts as level 0. */
export const highest: Rule = (counts) => {
  const { place, firm } = reached(counts, 'can')
  return { place: place ?? 0, firm }
}

/** The usual rule: up from the bottom, as long as at least half of each level is a yes. */
export const upFromBelow: Rule = (counts) => {
  const stop = counts.findIndex(({ answered, yes }) => yes.can === 0 || 2 * yes.can < answered)
  return { place: stop < 0 ? counts.length : stop, firm: false }
}

const LEVELS = ['1', '2', '3', '4', '5']
const RUNGS = LEVELS.map((level) => ({ level, asked: 3 }))
/** A yes to what one can, and to what one cannot. */
const [HIT, SLIP] = [0.85, 0.1]

/** `people` of each of the five levels. The same seed gives the same figures. */
export function simulated(
  world: World,
  rule: Rule,
  { people, seed }: { people: number; seed: number },
): Found {
  const random = seededRandom(seed)
  const errors: number[] = []
  const firm: boolean[] = []
  for (let level = 1; level <= LEVELS.length; level++)
    for (let i = 0; i < people; i++) {
      const found = rule(countLevels('a', RUNGS, answersOf(level, world, random)))
      errors.push(found.place - level)
      if (found.firm) firm.push(found.place === level)
    }
  const share = (holds: (error: number) => boolean) => errors.filter(holds).length / errors.length
  return {
    right: share((error) => error === 0),
    near: share((error) => Math.abs(error) === 1),
    far: share((error) => Math.abs(error) > 1),
    bias: errors.reduce((sum, error) => sum + error, 0) / errors.length,
    firm: firm.length / errors.length,
    firmRight: firm.filter(Boolean).length / Math.max(1, firm.length),
  }
}

function answersOf(level: number, { answered, below }: World, random: () => number): Placed[] {
  return LEVELS.flatMap((key, i) =>
    [1, 2, 3].flatMap((): Placed[] => {
      const chance = i + 1 > level ? SLIP : i + 1 <= level - 2 ? Math.min(HIT, below) : HIT
      const [isYes, isAnswered] = [random() < chance, random() < answered]
      return isAnswered ? [{ competency: 'a', also: [], level: key, answer: isYes ? 'now' : 'not' }] : []
    }),
  )
}

/**
 * The gap between a person and a role, competency by competency. Three things stay apart: what the person can, what the
 * person uses, what the role requires. There is no sum of them: strength in one place never makes up for another.
 * docs/methods/gap.md gives the rules with a worked example.
 */
import type { Competency, Framework, Level } from '#framework/model.ts'
import type { LevelsOf } from '#profile/model.ts'
import type { Requirement } from './model.ts'
import { inOrder } from './requirement.ts'

/** As much of a framework as levels are measured by; a whole framework is one too. */
export interface Yardstick extends Pick<Framework, 'id' | 'slug' | 'title' | 'language'> {
  scale: { levels: readonly Pick<Level, 'key' | 'number' | 'name'>[] }
  competencies: readonly Pick<Competency, 'key' | 'code' | 'name'>[]
}

/**
 * How far somebody is, measured by a level. `unknown`: nothing was answered there, or the level is no longer in the
 * framework. `not shared`: the person does not show it to the viewer; whether anything was answered is not told.
 */
export const STANDINGS = ['below', 'at', 'above', 'unknown', 'not shared'] as const
export type Standing = (typeof STANDINGS)[number]

export interface Gap {
  requirement: Requirement
  /** Undefined: the framework is gone. */
  yardstick: Yardstick | undefined
  /** The competency's code and name; its key where the framework no longer has it. */
  code: string | null
  name: string
  /** How many levels the scale has. */
  of: number
  /** The place, from 1, of the level that the job uses at most. Null: the framework no longer has it. */
  required: number | null
  /** The place of the level needed on the first day; null: none is. */
  entry: number | null
  /** Null: nothing is known, or it is not shared. 0: answered, and no level is reached. */
  can: number | null
  uses: number | null
  /** What the person can, against the full level. */
  standing: Standing
  /** What the person can, against the level of the first day; null: none is needed then. */
  firstDay: Standing | null
  /** Levels from what the person can to the full level: 0 from there on; null where the standing is not known. */
  missing: number | null
  firm: boolean
  asOf: Date | null
}

interface Known {
  levels: readonly LevelsOf[]
  /** Somebody else's: what is not among the levels is not shared. */
  shared: boolean
}

/** What is required, in the order in which it matters: must-haves, then by importance, then as the profile has it. */
export function gapsOf(
  requirements: readonly Requirement[],
  yardsticks: ReadonlyMap<string, Yardstick>,
  known: Known,
): Gap[] {
  return inOrder(requirements).map((requirement) =>
    gapOf(requirement, yardsticks.get(requirement.framework), known),
  )
}

function gapOf(requirement: Requirement, yardstick: Yardstick | undefined, known: Known): Gap {
  const own = known.levels.find(
    (one) => one.framework === requirement.framework && one.competency === requirement.competency,
  )
  const competency = yardstick?.competencies.find(({ key }) => key === requirement.competency)
  const required = placeOf(yardstick, requirement.level)
  const entry = placeOf(yardstick, requirement.entryLevel)
  const can = own?.can ?? null
  const hidden = known.shared && own === undefined
  const standing = hidden ? 'not shared' : standingOf(can, required)
  return {
    ...{ requirement, yardstick, required, entry, can, standing },
    code: competency?.code ?? null,
    name: competency?.name ?? requirement.competency,
    of: yardstick?.scale.levels.length ?? 0,
    uses: own?.uses ?? null,
    firstDay: requirement.entryLevel === null ? null : hidden ? 'not shared' : standingOf(can, entry),
    missing: can === null || required === null ? null : Math.max(required - can, 0),
    firm: own?.firm ?? false,
    asOf: own?.asOf ?? null,
  }
}

/** The place of a level on its scale, from 1; null for none and for one that is no longer there. */
export function placeOf(yardstick: Yardstick | undefined, level: string | null): number | null {
  const place = yardstick?.scale.levels.findIndex(({ key }) => key === level) ?? -1
  return place < 0 ? null : place + 1
}

/** Null on either side is not known, which is never "below". */
function standingOf(place: number | null, asked: number | null): Exclude<Standing, 'not shared'> {
  if (place === null || asked === null) return 'unknown'
  if (place < asked) return 'below'
  return place === asked ? 'at' : 'above'
}

/** How many requirements stand how. No number here is made of others. */
export interface Tally {
  total: number
  met: number
  below: number
  unknown: number
  notShared: number
}

/** `standing` of those that count; those without one (null) are left out. */
function tallyOf(standings: readonly (Standing | null)[]): Tally {
  const count = (...wanted: Standing[]) =>
    standings.filter((one) => one !== null && wanted.includes(one)).length
  return {
    total: standings.filter((one) => one !== null).length,
    met: count('at', 'above'),
    below: count('below'),
    unknown: count('unknown'),
    notShared: count('not shared'),
  }
}

/** Must-haves and the rest, each counted for the first day and for the full level. */
export interface Summary {
  must: { firstDay: Tally; full: Tally }
  other: { firstDay: Tally; full: Tally }
}

export function summaryOf(gaps: readonly Gap[]): Summary {
  const part = (must: boolean) => {
    const own = gaps.filter(({ requirement }) => requirement.must === must)
    return {
      firstDay: tallyOf(own.map((gap) => gap.firstDay)),
      full: tallyOf(own.map((gap) => gap.standing)),
    }
  }
  return { must: part(true), other: part(false) }
}

/** A role that needs more of a competency than this one has room for. */
export interface Room {
  roleId: string
  /** The place of the level that the role uses. */
  place: number
}

/** Where more of the competency would be used than this role uses, the roles that use most of it first. */
export function roomElsewhere(
  { requirement, yardstick, required }: Gap,
  profiles: readonly { roleId: string; requirements: readonly Requirement[] }[],
): Room[] {
  if (required === null) return []
  return profiles
    .flatMap(({ roleId, requirements }) => {
      const there = requirements.find(
        (one) => one.framework === requirement.framework && one.competency === requirement.competency,
      )
      const place = placeOf(yardstick, there?.level ?? null)
      return place !== null && place > required ? [{ roleId, place }] : []
    })
    .toSorted((a, b) => b.place - a.place)
}

/** The months from which on an answer is called old: people and jobs change. */
const OLD_MONTHS = 24
const MONTH_MS = (365.25 / 12) * 86_400_000

/** Whole months since. */
export function monthsSince(asOf: Date, now: Date): number {
  return Math.max(Math.floor((now.getTime() - asOf.getTime()) / MONTH_MS), 0)
}

/** How far a level can be relied on. */
export function surenessOf({ can, firm, asOf }: Gap, now: Date): 'sure' | 'few answers' | 'old' | null {
  if (can === null || asOf === null) return null
  if (monthsSince(asOf, now) >= OLD_MONTHS) return 'old'
  return firm ? 'sure' : 'few answers'
}

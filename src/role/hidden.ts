/**
 * Hidden skills: what people who hold a role do and its profile does not ask for. They are found in groups of at least five,
 * told as bands, and each group is counted once and never again; docs/methods/hidden-skills.md says why.
 */

import { z } from 'zod'
import { competencyLabel } from '#framework/model.ts'
import type { Block, Rater } from '#measure/anonymity/blocks.ts'
import { formBlocks } from '#measure/anonymity/blocks.ts'
import { placeOf, type Yardstick } from './gap.ts'
import type { Requirement, Role } from './model.ts'
import type { TextContent } from './text.ts'

/** What somebody said of the job in an analysis, or in their own workbook. */
export const SOURCES = ['analysis', 'workbook'] as const
export type Source = (typeof SOURCES)[number]

/** Fewer are never told about. */
const LEAST_PEOPLE = 5
/** A role that fewer people hold is never named as part of a group: it would tell who is in it. */
export const LEAST_HOLDERS = 3
/** What fewer than this many of a group do is not told. */
const LEAST_YES = 3

export const BANDS = ['most', 'half', 'some'] as const
export type Band = (typeof BANDS)[number]

export const BAND_WORDS: Record<Band, string> = {
  most: 'Most or all',
  half: 'Half or more',
  some: 'At least three, fewer than half',
}

/** A statement in its place. */
export interface Used {
  statementId: string
  framework: string
  competency: string
  /** Further competencies that the framework gives it to. */
  also: string[]
  level: string
  text: string
}

/** One person's part, which never leaves the counting. */
export interface Contribution {
  personId: string
  roleId: string
  /** With people of other roles of the same team they may be counted together; null: with nobody of another role. */
  teamId: string | null
  uses: readonly Used[]
}

/** What is kept and shown of a group. */
export interface NewBlock {
  roles: string[]
  people: string[]
  uses: (Used & { band: Band })[]
}

/**
 * How many of a group, told so that nobody can be read off: the last band is three numbers wide, so "all" is never told
 * (as means near the end of a scale in measure/anonymity). Null: not told.
 */
export function bandOf(yes: number, people: number): Band | null {
  if (yes < LEAST_YES || people < LEAST_PEOPLE) return null
  if (yes >= people - 2) return 'most'
  return 2 * yes >= people ? 'half' : 'some'
}

/**
 * New groups of those who are in none yet: of one role where five have come; what is left of several roles of a team together,
 * as soon as they are five. Who still waits is told of nowhere.
 */
export function newBlocks(before: readonly Block[], given: readonly Contribution[]): NewBlock[] {
  const raters: Rater[] = given.map(({ personId, roleId }) => ({ rater: personId, group: roleId }))
  const { blocks, waiting } = formBlocks(before, raters, { k: LEAST_PEOPLE })
  const teamOf = new Map(given.map(({ personId, teamId }) => [personId, teamId]))
  const teams = Map.groupBy(waiting, ({ rater }) => teamOf.get(rater) ?? null)
  teams.delete(null)
  const joined = [...teams.values()].flatMap(
    (rests) => formBlocks([], rests, { k: LEAST_PEOPLE, last: true }).blocks,
  )
  return [...blocks.slice(before.length), ...joined].map(({ groups, raters }) => {
    const own = given.filter(({ personId }) => raters.includes(personId))
    return { roles: [...groups], people: [...raters], uses: toldOf(own) }
  })
}

function toldOf(own: readonly Contribution[]): NewBlock['uses'] {
  const byStatement = Map.groupBy(
    own.flatMap(({ personId, uses }) => uses.map((use) => ({ personId, use }))),
    ({ use }) => use.statementId,
  )
  return [...byStatement.values()].flatMap((all) => {
    const [first] = all
    const band = bandOf(new Set(all.map(({ personId }) => personId)).size, own.length)
    return first && band !== null ? [{ ...first.use, band }] : []
  })
}

/** A group as it is stored: of which roles, from what, and what it showed. */
export interface StoredBlock {
  id: string
  source: Source
  madeAt: Date
  roles: string[]
  uses: (Used & { band: Band })[]
}

/** What a job description says in frameworks' words: the statements, and the competencies that any of them belongs to. */
export interface Described {
  statements: ReadonlySet<string>
  /** As `nameIn` writes them: by their names, which a description keeps. */
  competencies: ReadonlySet<string>
}

/** A competency's name together with its framework's. */
const nameIn = (framework: string, competency: string) => `${framework}: ${competency}`

export function describedIn({ sections }: TextContent): Described {
  const lines = sections.flatMap(({ lines }) =>
    lines.flatMap(({ id, origin }) => (origin.from === 'framework' ? [{ id, origin }] : [])),
  )
  return {
    statements: new Set(lines.map(({ id }) => id)),
    competencies: new Set(lines.map(({ origin }) => nameIn(origin.framework, origin.competency))),
  }
}

/** Where a skill is missing: the profile does not ask for it, or it does and the published description is silent about it. */
export const MISSING = ['profile', 'description'] as const
export type Missing = (typeof MISSING)[number]

/** A competency and level that people use and that the role does not name. */
export interface HiddenSkill {
  missing: Missing
  framework: string
  competency: string
  level: string
  /** The place of the level that the profile asks for at most; null: the competency is not in it. */
  asked: number | null
  place: number
  /** What they do, the most common first. */
  uses: { text: string; band: Band }[]
}

/**
 * The skills of a group that the role does not name: the most common first, then the highest level, then by competency.
 * `described`: the published description; null: there is none, so nothing can be missing in it.
 */
export function hiddenIn(
  { uses }: Pick<StoredBlock, 'uses'>,
  requirements: readonly Requirement[],
  yardsticks: ReadonlyMap<string, Yardstick>,
  described: Described | null = null,
): HiddenSkill[] {
  const hidden = uses.flatMap((use) => {
    const yardstick = yardsticks.get(use.framework)
    const place = placeOf(yardstick, use.level)
    const asked = askedPlace(use, requirements, yardsticks)
    if (place === null || described?.statements.has(use.statementId)) return []
    const isAsked = asked !== null && asked >= place
    if (isAsked && (described === null || isNamed(use, yardstick, described))) return []
    return [{ use, place, asked, missing: isAsked ? ('description' as const) : ('profile' as const) }]
  })
  const groups = Map.groupBy(hidden, ({ use, missing }) =>
    [missing, use.framework, use.competency, use.level].join(' '),
  )
  return [...groups.values()]
    .flatMap((all) => (all[0] ? [skillOf(all[0], all)] : []))
    .toSorted(
      (a, b) => strength(a) - strength(b) || b.place - a.place || (a.competency < b.competency ? -1 : 1),
    )
}

/** Whether the description names any of the competencies to which the statement belongs. */
function isNamed(
  { competency, also }: Used,
  yardstick: Yardstick | undefined,
  { competencies }: Described,
): boolean {
  const own = yardstick?.competencies.filter(({ key }) => [competency, ...also].includes(key)) ?? []
  return own.some((one) => competencies.has(nameIn(yardstick?.title ?? '', competencyLabel(one))))
}

interface Found {
  use: Used & { band: Band }
  place: number
  asked: number | null
  missing: Missing
}

function skillOf({ use, place, asked, missing }: Found, all: readonly Found[]): HiddenSkill {
  const uses = all.map(({ use: { text, band } }) => ({ text, band }))
  const { framework, competency, level } = use
  return {
    missing,
    framework,
    competency,
    level,
    asked,
    place,
    uses: uses.toSorted((a, b) => rank(a.band) - rank(b.band)),
  }
}

const rank = (band: Band) => BANDS.indexOf(band)
const strength = ({ uses }: HiddenSkill) => Math.min(...uses.map(({ band }) => rank(band)))

/** The highest level that the profile asks for in any of the competencies to which the statement belongs. */
function askedPlace(
  { framework, competency, also }: Used,
  requirements: readonly Requirement[],
  yardsticks: ReadonlyMap<string, Yardstick>,
): number | null {
  const places = requirements
    .filter((one) => one.framework === framework && [competency, ...also].includes(one.competency))
    .flatMap((one) => placeOf(yardsticks.get(framework), one.level) ?? [])
  return places.length === 0 ? null : Math.max(...places)
}

/** What the page shows of one role from one group. */
export interface HiddenPart {
  role: Role
  source: Source
  /** Titles of the other roles of the group. */
  together: string[]
  madeAt: Date
  skills: HiddenSkill[]
  /** Whether the role has an agreed profile to compare with. */
  isAgreed: boolean
}

/** A hidden skill that is to be asked for from the next version on. */
export const HiddenInput = z.object({
  framework: z.uuid('Choose a skill of the page.'),
  competency: z.string('Choose a skill of the page.').min(1),
  level: z.string('Choose a skill of the page.').min(1),
})
export type HiddenInput = z.infer<typeof HiddenInput>

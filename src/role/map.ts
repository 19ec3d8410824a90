/**
 * The map of a team: people by competencies, with three fields that stay apart: what somebody can, what they use, what their
 * role requires. It shows the viewer what people share with them. What is not shared is neither unknown nor zero.
 */
import { isUuid } from '#lib/uuid.ts'
import type { Place, Team } from '#people/model.ts'
import { placeOf, type Yardstick } from './gap.ts'
import type { Role, RoleProfile } from './model.ts'

/** Which field the cells show. */
export const FIELDS = ['all', 'can', 'uses', 'required'] as const
export type MapField = (typeof FIELDS)[number]

/** What one person shares of one competency with the viewer. */
export interface SharedLevel {
  can: number | null
  uses: number | null
  firm: boolean
}

/** What the person's roles require of a competency: the highest, if they hold several. */
export interface Need {
  place: number
  must: boolean
}

export interface MapPerson {
  id: string
  name: string
  title: string | null
  /** Ids of the roles they hold today. */
  roles: string[]
  /** By competency; what is not there is not shared. */
  levels: Record<string, SharedLevel>
}

/** What is told of a column: of how many people, not of whom. */
export interface ColumnCount {
  competency: string
  /** How many of the people listed share it. */
  shared: number
  /** Of those who share a known level, and whose role asks for one: how many, and how many are there. */
  asked: number
  reached: number
}

/** Some of the people who match, how many match in all, and what is told of all of them. */
export interface MapFound {
  total: number
  people: MapPerson[]
  columns: ColumnCount[]
}

/** All that the page shows and offers. */
export interface MapView extends MapFound {
  /** Undefined: there is no framework at all. */
  yardstick: Yardstick | undefined
  yardsticks: Yardstick[]
  /** What each role needs, by competency. */
  needs: Map<string, Map<string, Need>>
  roles: Role[]
  teams: Team[]
  places: Place[]
}

/** As the address holds it. */
export interface MapFilter {
  team?: string | undefined
  place?: string | undefined
  role?: string | undefined
  /** The framework's name in links. */
  framework?: string | undefined
  /** A competency's key; with `level` only people who share at least that level of it. */
  competency?: string | undefined
  /** A place from 1; without a competency: of any. */
  level?: number | undefined
  /** Only people who share something of this framework with the viewer. */
  sharing?: boolean | undefined
  show?: MapField | undefined
  /** As words, person by person, instead of a table. */
  words?: boolean | undefined
  page?: number | undefined
}

/** People on a page. */
export const MAP_PAGE = 50

const id = (text: string | undefined) => (text !== undefined && isUuid(text) ? text.toLowerCase() : undefined)
const short = (text: string | undefined) => (text ?? '').trim().slice(0, 200) || undefined

function whole(text: string | undefined, most: number): number | undefined {
  const number = Math.trunc(Number(text ?? ''))
  return number >= 1 && number <= most ? number : undefined
}

/** What is in the address, whatever else somebody may have typed there. */
export function mapFilterFrom(sent: Record<string, string | undefined>): MapFilter {
  const page = whole(sent.page, 100_000)
  return {
    team: id(sent.team),
    place: id(sent.place),
    role: id(sent.role),
    framework: short(sent.framework),
    competency: short(sent.competency),
    level: whole(sent.level, 50),
    sharing: sent.sharing === 'yes' ? true : undefined,
    show: FIELDS.find((one) => one === sent.show && one !== 'all'),
    words: sent.as === 'words' ? true : undefined,
    page: page === 1 ? undefined : page,
  }
}

/** The filter as it stands in an address. */
export function mapQuery({ sharing, words, ...plain }: MapFilter): Record<string, string> {
  const all = { ...plain, sharing: sharing && 'yes', as: words && 'words' }
  const given = Object.entries(all).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]))
}

/** Of each role, what its agreed profile needs of this framework, by competency; a level that is gone asks for nothing. */
export function needsOf(
  profiles: readonly Pick<RoleProfile, 'roleId' | 'requirements'>[],
  yardstick: Yardstick,
): Map<string, Map<string, Need>> {
  return new Map(
    profiles.map(({ roleId, requirements }) => {
      const own = requirements.filter(({ framework }) => framework === yardstick.id)
      const needs = own.flatMap(({ competency, level, must }): [string, Need][] => {
        const place = placeOf(yardstick, level)
        return place === null ? [] : [[competency, { place, must }]]
      })
      return [roleId, new Map(needs)]
    }),
  )
}

/** What the person's roles need of a competency: the highest of them, a must-have if it is one in any. Null: nothing. */
export function needFor(
  { roles }: Pick<MapPerson, 'roles'>,
  competency: string,
  needs: ReadonlyMap<string, ReadonlyMap<string, Need>>,
): Need | null {
  const own = roles.flatMap((role) => needs.get(role)?.get(competency) ?? [])
  if (own.length === 0) return null
  return { place: Math.max(...own.map(({ place }) => place)), must: own.some(({ must }) => must) }
}

/** The framework that most agreed profiles ask for, else the first; undefined: there is none. */
export function usualYardstick(
  yardsticks: readonly Yardstick[],
  profiles: readonly Pick<RoleProfile, 'requirements'>[],
): Yardstick | undefined {
  const asks = ({ id }: Yardstick) =>
    profiles.reduce(
      (n, { requirements }) => n + requirements.filter(({ framework }) => framework === id).length,
      0,
    )
  return yardsticks.toSorted((a, b) => asks(b) - asks(a))[0]
}

/** A cell of the map, decided: what each of the three fields says. */
export interface MapCell {
  shared: SharedLevel | null
  need: Need | null
}

/** A level, or why there is none. */
export function fieldIn(
  { shared, need }: MapCell,
  field: Exclude<MapField, 'all'>,
): number | 'unknown' | 'not shared' | 'none' {
  if (field === 'required') return need?.place ?? 'none'
  return shared === null ? 'not shared' : (shared[field] ?? 'unknown')
}

/** "Can level 3, uses level 2; the role needs level 4, a must-have." */
export function cellInWords(cell: MapCell): string {
  const { shared, need } = cell
  const level = (place: number | null) =>
    place === null ? 'not known' : place === 0 ? 'no level yet' : `level ${place}`
  const own = shared === null ? 'Not shared' : `Can: ${level(shared.can)}, uses: ${level(shared.uses)}`
  const sure = shared !== null && shared.can !== null && !shared.firm ? ' (few answers)' : ''
  const asked =
    need === null
      ? 'the role asks for none'
      : `the role needs level ${need.place}${need.must ? ', a must-have' : ''}`
  return `${own}${sure}; ${asked}`
}

/** "4 of 11 share this; 3 of 4 at or above what their role needs." */
export function countInWords({ shared, asked, reached }: ColumnCount, people: number): string {
  const first = `${shared} of ${people.toLocaleString('en-GB')} share this`
  return asked === 0 ? `${first}.` : `${first}; ${reached} of ${asked} at or above what their role needs.`
}

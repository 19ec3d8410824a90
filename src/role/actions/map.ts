import type { Context } from '#context.ts'
import { dayOf } from '#people/day.ts'
import { listPlaces, listTeams } from '#people/store/teams.ts'
import { noteLooks } from '#profile/actions/looks.ts'
import type { Db } from '#schema.ts'
import {
  MAP_PAGE,
  type MapFilter,
  type MapFound,
  type MapView,
  type Need,
  needsOf,
  usualYardstick,
} from '../map.ts'
import { mapTable } from '../map-file.ts'
import { findMap } from '../store/map.ts'
import { findYardsticks } from '../store/yardsticks.ts'
import { listAgreedProfiles, listRoles } from '../store.ts'

/** Somebody who is not among the people shares nothing and is shown nothing. */
const NOBODY_ID = '00000000-0000-0000-0000-000000000000'

/** A page of the map, as far as people share their levels with the viewer. */
export async function openMap(ctx: Context, filter: MapFilter): Promise<MapView> {
  const page = filter.page ?? 1
  const view = await ctx.read(async (db) => ({
    ...(await mapOf(ctx, db, filter, { size: MAP_PAGE, offset: (page - 1) * MAP_PAGE })),
    teams: await listTeams(db),
    places: await listPlaces(db),
  }))
  await noteMapLooks(ctx, view)
  return view
}

/** The owners of the levels that were shown see that somebody looked. */
function noteMapLooks(
  ctx: Context,
  { people, yardstick }: Pick<MapView, 'people' | 'yardstick'>,
): Promise<void> {
  const seen = people.filter(({ levels }) => Object.keys(levels).length > 0).map(({ id }) => id)
  return noteLooks(ctx, seen, yardstick ? [yardstick.id] : [])
}

/** So many people one file holds. */
const MOST = 10_000

/** All that the map shows the viewer by this filter, as a table for other programs; whole, not by the page. */
export async function exportMap(ctx: Context, filter: MapFilter): Promise<string> {
  const all = await ctx.read((db) => mapOf(ctx, db, filter, { size: MOST, offset: 0 }))
  await noteMapLooks(ctx, all)
  return all.yardstick ? mapTable(all.people, all.yardstick, all.needs) : ''
}

async function mapOf(ctx: Context, db: Db, filter: MapFilter, part: { size: number; offset: number }) {
  const [roles, profiles] = [await listRoles(db), await listAgreedProfiles(db)]
  const yardsticks = [...(await findYardsticks(db)).values()]
  const yardstick =
    yardsticks.find(({ slug }) => slug === filter.framework) ?? usualYardstick(yardsticks, profiles)
  const needs = yardstick ? needsOf(profiles, yardstick) : new Map<string, Map<string, Need>>()
  const { team, place, role, competency, level, sharing } = filter
  const found: MapFound = yardstick
    ? await findMap(db, {
        ...{ team, place, role, competency, level, sharing, needs, framework: yardstick.id },
        ...{ viewer: ctx.viewer.person?.id ?? NOBODY_ID, at: ctx.now(), on: dayOf(ctx.now()) },
        ...part,
      })
    : { total: 0, people: [], columns: [] }
  return { ...found, roles, yardstick, yardsticks, needs }
}

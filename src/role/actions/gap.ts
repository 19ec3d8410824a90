import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { lookAt } from '#people/actions/look.ts'
import { noteLooks } from '#profile/actions/looks.ts'
import type { LevelsOf } from '#profile/model.ts'
import { listLevelsSharedWith, listOwnLevels } from '#profile/store/levels.ts'
import type { Db } from '#schema.ts'
import { type Fit, fitOf, inOrderOfFit } from '../fit.ts'
import { type Gap, gapsOf, roomElsewhere, type Summary, summaryOf, type Yardstick } from '../gap.ts'
import type { Role, RoleProfile } from '../model.ts'
import { frameworksById } from '../store/frameworks.ts'
import { findYardsticks } from '../store/yardsticks.ts'
import { listAgreedProfiles, listProfiles, listRoles } from '../store.ts'
import { roleFor } from './role.ts'

/** A role that uses more of a competency, by its name and level. */
export interface NamedRoom {
  role: Role
  place: number
}

export interface GapView {
  role: Role
  /** The latest agreed profile; undefined: none is agreed yet, and there are no gaps. */
  profile: RoleProfile | undefined
  /** Whose levels they are; null: a visitor, of whom there are none. */
  person: { id: string; name: string } | null
  /** Somebody else's, as far as they share them with the viewer. */
  isShared: boolean
  gaps: Gap[]
  summary: Summary
  frameworks: Map<string, Framework>
  /** By requirement: where else more of it would be used. */
  rooms: Map<string, NamedRoom[]>
  now: Date
}

/**
 * One person against one role. `personId` null: the viewer's own levels; somebody else's only as far as they are shared with
 * the viewer. Throws NotFound.
 */
export async function openGap(ctx: Context, roleId: string, personId: string | null): Promise<GapView> {
  const view = await gapFor(ctx, roleId, personId)
  const { isShared, person, frameworks } = view
  if (isShared && person) await noteLooks(ctx, [person.id], [...frameworks.keys()])
  return view
}

function gapFor(ctx: Context, roleId: string, personId: string | null): Promise<GapView> {
  return ctx.read(async (db) => {
    const role = await roleFor(db, roleId)
    const profile = (await listProfiles(db, roleId)).find(({ agreedAt }) => agreedAt !== null)
    const requirements = profile?.requirements ?? []
    const frameworks = await frameworksById(
      db,
      requirements.map(({ framework }) => framework),
    )
    const { person, isShared, levels } = await levelsFor(ctx, db, personId)
    const gaps = gapsOf(requirements, frameworks, { levels, shared: isShared })
    const rooms = await roomsFor(db, gaps)
    return {
      role,
      profile,
      person,
      isShared,
      gaps,
      summary: summaryOf(gaps),
      frameworks,
      rooms,
      now: ctx.now(),
    }
  })
}

async function levelsFor(ctx: Context, db: Db, personId: string | null) {
  const own = ctx.viewer.person
  if (personId === null || personId === own?.id) {
    const levels: LevelsOf[] = own ? await listOwnLevels(db, own.id) : []
    return { person: own, isShared: false, levels }
  }
  if (!own) throw new NotFound('Only whoever is one of the people can be shown what others share.')
  const { person } = await lookAt(ctx, db, personId)
  const levels = await listLevelsSharedWith(db, { personId: own.id, at: ctx.now() }, [personId])
  return { person: { id: person.id, name: person.name }, isShared: true, levels }
}

async function roomsFor(db: Db, gaps: readonly Gap[]): Promise<Map<string, NamedRoom[]>> {
  const above = gaps.filter(({ standing }) => standing === 'above')
  if (above.length === 0) return new Map()
  const [profiles, roles] = [await listAgreedProfiles(db), await listRoles(db)]
  const named = (gap: Gap) =>
    roomElsewhere(gap, profiles).flatMap(({ roleId, place }) => {
      const role = roles.find(({ id }) => id === roleId)
      return role ? [{ role, place }] : []
    })
  return new Map(above.map((gap) => [gap.requirement.id, named(gap)]))
}

export interface FitView {
  fits: Fit[]
  /** Open roles that have no agreed profile yet. */
  without: Role[]
  /** Whether the viewer has answered anything at all. */
  hasLevels: boolean
}

/** The viewer's own levels against every role. */
export function openFits(ctx: Context): Promise<FitView> {
  return ctx.read(async (db) => {
    const { person } = ctx.viewer
    const levels = person ? await listOwnLevels(db, person.id) : []
    const [roles, profiles] = [await listRoles(db), await listAgreedProfiles(db)]
    const yardsticks: Map<string, Yardstick> = await findYardsticks(db)
    const fits = roles.flatMap((role) => {
      const profile = profiles.find(({ roleId }) => roleId === role.id)
      if (!profile || profile.requirements.length === 0) return []
      return [fitOf(role, gapsOf(profile.requirements, yardsticks, { levels, shared: false }))]
    })
    const without = roles.filter(({ id }) => !fits.some(({ role }) => role.id === id))
    return { fits: inOrderOfFit(fits), without, hasLevels: levels.length > 0 }
  })
}

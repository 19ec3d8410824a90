import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import { changesBetween, type Subject } from '#history/model.ts'
import { dayOf } from '#people/day.ts'
import { listReports } from '#people/store/lines.ts'
import { listTeams } from '#people/store/teams.ts'
import { holdOrganization } from '#people/store.ts'
import { fullName } from '#people/tree.ts'
import type { Db, Tx } from '#schema.ts'
import { isAllowed } from '#viewer.ts'
import { roleAccess } from '../access.ts'
import { sameTitle } from '../holder.ts'
import type { Role, RoleInput } from '../model.ts'
import { listHolders } from '../store/holders.ts'
import { insertRole, updateRole } from '../store/write.ts'
import { findRole, listRoles } from '../store.ts'

const GONE = 'There is no such role. It may have been removed.'
const NOT_YOURS =
  'HR and the owner change this role, and managers to whom somebody reports who holds it. Ask one of them.'

/** Throws NotFound. */
export async function roleFor(db: Db, id: string): Promise<Role> {
  const role = await findRole(db, id)
  if (!role) throw new NotFound(GONE)
  return role
}

/**
 * HR and the owner change every role. A manager changes those that somebody below them holds, and those that they made
 * themselves and nobody holds yet.
 */
export async function mayEditRole(
  ctx: Pick<Context, 'viewer' | 'now'>,
  db: Db,
  role: Pick<Role, 'id' | 'madeBy'>,
): Promise<boolean> {
  const { viewer } = ctx
  if (!viewer.mayWrite || !isAllowed(viewer, roleAccess.edit)) return false
  if (isAllowed(viewer, roleAccess.editAll)) return true
  const own = viewer.person?.id
  if (own === undefined) return false
  const today = dayOf(ctx.now())
  const holders = await listHolders(db, role.id, today)
  if (holders.length === 0) return role.madeBy === own
  const below = await idsBelow(db, own, today)
  return holders.some(({ personId }) => below.has(personId))
}

/** What has happened to a role names who was asked about it, so it is for those who may change it. */
export async function maySeeHistoryOfRole(ctx: Context, db: Db, id: string): Promise<boolean> {
  const role = await findRole(db, id)
  return role !== undefined && mayEditRole(ctx, db, role)
}

async function idsBelow(db: Db, personId: string, on: string): Promise<Set<string>> {
  return new Set((await listReports(db, personId, on)).map(({ id }) => id))
}

/** Whose posts the viewer may tie to a role: everybody's (null), or those of people below them. */
export async function mayTie(ctx: Context, db: Db): Promise<Set<string> | null> {
  if (isAllowed(ctx.viewer, roleAccess.editAll)) return null
  const own = ctx.viewer.person?.id
  return own === undefined ? new Set() : idsBelow(db, own, dayOf(ctx.now()))
}

/** The role, which the viewer may change. Throws NotFound and Forbidden. */
export async function roleToEdit(ctx: Context, db: Db, id: string): Promise<Role> {
  const role = await roleFor(db, id)
  if (!(await mayEditRole(ctx, db, role))) throw new Forbidden(NOT_YOURS)
  return role
}

export const roleSubject = ({ id, title }: Pick<Role, 'id' | 'title'>): Subject => ({
  kind: 'role',
  id,
  name: title,
})

/** Makes a role. Returns its id. Throws Invalid, field by field. */
export function makeRole(ctx: Context, input: RoleInput): Promise<string> {
  const id = ctx.newId()
  return ctx.write(async (tx) => {
    await holdOrganization(tx)
    await refuseTaken(tx, { ...input, id })
    const role = { ...input, id, madeAt: ctx.now(), madeBy: ctx.viewer.person?.id ?? null }
    await insertRole(tx, role)
    await record(ctx, tx, { act: 'role: made', on: roleSubject(role) })
    return id
  })
}

/** Writes a role as it is to be. Throws NotFound, Forbidden, Invalid, and Conflict when it has changed since `seen`. */
export function changeRole(
  ctx: Context,
  { id, seen, input }: { id: string; seen: number; input: RoleInput },
): Promise<void> {
  return ctx.write(async (tx) => {
    await holdOrganization(tx)
    const before = await roleToEdit(ctx, tx, id)
    await refuseTaken(tx, { ...input, id })
    const teams = await listTeams(tx)
    const inWords = ({ title, purpose, teamId }: RoleInput) => ({
      title,
      purpose,
      team: teamId === null ? null : fullName(teams, teamId),
    })
    const changes = changesBetween(inWords(before), inWords(input))
    if (Object.keys(changes).length === 0) return nothingHappened(tx)
    if (before.version !== seen)
      throw new Conflict(
        'Somebody else has changed this role in the meantime. Compare what you typed with what is stored, then save again.',
      )
    await updateRole(tx, { ...input, id, closedAt: before.closedAt })
    await record(ctx, tx, { act: 'role: changed', on: roleSubject({ id, title: input.title }), changes })
  })
}

/** Nobody is hired into it or measured by it from now on; what there is stays readable. Throws NotFound and Forbidden. */
export function closeRole(ctx: Context, id: string): Promise<void> {
  return ctx.write(async (tx) => {
    const role = await roleToEdit(ctx, tx, id)
    if (role.closedAt !== null) return nothingHappened(tx)
    await updateRole(tx, { ...role, closedAt: ctx.now() })
    await record(ctx, tx, { act: 'role: closed', on: roleSubject(role) })
  })
}

/** Throws NotFound, Forbidden, and Conflict where another open role has taken its title. */
export function reopenRole(ctx: Context, id: string): Promise<void> {
  return ctx.write(async (tx) => {
    await holdOrganization(tx)
    const role = await roleToEdit(ctx, tx, id)
    if (role.closedAt === null) return nothingHappened(tx)
    if (await isTaken(tx, role))
      throw new Conflict(
        `There is another role “${role.title}” by now. Give one of the two another title first.`,
      )
    await updateRole(tx, { ...role, closedAt: null })
    await record(ctx, tx, { act: 'role: reopened', on: roleSubject(role) })
  })
}

async function refuseTaken(tx: Tx, role: RoleInput & { id: string }): Promise<void> {
  if (role.teamId !== null && !(await listTeams(tx)).some(({ id }) => id === role.teamId))
    throw new Invalid({ teamId: 'This team is not there any more. Choose another, or none.' })
  if (await isTaken(tx, role))
    throw new Invalid({
      title: `There is a role “${role.title}” here already. Change that one, or choose another title or team.`,
    })
}

async function isTaken(
  tx: Tx,
  { id, title, teamId }: Pick<Role, 'id' | 'title' | 'teamId'>,
): Promise<boolean> {
  const others = (await listRoles(tx)).filter((one) => one.id !== id && one.teamId === teamId)
  return others.some((one) => sameTitle(one.title, title))
}

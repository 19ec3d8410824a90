import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Forbidden, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import { changesBetween } from '#history/model.ts'
import type { Account } from '#identity/accounts.ts'
import type { GivenRole } from '#viewer.ts'
import type { Member } from '../model.ts'
import { deleteMembership, findMember, holdOwners, listMembers, updateRoles } from '../store.ts'
import { belongingsOf } from './belonging.ts'
import { tellOfChange } from './password.ts'

/** A member with the account they sign in with; undefined: it is gone, as in the example organisation. */
export interface MemberWithAccount extends Member {
  account: Account | undefined
}

/** Everybody who can sign in here, by name. */
export async function membersWithAccounts(ctx: Context): Promise<MemberWithAccount[]> {
  const all = await ctx.read(listMembers)
  const { accounts } = await ctx.identity()
  const known = new Map(
    (await accounts.list(all.map(({ accountId }) => accountId))).map((one) => [one.id, one]),
  )
  return all.map((member) => ({ ...member, account: known.get(member.accountId) }))
}

/** Throws `NotFound`. */
export async function memberWithAccount(ctx: Context, id: string): Promise<MemberWithAccount> {
  const member = there(await ctx.read((db) => findMember(db, id)))
  const { accounts } = await ctx.identity()
  return { ...member, account: await accounts.find(member.accountId) }
}

function there(member: Member | undefined): Member {
  if (!member) throw new NotFound('There is no such member. They may have been removed.')
  return member
}

/** The roles a member has from now on. Throws `Conflict` when nobody would be owner any more. */
export function setRoles(ctx: Context, id: string, roles: GivenRole[]): Promise<void> {
  return ctx.write(async (tx) => {
    const owners = await holdOwners(tx)
    const member = there(await findMember(tx, id))
    if (!roles.includes('owner')) keepAnOwner(owners, member)
    const changes = changesBetween({ roles: member.roles.toSorted() }, { roles: roles.toSorted() })
    if (Object.keys(changes).length === 0) return nothingHappened(tx)
    await updateRoles(tx, id, roles)
    await record(ctx, tx, {
      act: 'member: roles changed',
      on: { kind: 'person', id: member.personId, name: member.name },
      changes,
    })
  })
}

/** The person stays; they cannot sign in any more, and an account that belongs nowhere else is removed. */
export async function removeMember(ctx: Context, id: string): Promise<void> {
  const accountId = await ctx.write(async (tx) => {
    const owners = await holdOwners(tx)
    const member = there(await findMember(tx, id))
    keepAnOwner(owners, member)
    await deleteMembership(tx, id)
    await record(ctx, tx, {
      act: 'member: removed',
      on: { kind: 'person', id: member.personId, name: member.name },
      changes: changesBetween({ roles: member.roles }, { roles: null }),
    })
    return member.accountId
  })
  await removeIfHomeless(ctx, accountId)
}

function keepAnOwner(owners: string[], { id, name }: Member): void {
  if (owners.length === 1 && owners[0] === id)
    throw new Conflict(
      `${name} is the only owner. Make somebody else an owner first, so that there is always one who can let people in.`,
    )
}

/** An account that belongs to no organisation can do nothing, so it is not kept. */
export async function removeIfHomeless(ctx: Context, accountId: string): Promise<void> {
  if ((await belongingsOf(ctx, accountId)).length === 0)
    await (await ctx.identity()).accounts.remove(accountId)
}

/** For a member who has lost the app and the recovery codes. The mail about it goes to the member. */
export async function removeSecondFactor(ctx: Context, id: string): Promise<void> {
  const { accountId, account, name } = await memberWithAccount(ctx, id)
  if (!account?.hasSecondFactor) throw new Conflict(`${name} has no second factor.`)
  const elsewhere = (await belongingsOf(ctx, accountId)).some(
    (one) => one.organization.id !== ctx.organizationId,
  )
  if (elsewhere)
    throw new Forbidden(
      `${name} belongs to another organisation too. Whoever runs this Sightline can remove the second factor at the terminal.`,
    )
  await dropSecondFactor(ctx, accountId)
}

/** Whoever it belonged to is told, and the history names who did it. */
export async function dropSecondFactor(ctx: Context, accountId: string): Promise<void> {
  const { secondFactor } = await ctx.identity()
  await secondFactor.remove(accountId)
  await tellOfChange(ctx, accountId, { act: 'second factor: removed' }, 'your second factor was removed')
}

import type { Context } from '#context.ts'
import type { Db, Tx } from '#schema.ts'
import { deleteInvitationsOf, listInvitationsOf } from '../store/invitations.ts'
import { deleteMailsOf, listMailsOf } from '../store/mails.ts'
import { listTokens } from '../store/tokens.ts'
import { deleteMembership, findMemberByPerson } from '../store.ts'
import { removeIfHomeless } from './members.ts'

/** All that is kept of the person's account, as plain values; the words of mails and every secret are left out. */
export async function aboutAccount(db: Db, personId: string) {
  const member = await findMemberByPerson(db, personId)
  const tokens = member ? await listTokens(db, member.id) : []
  const mails = await listMailsOf(db, personId)
  return {
    membership: member ? { accountId: member.accountId, roles: member.roles } : null,
    invitations: await listInvitationsOf(db, personId),
    tokens,
    mails: mails.map(({ body: _, ...mail }) => mail),
  }
}

/** The account itself, with its sessions: they are kept apart from the organisation's data. Null: the person has none. */
export async function aboutSignIn(ctx: Context, personId: string) {
  const member = await ctx.read((db) => findMemberByPerson(db, personId))
  const { accounts, sessions } = await ctx.identity()
  const account = member && (await accounts.find(member.accountId))
  return account ? { account, sessions: await sessions.list(account.id) } : null
}

/** Ends the person's membership with its tokens, and removes invitations and mails. Gives the account, for `endSignIn`. */
export async function endAccount(tx: Tx, personId: string): Promise<string | null> {
  const member = await findMemberByPerson(tx, personId)
  if (member) await deleteMembership(tx, member.id)
  await deleteInvitationsOf(tx, personId)
  await deleteMailsOf(tx, personId)
  return member?.accountId ?? null
}

/** After `endAccount` is committed: removes the account, its sessions and its password, unless it belongs elsewhere too. */
export async function endSignIn(ctx: Context, accountId: string | null): Promise<void> {
  if (accountId !== null) await removeIfHomeless(ctx, accountId)
}

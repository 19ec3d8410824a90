import type { Context } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import type { Act } from '#history/model.ts'
import type { Organization } from '#organization.ts'
import { insider, type Viewer } from '#viewer.ts'
import { BAD_LINK_FROM } from '../attempts.ts'
import { type Invitation, invitationState } from '../model.ts'
import { readSecretText } from '../secret-text.ts'
import {
  endInvitation,
  findInvitationBySeal,
  holdInvitation,
  listOpenInvitationsTo,
} from '../store/invitations.ts'
import { findMemberByPerson, findOrganization, insertMembership } from '../store.ts'
import { belongingsOf, homeCookie } from './belonging.ts'
import { sealOfLink } from './invitations.ts'
import { askForConfirmation, checkStrength } from './password.ts'
import { proofFor } from './proof.ts'
import { attempt, type Visit } from './visit.ts'

/** An invitation as whoever opens its link sees it. */
export interface OpenedInvitation {
  invitation: Invitation
  organization: Organization
  /** Whether the address has an account: then one signs in to accept. */
  hasAccount: boolean
}

/** Throws `NotFound` when the link opens nothing, and `TooOften` for somebody who tries many. */
export async function openInvitation(ctx: Context, text: string, visit: Visit): Promise<OpenedInvitation> {
  const parts = readSecretText(text)
  const opened = parts && (await lookUp(ctx, parts.organizationId, text))
  if (!opened) {
    await attempt(ctx, [[BAD_LINK_FROM, visit.address]])
    throw new NotFound('This link opens no invitation. Copy the whole of it, or ask for a new one.')
  }
  const { accounts } = await ctx.identity()
  return { ...opened, hasAccount: (await accounts.findByEmail(opened.invitation.email)) !== undefined }
}

function lookUp(ctx: Context, organizationId: string, text: string) {
  const there = ctx.as(insider({ id: organizationId, name: '', isExample: false }))
  return there.read(async (db) => {
    const [invitation, organization] = [
      await findInvitationBySeal(db, sealOfLink(text)),
      await findOrganization(db),
    ]
    return invitation && organization && { invitation, organization }
  })
}

interface NewAccount {
  name: string
  password: string
}

/** Accepts with a new account. Gives the cookies of its session. Throws `Invalid`, `Conflict`, and as `openInvitation`. */
export async function acceptWithNewAccount(
  ctx: Context,
  { text, proof, name, password }: NewAccount & { text: string; proof: string },
  visit: Visit,
): Promise<string[]> {
  const opened = await openInvitation(ctx, text, visit)
  const { invitation, organization } = opened
  refuseUnlessOpen(invitation, ctx.now())
  const { email } = invitation
  await checkStrength(ctx, { name, email }, password, [organization.name])
  const identity = await ctx.identity()
  const isConfirmed = proof !== '' && proof === proofFor(identity, text)
  const accountId = await identity.accounts.create({ email, name, password, isConfirmed })
  await orRemove(ctx, accountId, accept(ctx, organization, invitation.id, accountId))
  if (!isConfirmed) await askForConfirmation(ctx, accountId)
  const cookies = await identity.sessions.begin(accountId, visit.headers)
  return [...cookies, ...(await homeCookie(ctx, accountId, visit))]
}

/** Accepts with the account that has signed in. Gives the organisation that it now belongs to as well. */
export async function acceptWithOwnAccount(ctx: Context, text: string, visit: Visit): Promise<Organization> {
  const { accountId } = ctx.viewer
  if (accountId === null) throw new Invalid('Sign in first, then open the link again.')
  const { invitation, organization } = await openInvitation(ctx, text, visit)
  refuseUnlessOpen(invitation, ctx.now())
  await accept(ctx, organization, invitation.id, accountId)
  return organization
}

/** Accepts the newest invitation to an address that the company vouches for, if there is one. */
export async function acceptByAddress(
  ctx: Context,
  email: string,
  makeAccount: () => Promise<string>,
): Promise<{ accountId: string } | null> {
  const [found] = await ctx.read((db) => listOpenInvitationsTo(db, email, ctx.now()))
  if (!found) return null
  const there = ctx.as(insider({ id: found.organizationId, name: '', isExample: false }))
  const organization = await there.read(findOrganization)
  if (!organization) return null
  const accountId = await makeAccount()
  await orRemove(ctx, accountId, accept(ctx, organization, found.id, accountId))
  return { accountId }
}

/** An account that was made for nothing is not kept. */
async function orRemove(ctx: Context, accountId: string, work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    await (await ctx.identity()).accounts.remove(accountId)
    throw error
  }
}

function refuseUnlessOpen(invitation: Invitation, at: Date): void {
  const state = invitationState(invitation, at)
  if (state === 'open') return
  const why = {
    accepted: 'has been accepted: it is good once',
    withdrawn: 'was withdrawn',
    expired: 'has expired',
  }[state]
  throw new Conflict(`This invitation ${why}. Sign in if you have an account, or ask for a new invitation.`)
}

async function accept(
  ctx: Context,
  organization: Organization,
  id: string,
  accountId: string,
): Promise<void> {
  if ((await belongingsOf(ctx, accountId)).some((one) => one.organization.id === organization.id))
    throw new Conflict(`Your account belongs to ${organization.name} already.`)
  const there = ctx.as(insider(organization))
  const membershipId = ctx.newId()
  await there.write(async (tx) => {
    const invitation = await holdInvitation(tx, id)
    if (!invitation) throw new NotFound('This invitation is not there any more. Ask for a new one.')
    refuseUnlessOpen(invitation, ctx.now())
    const { personId, name, roles } = invitation
    if (await findMemberByPerson(tx, personId)) throw new Conflict(`${name} can sign in already.`)
    await insertMembership(tx, { id: membershipId, accountId, personId, roles }, ctx.now())
    await endInvitation(tx, id, { accepted_at: ctx.now() })
    const act: Act = {
      act: 'invitation: accepted',
      on: { kind: 'person', id: personId, name },
      also: [{ kind: 'invitation', id }],
      note: { roles },
    }
    const viewer: Viewer = {
      ...insider(organization),
      person: { id: personId, name },
      accountId,
      via: 'page',
    }
    await record(ctx.as(viewer), tx, act)
  })
}

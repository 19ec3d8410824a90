import type { Context } from '#context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import { changesBetween } from '#history/model.ts'
import { fingerprint } from '#lib/fingerprint.ts'
import { insertPeople } from '#people/store/write.ts'
import { findPerson, findPersonByEmail } from '#people/store.ts'
import type { Tx } from '#schema.ts'
import { INVITE } from '../attempts.ts'
import { invitationLetter } from '../letters.ts'
import { daysAfter, INVITATION_DAYS, type InvitationInput, invitationState } from '../model.ts'
import { invitationPath } from '../paths.ts'
import { readSecretText, secretText } from '../secret-text.ts'
import {
  endInvitation,
  holdInvitation,
  insertInvitation,
  withdrawInvitationsOf,
} from '../store/invitations.ts'
import { findMemberByPerson } from '../store.ts'
import { queueMail } from './mail.ts'
import { proofFor } from './proof.ts'
import { attempt } from './visit.ts'

interface Invited {
  id: string
  personId: string
  name: string
  email: string
  /** Shown to whoever invites, to pass on where mail does not arrive. Kept nowhere. */
  link: string
}

/**
 * Invites one person, found by id or address or made new, and puts the mail on its way. An open invitation of the same
 * person ends. Only an owner gives roles with it.
 */
export async function invite(ctx: Context, input: InvitationInput): Promise<Invited> {
  refuseInExample(ctx)
  if (input.roles.length > 0 && !ctx.viewer.roles.has('owner'))
    throw new Forbidden('Only an owner gives roles. Invite without roles, and ask an owner to add them.')
  await attempt(ctx, [[INVITE, ctx.viewer.accountId ?? ctx.organizationId]])
  const identity = await ctx.identity()
  const text = secretText(ctx.organizationId, ctx.newId(), ctx.newId())
  const link = identity.address + invitationPath(text)
  const [id, newPersonId] = [ctx.newId(), ctx.newId()]
  return ctx.write(async (tx) => {
    const person = await whom(tx, input, newPersonId)
    const at = ctx.now()
    await withdrawInvitationsOf(tx, person.id, at)
    const { email, roles } = input
    const [endsAt, madeBy] = [daysAfter(at, INVITATION_DAYS), ctx.viewer.person?.id ?? null]
    const seal = sealOfLink(text)
    await insertInvitation(tx, { id, personId: person.id, email, roles, seal, madeBy, madeAt: at, endsAt })
    const mailLink = identity.address + invitationPath(text, proofFor(identity, text))
    const by = ctx.viewer.person?.name ?? 'Somebody'
    const organization = ctx.viewer.organization.name
    const letter = invitationLetter({ name: person.name, organization, by, link: mailLink })
    await queueMail(ctx, tx, { to: email, ...letter, personId: person.id })
    await record(ctx, tx, {
      act: 'invitation: sent',
      on: { kind: 'person', id: person.id, name: person.name },
      also: [{ kind: 'invitation', id }],
      note: { to: email, roles, ...(person.isNew && { person: 'new' }) },
    })
    return { id, personId: person.id, name: person.name, email, link }
  })
}

/** The fingerprint under which the invitation of a link is found. */
export function sealOfLink(text: string): string {
  return fingerprint(readSecretText(text)?.chance ?? '')
}

function refuseInExample(ctx: Context): void {
  if (ctx.viewer.organization.isExample)
    throw new Forbidden('The example organisation invites nobody. Start your own to invite your colleagues.')
}

async function whom(tx: Tx, { personId, email, name }: InvitationInput, newId: string) {
  const person = personId ? await findPerson(tx, personId) : await findPersonByEmail(tx, email)
  if (personId && !person) throw new NotFound('This person is not there any more. Look them up again.')
  if (person) {
    if (await findMemberByPerson(tx, person.id))
      throw new Invalid({ email: `${person.name} can sign in already. Their roles are under Members.` })
    return { id: person.id, name: person.name, isNew: false }
  }
  if (name === '')
    throw new Invalid({ name: 'Nobody here has this address yet. Give their name, and they are added.' })
  const unknown = { number: null, startsOn: null, endsOn: null, leaveFrom: null, leaveUntil: null }
  await insertPeople(tx, [{ id: newId, name, email, ...unknown }])
  return { id: newId, name, isNew: true }
}

/** Its link opens nothing any more. Throws `Conflict` when it has been accepted, and `NotFound`. */
export function withdrawInvitation(ctx: Context, id: string): Promise<void> {
  return ctx.write(async (tx) => {
    const invitation = await holdInvitation(tx, id)
    if (!invitation) throw new NotFound('There is no such invitation.')
    const state = invitationState(invitation, ctx.now())
    if (state !== 'open')
      throw new Conflict(`This invitation is ${state} already. There is nothing to withdraw.`)
    await endInvitation(tx, id, { withdrawn_at: ctx.now() })
    await record(ctx, tx, {
      act: 'invitation: withdrawn',
      on: { kind: 'person', id: invitation.personId, name: invitation.name },
      also: [{ kind: 'invitation', id }],
      changes: changesBetween({ state: 'open' }, { state: 'withdrawn' }),
    })
  })
}

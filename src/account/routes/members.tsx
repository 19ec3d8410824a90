import { Hono, type Context as HonoContext } from 'hono'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { findPerson } from '#people/store.ts'
import { links } from '#routes.ts'
import { formOf, idIn } from '#web/form.ts'
import { page, type Status } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { accountAccess as may } from '../access.ts'
import { invite, withdrawInvitation } from '../actions/invitations.ts'
import {
  membersWithAccounts,
  memberWithAccount,
  removeMember,
  removeSecondFactor,
  setRoles,
} from '../actions/members.ts'
import { InvitationInput, RolesInput } from '../model.ts'
import { InvitationsPage } from '../pages/invitations.tsx'
import { MemberPage, MembersPage } from '../pages/members.tsx'
import { listInvitations } from '../store/invitations.ts'
import { faultsIn, keepNowhere, messagesOf, textsOf } from './visit.ts'

const DONE: Record<string, string> = {
  roles: 'The roles are given. They hold from now on.',
  factor: 'The second factor is removed, and a mail says so.',
  withdrawn: 'The invitation is withdrawn. Its link opens nothing any more.',
}

/** Members, their roles, and invitations. */
export function memberRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/account/member', allow(may.manage), async (c) =>
      page(c, <MembersPage members={await membersWithAccounts(c.var.ctx)} />),
    )
    .get('/account/member/:id', allow(may.manage), (c) => showMember(c, {}))
    .post('/account/member/:id/roles', allow(may.manage), async (c) => {
      const form = RolesInput.safeParse(await formOf(c))
      if (!form.success) throw new Invalid(messagesOf(form.error))
      return doneWith(c, 'roles', () => setRoles(c.var.ctx, idIn(c.req.param('id')), form.data.roles))
    })
    .post('/account/member/:id/second-factor', allow(may.manage), (c) =>
      doneWith(c, 'factor', () => removeSecondFactor(c.var.ctx, idIn(c.req.param('id')))),
    )
    .post('/account/member/:id/removal', allow(may.manage), async (c) => {
      try {
        await removeMember(c.var.ctx, idIn(c.req.param('id')))
        return c.redirect(links.members(), 303)
      } catch (error) {
        return showMember(c, conflictIn(error))
      }
    })
    .route('/', invitationsRoutes())
}

/** Does the work and shows the member again, with what has been done or what stands in the way. */
async function doneWith(c: HonoContext<Env>, done: string, work: () => Promise<void>): Promise<Response> {
  try {
    await work()
    return c.redirect(`${links.member(idIn(c.req.param('id')))}?done=${done}`, 303)
  } catch (error) {
    return showMember(c, conflictIn(error))
  }
}

function conflictIn(error: unknown) {
  if (error instanceof Conflict) return faultsIn(error)
  throw error
}

interface Shown {
  errors?: Record<string, string>
  status?: Status
}

async function showMember(c: HonoContext<Env>, { errors = {}, status = 200 }: Shown): Promise<Response> {
  const member = await memberWithAccount(c.var.ctx, idIn(c.req.param('id')))
  const done = DONE[c.req.query('done') ?? ''] ?? null
  return page(c, <MemberPage member={member} chosen={member.roles} errors={errors} done={done} />, status)
}

/** So many invitations are listed. */
const LISTED = 200

function invitationsRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/account/invitation', allow(may.invite), async (c) => {
      const personId = c.req.query('person') ?? ''
      return showInvitations(c, { personId, done: DONE[c.req.query('done') ?? ''] ?? null })
    })
    .post('/account/invitation', allow(may.invite), async (c) => {
      const form = await formOf(c)
      const values = textsOf(form)
      try {
        const input = InvitationInput.safeParse(form)
        if (!input.success) throw new Invalid(messagesOf(input.error))
        const sent = await invite(c.var.ctx, input.data)
        keepNowhere(c)
        return await showInvitations(c, { sent })
      } catch (error) {
        const roles = [form.roles ?? []].flat().map(String)
        return showInvitations(c, { values, roles, personId: values.personId ?? '', ...faultsIn(error) })
      }
    })
    .post('/account/invitation/:id/withdrawal', allow(may.invite), async (c) => {
      await withdrawInvitation(c.var.ctx, idIn(c.req.param('id')))
      return c.redirect(`${links.invitations()}?done=withdrawn`, 303)
    })
}

interface ShownInvitations extends Shown {
  personId?: string
  sent?: { name: string; email: string; link: string }
  done?: string | null
  values?: Record<string, string>
  roles?: string[]
}

async function showInvitations(c: HonoContext<Env>, shown: ShownInvitations): Promise<Response> {
  const { personId = '', status = 200, values = {}, ...rest } = shown
  const { ctx } = c.var
  const { invitations, person } = await ctx.read(async (db) => ({
    invitations: await listInvitations(db, LISTED),
    person: /^[0-9a-f-]{36}$/.test(personId) ? ((await findPerson(db, personId)) ?? null) : null,
  }))
  if (personId !== '' && !person) throw new NotFound('This person is not there any more. Look them up again.')
  const typed = { email: person?.email ?? '', ...values }
  const mayGiveRoles = ctx.viewer.roles.has('owner')
  const all = { invitations, person, mayGiveRoles, values: typed, now: ctx.now() }
  return page(c, <InvitationsPage {...all} {...rest} />, status)
}

import { Hono, type Context as HonoContext } from 'hono'
import { Invalid } from '#errors.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { formOf } from '#web/form.ts'
import { page, type Status } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { accountAccess as may } from '../access.ts'
import { acceptWithNewAccount, acceptWithOwnAccount, openInvitation } from '../actions/acceptance.ts'
import { invitationState, Name } from '../model.ts'
import { organizationCookie } from '../organization-cookie.ts'
import { InvitationPage } from '../pages/invitation.tsx'
import { faultsIn, messagesOf, sendCookies, textsOf, visitOf } from './visit.ts'

/** The link of an invitation: who invites whom to what, and the way to accept. */
export function invitationRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/invitation/:text', allow(may.enter), (c) => showInvitation(c, {}))
    .post('/invitation/:text', allow(may.enter), async (c) => {
      const form = textsOf(await formOf(c))
      try {
        if (form.with === 'own') await acceptWithOwn(c)
        else await acceptWithNew(c, form)
        return c.redirect(links.home(), 303)
      } catch (error) {
        const { name = '' } = form
        return showInvitation(c, { values: { name }, ...faultsIn(error) })
      }
    })
}

/** From now on the account is in this organisation, where it belongs to several. */
export async function chooseOrganization(c: HonoContext<Env>, id: string): Promise<void> {
  const { address } = await c.var.ctx.identity()
  sendCookies(c, [organizationCookie(id, address.startsWith('https:'))])
}

async function acceptWithOwn(c: HonoContext<Env>): Promise<void> {
  const { id } = await acceptWithOwnAccount(c.var.ctx, c.req.param('text') ?? '', await visitOf(c))
  await chooseOrganization(c, id)
}

async function acceptWithNew(c: HonoContext<Env>, form: Record<string, string>): Promise<void> {
  const name = Name.safeParse(form.name)
  if (!name.success) throw new Invalid({ name: messagesOf(name.error)[''] ?? '' })
  const given = { name: name.data, password: form.password ?? '', ...linkOf(c) }
  sendCookies(c, await acceptWithNewAccount(c.var.ctx, given, await visitOf(c)))
}

const linkOf = (c: HonoContext<Env>) => ({
  text: c.req.param('text') ?? '',
  proof: c.req.query('mail') ?? '',
})

interface Shown {
  values?: Record<string, string>
  errors?: Record<string, string>
  status?: Status
}

async function showInvitation(c: HonoContext<Env>, { values = {}, errors = {}, status = 200 }: Shown) {
  const { ctx } = c.var
  const link = linkOf(c)
  const { invitation, organization, hasAccount } = await openInvitation(ctx, link.text, await visitOf(c))
  const { accounts, company } = await ctx.identity()
  const own = ctx.viewer.accountId === null ? undefined : await accounts.find(ctx.viewer.accountId)
  const state = invitationState(invitation, ctx.now())
  const shown = { ...link, invitation, hasAccount, state, values, errors }
  const who = {
    organization: organization.name,
    signedIn: own?.email ?? null,
    company: company?.name ?? null,
  }
  return page(c, <InvitationPage {...shown} {...who} />, status)
}

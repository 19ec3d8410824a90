import { Hono, type Context as HonoContext } from 'hono'
import { NotFound } from '#errors.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { formOf, idIn } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { accountAccess as may } from '../access.ts'
import { belongingsOf } from '../actions/belonging.ts'
import { askForConfirmation, changePassword, ownAccount } from '../actions/password.ts'
import { endOtherSessions, endSession, ownSessions } from '../actions/sessions.ts'
import { ownMembership } from '../actions/tokens.ts'
import { tokenState } from '../model.ts'
import { AccountPage, NoAccountPage } from '../pages/account.tsx'
import { OwnPasswordPage } from '../pages/password.tsx'
import { SessionsPage } from '../pages/sessions.tsx'
import { listTokens } from '../store/tokens.ts'
import { chooseOrganization } from './invitation.tsx'
import { faultsIn, sendCookies, textsOf, visitOf } from './visit.ts'

const DONE: Record<string, string> = {
  mail: 'The mail is on its way.',
  on: 'Your second factor is on. From now on you are asked for a code when you sign in.',
  off: 'Your second factor is off.',
  ended: 'The session is ended.',
  others: 'Every other session is ended.',
}
const doneOf = (c: HonoContext<Env>) => DONE[c.req.query('done') ?? ''] ?? null

/** One's own account: what it is, its password, where it is signed in. */
export function ownRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/account', allow(may.own), async (c) => {
      const { viewer } = c.var.ctx
      if (viewer.accountId === null) return page(c, <NoAccountPage organization={viewer.organization.name} />)
      return page(c, <AccountPage {...(await accountAtAGlance(c))} done={doneOf(c)} />)
    })
    .post('/account/confirmation', allow(may.own), async (c) => {
      const { id } = await ownAccount(c.var.ctx)
      await askForConfirmation(c.var.ctx, id)
      return c.redirect(`${links.account()}?done=mail`, 303)
    })
    .post('/account/organization', allow(may.own), async (c) => {
      const { id } = await ownAccount(c.var.ctx)
      const { organization: wanted } = textsOf(await formOf(c))
      const all = await belongingsOf(c.var.ctx, id)
      const chosen = all.find(({ organization }) => organization.id === wanted)
      if (!chosen) throw new NotFound('Your account does not belong to this organisation any more.')
      await chooseOrganization(c, chosen.organization.id)
      return c.redirect(links.home(), 303)
    })
    .get('/account/password', allow(may.own), async (c) => {
      await ownAccount(c.var.ctx)
      return page(c, <OwnPasswordPage isDone={c.req.query('done') === 'changed'} />)
    })
    .post('/account/password', allow(may.own), async (c) => {
      const { current = '', password = '' } = textsOf(await formOf(c))
      try {
        sendCookies(c, await changePassword(c.var.ctx, { current, password }, await visitOf(c)))
        return c.redirect(`${links.accountPassword()}?done=changed`, 303)
      } catch (error) {
        const { errors, status } = faultsIn(error)
        return page(c, <OwnPasswordPage errors={errors} />, status)
      }
    })
    .route('/', sessionRoutes())
}

function sessionRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/account/session', allow(may.own), async (c) => {
      const sessions = await ownSessions(c.var.ctx, await visitOf(c))
      return page(c, <SessionsPage sessions={sessions} done={doneOf(c)} />)
    })
    .post('/account/session/others/end', allow(may.own), async (c) => {
      await endOtherSessions(c.var.ctx, await visitOf(c))
      return c.redirect(`${links.sessions()}?done=others`, 303)
    })
    .post('/account/session/:id/end', allow(may.own), async (c) => {
      await endSession(c.var.ctx, idIn(c.req.param('id')))
      return c.redirect(`${links.sessions()}?done=ended`, 303)
    })
}

async function accountAtAGlance(c: HonoContext<Env>) {
  const { ctx } = c.var
  const account = await ownAccount(ctx)
  const { sessions, company } = await ctx.identity()
  const { id: membershipId, roles } = await ownMembership(ctx)
  const tokens = await ctx.read((db) => listTokens(db, membershipId))
  const all = await belongingsOf(ctx, account.id)
  return {
    ...account,
    roles,
    company: company?.name ?? null,
    sessions: (await sessions.list(account.id)).length,
    tokens: tokens.filter((token) => tokenState(token, ctx.now()) === 'valid').length,
    organization: ctx.viewer.organization,
    organizations: all.map(({ organization }) => organization),
  }
}

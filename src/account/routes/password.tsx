import { Hono, type Context as HonoContext } from 'hono'
import { Invalid } from '#errors.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { formOf } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { accountAccess as may } from '../access.ts'
import { askForReset, confirmAddress, openReset, resetPassword } from '../actions/password.ts'
import { Email } from '../model.ts'
import { ConfirmationPage, ForgottenPage, ResetPage } from '../pages/password.tsx'
import { faultsIn, messagesOf, textsOf, visitOf } from './visit.ts'

/** The links of mails: a new password, a confirmed address. */
export function passwordRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/password/forgotten', allow(may.enter), (c) => page(c, <ForgottenPage />))
    .post('/password/forgotten', allow(may.enter), async (c) => {
      const typed = (textsOf(await formOf(c)).email ?? '').trim()
      try {
        const email = Email.safeParse(typed)
        if (!email.success) throw new Invalid({ email: messagesOf(email.error)[''] ?? '' })
        await askForReset(c.var.ctx, email.data, await visitOf(c))
        return page(c, <ForgottenPage isSent email={email.data} />)
      } catch (error) {
        const { errors, status } = faultsIn(error)
        return page(c, <ForgottenPage email={typed} errors={errors} />, status)
      }
    })
    .get('/password/reset/:token', allow(may.enter), async (c) => {
      const token = tokenIn(c)
      const { name } = await openReset(c.var.ctx, token, await visitOf(c))
      return page(c, <ResetPage token={token} name={name} />)
    })
    .post('/password/reset/:token', allow(may.enter), async (c) => {
      const token = tokenIn(c)
      const visit = await visitOf(c)
      try {
        await resetPassword(c.var.ctx, token, textsOf(await formOf(c)).password ?? '', visit)
        return c.redirect(`${links.signIn()}?done=reset`, 303)
      } catch (error) {
        const { errors, status } = faultsIn(error)
        const { name } = await openReset(c.var.ctx, token, visit)
        return page(c, <ResetPage token={token} name={name} errors={errors} />, status)
      }
    })
    .get('/confirm/:token', allow(may.enter), (c) => page(c, <ConfirmationPage token={tokenIn(c)} />))
    .post('/confirm/:token', allow(may.enter), async (c) => {
      const token = tokenIn(c)
      await confirmAddress(c.var.ctx, token, await visitOf(c))
      return page(c, <ConfirmationPage token={token} isDone />)
    })
}

/** The token of a link; empty, which opens nothing, for a text that can be none. */
function tokenIn(c: HonoContext<Env>): string {
  const text = c.req.param('token') ?? ''
  return /^[\w.-]{1,2000}$/.test(text) ? text : ''
}

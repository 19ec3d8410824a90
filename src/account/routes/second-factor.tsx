import { Hono, type Context as HonoContext } from 'hono'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { formOf } from '#web/form.ts'
import { page } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { accountAccess as may } from '../access.ts'
import { ownAccount } from '../actions/password.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  stopSecondFactor,
} from '../actions/second-factor.ts'
import { RecoveryCodesPage, SecondFactorPage, SetupAgainPage, SetupPage } from '../pages/second-factor.tsx'
import { faultsIn, keepNowhere, sendCookies, textsOf, visitOf } from './visit.ts'

/** The second factor of one's own account. */
export function secondFactorRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/account/second-factor', allow(may.own), async (c) => {
      const { hasSecondFactor } = await ownAccount(c.var.ctx)
      return page(c, <SecondFactorPage isOn={hasSecondFactor} />)
    })
    .post('/account/second-factor/setup', allow(may.own), (c) =>
      withPassword(c, async (password) => {
        const setup = await beginSecondFactor(c.var.ctx, password, await visitOf(c))
        keepNowhere(c)
        return page(c, <SetupPage {...setup} />)
      }),
    )
    .post('/account/second-factor/code', allow(may.own), async (c) => {
      const code = (textsOf(await formOf(c)).code ?? '').replaceAll(/\s/g, '').slice(0, 20)
      try {
        sendCookies(c, await confirmSecondFactor(c.var.ctx, code, await visitOf(c)))
        return c.redirect(`${links.account()}?done=on`, 303)
      } catch (error) {
        const { errors, status } = faultsIn(error)
        return page(c, <SetupAgainPage errors={errors} />, status)
      }
    })
    .post('/account/second-factor/recovery-codes', allow(may.own), (c) =>
      withPassword(c, async (password) => {
        const codes = await renewRecoveryCodes(c.var.ctx, password, await visitOf(c))
        keepNowhere(c)
        return page(c, <RecoveryCodesPage codes={codes} />)
      }),
    )
    .post('/account/second-factor/end', allow(may.own), (c) =>
      withPassword(c, async (password) => {
        sendCookies(c, await stopSecondFactor(c.var.ctx, password, await visitOf(c)))
        return c.redirect(`${links.account()}?done=off`, 303)
      }),
    )
}

/** Does the work with the password that was typed, or shows the page again with what was wrong. */
async function withPassword(
  c: HonoContext<Env>,
  work: (password: string) => Promise<Response>,
): Promise<Response> {
  const { current = '' } = textsOf(await formOf(c))
  try {
    return await work(current.slice(0, 1000))
  } catch (error) {
    const { errors, status } = faultsIn(error)
    const { hasSecondFactor } = await ownAccount(c.var.ctx)
    return page(c, <SecondFactorPage isOn={hasSecondFactor} errors={errors} />, status)
  }
}

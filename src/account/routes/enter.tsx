import { Hono, type Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { Forbidden, Invalid, Unavailable } from '#errors.ts'
import { allow } from '#guard.ts'
import { links } from '#routes.ts'
import { formOf } from '#web/form.ts'
import { page, type Status } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import { accountAccess as may } from '../access.ts'
import { comeBackFromCompany, leaveForCompany } from '../actions/company.ts'
import { answerCode, signIn, signOut } from '../actions/sign-in.ts'
import { Email } from '../model.ts'
import { safeNext } from '../next.ts'
import { CodePage, SignInPage } from '../pages/sign-in.tsx'
import { hasExample } from '../store.ts'
import { faultsIn, messagesOf, sendCookies, textsOf, visitOf } from './visit.ts'

const WRONG = 'The address or the password is wrong. Check both; capital letters count in the password.'
const DONE: Record<string, string> = {
  out: 'You are signed out.',
  reset: 'Your password is set. Sign in with it.',
}
/** What is remembered while somebody is at the company's sign-in. */
const JOURNEY_COOKIE = 'sightline_company'

/** Signing in and out. */
export function enterRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/sign-in', allow(may.enter), async (c) => {
      const next = safeNext(c.req.query('next'))
      if (c.var.ctx.viewer.roles.has('member') && c.var.ctx.viewer.accountId) return c.redirect(next, 303)
      return showSignIn(c, { next, done: DONE[c.req.query('done') ?? ''] ?? null })
    })
    .post('/sign-in', allow(may.enter), async (c) => {
      const form = textsOf(await formOf(c))
      const next = safeNext(form.next)
      const email = (form.email ?? '').trim()
      try {
        const given = credentialsFrom(email, form.password ?? '')
        const result = await signIn(c.var.ctx, given, await visitOf(c))
        if (result.outcome === 'no') throw new Invalid({ '': WRONG })
        sendCookies(c, result.cookies)
        return c.redirect(result.outcome === 'code' ? links.signInCode(next) : next, 303)
      } catch (error) {
        return showSignIn(c, { next, email, ...faultsIn(error) })
      }
    })
    .get('/sign-in/code', allow(may.enter), (c) => {
      const next = safeNext(c.req.query('next'))
      return page(c, <CodePage next={next} isRecovery={c.req.query('with') === 'recovery'} />)
    })
    .post('/sign-in/code', allow(may.enter), async (c) => {
      const form = textsOf(await formOf(c))
      const next = safeNext(form.next)
      const isRecovery = form.with === 'recovery'
      try {
        sendCookies(c, await codeCookies(c, { code: form.code ?? '', isRecovery }))
        return c.redirect(next, 303)
      } catch (error) {
        const { errors, status } = faultsIn(error)
        return page(c, <CodePage next={next} isRecovery={isRecovery} errors={errors} />, status)
      }
    })
    .post('/sign-out', allow(may.enter), async (c) => {
      sendCookies(c, await signOut(c.var.ctx, await visitOf(c)))
      return c.redirect(`${links.signIn()}?done=out`, 303)
    })
    .route('/', companyRoutes())
}

function credentialsFrom(typed: string, password: string): { email: string; password: string } {
  const email = Email.safeParse(typed)
  const faults = {
    ...(!email.success && { email: messagesOf(email.error)[''] ?? '' }),
    ...(password === '' && { password: 'Type your password.' }),
  }
  if (!email.success || password === '') throw new Invalid(faults)
  return { email: email.data, password: password.slice(0, 1000) }
}

interface Shown {
  next: string
  email?: string
  errors?: Record<string, string>
  status?: Status
  done?: string | null
}

async function showSignIn(
  c: HonoContext<Env>,
  { next, email = '', errors = {}, status = 200, done = null }: Shown,
) {
  const { viewer } = c.var.ctx
  const { company } = await c.var.ctx.identity()
  const homeless = viewer.accountId !== null && viewer.roles.size === 0
  const example = await c.var.ctx.read(hasExample)
  const shown = { next, email, errors, done, homeless, example, company: company?.name ?? null }
  return page(c, <SignInPage {...shown} />, status)
}

/** As people type it: with blanks, and a recovery code in capitals or without its dash. */
function codeFrom(text: string, isRecovery: boolean): string {
  const signs = text.slice(0, 100).replaceAll(/[^\p{L}\p{N}]/gu, '')
  return isRecovery ? signs.toLowerCase().replace(/^(.{5})/, '$1-') : signs
}

const CODE_FAULTS = {
  wrong: 'This code is not right, or it was used before. Wait for the next one and type that.',
  again: 'This took too long, or there were too many wrong codes. Sign in with your password again.',
  locked: 'There were too many wrong codes. Try again in 15 minutes, or ask an owner.',
}

async function codeCookies(
  c: HonoContext<Env>,
  given: { code: string; isRecovery: boolean },
): Promise<string[]> {
  const code = codeFrom(given.code, given.isRecovery)
  if (code === '') throw new Invalid({ code: 'Type the code.' })
  const taken = await answerCode(c.var.ctx, { ...given, code }, await visitOf(c))
  if (taken.outcome === 'in') return taken.cookies
  if (taken.outcome === 'wrong' && given.isRecovery)
    throw new Invalid({ code: 'This is none of your recovery codes, or it was used before.' })
  throw new Invalid({ code: CODE_FAULTS[taken.outcome] })
}

function companyRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/sign-in/company', allow(may.enter), async (c) => {
      const next = safeNext(c.req.query('next'))
      try {
        const { address, memory, seconds } = await leaveForCompany(c.var.ctx, next, await visitOf(c))
        const secure = (await c.var.ctx.identity()).address.startsWith('https:')
        const path = links.signInCompany()
        setCookie(c, JOURNEY_COOKIE, memory, {
          httpOnly: true,
          sameSite: 'Lax',
          secure,
          path,
          maxAge: seconds,
        })
        return c.redirect(address, 303)
      } catch (error) {
        return companyTrouble(c, next, error)
      }
    })
    .get('/sign-in/company/back', allow(may.enter), async (c) => {
      const memory = getCookie(c, JOURNEY_COOKIE) ?? ''
      deleteCookie(c, JOURNEY_COOKIE, { path: links.signInCompany() })
      try {
        const visit = await visitOf(c)
        const { cookies, next } = await comeBackFromCompany(c.var.ctx, c.req.query(), { memory, visit })
        sendCookies(c, cookies)
        return c.redirect(next, 303)
      } catch (error) {
        return companyTrouble(c, '/', error)
      }
    })
}

/** The sign-in page with the reason, so that there is another way in. */
function companyTrouble(c: HonoContext<Env>, next: string, error: unknown): Promise<Response> {
  if (error instanceof Unavailable) return showSignIn(c, { next, errors: { '': error.message }, status: 503 })
  if (error instanceof Forbidden && !('until' in error))
    return showSignIn(c, { next, errors: { '': error.message }, status: 403 })
  return showSignIn(c, { next, ...faultsIn(error) })
}

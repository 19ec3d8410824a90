import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import type { Context } from './context.ts'
import { Forbidden, NotFound, Unauthenticated } from './errors.ts'
import { links } from './routes.ts'
import { type Allowed, isAllowed, type Viewer } from './viewer.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** What this request may use, as its viewer. */
    ctx: Context
    /** Set by `allow`; an answer without it never leaves, see `refuseUnguarded`. */
    guarded: boolean
  }
}

const GUARD = Symbol('guard')

/**
 * Stands before every route and lets through only who the slice's `access.ts` names. Whoever has not signed in is asked
 * to; what a viewer may not see is "not found", so that nobody learns what there is.
 */
export function allow(allowed: Allowed): MiddlewareHandler {
  const guard: MiddlewareHandler = async (c, next) => {
    c.set('guarded', true)
    const { viewer } = c.var.ctx
    if (allowed === 'anyone') return next()
    if (viewer.roles.size === 0) return askToSignIn(c)
    if (!isAllowed(viewer, allowed)) throw new NotFound(notFoundFor(viewer))
    if (c.req.method !== 'GET' && !viewer.mayWrite)
      throw new Forbidden('This token may only read. Make one that may also change things.')
    return next()
  }
  return Object.assign(guard, { [GUARD]: allowed })
}

/** Whom the handler lets through, if it is a guard. For the test that walks all routes. */
export function guardOf(handler: object): Allowed | undefined {
  return (handler as { [GUARD]?: Allowed })[GUARD]
}

/** Fails closed: a route that somebody forgot to guard answers with a fault of ours, and nothing else. */
export function refuseUnguarded(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (!c.var.guarded && c.res.status < 400)
      throw new Error(`No guard stands before ${c.req.method} ${c.req.path}.`)
  }
}

function askToSignIn(c: HonoContext): Response {
  const isPage = c.req.method === 'GET' && !c.req.path.startsWith('/api/')
  if (isPage) return c.redirect(links.signIn(c.req.path + new URL(c.req.url).search), 303)
  throw new Unauthenticated(
    c.req.path.startsWith('/api/')
      ? 'Send a token: Authorization: Bearer … (made on the page “Tokens”).'
      : 'You are signed out. Sign in in another tab, come back here and send the form again.',
  )
}

function notFoundFor({ organization, roles }: Viewer): string {
  const plain = 'There is no page at this address. It may have moved, or the link may be wrong.'
  if (!organization.isExample) return plain
  return roles.has('visitor')
    ? 'A visitor cannot see this. Choose somebody of the example organisation who can, then come back.'
    : 'The person you are in the example organisation cannot see this. Choose somebody who can, then come back.'
}

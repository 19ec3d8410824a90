import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'

/** The names by which a machine calls itself. */
const LOCAL = ['localhost', '127.0.0.1', '[::1]']

/**
 * Answers only to its own names. Else a page of another site could have its name lead to this machine, and read here with the
 * eyes of whoever uses it (DNS rebinding). `names`: host names without a port; null: any will do, as nobody has said which.
 */
export function knownHost(names: readonly string[] | null): MiddlewareHandler {
  return async (c, next) => {
    const { hostname } = new URL(c.req.url)
    if (names !== null && !names.includes(hostname)) throw new HTTPException(421)
    return next()
  }
}

/**
 * The names to answer to. Where only this machine can connect, its local names; with a public address that name too. null: it
 * listens to others and has not been told its name.
 */
export function hostNames(host: string, publicAddress: string | null): string[] | null {
  const isLocal = LOCAL.includes(host) || host === '::1'
  if (publicAddress !== null) return [...LOCAL, new URL(publicAddress).hostname]
  return isLocal ? LOCAL : null
}

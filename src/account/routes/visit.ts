import type { Context as HonoContext } from 'hono'
import { Conflict, Invalid, TooOften } from '#errors.ts'
import type { Identity } from '#identity/identity.ts'
import { clientAddress } from '#web/client-address.ts'
import type { Messages } from '#web/field.tsx'
import type { Status } from '#web/respond.tsx'
import type { Env } from '#web/site.ts'
import type { Visit } from '../actions/visit.ts'

/** What the request says of whoever sends it. */
export function visitFrom({ proxies }: Pick<Identity, 'proxies'>, c: HonoContext): Visit {
  return { headers: c.req.raw.headers, address: clientAddress(c, proxies) }
}

export async function visitOf(c: HonoContext<Env>): Promise<Visit> {
  return visitFrom(await c.var.ctx.identity(), c)
}

/** Cookies as better-auth writes them. */
export function sendCookies(c: HonoContext<Env>, cookies: string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}

/** Nothing that is shown once stays behind in a browser. */
export function keepNowhere(c: HonoContext<Env>): void {
  c.header('cache-control', 'no-store')
}

/** What a form that comes back says, field by field; any other failure is thrown on. */
export function faultsIn(error: unknown): { errors: Messages; status: Status } {
  if (error instanceof Invalid) return { errors: error.fields, status: 422 }
  if (error instanceof Conflict) return { errors: { '': error.message }, status: 409 }
  if (error instanceof TooOften) return { errors: { '': error.message }, status: 429 }
  throw error
}

/** The fields as text; whatever else was sent under their names counts as nothing. */
export function textsOf(form: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form).filter((field): field is [string, string] => typeof field[1] === 'string'),
  )
}

/** The first message of each field of a zod error. */
export function messagesOf(error: { issues: { path: PropertyKey[]; message: string }[] }): Messages {
  return Object.fromEntries(
    error.issues.toReversed().map(({ path, message }) => [String(path[0] ?? ''), message]),
  )
}

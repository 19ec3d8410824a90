import type { Context as HonoContext } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Context, createContext, type World } from './context.ts'
import { type CastMember, EXAMPLE_COOKIE, exampleViewer, VISITOR } from './home/cast.ts'
import { unsigned } from './lib/signature.ts'
import type { Organization } from './organization.ts'
import { insider, type Viewer } from './viewer.ts'

interface VisitOptions {
  world: World
  organizations(): Promise<Organization[]>
  /** Who signed in, by the session or token of the request; NOBODY for neither. Throws for a token that is none. */
  signedIn(c: HonoContext): Promise<Viewer>
  /** Whether somebody of the example leads others. */
  isManager(ctx: Context, personId: string): Promise<boolean>
  cast: readonly CastMember[]
  /** Signs the cookie of the example. */
  secret(): Promise<string>
}

/**
 * Who is asking. A session or a token comes first; then, where there is an example organisation, whoever the visitor
 * chose to be in it. Without an organisation of one's own beside it every visitor is in the example.
 */
export function visitBy(options: VisitOptions): (c: HonoContext) => Promise<Context> {
  return async (c) => createContext(options.world, await viewerOf(c, options))
}

async function viewerOf(c: HonoContext, options: VisitOptions): Promise<Viewer> {
  const viewer = await options.signedIn(c)
  if (viewer.roles.size > 0) return viewer
  const all = await options.organizations()
  const example = all.find(({ isExample }) => isExample)
  if (!example) return viewer
  const cookie = getCookie(c, EXAMPLE_COOKIE)
  const kept = cookie === undefined ? null : unsigned(await options.secret(), cookie)
  const chosen = kept ?? (all.length === 1 ? VISITOR : null)
  if (chosen === null) return viewer
  const member = options.cast.find(({ personId }) => personId === chosen)
  const ctx = createContext(options.world, insider(example))
  return exampleViewer(
    example,
    member,
    member !== undefined && (await options.isManager(ctx, member.personId)),
  )
}

import { Hono, type Context as HonoContext, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { requestId } from 'hono/request-id'
import { accountAccess } from './account/access.ts'
import { accountRoutes } from './account/routes.tsx'
import { createApi } from './api.tsx'
import type { Context } from './context.ts'
import { frameworkAccess } from './framework/access.ts'
import { frameworkRoutes } from './framework/routes.tsx'
import { refuseUnguarded } from './guard.ts'
import { historyAccess } from './history/access.ts'
import { historyRoutes } from './history/routes.tsx'
import { homeAccess } from './home/access.ts'
import { type FrontDoor, homeRoutes } from './home/routes.tsx'
import { intakeAccess } from './intake/access.ts'
import { intakeRoutes } from './intake/routes.tsx'
import { peopleAccess } from './people/access.ts'
import { peopleRoutes } from './people/routes.tsx'
import { privacyAccess } from './privacy/access.ts'
import { privacyRoutes } from './privacy/routes.tsx'
import { profileAccess } from './profile/access.ts'
import { profilePages } from './profile/routes.tsx'
import { recruitAccess } from './recruit/access.ts'
import { recruitPages } from './recruit/routes.tsx'
import { roleAccess } from './role/access.ts'
import { rolePages } from './role/routes.tsx'
import { ROLE_USES } from './role-uses.ts'
import { links } from './routes.ts'
import { SUBJECTS } from './subjects.ts'
import { translateAccess } from './translate/access.ts'
import { translatePages } from './translate/routes.tsx'
import { type Allowed, isAllowed, NOBODY, type Viewer } from './viewer.ts'
import { buildAssets } from './web/assets.ts'
import { onError, onNotFound } from './web/errors.tsx'
import { knownHost } from './web/known-host.ts'
import { economy, securityHeaders } from './web/middleware.ts'
import type { Env, Link, Me, Site } from './web/site.ts'

/** The journey, in the order of the menu; everyone sees what they may use. */
const NAVIGATION: { link: Link; allowed: Allowed }[] = [
  { link: { label: 'Home', href: links.home() }, allowed: homeAccess.search },
  { link: { label: 'Frameworks', href: links.frameworks() }, allowed: frameworkAccess.read },
  { link: { label: 'Translate', href: links.translate() }, allowed: translateAccess.read },
  { link: { label: 'Profile', href: links.profile() }, allowed: profileAccess.own },
  { link: { label: 'Roles', href: links.roles() }, allowed: roleAccess.read },
  { link: { label: 'Recruit', href: links.recruit() }, allowed: recruitAccess.read },
  { link: { label: 'Read a document', href: links.intake() }, allowed: intakeAccess.edit },
  { link: { label: 'People', href: links.people() }, allowed: peopleAccess.read },
  { link: { label: 'Search', href: links.search() }, allowed: frameworkAccess.read },
  { link: { label: 'Members', href: links.members() }, allowed: accountAccess.manage },
  { link: { label: 'Invitations', href: links.invitations() }, allowed: accountAccess.invite },
  { link: { label: 'History', href: links.history() }, allowed: historyAccess.readAll },
  { link: { label: 'Privacy', href: links.privacy() }, allowed: privacyAccess.own },
  { link: { label: 'Help', href: links.helpFramework() }, allowed: 'anyone' },
]

const FOOTER: Link[] = [
  { label: 'How to read a framework', href: links.helpFramework() },
  { label: 'For programs', href: links.api() },
]

/** In bytes. What people type, and what programs send of one thing, is far below; files of people and documents are not. */
const MOST = { form: 1_000_000, file: 8_000_000 }
const FILES: readonly string[] = [
  links.peopleImports(),
  '/api/people/imports',
  '/api/intake',
  links.packVerify(),
]

const limitOf = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new HTTPException(413)
    },
  })
const limits = { form: limitOf(MOST.form), file: limitOf(MOST.file) }

/** No more is taken than any form needs; where documents come in, the slice has a limit of its own. */
const small: MiddlewareHandler<Env> = (c, next) => {
  if (c.req.path === links.intake()) return next()
  return limits[FILES.includes(c.req.path) ? 'file' : 'form'](c, next)
}

const sameOrigin = csrf()

/**
 * Another site can make a browser send something with our cookies, but not with a token, which no browser adds by itself.
 * Forms must say that they come from here; whatever else writes may at least not say that it comes from elsewhere.
 */
const ownForms: MiddlewareHandler<Env> = (c, next) => {
  if (c.var.ctx.viewer.via === 'token' || c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const origin = c.req.header('origin')
  if (origin !== undefined && origin !== new URL(c.req.url).origin) throw new HTTPException(403)
  return sameOrigin(c, next)
}

/** What the web door stands on; `serve.ts` builds it, tests give their own. */
export interface House {
  /** Who is asking, with all that this request may use. */
  visit(c: HonoContext): Promise<Context>
  /** The first page and the ways in. */
  door: FrontDoor
  /** The names that the site answers to, without a port; null: any. */
  hosts: readonly string[] | null
  log(message: string): void
}

/** The whole web door: what happens to every request, then who answers which address. */
export function createApp(house: House): Hono<Env> {
  const assets = buildAssets()
  // A failed build is reported by the first page that waits for it, not as an unhandled rejection.
  assets.catch(() => {})
  return new Hono<Env>()
    .onError(onError(house.log))
    .notFound(onNotFound(house.log))
    .get('/health', (c) => c.text('ok'))
    .use(requestId(), securityHeaders(), economy())
    .get('/assets/:file', async (c, next) => (await assets).handler(c, next))
    .use(async (c, next) => {
      c.set('site', siteFor(NOBODY, (await assets).url))
      await next()
    })
    .use(knownHost(house.hosts), async (c, next) => {
      c.set('ctx', await house.visit(c))
      c.set('site', siteFor(c.var.ctx.viewer, (await assets).url))
      await next()
    })
    .use(refuseUnguarded(), ownForms, small)
    .route('/', homeRoutes(house.door))
    .route('/', accountRoutes())
    .route('/', frameworkRoutes())
    .route('/', intakeRoutes())
    .route('/', translatePages())
    .route('/', profilePages())
    .route('/', rolePages(ROLE_USES))
    .route('/', recruitPages())
    .route('/', historyRoutes(SUBJECTS))
    .route('/', privacyRoutes())
    .route('/', peopleRoutes())
    .route('/', createApi())
}

function siteFor(viewer: Viewer, asset: Site['asset']): Site {
  const navigation = NAVIGATION.filter(({ allowed }) => isAllowed(viewer, allowed)).map(({ link }) => link)
  const search = { label: 'Search', href: links.search() }
  return { name: 'Sightline', navigation, footer: FOOTER, search, asset, me: meFor(viewer) }
}

function meFor({ roles, person, organization, accountId }: Viewer): Me | null {
  if (roles.size === 0) return null
  const own = { label: 'Start your own organisation', href: links.newOrganization() }
  const change = { label: 'Be somebody else', href: links.cast() }
  return {
    name: person?.name ?? 'a visitor',
    account: person && { label: person.name, href: links.account() },
    signOut: accountId && links.signOut(),
    example: organization.isExample ? { organization: organization.name, change, own } : null,
  }
}

import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { requestId } from 'hono/request-id'
import { createApi } from './api.tsx'
import type { Context } from './context.ts'
import { frameworkRoutes } from './framework/routes.tsx'
import { intakeRoutes } from './intake/routes.tsx'
import { links } from './routes.ts'
import { buildAssets } from './web/assets.ts'
import { onError, onNotFound } from './web/errors.tsx'
import { economy, securityHeaders } from './web/middleware.ts'
import type { Env, Link, Site } from './web/site.ts'

const NAVIGATION: Link[] = [
  { label: 'Frameworks', href: links.frameworks() },
  { label: 'Read a document', href: links.intake() },
  { label: 'Search', href: links.search() },
  { label: 'Help', href: links.helpFramework() },
]

const FOOTER: Link[] = [
  { label: 'How to read a framework', href: links.helpFramework() },
  { label: 'For programs', href: links.api() },
]

const limit = bodyLimit({
  maxSize: 8_000_000,
  onError: () => {
    throw new HTTPException(413)
  },
})

/** No more is taken than any form needs; where documents come in, the slice has a limit of its own. */
const small: MiddlewareHandler<Env> = (c, next) => (c.req.path === links.intake() ? next() : limit(c, next))

/** The whole web door: what happens to every request, then who answers which address. */
export function createApp(ctx: Context): Hono<Env> {
  const assets = buildAssets()
  // A failed build is reported by the first page that waits for it, not as an unhandled rejection.
  assets.catch(() => {})
  const site = assets.then(({ url }): Site => {
    const search = { label: 'Search every statement', href: links.search() }
    return { name: 'Sightline', navigation: NAVIGATION, footer: FOOTER, search, asset: url }
  })
  site.catch(() => {})
  return new Hono<Env>()
    .onError(onError(ctx.log))
    .notFound(onNotFound(ctx.log))
    .get('/health', (c) => c.text('ok'))
    .use(requestId(), securityHeaders(), economy())
    .use(async (c, next) => {
      c.set('site', await site)
      await next()
    })
    .use(csrf(), small)
    .get('/assets/:file', async (c, next) => (await assets).handler(c, next))
    .get('/', (c) => c.redirect(links.frameworks()))
    .route('/', frameworkRoutes(ctx))
    .route('/', intakeRoutes(ctx))
    .route('/', createApi(ctx))
}

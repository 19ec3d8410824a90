import type { Context } from 'hono'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Env, SiteProvider } from './site.ts'

export type Status = 200 | 201 | 400 | 401 | 403 | 404 | 409 | 413 | 421 | 422 | 429 | 500 | 503

/** Answers with a page. `content` is a whole page, so its outermost element is `Page`. */
export function page(c: Context<Env>, content: VNode, status: Status = 200): Response {
  const html = renderToString(<SiteProvider value={c.var.site}>{content}</SiteProvider>)
  return c.html(`<!doctype html>${html}`, status)
}

/** Programs ask below /api and get JSON; people ask anywhere else and get pages. */
export function wantsJson(c: Context): boolean {
  return c.req.path.startsWith('/api/')
}

import type { ErrorHandler, NotFoundHandler } from 'hono'
import { NotFound } from '#errors.ts'
import { ErrorPage } from './error-page.tsx'
import { type Failure, failureOf } from './failure.ts'
import { page, wantsJson } from './respond.tsx'
import type { Env } from './site.ts'

/** For `app.onError`: a page or problem+json (RFC 9457). What is not one of the six is logged whole. */
export function onError(log: (message: string) => void): ErrorHandler<Env> {
  return (error, c) => {
    const failure = failureOf(error)
    const id = c.var.requestId
    if (failure.until) c.header('retry-after', String(secondsTo(failure.until)))
    if (failure.status === 500) log(`${id} ${c.req.method} ${c.req.path}\n${error.stack ?? error.message}`)
    // Before the site is there, for instance when the style sheets cannot be built, plain words must do.
    if (!c.var.site) return c.text(`${failure.title}. ${failure.detail} (${id})`, failure.status)
    if (!wantsJson(c)) return page(c, <ErrorPage failure={failure} requestId={id} />, failure.status)
    return c.body(JSON.stringify(problemOf(failure, id)), failure.status, {
      'content-type': 'application/problem+json',
    })
  }
}

const secondsTo = (moment: Date) => Math.max(1, Math.ceil((moment.getTime() - Date.now()) / 1000))

/** For `app.notFound`: an address that nothing answers. */
export function onNotFound(log: (message: string) => void): NotFoundHandler<Env> {
  const answer = onError(log)
  return (c) =>
    answer(new NotFound('There is no page at this address. It may have moved, or the link may be wrong.'), c)
}

function problemOf({ status, title, detail, fields }: Failure, requestId: string) {
  return { title, status, detail, requestId, ...(fields && { fields }) }
}

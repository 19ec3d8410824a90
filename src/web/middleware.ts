import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'

/** Everything comes from ourselves and nothing is inline, so that words which slip through as markup cannot act. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Tells browsers to trust nothing but this site's own files. */
export function securityHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    c.header('content-security-policy', POLICY)
    c.header('x-content-type-options', 'nosniff')
    // A page that is opened by a secret in its address says more strictly that nobody hears of it.
    if (!c.res.headers.has('referrer-policy')) c.header('referrer-policy', 'same-origin')
    c.header('cross-origin-opener-policy', 'same-origin')
    c.header('cross-origin-resource-policy', 'same-origin')
  }
}

/** Below this many bytes packing costs more than it saves. */
const WORTH_PACKING = 1024

/** Up to here packing takes less than a millisecond, and handing it to another thread would cost more than it saves. */
const QUICK_TO_PACK = 65_536
const slowly = promisify(gzip)

const packed = (body: Uint8Array) =>
  body.length <= QUICK_TO_PACK ? gzipSync(body, { level: 5 }) : slowly(body, { level: 5 })

/**
 * Answers 304 to a browser that has the very same page already, and packs what is sent. Only text that no other
 * part has packed; the assets come packed and are kept for ever.
 */
export function economy(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (!isText(c) || c.res.headers.has('content-encoding') || comesInParts(c)) return
    const body = new Uint8Array(await c.res.arrayBuffer())
    if (c.req.method === 'GET' && c.res.status === 200 && isKnown(c, body)) replace(c, null, 304)
    else await pack(c, body)
  }
}

/** Names this very content by its tag; true when the browser says that it has it. */
function isKnown(c: Context, body: Uint8Array): boolean {
  const tag = `W/"${createHash('sha1').update(body).digest('base64url')}"`
  c.header('etag', tag)
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'private, no-cache')
  return c.req.header('if-none-match') === tag
}

async function pack(c: Context, body: Uint8Array<ArrayBuffer>) {
  c.header('vary', 'accept-encoding', { append: true })
  const worthIt = body.length >= WORTH_PACKING && c.req.header('accept-encoding')?.includes('gzip')
  if (worthIt) c.header('content-encoding', 'gzip')
  replace(c, worthIt ? Uint8Array.from(await packed(body)) : body, c.res.status)
}

/** A page that is still being made: whoever waited for its end would hold up its beginning (see stream.tsx). */
function comesInParts(c: Context): boolean {
  return c.res.headers.get('cache-control')?.includes('no-transform') ?? false
}

function isText(c: Context): boolean {
  return /^(text\/html|application\/(problem\+)?json)/.test(c.res.headers.get('content-type') ?? '')
}

/** Hono merges the old response into a new one unless the old one is taken away first. */
function replace(c: Context, body: Uint8Array<ArrayBuffer> | null, status: number) {
  const { headers } = c.res
  c.res = undefined
  c.res = new Response(body, { status, headers })
}

import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * The network address that a request comes from. `proxies`: how many reverse proxies of ours add to X-Forwarded-For; what
 * stands further left in it is written by the browser and proves nothing. Empty where there is no connection, as in tests.
 */
export function clientAddress(c: Context, proxies: number): string {
  const { incoming } = (c.env ?? {}) as { incoming?: object }
  const direct = incoming ? (getConnInfo(c).remote.address ?? '') : ''
  if (proxies === 0) return direct
  const chain = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim())
  return [...chain.filter((one) => one !== ''), direct].at(-1 - proxies) ?? direct
}

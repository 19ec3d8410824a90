import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * The network address that a request comes from. `proxies`: how many reverse proxies of ours add to X-Forwarded-For; what
 * stands further left in it is written by the browser and proves nothing. Empty where there is no connection, as in tests.
 */
export function clientAddress(c: Context, proxies: number): string {
  const { incoming } = (c.env ?? {}) as { incoming?: object }
  const direct = incoming ? (getConnInfo(c).remote.address ?? '') : ''
  if (proxies === 0) return household(direct)
  const chain = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim())
  return household([...chain.filter((one) => one !== ''), direct].at(-1 - proxies) ?? direct)
}

/** Whoever has an address of IPv6 has 2^64 of them: the first half names the subscriber. */
function household(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [before = '', after] = address.toLowerCase().split('::')
  const head = before.split(':').filter((part) => part !== '')
  const tail = (after ?? '').split(':').filter((part) => part !== '')
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length)
  const all = [...head, ...Array<string>(zeros).fill('0'), ...tail].map((part) =>
    part.replace(/^0+(?=.)/, ''),
  )
  return `${all.slice(0, 4).join(':')}::/64`
}

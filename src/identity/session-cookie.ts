import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The token in a session's cookie, if it carries our seal; null for anything else. better-auth writes the token, a dot, and
 * the token's HMAC-SHA-256 in base 64, all percent-encoded. Reading it here costs a tenth of what better-auth takes to look
 * a session up; a test of signing in fails should it ever write it otherwise.
 */
export function sessionToken(cookies: string, name: string, secret: string): string | null {
  const value = cookieNamed(cookies, name)
  const dot = value.lastIndexOf('.')
  const [token, seal] = [value.slice(0, dot), Buffer.from(value.slice(dot + 1), 'base64')]
  if (dot <= 0) return null
  const right = createHmac('sha256', secret).update(token).digest()
  return seal.length === right.length && timingSafeEqual(seal, right) ? token : null
}

function cookieNamed(cookies: string, name: string): string {
  const pair = cookies.split('; ').find((one) => one.startsWith(`${name}=`))
  try {
    return decodeURIComponent(pair?.slice(name.length + 1) ?? '')
  } catch {
    return ''
  }
}

import { createHmac, timingSafeEqual } from 'node:crypto'

/** The text with a seal of the secret (HMAC-SHA-256), for a cookie that a browser keeps and must not change. */
export function signed(secret: string, text: string): string {
  return `${text}.${sealOf(secret, text)}`
}

/** The text that was signed with this secret; null for anything else. */
export function unsigned(secret: string, value: string): string | null {
  const dot = value.lastIndexOf('.')
  if (dot < 0) return null
  const text = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1))
  const right = Buffer.from(sealOf(secret, text))
  return given.length === right.length && timingSafeEqual(given, right) ? text : null
}

function sealOf(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url')
}

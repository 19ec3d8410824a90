/** What invitation links and tokens look like: the organisation, so that nothing is searched across organisations, and chance. */

interface SecretText {
  organizationId: string
  /** The part that nobody can guess. */
  chance: string
}

const HEX = /^[0-9a-f]{96}$/

/** Two new UUIDs of version 4 hold 244 bits of chance. */
export function secretText(organizationId: string, one: string, another: string): string {
  const hex = [organizationId, one, another].join('').replaceAll('-', '')
  return Buffer.from(hex, 'hex').toString('base64url')
}

/** The parts of such a text; null when it is none. */
export function readSecretText(text: string): SecretText | null {
  const hex = /^[\w-]{64}$/.test(text) ? Buffer.from(text, 'base64url').toString('hex') : ''
  if (!HEX.test(hex)) return null
  const organizationId = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ]
  return { organizationId: organizationId.join('-'), chance: hex.slice(32) }
}

/** So that a token that has leaked into a file or a log is recognised as one. */
const TOKEN_START = 'sightline_'

export function tokenText(secret: string): string {
  return TOKEN_START + secret
}

/** What follows "Bearer" in a request's header, if it can be one of our tokens. */
export function readToken(given: string): SecretText | null {
  return given.startsWith(TOKEN_START) ? readSecretText(given.slice(TOKEN_START.length)) : null
}

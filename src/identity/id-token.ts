import { createPublicKey, type JsonWebKeyInput, verify } from 'node:crypto'
import { z } from 'zod'
import type { Key } from './provider.ts'

/** How the signature of each algorithm is checked (RFC 7518, section 3). Symmetric ones and "none" are not taken. */
const ALGORITHMS: Record<string, { hash: string | null; kty: string; options: object }> = {
  RS256: { hash: 'sha256', kty: 'RSA', options: {} },
  RS384: { hash: 'sha384', kty: 'RSA', options: {} },
  RS512: { hash: 'sha512', kty: 'RSA', options: {} },
  PS256: { hash: 'sha256', kty: 'RSA', options: { padding: 6, saltLength: 32 } },
  ES256: { hash: 'sha256', kty: 'EC', options: { dsaEncoding: 'ieee-p1363' } },
  ES384: { hash: 'sha384', kty: 'EC', options: { dsaEncoding: 'ieee-p1363' } },
  EdDSA: { hash: null, kty: 'OKP', options: {} },
}

/** Clocks of different machines differ by so much. */
const CLOCK_SECONDS = 60

const Header = z.object({ alg: z.string(), kid: z.string().optional() })

const Claims = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  exp: z.number(),
  iat: z.number(),
  nbf: z.number().optional(),
  nonce: z.string().optional(),
  email: z.string().optional(),
  // Some providers write it as a word.
  email_verified: z.union([z.boolean(), z.literal('true'), z.literal('false')]).optional(),
  name: z.string().optional(),
})
export type Claims = z.infer<typeof Claims>

interface Expected {
  issuer: string
  clientId: string
  nonce: string
  /** Seconds since 1970. */
  now: number
}

/**
 * What the token says, once its signature and all that OpenID Connect Core 1.0, section 3.1.3.7, asks for have been checked;
 * null when anything is wrong with it.
 */
export async function readIdToken(
  token: string,
  expected: Expected,
  key: (kid: string | undefined) => Promise<Key | undefined>,
): Promise<Claims | null> {
  const [head = '', body = '', signature = '', ...more] = token.split('.')
  if (more.length > 0) return null
  const header = Header.safeParse(jsonOf(head))
  if (!header.success) return null
  const { alg, kid } = header.data
  const algorithm = Object.hasOwn(ALGORITHMS, alg) ? ALGORITHMS[alg] : undefined
  const found = algorithm && (await key(kid))
  if (!algorithm || found?.kty !== algorithm.kty) return null
  if (!isSigned(`${head}.${body}`, signature, found, algorithm)) return null
  const claims = Claims.safeParse(jsonOf(body))
  return claims.success && isForUs(claims.data, expected) ? claims.data : null
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return null
  }
}

type Algorithm = NonNullable<(typeof ALGORITHMS)[string]>

function isSigned(text: string, signature: string, jwk: Key, { hash, options }: Algorithm): boolean {
  try {
    const key = createPublicKey({ key: jwk as JsonWebKeyInput['key'], format: 'jwk' })
    return verify(hash, Buffer.from(text), { key, ...options }, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

function isForUs(claims: Claims, { issuer, clientId, nonce, now }: Expected): boolean {
  const audience = [claims.aud].flat()
  const isParty = claims.azp === undefined ? audience.length === 1 : claims.azp === clientId
  const isTimely =
    claims.exp + CLOCK_SECONDS > now &&
    claims.iat - CLOCK_SECONDS < now &&
    (claims.nbf ?? 0) - CLOCK_SECONDS < now
  return claims.iss === issuer && audience.includes(clientId) && isParty && isTimely && claims.nonce === nonce
}

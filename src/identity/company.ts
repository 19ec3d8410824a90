import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Invalid } from '../errors.ts'
import { signed, unsigned } from '../lib/signature.ts'
import type { CompanySubject } from './accounts.ts'
import { type Claims, readIdToken } from './id-token.ts'
import { type CompanySettings, type Metadata, openProvider, type Provider } from './provider.ts'

/** Somebody whom the company's sign-in has proved to be who they are. */
export interface CompanyPerson extends CompanySubject {
  /** null: the provider gave none, or does not vouch for it. */
  confirmedEmail: string | null
  name: string | null
}

/** What is remembered, in a signed cookie, between leaving for the company's sign-in and coming back. */
const Journey = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  endsAt: z.number(),
})

const JOURNEY_SECONDS = 600
const TURNED_BACK =
  'The company sign-in did not end as it should. Start again from the sign-in page; if it happens again, tell whoever runs Sightline.'

export interface Company {
  /** What people call it. */
  readonly name: string
  /** Where to send the browser, and what it is to remember until it comes back. Throws `Unavailable`. */
  leave(next: string): Promise<{ address: string; memory: string; seconds: number }>
  /** Who has come back. Throws `Invalid` with a sentence when it is nobody, `Unavailable` when the provider does not answer. */
  comeBack(query: Record<string, string>, memory: string): Promise<{ person: CompanyPerson; next: string }>
}

interface CompanyOptions {
  settings: CompanySettings
  /** Where the provider sends people back to. */
  redirectTo: string
  key: string
}

export function openCompany({ settings, redirectTo, key }: CompanyOptions): Company {
  const provider = openProvider(settings)
  const chance = () => randomBytes(32).toString('base64url')
  return {
    name: settings.name,
    leave: async (next) => {
      const { authorization_endpoint } = await provider.metadata()
      const endsAt = Date.now() + JOURNEY_SECONDS * 1000
      const journey = { state: chance(), nonce: chance(), verifier: chance(), next, endsAt }
      const address = new URL(authorization_endpoint)
      const asked = {
        response_type: 'code',
        client_id: settings.clientId,
        redirect_uri: redirectTo,
        scope: 'openid email profile',
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: createHash('sha256').update(journey.verifier).digest('base64url'),
        code_challenge_method: 'S256',
      }
      for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value)
      const memory = signed(key, Buffer.from(JSON.stringify(journey)).toString('base64url'))
      return { address: address.href, memory, seconds: JOURNEY_SECONDS }
    },
    comeBack: async (query, memory) => {
      const journey = journeyFrom(key, memory)
      if (!journey || query.state !== journey.state) throw new Invalid(TURNED_BACK)
      if (query.iss !== undefined && query.iss !== settings.issuer) throw new Invalid(TURNED_BACK)
      if (!query.code) throw new Invalid(refusal(settings.name, query.error))
      const claims = await exchange(provider, { code: query.code, redirectTo, ...journey })
      return { person: personFrom(claims), next: journey.next }
    },
  }
}

function journeyFrom(key: string, memory: string) {
  const text = unsigned(key, memory)
  if (text === null) return null
  const journey = Journey.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  return journey.endsAt > Date.now() ? journey : null
}

function refusal(name: string, error: string | undefined): string {
  if (error === 'access_denied')
    return `${name} did not let you in, or you stopped there. Start again if that was not meant.`
  return TURNED_BACK
}

interface Exchange {
  code: string
  redirectTo: string
  verifier: string
  nonce: string
}

const Tokens = z.object({ id_token: z.string(), access_token: z.string().optional() })

/** The code for the proof (RFC 6749, section 4.1.3; RFC 7636). */
async function exchange(
  provider: Provider,
  { code, redirectTo, verifier, nonce }: Exchange,
): Promise<Claims> {
  const { settings } = provider
  const metadata = await provider.metadata()
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectTo, code_verifier: verifier }
  const { status, body } = await provider.ask(metadata.token_endpoint, tokenRequest(settings, metadata, form))
  const tokens = Tokens.safeParse(body)
  if (status !== 200 || !tokens.success) throw new Invalid(TURNED_BACK)
  const now = Math.floor(Date.now() / 1000)
  const expected = { issuer: settings.issuer, clientId: settings.clientId, nonce, now }
  const claims = await readIdToken(tokens.data.id_token, expected, provider.key)
  if (!claims) throw new Invalid(TURNED_BACK)
  return claims.email === undefined ? withUserInfo(provider, claims, tokens.data.access_token) : claims
}

function tokenRequest(
  { clientId, clientSecret }: CompanySettings,
  { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] }: Metadata,
  form: Record<string, string>,
): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (!methods.includes('client_secret_basic')) {
    const body = new URLSearchParams({ ...form, client_id: clientId, client_secret: clientSecret })
    return { method: 'POST', headers, body }
  }
  const pair = [clientId, clientSecret].map(encodeURIComponent).join(':')
  headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`
  return { method: 'POST', headers, body: new URLSearchParams(form) }
}

const UserInfo = z.object({
  sub: z.string(),
  email: z.string().optional(),
  email_verified: z.unknown(),
  name: z.string().optional(),
})

/** Some providers tell the address only here. It must be about the same subject (OpenID Connect Core 1.0, section 5.3.2). */
async function withUserInfo(provider: Provider, claims: Claims, token: string | undefined): Promise<Claims> {
  const { userinfo_endpoint: address } = await provider.metadata()
  if (!address || !token) return claims
  const { body } = await provider.ask(address, { headers: { authorization: `Bearer ${token}` } })
  const told = UserInfo.safeParse(body)
  if (!told.success || told.data.sub !== claims.sub) return claims
  const { email, email_verified: verified, name = claims.name } = told.data
  return { ...claims, email, email_verified: verified === true || verified === 'true', name }
}

function personFrom({ iss, sub, email, email_verified: verified, name }: Claims): CompanyPerson {
  const vouched = verified === true || verified === 'true'
  const address = z.email().safeParse(email?.toLowerCase())
  return {
    issuer: iss,
    subject: sub,
    confirmedEmail: vouched && address.success ? address.data : null,
    name: name ?? null,
  }
}

/** A small company sign-in on loopback (OpenID Connect, code flow with PKCE), for tests. */
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the provider says of whoever signs in next, and how it misbehaves. */
interface Persona {
  sub: string
  email?: string
  email_verified?: boolean | string
  name?: string
  /** Claims to put in place of the right ones. */
  wrong?: Record<string, unknown>
  /** Signs with a key that is not the provider's. */
  forged?: boolean
  /** Says the address only at the userinfo address. */
  elsewhere?: boolean
}

interface Pair {
  publicKey: KeyObject
  privateKey: KeyObject
}

export interface CompanyProvider {
  issuer: string
  settings: { clientId: string; clientSecret: string; name: string }
  persona: Persona
  /** How each code was changed for a proof. */
  exchanges: { verifierFits: boolean; secret: string }[]
  codes: Map<string, { challenge: string; nonce: string }>
  keys: Pair
  forger: Pair
  start(): Promise<void>
  stop(): Promise<void>
}

const newPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

export async function openCompanyProvider(): Promise<CompanyProvider> {
  let server: Server | undefined
  let port = 0
  const provider: CompanyProvider = {
    issuer: '',
    settings: { clientId: 'sightline', clientSecret: 'a secret of the provider', name: 'Tidewater Login' },
    persona: { sub: 'nobody' },
    exchanges: [],
    codes: new Map(),
    keys: newPair(),
    forger: newPair(),
    start: async () => {
      server = createServer(async (request, response) => {
        const body = await answer(provider, request)
        response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
      })
      await new Promise<void>((done) => server?.listen(port, '127.0.0.1', done))
      port = (server.address() as AddressInfo).port
      provider.issuer = `http://127.0.0.1:${port}`
    },
    stop: async () => {
      server?.closeAllConnections()
      await new Promise((done) => server?.close(done))
    },
  }
  await provider.start()
  return provider
}

/** Signs the persona in at the address that a browser was sent to; gives where the browser goes then. */
export function signInAtCompany({ codes }: CompanyProvider, address: string): string {
  const asked = new URL(address).searchParams
  const code = randomUUID()
  codes.set(code, { challenge: asked.get('code_challenge') ?? '', nonce: asked.get('nonce') ?? '' })
  const back = new URL(asked.get('redirect_uri') ?? '')
  back.searchParams.set('code', code)
  back.searchParams.set('state', asked.get('state') ?? '')
  return back.href
}

async function answer(provider: CompanyProvider, request: IncomingMessage): Promise<unknown> {
  const { issuer, persona, keys } = provider
  if (request.url === '/.well-known/openid-configuration')
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      userinfo_endpoint: `${issuer}/userinfo`,
    }
  if (request.url === '/keys')
    return { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256' }] }
  if (request.url === '/userinfo') {
    const { sub, email, email_verified } = persona
    return { sub, email, email_verified }
  }
  return tokens(provider, request)
}

async function tokens(provider: CompanyProvider, request: IncomingMessage): Promise<unknown> {
  let body = ''
  for await (const part of request) body += part
  const form = new URLSearchParams(body)
  const code = form.get('code') ?? ''
  const known = provider.codes.get(code)
  provider.codes.delete(code)
  const verifier = form.get('code_verifier') ?? ''
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const [, basic = ''] = (request.headers.authorization ?? '').split(' ')
  const secret = decodeURIComponent(Buffer.from(basic, 'base64').toString().split(':')[1] ?? '')
  provider.exchanges.push({ verifierFits: challenge === known?.challenge, secret })
  if (!known) return { error: 'invalid_grant' }
  return { access_token: 'a', token_type: 'Bearer', id_token: idToken(provider, known.nonce) }
}

function idToken({ issuer, settings, persona, keys, forger }: CompanyProvider, nonce: string): string {
  const { sub, email, email_verified, name, wrong = {}, forged = false, elsewhere = false } = persona
  const now = Math.floor(Date.now() / 1000)
  const address = elsewhere ? {} : { email, email_verified }
  const own = { iss: issuer, aud: settings.clientId, sub, nonce, iat: now, exp: now + 300, name }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'RS256', kid: 'one' })}.${part({ ...own, ...address, ...wrong })}`
  const key = (forged ? forger : keys).privateKey
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`
}

import { z } from 'zod'
import { Unavailable } from '../errors.ts'

/** How the company's sign-in is reached: OpenID Connect, the code flow with PKCE. */
export interface CompanySettings {
  /** As the provider names itself: https://login.example.org */
  issuer: string
  clientId: string
  clientSecret: string
  /** What people call it: "Sign in with NAME". */
  name: string
}

/** OpenID Connect Discovery 1.0, section 3, as far as the code flow needs it. */
const Metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
})
export type Metadata = z.infer<typeof Metadata>

const Keys = z.object({ keys: z.array(z.looseObject({ kid: z.string().optional(), kty: z.string() })) })
export type Key = z.infer<typeof Keys>['keys'][number]

const PATIENCE_MS = 5000
const FRESH_MS = 3600_000
/** Keys are asked for again because of an unknown one at most this often. */
const KEYS_AGAIN_MS = 60_000
const MOST_BYTES = 500_000

export interface Provider {
  readonly settings: CompanySettings
  /** What the provider says of itself; asked for when needed, so that a provider that was down is found when it is up. */
  metadata(): Promise<Metadata>
  /** The key with this id; undefined when the provider has none. */
  key(kid: string | undefined): Promise<Key | undefined>
  /** A JSON answer of one of its addresses. Throws `Unavailable` when none comes. */
  ask(address: string, request?: RequestInit): Promise<{ status: number; body: unknown }>
}

/** Nothing is asked before the first sign-in. Throws nothing itself; see `metadata`. */
export function openProvider(settings: CompanySettings): Provider {
  const { issuer } = settings
  const ask: Provider['ask'] = (address, request) => askJson(address, request, settings.name)
  const metadata = remembered(FRESH_MS, async () => {
    const { status, body } = await ask(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
    const parsed = Metadata.safeParse(body)
    if (status !== 200 || !parsed.success) throw misconfigured(settings, 'does not describe itself as one')
    if (parsed.data.issuer !== issuer) throw misconfigured(settings, `calls itself ${parsed.data.issuer}`)
    return parsed.data
  })
  const keys = remembered(FRESH_MS, async () => {
    const parsed = Keys.safeParse((await ask((await metadata()).jwks_uri)).body)
    if (!parsed.success) throw misconfigured(settings, 'does not give its keys')
    return parsed.data.keys
  })
  const find = async (kid: string | undefined, oldest?: number) =>
    (await keys(oldest)).find((key) => kid === undefined || key.kid === kid)
  return { settings, metadata, ask, key: async (kid) => (await find(kid)) ?? find(kid, KEYS_AGAIN_MS) }
}

/** Keeps what was given for a while; a failure is not kept. `oldest`: take nothing older than that, in milliseconds. */
function remembered<T>(freshMs: number, give: () => Promise<T>): (oldest?: number) => Promise<T> {
  let kept: { at: number; value: T } | undefined
  return async (oldest = freshMs) => {
    if (kept && Date.now() - kept.at < oldest) return kept.value
    kept = { at: Date.now(), value: await give() }
    return kept.value
  }
}

async function askJson(address: string, request: RequestInit = {}, name: string) {
  let response: Response
  let text: string
  try {
    response = await fetch(address, {
      ...request,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    text = await response.text()
  } catch (error) {
    throw new Unavailable(
      `${name} does not answer. Try again in a moment; if you have a password here, sign in with that meanwhile.`,
      { cause: error },
    )
  }
  try {
    return { status: response.status, body: text.length > MOST_BYTES ? null : (JSON.parse(text) as unknown) }
  } catch {
    return { status: response.status, body: null }
  }
}

function misconfigured({ name, issuer }: CompanySettings, what: string): Unavailable {
  return new Unavailable(
    `${name} is not set up rightly: what answers at ${issuer} ${what}. Tell whoever runs Sightline to check OIDC_ISSUER.`,
  )
}

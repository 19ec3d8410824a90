import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { StoreSettings } from './db/connect.ts'
import { Invalid } from './errors.ts'
import type { CompanySettings } from './identity/provider.ts'

export interface Config {
  host: string
  port: number
  store: StoreSettings
  /** Where people find this installation, such as https://sightline.example.org; null: where it listens. */
  publicAddress: string | null
  /** How many reverse proxies of ours stand before it. */
  proxies: number
  /** The key of the cookies, where it is given; null: Sightline makes and keeps one. */
  secret: string | null
  mail: MailSettings
  /** null: there is no company sign-in. */
  company: CompanySettings | null
}

export interface MailSettings {
  /** smtp://user:password@host:port; null: mails are kept for the owner to read, and sent nowhere. */
  smtp: string | null
  from: string
}

/** The settings, as the help prints them. */
export const SETTINGS = [
  ['PORT', 'the port of the web address (3000)'],
  ['HOST', 'the name or address to listen on (localhost); 0.0.0.0 for every network'],
  ['SIGHTLINE_DATA', `the folder for the data (${dataDirectory({})})`],
  ['SIGHTLINE_POSTGRES', '"npm", "system", or the folder with the programs of a PostgreSQL (npm)'],
  ['DATABASE_URL', 'postgresql://user:password@host/database: use that PostgreSQL, 15 or newer, instead'],
  ['SIGHTLINE_URL', 'where people find it, such as https://sightline.example.org (where it listens)'],
  ['SIGHTLINE_PROXIES', 'how many reverse proxies of yours stand before it and add X-Forwarded-For (0)'],
  ['SIGHTLINE_SECRET', 'the key of the cookies, 32 characters or more (made once and kept with the data)'],
  ['SMTP_URL', 'smtp://user:password@host:587, to send mails (none: the owner reads them under Mail)'],
  ['MAIL_FROM', 'the sender of mails, such as Sightline <sightline@example.org>'],
  ['OIDC_ISSUER', 'company sign-in by OpenID Connect: the address that the provider calls itself'],
  ['OIDC_CLIENT_ID', 'what the provider calls Sightline'],
  ['OIDC_CLIENT_SECRET', 'and the secret that it gave for it'],
  ['OIDC_NAME', 'what people call it, for the button “Sign in with …” (the name of its host)'],
] as const

type Environment = Record<string, string | undefined>

/** The only reader of the environment. Throws `Invalid` with one sentence that names the faulty setting. */
export function readConfig(environment: Environment = process.env): Config {
  return {
    host: environment.HOST || 'localhost',
    port: readPort(environment.PORT),
    store: readStore(environment),
    publicAddress: readAddress(environment.SIGHTLINE_URL),
    proxies: readProxies(environment.SIGHTLINE_PROXIES),
    secret: readSecret(environment.SIGHTLINE_SECRET),
    mail: readMail(environment),
    company: readCompany(environment),
  }
}

function readAddress(given: string | undefined): string | null {
  if (!given) return null
  const address = urlFrom(given)
  const isPlain = address && /^https?:$/.test(address.protocol) && address.href === `${address.origin}/`
  if (isPlain) return address.origin
  throw new Invalid(
    `SIGHTLINE_URL is "${given}". Give the address alone, without a path: https://sightline.example.org`,
  )
}

function urlFrom(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

function readProxies(given: string | undefined): number {
  if (!given) return 0
  if (/^[0-9]$/.test(given)) return Number(given)
  throw new Invalid(`SIGHTLINE_PROXIES is "${given}". Give their number, from 0 to 9.`)
}

function readSecret(given: string | undefined): string | null {
  if (!given) return null
  if (given.length >= 32) return given
  throw new Invalid('SIGHTLINE_SECRET is too short. Give 32 characters or more that nobody can guess.')
}

function readMail({ SMTP_URL: smtp, MAIL_FROM: from, SIGHTLINE_URL: url }: Environment): MailSettings {
  if (smtp && !/^smtps?:$/.test(urlFrom(smtp)?.protocol ?? ''))
    throw new Invalid('SMTP_URL must begin with smtp:// or smtps://, as in smtp://user:password@host:587.')
  if (from && !/^[^\r\n<>]*(<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(from))
    throw new Invalid(`MAIL_FROM is "${from}". Give an address, as in Sightline <sightline@example.org>.`)
  const host = urlFrom(url ?? '')?.hostname ?? 'localhost'
  return { smtp: smtp || null, from: from || `Sightline <no-reply@${host}>` }
}

function readCompany(environment: Environment): CompanySettings | null {
  const wanted = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']
  const missing = wanted.filter((name) => !environment[name])
  if (missing.length === wanted.length) return null
  if (missing.length > 0)
    throw new Invalid(
      `The company sign-in needs ${missing.join(' and ')} as well, or none of ${wanted.join(', ')}.`,
    )
  const {
    OIDC_ISSUER: issuer = '',
    OIDC_CLIENT_ID: clientId = '',
    OIDC_CLIENT_SECRET: clientSecret = '',
  } = environment
  const host = urlFrom(issuer)
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(host?.hostname ?? '')
  if (!host || !(host.protocol === 'https:' || isLocal))
    throw new Invalid(`OIDC_ISSUER is "${issuer}". Give the https address that the provider calls itself.`)
  return { issuer, clientId, clientSecret, name: environment.OIDC_NAME || host.host }
}

function readPort(given: string | undefined): number {
  if (!given) return 3000
  const port = Number(given)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new Invalid(
    `PORT is "${given}", which is not a port. Give a number from 1 to 65535, or 0 for any free one.`,
  )
}

function readStore(environment: Environment): StoreSettings {
  const url = environment.DATABASE_URL
  if (!url) {
    const binaries = environment.SIGHTLINE_POSTGRES || 'npm'
    return { kind: 'managed', home: resolve(dataDirectory(environment)), binaries }
  }
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new Invalid(
      'DATABASE_URL must begin with postgresql://, as in postgresql://user:password@host/database.',
    )
  }
  return { kind: 'external', url, setting: 'DATABASE_URL' }
}

/**
 * Whether anybody but the users of this machine can come in: by the network it listens on, or through a proxy before it,
 * which a public address or a number of proxies tells of.
 */
export function isOpenToOthers({
  host,
  publicAddress,
  proxies,
}: Pick<Config, 'host' | 'publicAddress' | 'proxies'>): boolean {
  const known = publicAddress === null ? host : new URL(publicAddress).hostname
  return proxies > 0 || ![host, known].every((name) => LOCAL.includes(name))
}

const LOCAL = ['localhost', '127.0.0.1', '::1', '[::1]']

/** `XDG_DATA_HOME`, or its default ~/.local/share; for root the place for the state of services. */
function dataDirectory(environment: Environment): string {
  if (environment.SIGHTLINE_DATA) return environment.SIGHTLINE_DATA
  if (process.getuid?.() === 0) return '/var/lib/sightline'
  return join(environment.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'sightline')
}

import { Kysely, PostgresDialect } from 'kysely'
import { openPool, persistently } from '../db/database.ts'
import type { Server } from '../db/server.ts'
import { type Accounts, openAccounts } from './accounts.ts'
import { createAuth } from './auth.ts'
import { type Company, openCompany } from './company.ts'
import { type Limits, openLimits } from './limits.ts'
import type { CompanySettings } from './provider.ts'
import { openSecondFactor, type SecondFactor } from './second-factor.ts'
import { keyFor, readSecret, type SecretPlace } from './secret.ts'
import { openSessions, type Sessions } from './sessions.ts'
import type { IdentityTables } from './tables.ts'

/** Who can sign in and how. It knows accounts, and nothing of organisations; better-auth is behind it and nowhere else. */
export interface Identity {
  /** Where people find this installation, without a slash at the end: https://sightline.example.org */
  readonly address: string
  /** How many proxies of ours stand before us, whose word about the browser's address is believed. */
  readonly proxies: number
  /** null: there is no company sign-in. */
  readonly company: Company | null
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly secondFactor: SecondFactor
  readonly limits: Limits
  /** A secret for one purpose of the caller's own. */
  keyFor(purpose: string): string
  close(): Promise<void>
}

export interface IdentityOptions {
  server: Pick<Server, 'connection' | 'ensure'>
  address: string
  secret: SecretPlace
  company: CompanySettings | null
  proxies?: number
  /** The name of the database, where it is not the server's usual one. */
  database?: string
  log: (message: string) => void
}

const CONNECTIONS = 4

/** Opens the way to the accounts. The schema must be there: see migrations/0005-account.sql. */
export async function openIdentity(options: IdentityOptions): Promise<Identity> {
  const { address, company, proxies = 0, log } = options
  const db = openDatabase(options)
  const secret = await readSecret(options.secret, db.withSchema('identity'))
  const cookieKey = keyFor(secret, 'better-auth')
  const auth = createAuth({ db, address, secret: cookieKey, log })
  const limits = openLimits(db, keyFor(secret, 'limits'))
  const redirectTo = `${address}/sign-in/company/back`
  return {
    address,
    proxies,
    company: company && openCompany({ settings: company, redirectTo, key: keyFor(secret, 'company') }),
    accounts: openAccounts(auth, db),
    sessions: openSessions({ auth, db, secret: cookieKey }),
    secondFactor: openSecondFactor(auth, db, limits),
    limits,
    keyFor: (purpose) => keyFor(secret, `own ${purpose}`),
    close: () => db.destroy(),
  }
}

/** Like the product's own pool: waits for a database that is on its way, and survives a lost connection. */
function openDatabase({ server, database, log }: IdentityOptions): Kysely<IdentityTables> {
  const ensure = () => server.ensure()
  const connection = server.connection('application', database)
  const options = { connection, role: null, ensure, log, maxConnections: CONNECTIONS }
  const pool = openPool(options)
  const patient = {
    connect: () => persistently(options, () => pool.connect()),
    end: () => pool.end(),
    options: {},
  }
  return new Kysely({ dialect: new PostgresDialect({ pool: patient }) })
}

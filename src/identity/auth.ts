import { AsyncLocalStorage } from 'node:async_hooks'
import { randomInt } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { IdentityTables } from './tables.ts'

/** A session lasts this long, whatever is done in it; then the password is asked for again. */
const SESSION_SECONDS = 14 * 24 * 3600
/** How long the link of a mail works: for a new password, and for confirming an address. */
const RESET_SECONDS = 3600
const VERIFICATION_SECONDS = 3 * 24 * 3600
const PENDING_COOKIE = 'two_factor'

/** What better-auth would put into a mail. It is handed back to whoever asked for it, who writes and queues the letter. */
interface Letter {
  accountId: string
  email: string
  name: string
  token: string
}

const letters = new AsyncLocalStorage<Letter[]>()

/** The letters that better-auth asks for while it does `work`. */
export async function lettersOf(work: () => Promise<unknown>): Promise<Letter[]> {
  const asked: Letter[] = []
  await letters.run(asked, work)
  return asked
}

async function take({ user, token }: { user: { id: string; email: string; name: string }; token: string }) {
  letters.getStore()?.push({ accountId: user.id, email: user.email, name: user.name, token })
}

/** Two calls for the server alone, which better-auth has no endpoint for. */
const ownCalls = () => ({
  id: 'sightline',
  endpoints: {
    /** Begins a session for an account that has proved itself in another way: company sign-in, a new account. */
    beginSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ accountId: z.string() }) },
      async (c) => {
        const user = await c.context.internalAdapter.findUserById(c.body.accountId)
        if (!user) return c.json({ begun: false })
        const session = await c.context.internalAdapter.createSession(user.id)
        await setSessionCookie(c, { session, user })
        return c.json({ begun: true })
      },
    ),
    /** Whose second factor is being waited for; null when nobody's, or no longer. */
    pendingAccount: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, async (c) => {
      const { name } = c.context.createAuthCookie(PENDING_COOKIE)
      const identifier = await c.getSignedCookie(name, c.context.secret)
      const waiting = identifier ? await c.context.internalAdapter.findVerificationValue(identifier) : null
      return c.json({ accountId: waiting && waiting.expiresAt > new Date() ? waiting.value : null })
    }),
  },
})

/** Letters and digits that are not taken for each other when they are read from paper. */
const CLEAR = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten codes, such as 7kq4m-xw2ch: ten signs of 31 are some 49 bits. */
function recoveryCodes(): string[] {
  const five = () => Array.from({ length: 5 }, () => CLEAR[randomInt(CLEAR.length)]).join('')
  return Array.from({ length: 10 }, () => `${five()}-${five()}`)
}

interface AuthOptions {
  db: Kysely<IdentityTables>
  /** Where people find this installation: https://… makes the cookies secure. */
  address: string
  secret: string
  log: (message: string) => void
}

/**
 * The better-auth of this installation. It has tables of its own in the schema `identity`, and no address on the web: only
 * the files of this folder call it. Signing up is no call of its own; see `accounts.ts`.
 */
export function createAuth({ db, address, secret, log }: AuthOptions) {
  return betterAuth({
    appName: 'Sightline',
    baseURL: address,
    secret,
    database: { db, type: 'postgres', schemaName: 'identity', transaction: true },
    telemetry: { enabled: false },
    // Wrong passwords are no news for the log; what is a fault of ours is.
    logger: { level: 'error', log: (_level, message) => log(`Sign-in: ${message}`) },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // What makes a good password is said by src/account/password.ts.
      minPasswordLength: 1,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      sendResetPassword: take,
    },
    emailVerification: { expiresIn: VERIFICATION_SECONDS, sendVerificationEmail: take },
    advanced: {
      cookiePrefix: 'sightline',
      useSecureCookies: address.startsWith('https:'),
      database: { generateId: 'uuid' },
      // Addresses are counted in `limits.ts`, as fingerprints; sessions need not know them.
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      twoFactor({ issuer: 'Sightline', backupCodeOptions: { customBackupCodesGenerate: recoveryCodes } }),
      ownCalls(),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>

import type { Kysely } from 'kysely'
import type { Auth } from './auth.ts'
import { browserOf, outcomeOf } from './browser.ts'
import { sessionToken } from './session-cookie.ts'
import type { IdentityTables } from './tables.ts'

/** How exact the last use of a session is. */
const USED_EVERY_MS = 300_000

export interface Session {
  id: string
  accountId: string
  /** What the browser calls itself; null: it did not say. */
  userAgent: string | null
  begunAt: Date
  usedAt: Date
  endsAt: Date
}

/** `code`: the password was right, and now the second factor is asked for. */
export type SignIn = { outcome: 'in' | 'code'; accountId: string; cookies: string[] } | { outcome: 'no' }

export interface Sessions {
  /** The session that the cookies carry; null when there is none, or it has ended. */
  current(headers: Headers): Promise<Session | null>
  /** Takes as long for an unknown address as for a wrong password. */
  signIn(given: { email: string; password: string }, headers: Headers): Promise<SignIn>
  /** For whoever has proved themselves in another way. Gives the cookies. */
  begin(accountId: string, headers: Headers): Promise<string[]>
  /** Ends the session of these cookies; gives the cookies that remove them. */
  signOut(headers: Headers): Promise<string[]>
  list(accountId: string): Promise<Session[]>
  /** Whether there was such a session. */
  end(accountId: string, sessionId: string): Promise<boolean>
  /** Ends all but the one named. Gives how many. */
  endOthers(accountId: string, keep: string | null): Promise<number>
}

interface Reading {
  auth: Auth
  db: Kysely<IdentityTables>
  /** What better-auth signs its cookies with. */
  secret: string
}

export function openSessions({ auth, db: plain, secret }: Reading): Sessions {
  const db = plain.withSchema('identity')
  return {
    current: (headers) => current({ auth, db, secret }, headers),
    signIn: (given, headers) => signIn(auth, given, headers),
    begin: async (accountId, headers) => {
      const call = auth.api.beginSession({
        body: { accountId },
        headers: browserOf(headers),
        returnHeaders: true,
      })
      const outcome = await outcomeOf(call)
      return 'refused' in outcome ? [] : outcome.cookies
    },
    signOut: async (headers) => {
      const outcome = await outcomeOf(auth.api.signOut({ headers: browserOf(headers), returnHeaders: true }))
      return 'refused' in outcome ? [] : outcome.cookies
    },
    list: async (accountId) => {
      const rows = await db
        .selectFrom('session')
        .selectAll()
        .where('userId', '=', accountId)
        .where('expiresAt', '>', new Date())
        .orderBy('updatedAt', 'desc')
        .execute()
      return rows.map(sessionFrom)
    },
    end: async (accountId, sessionId) => {
      const gone = await ofAccount(db, accountId).where('id', '=', sessionId).execute()
      return gone.length > 0
    },
    endOthers: async (accountId, keep) => {
      const gone = await ofAccount(db, accountId)
        .$if(keep !== null, (query) => query.where('id', '!=', keep))
        .execute()
      return gone.length
    },
  }
}

function ofAccount(db: Kysely<IdentityTables>, accountId: string) {
  return db.deleteFrom('session').where('userId', '=', accountId).returning('id')
}

async function current({ auth, db, secret }: Reading, headers: Headers) {
  const cookies = headers.get('cookie') ?? ''
  if (!cookies.includes('session_token')) return null
  const { name } = (await auth.$context).authCookies.sessionToken
  const token = sessionToken(cookies, name, secret)
  if (token === null) return null
  const session = await db
    .selectFrom('session')
    .selectAll()
    .where('token', '=', token)
    .where('expiresAt', '>', new Date())
    .executeTakeFirst()
  if (!session) return null
  if (Date.now() - session.updatedAt.getTime() > USED_EVERY_MS)
    await db.updateTable('session').set({ updatedAt: new Date() }).where('id', '=', session.id).execute()
  return sessionFrom(session)
}

async function signIn(
  auth: Auth,
  body: { email: string; password: string },
  headers: Headers,
): Promise<SignIn> {
  const call = auth.api.signInEmail({ body, headers: browserOf(headers), returnHeaders: true })
  const outcome = await outcomeOf(call)
  if ('refused' in outcome) return { outcome: 'no' }
  const { answer, cookies } = outcome
  if ('user' in answer) return { outcome: 'in', accountId: answer.user.id, cookies }
  return { outcome: 'code', accountId: '', cookies }
}

type Stored = Omit<IdentityTables['session'], 'token' | 'userAgent'> & {
  userAgent?: string | null | undefined
}

function sessionFrom({ id, userId, userAgent, createdAt, updatedAt, expiresAt }: Stored): Session {
  return {
    id,
    accountId: userId,
    userAgent: userAgent || null,
    begunAt: createdAt,
    usedAt: updatedAt,
    endsAt: expiresAt,
  }
}

import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Conflict } from '../errors.ts'
import { type Auth, lettersOf } from './auth.ts'
import { browserOf, outcomeOf } from './browser.ts'
import { type IdentityTables, PASSWORD } from './tables.ts'

/** Somebody who can sign in. Which organisations they belong to is not known here. */
export interface Account {
  id: string
  email: string
  name: string
  /** Whoever has it has shown that the address is theirs. */
  isConfirmed: boolean
  hasPassword: boolean
  hasSecondFactor: boolean
  /** Signs in through the company. */
  hasCompany: boolean
  madeAt: Date
  /** The last use of any session that has not ended; null: none. */
  usedAt: Date | null
}

interface NewAccount {
  email: string
  name: string
  /** null: signs in through the company only, until a password is set by a link. */
  password: string | null
  isConfirmed: boolean
}

/** The account of somebody at the company's sign-in. */
export interface CompanySubject {
  issuer: string
  subject: string
}

/** A link of a mail, before it is a link. */
interface MailToken {
  accountId: string
  token: string
}

export interface Accounts {
  /** Gives the account's id. Throws `Conflict` when the address has an account. */
  create(account: NewAccount): Promise<string>
  /** Removes the account with its sessions, password and second factor. */
  remove(id: string): Promise<void>
  list(ids: string[]): Promise<Account[]>
  find(id: string): Promise<Account | undefined>
  findByEmail(email: string): Promise<Account | undefined>
  findByCompany(subject: CompanySubject): Promise<Account | undefined>
  linkCompany(id: string, subject: CompanySubject): Promise<void>
  rename(id: string, name: string): Promise<void>
  /** Ends the other sessions and renews this one. null: the current password is wrong. */
  changePassword(headers: Headers, current: string, wanted: string): Promise<string[] | null>
  /** What the link for a new password needs; null when nobody has this address. */
  askForReset(email: string): Promise<MailToken | null>
  /** Whose password a link would set; null when it does not work any more. */
  findReset(token: string): Promise<Account | null>
  /** Sets the password and ends all sessions. The address counts as confirmed: the link came by mail. */
  reset(token: string, password: string): Promise<string | null>
  askForConfirmation(email: string): Promise<MailToken | null>
  /** The account whose address is now confirmed; null when the link does not work any more. */
  confirm(token: string): Promise<Account | null>
}

export function openAccounts(auth: Auth, plain: Kysely<IdentityTables>): Accounts {
  const db = plain.withSchema('identity')
  const one = async (where: { id?: string; email?: string }) => {
    const { id, email } = where
    const [row] = await selectAccounts(db)
      .$if(id !== undefined, (query) => query.where('u.id', '=', id ?? ''))
      .$if(email !== undefined, (query) => query.where('u.email', '=', (email ?? '').toLowerCase()))
      .execute()
    return row && accountFrom(row)
  }
  return {
    create: (account) => create(auth, db, account),
    remove: async (id) => {
      await db.deleteFrom('user').where('id', '=', id).execute()
    },
    list: async (ids) => {
      if (ids.length === 0) return []
      return (await selectAccounts(db).where('u.id', 'in', ids).execute()).map(accountFrom)
    },
    find: (id) => one({ id }),
    findByEmail: (email) => one({ email }),
    findByCompany: async ({ issuer, subject }) => {
      const row = await db
        .selectFrom('account')
        .select('userId')
        .where('providerId', '=', issuer)
        .where('accountId', '=', subject)
        .executeTakeFirst()
      return row && one({ id: row.userId })
    },
    linkCompany: async (userId, { issuer, subject }) => {
      await insertCredential(db, { userId, providerId: issuer, accountId: subject, password: null })
    },
    rename: async (id, name) => {
      await db.updateTable('user').set({ name, updatedAt: new Date() }).where('id', '=', id).execute()
    },
    ...passwords(auth, one),
    ...confirmations(auth, db, one),
  }
}

type One = (where: { id?: string; email?: string }) => Promise<Account | undefined>

function passwords(auth: Auth, one: One): Pick<Accounts, 'changePassword' | 'askForReset' | 'findReset'> {
  return {
    changePassword: async (headers, currentPassword, newPassword) => {
      const call = auth.api.changePassword({
        body: { currentPassword, newPassword, revokeOtherSessions: true },
        headers: browserOf(headers),
        returnHeaders: true,
      })
      const outcome = await outcomeOf(call)
      return 'refused' in outcome ? null : outcome.cookies
    },
    askForReset: async (email) => {
      const [letter] = await lettersOf(() => auth.api.requestPasswordReset({ body: { email } }))
      return letter ?? null
    },
    findReset: async (token) => {
      const { internalAdapter } = await auth.$context
      const waiting = await internalAdapter.findVerificationValue(`reset-password:${token}`)
      if (!waiting || waiting.expiresAt < new Date()) return null
      return (await one({ id: waiting.value })) ?? null
    },
  }
}

function confirmations(
  auth: Auth,
  db: Kysely<IdentityTables>,
  one: One,
): Pick<Accounts, 'reset' | 'askForConfirmation' | 'confirm'> {
  const confirmed = (id: string) =>
    db.updateTable('user').set({ emailVerified: true, updatedAt: new Date() }).where('id', '=', id).execute()
  return {
    reset: async (token, newPassword) => {
      const { internalAdapter } = await auth.$context
      const waiting = await internalAdapter.findVerificationValue(`reset-password:${token}`)
      const outcome = await outcomeOf(
        auth.api.resetPassword({ body: { token, newPassword }, returnHeaders: true }),
      )
      if ('refused' in outcome || !waiting) return null
      await confirmed(waiting.value)
      return waiting.value
    },
    askForConfirmation: async (email) => {
      const [letter] = await lettersOf(() => auth.api.sendVerificationEmail({ body: { email } }))
      return letter ?? null
    },
    confirm: async (token) => {
      const outcome = await outcomeOf(auth.api.verifyEmail({ query: { token }, returnHeaders: true }))
      if ('refused' in outcome) return null
      const { email } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
        email: string
      }
      return (await one({ email })) ?? null
    },
  }
}

async function create(auth: Auth, db: Kysely<IdentityTables>, account: NewAccount): Promise<string> {
  const { email, name, password, isConfirmed } = account
  const hash = password === null ? null : await (await auth.$context).password.hash(password)
  const id = randomUUID()
  const at = new Date()
  return db.transaction().execute(async (tx) => {
    const made = await tx
      .insertInto('user')
      .values({
        id,
        name,
        email: email.toLowerCase(),
        emailVerified: isConfirmed,
        createdAt: at,
        updatedAt: at,
        image: null,
        twoFactorEnabled: false,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw new Conflict('There is an account with this address already. Sign in with it.')
    if (hash) await insertCredential(tx, { userId: id, providerId: PASSWORD, accountId: id, password: hash })
    return id
  })
}

type Credential = Pick<IdentityTables['account'], 'userId' | 'providerId' | 'accountId' | 'password'>

async function insertCredential(db: Kysely<IdentityTables>, credential: Credential): Promise<void> {
  const at = new Date()
  await db
    .insertInto('account')
    .values({ ...credential, id: randomUUID(), createdAt: at, updatedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function selectAccounts(db: Kysely<IdentityTables>) {
  return db.selectFrom('user as u').select((of) => [
    'u.id',
    'u.email',
    'u.name',
    'u.emailVerified',
    'u.createdAt',
    'u.twoFactorEnabled',
    of
      .exists(
        of
          .selectFrom('account as a')
          .select('a.id')
          .whereRef('a.userId', '=', 'u.id')
          .where('a.providerId', '=', PASSWORD),
      )
      .as('hasPassword'),
    of
      .exists(
        of
          .selectFrom('account as a')
          .select('a.id')
          .whereRef('a.userId', '=', 'u.id')
          .where('a.providerId', '!=', PASSWORD),
      )
      .as('hasCompany'),
    of
      .selectFrom('session as s')
      .select((row) => row.fn.max('s.updatedAt').as('at'))
      .whereRef('s.userId', '=', 'u.id')
      .as('usedAt'),
  ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAccounts>['execute']>>[number]

function accountFrom({
  emailVerified,
  twoFactorEnabled,
  createdAt,
  usedAt,
  hasPassword,
  hasCompany,
  ...rest
}: Row): Account {
  return {
    ...rest,
    isConfirmed: emailVerified,
    hasSecondFactor: twoFactorEnabled === true,
    hasPassword: Boolean(hasPassword),
    hasCompany: Boolean(hasCompany),
    madeAt: createdAt,
    usedAt,
  }
}

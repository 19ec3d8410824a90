import type { Kysely } from 'kysely'
import type { Auth } from './auth.ts'
import { browserOf, outcomeOf } from './browser.ts'
import type { Limits } from './limits.ts'
import type { IdentityTables } from './tables.ts'

/** A code counts once. It is good for its own half minute and the two beside it. */
const CODE_ONCE = { name: 'code used', most: 1, seconds: 120 }

/** What an authenticator app needs, and the codes for the day it is lost. Shown once. */
export interface Setup {
  /** otpauth://…, for the picture. */
  uri: string
  /** The same secret, to type. */
  secret: string
  recoveryCodes: string[]
}

/** `again`: sign in again, as the time or the attempts for this one are over. `locked`: too many wrong codes. */
export type CodeAnswer =
  | { outcome: 'in'; accountId: string; cookies: string[] }
  | { outcome: 'wrong' | 'again' | 'locked' }

export interface SecondFactor {
  /** Makes the secret; it asks for nothing until it is confirmed. null: the password is wrong. */
  begin(headers: Headers, password: string): Promise<Setup | null>
  /** The first code from the app turns it on. null: the code is wrong. */
  confirm(headers: Headers, code: string): Promise<string[] | null>
  /** null: the password is wrong. */
  stop(headers: Headers, password: string): Promise<string[] | null>
  /** New recovery codes; the old ones end. null: the password is wrong. */
  renewCodes(headers: Headers, password: string): Promise<string[] | null>
  /** Whose code is being waited for after the password; null: nobody's. */
  pending(headers: Headers): Promise<string | null>
  /** Ends the sign-in that waits for a code: one from the app, or a recovery code. */
  answer(headers: Headers, given: { code: string; isRecovery: boolean }): Promise<CodeAnswer>
  /** For whoever has lost the app and the recovery codes. */
  remove(accountId: string): Promise<void>
}

export function openSecondFactor(auth: Auth, plain: Kysely<IdentityTables>, limits: Limits): SecondFactor {
  const db = plain.withSchema('identity')
  const pending = async (headers: Headers) =>
    (await auth.api.pendingAccount({ headers: browserOf(headers) })).accountId
  return {
    begin: (headers, password) => begin(auth, headers, password),
    confirm: async (headers, code) => {
      const call = auth.api.verifyTOTP({ body: { code }, headers: browserOf(headers), returnHeaders: true })
      const outcome = await outcomeOf(call)
      if ('refused' in outcome) return null
      const session = await auth.api.getSession({ headers: browserOf(headers) })
      if (session) await limits.take(CODE_ONCE, `${session.user.id} ${code}`)
      return outcome.cookies
    },
    stop: async (headers, password) => {
      const call = auth.api.disableTwoFactor({
        body: { password },
        headers: browserOf(headers),
        returnHeaders: true,
      })
      const outcome = await outcomeOf(call)
      return 'refused' in outcome ? null : outcome.cookies
    },
    renewCodes: async (headers, password) => {
      const call = auth.api.generateBackupCodes({
        body: { password },
        headers: browserOf(headers),
        returnHeaders: true,
      })
      const outcome = await outcomeOf(call)
      return 'refused' in outcome ? null : outcome.answer.backupCodes
    },
    pending,
    answer: async (headers, { code, isRecovery }) => {
      const accountId = await pending(headers)
      if (!accountId) return { outcome: 'again' }
      const isUsed = !isRecovery && (await limits.take(CODE_ONCE, `${accountId} ${code}`)) !== null
      return isUsed ? { outcome: 'wrong' } : answer(auth, { headers, accountId, code, isRecovery })
    },
    remove: async (accountId) => {
      await db.deleteFrom('twoFactor').where('userId', '=', accountId).execute()
      await db.updateTable('user').set({ twoFactorEnabled: false }).where('id', '=', accountId).execute()
    },
  }
}

async function begin(auth: Auth, headers: Headers, password: string): Promise<Setup | null> {
  const call = auth.api.enableTwoFactor({
    body: { password },
    headers: browserOf(headers),
    returnHeaders: true,
  })
  const outcome = await outcomeOf(call)
  if ('refused' in outcome || outcome.answer.method !== 'totp') return null
  const { totpURI: uri, backupCodes: recoveryCodes } = outcome.answer
  return { uri, secret: new URL(uri).searchParams.get('secret') ?? '', recoveryCodes }
}

interface Answer {
  headers: Headers
  accountId: string
  code: string
  isRecovery: boolean
}

async function answer(auth: Auth, { headers, accountId, code, isRecovery }: Answer): Promise<CodeAnswer> {
  const call = { body: { code }, headers: waitingOnly(headers), returnHeaders: true } as const
  const outcome = await outcomeOf(isRecovery ? auth.api.verifyBackupCode(call) : auth.api.verifyTOTP(call))
  if (!('refused' in outcome)) return { outcome: 'in', accountId, cookies: outcome.cookies }
  if (outcome.refused === 'ACCOUNT_TEMPORARILY_LOCKED') return { outcome: 'locked' }
  return { outcome: /^INVALID_(CODE|BACKUP_CODE)$/.test(outcome.refused) ? 'wrong' : 'again' }
}

/** Without the cookie of a session that this browser may still have, which better-auth would take first. */
function waitingOnly(headers: Headers): Headers {
  const only = browserOf(headers)
  const cookies = (only.get('cookie') ?? '').split('; ').filter((cookie) => !cookie.includes('session_token'))
  only.set('cookie', cookies.join('; '))
  return only
}

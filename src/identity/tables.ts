import type { ColumnType, Generated } from 'kysely'

/** The schema `identity` of migrations/0005-account.sql: better-auth's tables, then two of our own. */
export interface IdentityTables {
  user: {
    id: string
    name: string
    email: string
    emailVerified: boolean
    image: string | null
    createdAt: Date
    updatedAt: Date
    twoFactorEnabled: boolean | null
  }
  session: {
    id: string
    token: string
    userId: string
    userAgent: string | null
    createdAt: Date
    updatedAt: Date
    expiresAt: Date
  }
  account: {
    id: string
    /** `credential` for a password, else the issuer of the company's sign-in. */
    providerId: string
    /** The account's own id for a password, else the subject that the issuer names. */
    accountId: string
    userId: string
    password: string | null
    createdAt: Date
    updatedAt: Date
  }
  twoFactor: { id: string; userId: string }
  attempt: { key: string; count: number; ends_at: Date }
  secret: { name: string; value: string; made_at: ColumnType<Date, never, never> & Generated<Date> }
}

/** How better-auth marks the row of an account that holds its password. */
export const PASSWORD = 'credential'

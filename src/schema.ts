import type { Kysely, Transaction } from 'kysely'
import type { AccountTables } from './account/store.ts'
import type { FrameworkTables } from './framework/store.ts'
import type { HistoryTables } from './history/store.ts'
import type { IntakeTables } from './intake/store.ts'
import type { OrganizationTables } from './organization.ts'
import type { PeopleTables } from './people/store.ts'
import type { PrivacyTables } from './privacy/store.ts'
import type { CountedTables } from './profile/store/counted.ts'
import type { ProfileTables } from './profile/store.ts'
import type { RecruitTables } from './recruit/store.ts'
import type { HiddenTables } from './role/store/hidden.ts'
import type { RoleTextTables } from './role/store/texts.ts'
import type { RoleTables } from './role/store.ts'
import type { TranslateTables } from './translate/store.ts'

/** The database type: the union of the tables that the slices' stores own. */
export type Schema = OrganizationTables &
  HistoryTables &
  PeopleTables &
  AccountTables &
  FrameworkTables &
  IntakeTables &
  TranslateTables &
  ProfileTables &
  RoleTables &
  CountedTables &
  HiddenTables &
  RoleTextTables &
  RecruitTables &
  PrivacyTables

/** Whose rows: every query names it in its condition. */
interface Scope {
  readonly organizationId: string
}

/** For reading. */
export type Db = Kysely<Schema> & Scope

/** For writing. Only `Context.write` and `Context.keep` hand one out, so whoever holds it is inside a transaction. */
export type Tx = Transaction<Schema> & Scope

import { type ColumnType, sql } from 'kysely'
import { onDay } from '#people/store.ts'
import type { Db, Tx } from '#schema.ts'
import type { Member, Membership, Scope } from './model.ts'

type Moment = ColumnType<Date, Date, Date>
type MaybeMoment = ColumnType<Date | null, Date | null | undefined, Date | null>

/** The tables of migrations/0005-account.sql that belong to an organisation. */
export interface AccountTables {
  membership: {
    organization_id: string
    id: string
    account_id: string
    person_id: string
    roles: Membership['roles']
    made_at: Moment
  }
  invitation: {
    organization_id: string
    id: string
    person_id: string
    email: string
    roles: Membership['roles']
    seal: string
    made_by: string | null
    made_at: Moment
    ends_at: Moment
    accepted_at: MaybeMoment
    withdrawn_at: MaybeMoment
  }
  api_token: {
    organization_id: string
    id: string
    membership_id: string
    name: string
    scope: Scope
    seal: string
    made_at: Moment
    ends_at: Moment
    used_at: MaybeMoment
    revoked_at: MaybeMoment
  }
  mail: {
    organization_id: string
    id: string
    person_id: string | null
    recipient: string
    subject: string
    body: string | null
    state: 'queued' | 'sent' | 'kept' | 'failed'
    tries: ColumnType<number, number | undefined, number>
    reason: string | null
    made_at: Moment
    tried_at: MaybeMoment
  }
}

/** Where an account belongs. */
export interface Belonging extends Membership {
  organization: { id: string; name: string; isExample: boolean }
}

/** Every organisation that the account belongs to, whichever the reader's own is; the oldest membership first. */
export async function listBelongings(db: Db, accountId: string): Promise<Belonging[]> {
  await lookAcross(db)
  const { rows } = await sql<Belonging>`
    select m.id, m.account_id as "accountId", m.person_id as "personId", m.roles,
      json_build_object('id', o.id, 'name', o.name, 'isExample', o.kind = 'example') as organization
    from membership m join organization o on o.id = m.organization_id
    where m.account_id = ${accountId} order by m.made_at, m.id`.execute(db)
  return rows
}

/** The reader's own organisation; undefined when there is none with this id. */
export async function findOrganization(db: Db): Promise<Belonging['organization'] | undefined> {
  const row = await db
    .selectFrom('organization')
    .select(['id', 'name', 'kind'])
    .where('id', '=', db.organizationId)
    .executeTakeFirst()
  return row && { id: row.id, name: row.name, isExample: row.kind === 'example' }
}

/** Whether this installation has the example organisation, which everyone may look at. */
export async function hasExample(db: Db): Promise<boolean> {
  await lookAcross(db)
  const row = await db
    .selectFrom('organization')
    .select('id')
    .where('kind', '=', 'example')
    .executeTakeFirst()
  return row !== undefined
}

/** From here to the end of the transaction, the few tables that allow it show the rows of every organisation. */
export async function lookAcross(db: Db): Promise<void> {
  await sql`select set_config('app.across', 'yes', true)`.execute(db)
}

/** Who an account is in the reader's organisation, with all that a viewer is made of; one query, since every request asks. */
export async function findSignedIn(
  db: Db,
  accountId: string,
  today: string,
): Promise<{ member: Member; organization: Belonging['organization']; isManager: boolean } | undefined> {
  const { rows } = await sql<Member & { organization: Belonging['organization']; isManager: boolean }>`
    select m.id, m.account_id as "accountId", m.person_id as "personId", m.roles, p.name,
      json_build_object('id', o.id, 'name', o.name, 'isExample', o.kind = 'example') as organization,
      exists (select 1 from post r where r.organization_id = m.organization_id and r.reports_to = m.person_id
        and ${onDay('r', sql`${today}::date`)}) as "isManager"
    from membership m
    join organization o on o.id = m.organization_id
    join person p on p.organization_id = m.organization_id and p.id = m.person_id
    where m.organization_id = ${db.organizationId} and m.account_id = ${accountId}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { organization, isManager, ...member } = row
  return { member, organization, isManager }
}

const COLUMNS = ['m.id', 'm.account_id as accountId', 'm.person_id as personId', 'm.roles', 'p.name'] as const

function members(db: Db) {
  return db
    .selectFrom('membership as m')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organization_id', '=', 'm.organization_id').onRef('p.id', '=', 'm.person_id'),
    )
    .where('m.organization_id', '=', db.organizationId)
    .select(COLUMNS)
}

/** Everybody who can sign in here, by name. */
export function listMembers(db: Db): Promise<Member[]> {
  return members(db).orderBy('p.folded').orderBy('p.id').execute()
}

export function findMember(db: Db, id: string): Promise<Member | undefined> {
  return members(db).where('m.id', '=', id).executeTakeFirst()
}

export function findMemberByAccount(db: Db, accountId: string): Promise<Member | undefined> {
  return members(db).where('m.account_id', '=', accountId).executeTakeFirst()
}

export function findMemberByPerson(db: Db, personId: string): Promise<Member | undefined> {
  return members(db).where('m.person_id', '=', personId).executeTakeFirst()
}

/** `at`: since when. A second membership of the account, or of the person, is a Conflict (the unique keys say so). */
export async function insertMembership(
  tx: Tx,
  { id, accountId, personId, roles }: Membership,
  at: Date,
): Promise<void> {
  const keys = { organization_id: tx.organizationId, id, account_id: accountId, person_id: personId }
  await tx
    .insertInto('membership')
    .values({ ...keys, roles, made_at: at })
    .execute()
}

export async function updateRoles(tx: Tx, id: string, roles: Membership['roles']): Promise<void> {
  await tx
    .updateTable('membership')
    .set({ roles })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

/** Its tokens go with it. */
export async function deleteMembership(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('membership')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

/** Ids of the memberships of all owners, held so that of two who give up the role at once one is told to stay. */
export async function holdOwners(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('membership')
    .select('id')
    .where('organization_id', '=', tx.organizationId)
    .where(sql<boolean>`'owner' = any(roles)`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

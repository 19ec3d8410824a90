import { type ColumnType, sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { ErasureWish, WishState } from './model.ts'
import type { Periods, RetentionKind } from './retention.ts'

export interface PrivacyTables {
  erasure_wish: {
    organization_id: string
    id: string
    person_id: string
    reason: string | null
    state: WishState
    made_at: ColumnType<Date, Date, never>
    settled_by: string | null
    settled_at: ColumnType<Date | null, never, Date>
    answer: string | null
  }
  erasure: {
    organization_id: string
    person_id: string
    pseudonym: string
    made_at: ColumnType<Date, Date, never>
  }
  retention_period: { organization_id: string; kind: RetentionKind; months: number | null }
}

const wishes = (db: Db) =>
  db
    .selectFrom('erasure_wish as w')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organization_id', '=', 'w.organization_id').onRef('p.id', '=', 'w.person_id'),
    )
    .leftJoin('person as s', (join) =>
      join.onRef('s.organization_id', '=', 'w.organization_id').onRef('s.id', '=', 'w.settled_by'),
    )
    .select(['w.id', 'w.person_id as personId', 'p.name', 'w.reason', 'w.state', 'w.made_at as madeAt'])
    .select(['s.name as settledBy', 'w.settled_at as settledAt', 'w.answer'])
    .where('w.organization_id', '=', db.organizationId)

/** Those that wait for an answer, the oldest first; then the others, the newest first. A hundred at most. */
export async function listWishes(db: Db): Promise<ErasureWish[]> {
  const open = await wishes(db).where('w.state', '=', 'open').orderBy('w.made_at').limit(100).execute()
  const settled = await wishes(db)
    .where('w.state', '<>', 'open')
    .orderBy('w.made_at', 'desc')
    .limit(100)
    .execute()
  return [...open, ...settled].slice(0, 100)
}

/** Of one person, the newest first. */
export function listWishesOf(db: Db, personId: string): Promise<ErasureWish[]> {
  return wishes(db).where('w.person_id', '=', personId).orderBy('w.made_at', 'desc').execute()
}

/** The person's wish that waits for an answer. */
export async function findOpenWish(db: Db, personId: string): Promise<ErasureWish | undefined> {
  return (await listWishesOf(db, personId)).find(({ state }) => state === 'open')
}

export async function insertWish(
  tx: Tx,
  { id, personId, reason, at }: { id: string; personId: string; reason: string | null; at: Date },
): Promise<void> {
  const row = { organization_id: tx.organizationId, id, person_id: personId, reason, made_at: at }
  await tx
    .insertInto('erasure_wish')
    .values({ ...row, state: 'open' })
    .execute()
}

interface Settlement {
  state: WishState
  by: string | null
  at: Date
  answer: string | null
}

export async function settleWish(tx: Tx, id: string, { state, by, at, answer }: Settlement): Promise<void> {
  await tx
    .updateTable('erasure_wish')
    .set({ state, settled_by: by, settled_at: at, answer })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

/** Empties what the person wrote, and what was answered to them. */
export async function clearWishWords(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('erasure_wish')
    .set({ reason: null, answer: null })
    .where('organization_id', '=', tx.organizationId)
    .where('person_id', '=', personId)
    .execute()
}

/** What an erased person is called since; undefined: they are not erased. */
export async function findPseudonym(db: Db, personId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('erasure')
    .select('pseudonym')
    .where('organization_id', '=', db.organizationId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.pseudonym
}

/** Every pseudonym that has been given. */
export async function listPseudonyms(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('erasure')
    .select('pseudonym')
    .where('organization_id', '=', db.organizationId)
    .execute()
  return new Set(rows.map(({ pseudonym }) => pseudonym))
}

export async function insertErasure(
  tx: Tx,
  { personId, pseudonym, at }: { personId: string; pseudonym: string; at: Date },
): Promise<void> {
  const row = { organization_id: tx.organizationId, person_id: personId, pseudonym, made_at: at }
  await tx.insertInto('erasure').values(row).execute()
}

/** Whether somebody else has this name. */
export async function hasNamesake(db: Db, { id, name }: { id: string; name: string }): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('organization_id', '=', db.organizationId)
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .where('id', '<>', id)
    .executeTakeFirst()
  return row !== undefined
}

/** What the owner has decided; kinds without a decision are left out. */
export async function listPeriods(db: Db): Promise<Partial<Periods>> {
  const rows = await db
    .selectFrom('retention_period')
    .select(['kind', 'months'])
    .where('organization_id', '=', db.organizationId)
    .execute()
  return Object.fromEntries(rows.map(({ kind, months }) => [kind, months]))
}

export async function savePeriods(tx: Tx, periods: Periods): Promise<void> {
  const rows = Object.entries(periods).map(([kind, months]) => ({
    organization_id: tx.organizationId,
    kind: kind as RetentionKind,
    months,
  }))
  await tx
    .insertInto('retention_period')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'kind'])
        .doUpdateSet(({ ref }) => ({ months: ref('excluded.months') })),
    )
    .execute()
}

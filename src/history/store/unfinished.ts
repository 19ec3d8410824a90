import { sql } from 'kysely'
import { containing } from '#db/like.ts'
import type { Db, Tx } from '#schema.ts'
import type { UnfinishedJob } from '../unfinished.ts'

const COLUMNS = ['id', 'job', 'data', 'reason', 'tries', 'given_up_at as givenUpAt'] as const

/** The newest first, a hundred at most. */
export function listUnfinished(db: Db): Promise<UnfinishedJob[]> {
  return unfinished(db).select(COLUMNS).orderBy('given_up_at', 'desc').orderBy('id').limit(100).execute()
}

export function findUnfinished(db: Db, id: string): Promise<UnfinishedJob | undefined> {
  return unfinished(db).select(COLUMNS).where('id', '=', id).executeTakeFirst()
}

const unfinished = (db: Db) =>
  db.selectFrom('unfinished_job').where('organization_id', '=', db.organizationId)

/** False: it is there already, having been given up twice, with a crash in between. */
export async function insertUnfinished(tx: Tx, one: UnfinishedJob): Promise<boolean> {
  const { id, job, reason, tries, givenUpAt } = one
  const row = { organization_id: tx.organizationId, id, job, reason, tries, given_up_at: givenUpAt }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('unfinished_job')
    .values({ ...row, data: JSON.stringify(one.data) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function deleteUnfinished(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('unfinished_job')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

export async function countUnfinishedBefore(db: Db, before: Date): Promise<number> {
  const row = await unfinished(db)
    .where('given_up_at', '<', before)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Gives how many there were. */
export async function deleteUnfinishedBefore(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('unfinished_job')
    .where('organization_id', '=', tx.organizationId)
    .where('given_up_at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Those whose task or reason holds one of these words. */
export async function deleteUnfinishedWith(tx: Tx, words: string[]): Promise<void> {
  const patterns = words.map(containing)
  await sql`delete from unfinished_job where organization_id = ${tx.organizationId}
    and (data::text ilike any (${patterns}::text[]) or reason ilike any (${patterns}::text[]))`.execute(tx)
}

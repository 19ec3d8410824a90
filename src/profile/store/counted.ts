import type { Db, Tx } from '#schema.ts'

/** The table of migrations/0013-profile-counted.sql that belongs to the profile. */
export interface CountedTables {
  profile_counted: { organization_id: string; person_id: string; since: Date }
}

/** Since when the person lets their workbook be counted without their name; null: they do not. */
export async function countedSince(db: Db, personId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('profile_counted')
    .select('since')
    .where('organization_id', '=', db.organizationId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.since ?? null
}

/** Null: not from now on. */
export async function setCounted(tx: Tx, personId: string, since: Date | null): Promise<void> {
  if (since === null) {
    await tx
      .deleteFrom('profile_counted')
      .where('organization_id', '=', tx.organizationId)
      .where('person_id', '=', personId)
      .execute()
    return
  }
  await tx
    .insertInto('profile_counted')
    .values({ organization_id: tx.organizationId, person_id: personId, since })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

import { fold } from '#people/fold.ts'
import type { Db } from '#schema.ts'

/** Everybody of exactly this name, whatever its capitals and accents. */
export function findNamed(db: Db, name: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('organization_id', '=', db.organizationId)
    .where('folded', '=', fold(name))
    .orderBy('id')
    .execute()
}

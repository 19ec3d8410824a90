import type { Database } from './db/database.ts'
import type { Schema } from './schema.ts'

/** Until there are accounts, everything belongs to this one. */
export const DEFAULT_ORGANIZATION = { id: 'f4e2c9a0-5d1b-4c37-9a86-0b7d3e61c258', name: 'My organisation' }

/** Makes the organisation if it is not there yet. */
export async function ensureOrganization(
  database: Database<Schema>,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const find = database.read(id, (db) =>
    db.selectFrom('organization').select('id').where('id', '=', id).executeTakeFirst(),
  )
  if (await find) return
  await database.write(id, (tx) =>
    tx
      .insertInto('organization')
      .values({ id, name })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

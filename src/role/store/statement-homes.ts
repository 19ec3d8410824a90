import { sql } from 'kysely'
import type { Db } from '#schema.ts'

/** Which framework each of these statements stands in; those that are gone are left out. */
export async function findStatementHomes(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; framework: string }[]> {
  const { rows } = await sql<{ id: string; framework: string }>`
    select id, framework_id as framework from statement
    where organization_id = ${db.organizationId} and id = any(${ids}::uuid[]) order by framework_id, position`.execute(
    db,
  )
  return rows
}

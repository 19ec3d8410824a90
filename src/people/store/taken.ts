import { sql } from 'kysely'
import type { Db } from '#schema.ts'
import { fold } from '../fold.ts'

interface Holder {
  id: string
  name: string
  email: string | null
  number: string | null
}

/** Who has this address or this number, whatever their case: two people at most. */
export async function listTaken(
  db: Db,
  { email, number }: { email: string | null; number: string | null },
): Promise<Holder[]> {
  if (email === null && number === null) return []
  return await db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'number'])
    .where('organization_id', '=', db.organizationId)
    .where((the) =>
      the.or([
        the(sql`lower(email)`, '=', (email ?? '').toLowerCase()),
        the(sql`lower(number)`, '=', (number ?? '').toLowerCase()),
      ]),
    )
    .execute()
}

/** Whom a name, an address or a number may mean, in the words in which a person types it. */
export function listMeant(db: Db, typed: string): Promise<Holder[]> {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'number'])
    .where('organization_id', '=', db.organizationId)
    .where((the) =>
      the.or([
        the('folded', '=', fold(typed)),
        the(sql`lower(email)`, '=', typed.toLowerCase()),
        the(sql`lower(number)`, '=', typed.toLowerCase()),
      ]),
    )
    .orderBy('folded')
    .orderBy('id')
    .limit(20)
    .execute()
}

import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'

interface LooksAtLevels {
  viewer: string
  /** Whose levels are looked at. */
  people: readonly string[]
  /** Ids of the frameworks. */
  frameworks: readonly string[]
  at: Date
  /** Somebody who looked since then is still looking. */
  since: Date
}

/** The shares by which the viewer sees levels of these people, and has not looked at for a while. */
export async function listUnseenShares(
  db: Db,
  { viewer, people, frameworks, at, since }: LooksAtLevels,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from profile_share_with w
    join profile_share s on s.organization_id = w.organization_id and s.id = w.share_id
    where w.organization_id = ${db.organizationId} and w.person_id = ${viewer} and s.person_id = any(${people}::uuid[])
      and s.person_id <> ${viewer} and s.revoked_at is null and (s.expires_at is null or s.expires_at > ${at})
      and exists (select from profile_share_row r where r.organization_id = s.organization_id and r.share_id = s.id
        and r.kind = 'level' and r.framework_id = any(${frameworks}::uuid[]))
      and not exists (select from profile_share_look l where l.organization_id = s.organization_id
        and l.share_id = s.id and l.person_id = ${viewer} and l.at > ${since})`.execute(db)
  return rows.map(({ id }) => id)
}

/** Notes one look at each of these shares. */
export async function insertLooks(
  tx: Tx,
  looks: readonly { id: string; shareId: string }[],
  { viewer, at }: { viewer: string; at: Date },
): Promise<void> {
  if (looks.length === 0) return
  const rows = looks.map(({ id, shareId }) => ({
    ...{ organization_id: tx.organizationId, id, share_id: shareId, person_id: viewer, at },
  }))
  for (let i = 0; i < rows.length; i += 5000)
    await tx
      .insertInto('profile_share_look')
      .values(rows.slice(i, i + 5000))
      .execute()
}

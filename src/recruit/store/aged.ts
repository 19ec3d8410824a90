/** Vacancies that have been over for so long that nothing but counts is kept of them. */
import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'

/** What belongs to a vacancy and goes with all that hangs on it; counts, and that there was a vacancy, stay. */
const GOES = ['candidate', 'vacancy_question', 'recruit_seal', 'decision_signature', 'vacancy_panel'] as const

export async function countAgedVacancies(db: Db, before: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from vacancy v where ${aged(db, before)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Empties them: candidates, ratings, decisions, kit, panel and chain. Gives how many there were. */
export async function emptyAgedVacancies(tx: Tx, before: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select v.id from vacancy v where ${aged(tx, before)} order by v.id for update`.execute(tx)
  const ids = rows.map(({ id }) => id)
  for (const table of GOES)
    await sql`
      delete from ${sql.table(table)}
      where organization_id = ${tx.organizationId} and vacancy_id = any(${ids}::uuid[])`.execute(tx)
  await sql`
    update vacancy set state = 'closed', link = null, version = version + 1
    where organization_id = ${tx.organizationId} and id = any(${ids}::uuid[])`.execute(tx)
  return ids.length
}

/** Over before that day, with something left in it; answers that are not counted yet are never lost. */
function aged(db: Db, before: Date): RawBuilder<boolean> {
  return sql<boolean>`v.organization_id = ${db.organizationId} and v.state in ('decided', 'closed')
    and exists (select from vacancy_counted n where n.organization_id = v.organization_id and n.vacancy_id = v.id)
    and coalesce((select max(d.made_at) from hiring_decision d
        where d.organization_id = v.organization_id and d.vacancy_id = v.id),
      greatest(v.made_at, v.apply_until::timestamp at time zone 'UTC', v.decide_by::timestamp at time zone 'UTC'))
      < ${before}
    and (exists (select from candidate c where c.organization_id = v.organization_id and c.vacancy_id = v.id)
      or exists (select from vacancy_question q where q.organization_id = v.organization_id and q.vacancy_id = v.id))`
}

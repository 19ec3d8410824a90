import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'

/** What a person was asked of their job and said, and what they did with roles. `answers`: with every answer. */
export async function aboutRoles(
  db: Db,
  personId: string,
  { answers }: { answers: boolean },
): Promise<object> {
  const { rows: analyses } = await sql<object>`
    select r.title as role, f.title as framework, i.asked_at as asked, i.months as "months in the job then",
      i.submitted_at as submitted ${answers ? said : sql``}
    from role_incumbent i
    join role_analysis a on a.organization_id = i.organization_id and a.id = i.analysis_id
    join role r on r.organization_id = a.organization_id and r.id = a.role_id
    join framework f on f.organization_id = a.organization_id and f.id = a.framework_id
    where i.organization_id = ${db.organizationId} and i.person_id = ${personId} order by i.asked_at, i.analysis_id`.execute(
    db,
  )
  const { rows: settled } = await sql<object>`
    select s.settled_at as on, s.reason from role_settlement s
    where s.organization_id = ${db.organizationId} and s.settled_by = ${personId} order by s.settled_at`.execute(
    db,
  )
  return {
    'job analyses': analyses,
    'settled together, written down by them': settled,
    'analyses opened by them': await countOf(db, 'role_analysis', 'opened_by', personId),
    'profiles agreed by them': await countOf(db, 'role_profile', 'agreed_by', personId),
    'roles made by them': await countOf(db, 'role', 'made_by', personId),
  }
}

const said = sql`,
  coalesce((select json_agg(json_build_object('statement', s.text, 'answer', s.answer, 'on', s.answered_at)
    order by s.competency_key, s.level_key, s.statement_id) from role_answer s where s.organization_id = i.organization_id
    and s.analysis_id = i.analysis_id and s.person_id = i.person_id), '[]') as answers,
  coalesce((select json_agg(json_build_object('competency', m.competency_key, 'months', m.months) order by m.competency_key)
    from role_months m where m.organization_id = i.organization_id and m.analysis_id = i.analysis_id
    and m.person_id = i.person_id), '[]') as "months until somebody new does it well"`

async function countOf(db: Db, table: string, column: string, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)}
    where organization_id = ${db.organizationId} and ${sql.ref(column)} = ${personId}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Where others wrote about roles in their own words. */
const WORDS = [
  ['role', 'purpose'],
  ['role_profile', 'note'],
  ['role_requirement', 'why'],
  ['role_settlement', 'reason'],
] as const

/**
 * What the person said of their job goes, and the analyses count that it is gone; what was agreed stays, since it is about
 * the job. In the words about roles their names give way to the pseudonym. `names`: empty where somebody else bears them too.
 * A first name alone, in somebody else's sentence, may remain.
 */
export async function eraseRoles(
  tx: Tx,
  { personId, names, pseudonym }: { personId: string; names: readonly string[]; pseudonym: string },
): Promise<void> {
  await sql`
    update role_analysis a set erased = erased + 1
    from role_incumbent i where a.organization_id = ${tx.organizationId} and i.organization_id = a.organization_id
      and i.analysis_id = a.id and i.person_id = ${personId} and i.submitted_at is not null`.execute(tx)
  await sql`
    delete from role_incumbent where organization_id = ${tx.organizationId} and person_id = ${personId}`.execute(
    tx,
  )
  for (const name of names)
    for (const [table, column] of WORDS)
      await sql`
        update ${sql.table(table)} set ${sql.ref(column)} = replace(${sql.ref(column)}, ${name}, ${pseudonym})
        where organization_id = ${tx.organizationId} and position(${name} in ${sql.ref(column)}) > 0`.execute(
        tx,
      )
}

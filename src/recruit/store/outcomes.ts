import { sql } from 'kysely'
import { MAIN_FIRST, onDay } from '#people/store.ts'
import type { Db, Tx } from '#schema.ts'
import type { LaterLevel } from '../ledger/answers.ts'
import type { AfterMonths, Hire, HiringOutcome } from '../ledger/outcome.ts'

/** Everybody who was hired and is here today, with the manager of their main post; the longest here first. */
export async function listHires(db: Db, today: string): Promise<Hire[]> {
  const { rows } = await sql<Hire>`
    select b.candidate_id as "candidateId", b.person_id as "personId", p.name, b.vacancy_id as "vacancyId", v.title,
      b.starts_on::text as "startsOn", main.reports_to as "managerId",
      coalesce((select json_agg(distinct o.after_months) from hiring_outcome o
        where o.organization_id = b.organization_id and o.candidate_id = b.candidate_id), '[]') as answered
    from onboarding b
    join candidate c on c.organization_id = b.organization_id and c.id = b.candidate_id and c.erased_at is null
    join vacancy v on v.organization_id = b.organization_id and v.id = b.vacancy_id
    join person p on p.organization_id = b.organization_id and p.id = b.person_id
    left join lateral (select o.reports_to from post o
      where o.organization_id = p.organization_id and o.person_id = p.id and ${onDay('o', sql`${today}::date`)}
      order by ${MAIN_FIRST} limit 1) main on true
    where b.organization_id = ${db.organizationId} and (p.ends_on is null or p.ends_on >= ${today}::date)
    order by b.starts_on, b.candidate_id`.execute(db)
  return rows
}

/** What has been said of somebody after so many months. */
export async function listOutcomesOf(
  db: Db,
  { candidateId, after }: { candidateId: string; after: AfterMonths },
): Promise<HiringOutcome[]> {
  const { rows } = await sql<HiringOutcome>`
    select candidate_id as "candidateId", criterion_id as criterion, after_months as after, level_key as level,
      rated_by as "ratedBy", rated_at as "ratedAt"
    from hiring_outcome
    where organization_id = ${db.organizationId} and candidate_id = ${candidateId} and after_months = ${after}`.execute(
    db,
  )
  return rows
}

/** Everything that was said of those who were hired, by the vacancy, and whether whoever said it had seen their ratings. */
export async function listLaterLevels(db: Db): Promise<Map<string, LaterLevel[]>> {
  const { rows } = await sql<LaterLevel & { vacancyId: string }>`
    select c.vacancy_id as "vacancyId", o.candidate_id as "candidateId", o.criterion_id as criterion, o.after_months as after, o.level_key as level,
      (exists (select from scorecard s where s.organization_id = o.organization_id and s.candidate_id = o.candidate_id
          and s.person_id = o.rated_by)
        or exists (select from scorecard_sight s where s.organization_id = o.organization_id
          and s.candidate_id = o.candidate_id and s.person_id = o.rated_by and s.seen_at <= o.rated_at)) as "knewRatings"
    from hiring_outcome o
    join candidate c on c.organization_id = o.organization_id and c.id = o.candidate_id
    where o.organization_id = ${db.organizationId}`.execute(db)
  return Map.groupBy(rows, ({ vacancyId }) => vacancyId)
}

/** What managers have said of somebody who was hired, as they read it themselves. A level is called as the framework calls it. */
export async function listLevelsSaidOf(db: Db, personId: string): Promise<object[]> {
  const { rows } = await sql<object>`
    select v.title as vacancy, k.name as competency, o.after_months as "after months",
      coalesce(case when l.name is null then 'Level ' || l.number else concat_ws(' ', l.number, l.name) end, o.level_key) as level,
      o.level_key is null as "not seen enough", p.name as "said by", o.rated_at as said
    from hiring_outcome o
    join candidate c on c.organization_id = o.organization_id and c.id = o.candidate_id
    join vacancy v on v.organization_id = c.organization_id and v.id = c.vacancy_id
    join vacancy_criterion k on k.organization_id = o.organization_id and k.id = o.criterion_id
    left join framework_level l on l.organization_id = k.organization_id and l.framework_id = k.framework_id
      and l.key = o.level_key
    left join person p on p.organization_id = o.organization_id and p.id = o.rated_by
    where o.organization_id = ${db.organizationId} and c.person_id = ${personId}
    order by v.made_at, o.after_months, k.position`.execute(db)
  return rows
}

/** Writes what is said of a competency; what was said of the same months before is replaced. */
export async function putOutcome(tx: Tx, one: HiringOutcome & { id: string }): Promise<void> {
  await sql`
    insert into hiring_outcome (organization_id, id, candidate_id, criterion_id, after_months, level_key, rated_by, rated_at)
    values (${tx.organizationId}, ${one.id}, ${one.candidateId}, ${one.criterion}, ${one.after}, ${one.level},
      ${one.ratedBy}, ${one.ratedAt})
    on conflict (organization_id, candidate_id, criterion_id, after_months) do update set level_key = excluded.level_key,
      rated_by = excluded.rated_by, rated_at = excluded.rated_at`.execute(tx)
}

/** Notes that the manager is asked by mail; false: they have been before. */
export async function takeAsking(
  tx: Tx,
  { candidateId, after, at }: { candidateId: string; after: AfterMonths; at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into hiring_outcome_asked (organization_id, candidate_id, after_months, asked_at)
    values (${tx.organizationId}, ${candidateId}, ${after}, ${at}) on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** The name and address of somebody who is asked by mail; undefined: they have none. */
export async function findMailTo(
  db: Db,
  personId: string,
): Promise<{ name: string; email: string } | undefined> {
  const { rows } = await sql<{ name: string; email: string }>`
    select name, email from person
    where organization_id = ${db.organizationId} and id = ${personId} and email is not null`.execute(db)
  return rows[0]
}

/** Goes with the candidate: how they do in the job, and that somebody was asked. */
export async function eraseOutcomes(tx: Tx, candidateId: string): Promise<void> {
  for (const table of ['hiring_outcome', 'hiring_outcome_asked'])
    await sql`
      delete from ${sql.table(table)}
      where organization_id = ${tx.organizationId} and candidate_id = ${candidateId}`.execute(tx)
}

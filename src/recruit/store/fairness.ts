import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import { DIMENSIONS, UNKNOWN } from '../candidate/voluntary.ts'
import type { Outcome, VacancyCounts } from '../fairness/blocks.ts'

interface Row extends Outcome {
  vacancyId: string
  title: string
  roleId: string
  role: string
  on: string
  answer: string
}

/**
 * How candidates fared in every vacancy that is counted, by their answers in one dimension. From counts alone: no name, no score and
 * no single answer comes near it.
 */
export async function countOutcomes(db: Db, dimension: string): Promise<VacancyCounts[]> {
  const { rows } = await sql<Row>`
    select v.id as "vacancyId", v.title, r.id as "roleId", r.title as role,
      (d.counted_at at time zone 'UTC')::date::text as on, n.answer,
      coalesce(sum(n.count) filter (where n.refused and n.reached = 'applied'), 0)::int as "notInvited",
      coalesce(sum(n.count) filter (where n.refused and n.reached in ('invited', 'interviewed')), 0)::int
        as "notOffered",
      coalesce(sum(n.count) filter (where n.reached in ('offered', 'hired')), 0)::int as offered
    from vacancy_counted d
    join vacancy v on v.organization_id = d.organization_id and v.id = d.vacancy_id
    join role r on r.organization_id = v.organization_id and r.id = v.role_id
    join candidate_count n on n.organization_id = d.organization_id and n.vacancy_id = d.vacancy_id
      and n.dimension = ${dimension}
    where d.organization_id = ${db.organizationId}
    group by v.id, v.title, r.id, r.title, d.counted_at, n.answer order by v.id, n.answer`.execute(db)
  return [...Map.groupBy(rows, ({ vacancyId }) => vacancyId).values()].flatMap((those) => {
    const [first] = those
    if (!first) return []
    const { vacancyId, title, roleId, role, on } = first
    return { vacancyId, title, roleId, role, on, groups: new Map(those.map((one) => [one.answer, one])) }
  })
}

/** Vacancies that are over and not counted: decided by `settledBy` with nobody waiting for an answer, or by `latest` anyhow. */
export async function listUncounted(
  db: Db,
  { settledBy, latest }: { settledBy: Date; latest: Date },
): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select v.id, v.title from vacancy v
    left join vacancy_counted n on n.organization_id = v.organization_id and n.vacancy_id = v.id
    left join lateral (select min(d.made_at) as at from hiring_decision d
      where d.organization_id = v.organization_id and d.vacancy_id = v.id) decided on true
    left join lateral (select count(*) as count from candidate c
      where c.organization_id = v.organization_id and c.vacancy_id = v.id and c.withdrawn_at is null
        and c.erased_at is null and c.stage in ('applied', 'invited', 'interviewed')) pending on true
    cross join lateral (select coalesce(decided.at,
      greatest(v.made_at, v.apply_until::timestamp at time zone 'UTC', v.decide_by::timestamp at time zone 'UTC')) as at) over
    where v.organization_id = ${db.organizationId} and v.state in ('decided', 'closed') and n.vacancy_id is null
      and (over.at <= ${latest} or (over.at <= ${settledBy} and pending.count = 0))
    order by over.at, v.id`.execute(db)
  return rows
}

/** Whether the vacancy's answers are counts by now. */
export async function isCounted(db: Db, vacancyId: string): Promise<boolean> {
  const { rows } = await sql`select from vacancy_counted
    where organization_id = ${db.organizationId} and vacancy_id = ${vacancyId}`.execute(db)
  return rows.length > 0
}

const IN_COUNT = sql`(c.withdrawn_at is null or c.reached in ('offered', 'hired'))`

/**
 * Turns the vacancy's voluntary answers into counts and takes the answers away. Whoever said nothing is counted as unknown: all
 * less those who are known. Nobody can answer, be moved or be erased meanwhile.
 */
export async function countVacancy(tx: Tx, vacancyId: string, at: Date): Promise<void> {
  const vacancy = sql`c.organization_id = ${tx.organizationId} and c.vacancy_id = ${vacancyId}`
  await sql`select from candidate c where ${vacancy} order by c.id for update`.execute(tx)
  await sql`
    insert into candidate_count (organization_id, vacancy_id, dimension, answer, reached, refused, count)
    select c.organization_id, c.vacancy_id, q.dimension, q.answer, c.reached, c.stage = 'refused', count(*)
    from candidate c join candidate_voluntary q on q.organization_id = c.organization_id and q.candidate_id = c.id
    where ${vacancy} and ${IN_COUNT} group by 1, 2, 3, 4, 5, 6
    on conflict (organization_id, vacancy_id, dimension, answer, reached, refused)
      do update set count = candidate_count.count + excluded.count`.execute(tx)
  await countUnknown(tx, vacancyId)
  await sql`
    delete from candidate_voluntary q using candidate c
    where ${vacancy} and q.organization_id = c.organization_id and q.candidate_id = c.id`.execute(tx)
  await sql`insert into vacancy_counted (organization_id, vacancy_id, counted_at)
    values (${tx.organizationId}, ${vacancyId}, ${at})`.execute(tx)
}

async function countUnknown(tx: Tx, vacancyId: string): Promise<void> {
  const dimensions = DIMENSIONS.map(({ key }) => key)
  await sql`
    insert into candidate_count (organization_id, vacancy_id, dimension, answer, reached, refused, count)
    select e.organization_id, e.vacancy_id, d.key, ${UNKNOWN}, e.reached, e.refused, e.count - coalesce(k.count, 0)
    from (select c.organization_id, c.vacancy_id, c.reached, c.stage = 'refused' as refused, count(*)::int as count
      from candidate c where c.organization_id = ${tx.organizationId} and c.vacancy_id = ${vacancyId} and ${IN_COUNT}
      group by 1, 2, 3, 4) e
    cross join unnest(${dimensions}::text[]) as d(key)
    left join lateral (select sum(n.count)::int as count from candidate_count n
      where n.organization_id = e.organization_id and n.vacancy_id = e.vacancy_id and n.dimension = d.key
        and n.reached = e.reached and n.refused = e.refused) k on true
    where e.count > coalesce(k.count, 0)`.execute(tx)
}

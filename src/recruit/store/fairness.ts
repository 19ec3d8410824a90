import { sql } from 'kysely'
import type { Db } from '#schema.ts'
import type { Outcome, VacancyCounts } from '../fairness.ts'
import { UNKNOWN } from '../voluntary.ts'

interface Row extends Outcome {
  vacancyId: string
  title: string
  year: number
  answer: string
}

/**
 * How candidates fared in every vacancy that is over, by their answers in one dimension; of those who were erased, by the counts that
 * were kept. Who said nothing is counted as unknown: all less those who are known. No name and no score comes near it.
 */
export async function countOutcomes(db: Db, dimension: string): Promise<VacancyCounts[]> {
  const { rows } = await sql<Row>`
    with over as (
      select id, title, extract(year from made_at at time zone 'UTC')::int as year from vacancy
      where organization_id = ${db.organizationId} and state in ('decided', 'closed')
    ), known as (
      select c.vacancy_id, q.answer, c.reached, c.stage = 'refused' as refused, count(*)::int as count
      from candidate c
      join candidate_voluntary q on q.organization_id = c.organization_id and q.candidate_id = c.id
        and q.dimension = ${dimension}
      where c.organization_id = ${db.organizationId} and (c.withdrawn_at is null or c.reached in ('offered', 'hired'))
      group by 1, 2, 3, 4
      union all
      select vacancy_id, answer, reached, refused, count from candidate_count
      where organization_id = ${db.organizationId} and dimension = ${dimension}
    ), everybody as (
      select vacancy_id, reached, stage = 'refused' as refused, count(*)::int as count
      from candidate where organization_id = ${db.organizationId}
        and (withdrawn_at is null or reached in ('offered', 'hired'))
      group by 1, 2, 3
    ), counted as (
      select vacancy_id, answer, reached, refused, count from known
      union all select vacancy_id, ${UNKNOWN}, reached, refused, count from everybody
      union all select vacancy_id, ${UNKNOWN}, reached, refused, -count from known
    )
    select o.id as "vacancyId", o.title, o.year, n.answer,
      coalesce(sum(n.count) filter (where n.refused and n.reached = 'applied'), 0)::int as "notInvited",
      coalesce(sum(n.count) filter (where n.refused and n.reached in ('invited', 'interviewed')), 0)::int
        as "notOffered",
      coalesce(sum(n.count) filter (where n.reached in ('offered', 'hired')), 0)::int as offered
    from over o join counted n on n.vacancy_id = o.id
    group by o.id, o.title, o.year, n.answer order by o.id, n.answer`.execute(db)
  return [...Map.groupBy(rows, ({ vacancyId }) => vacancyId)].map(([vacancyId, those]) => ({
    vacancyId,
    title: those[0]?.title ?? '',
    year: those[0]?.year ?? 0,
    groups: new Map(those.map((one) => [one.answer, outcomeOf(one)])),
  }))
}

function outcomeOf({ notInvited, notOffered, offered }: Row): Outcome {
  const atLeast0 = (count: number) => Math.max(0, count)
  return { notInvited: atLeast0(notInvited), notOffered: atLeast0(notOffered), offered: atLeast0(offered) }
}

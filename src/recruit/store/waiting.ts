import { sql } from 'kysely'
import type { Db } from '#schema.ts'
import type { OpenWork } from '../waiting.ts'

/** There is a card of the candidate, and everybody on the panel has given theirs, can give none any more, or the panel has talked. */
const RATED = sql`exists (select from scorecard s where s.organization_id = c.organization_id and s.candidate_id = c.id
    and s.submitted_at is not null)
  and (exists (select from consensus a where a.organization_id = c.organization_id and a.candidate_id = c.id)
    or not exists (select from vacancy_panel p where p.organization_id = c.organization_id
      and p.vacancy_id = c.vacancy_id and p.left_at is null
      and not exists (select from scorecard s where s.organization_id = c.organization_id and s.candidate_id = c.id
        and s.person_id = p.person_id and s.submitted_at is not null)
      and not exists (select from scorecard_sight g where g.organization_id = c.organization_id
        and g.candidate_id = c.id and g.person_id = p.person_id)))`

/**
 * What stands open in each vacancy that is not closed and in which somebody has a part, the newest first. `now`: interviews that
 * are over by then are to be rated, those within a day before and after are told. `me`: null for who is nobody of the people.
 * Whoever is on reserve has no step by which they are told, and is not counted as waiting to hear.
 */
export async function listOpenWork(
  db: Db,
  { me, oversees, now }: { me: string | null; oversees: boolean; now: Date },
): Promise<OpenWork[]> {
  const { rows } = await sql<OpenWork>`
    select v.id as vacancy, v.title, v.state, v.fixed_at is not null as "isFixed", v.decide_by::text as "decideBy",
      mine.person_id is not null as "onPanel", coalesce(mine.is_chair, false) as chairs,
      mine.prepared_at is not null as prepared,
      (select count(*)::int from candidate c where c.organization_id = v.organization_id and c.vacancy_id = v.id
        and c.stage = 'applied' and c.withdrawn_at is null and c.erased_at is null) as applied,
      coalesce((select json_agg(json_build_object('candidate', c.id, 'name', c.name, 'startsAt', i.starts_at,
          'minutes', i.minutes, 'zone', i.zone) order by i.starts_at, i.id)
        from interview i
        join candidate c on c.organization_id = i.organization_id and c.id = i.candidate_id
        where i.organization_id = v.organization_id and c.vacancy_id = v.id and i.cancelled_at is null
          and c.withdrawn_at is null and c.erased_at is null
          and i.starts_at between ${now}::timestamptz - interval '1 day' and ${now}::timestamptz + interval '1 day'),
        '[]') as interviews,
      coalesce((select json_agg(json_build_object('candidate', c.id, 'name', c.name) order by c.applied_at, c.id)
        from candidate c
        where c.organization_id = v.organization_id and c.vacancy_id = v.id and mine.person_id is not null
          and v.state in ('open', 'interviews') and c.stage in ('invited', 'interviewed')
          and c.withdrawn_at is null and c.erased_at is null
          and exists (select from interview i where i.organization_id = c.organization_id and i.candidate_id = c.id
            and i.cancelled_at is null and i.starts_at + make_interval(mins => i.minutes) < ${now}::timestamptz)
          and not exists (select from scorecard s where s.organization_id = c.organization_id and s.candidate_id = c.id
            and s.person_id = mine.person_id and s.submitted_at is not null)
          and not exists (select from consensus a where a.organization_id = c.organization_id and a.candidate_id = c.id)
          and not exists (select from scorecard_sight g where g.organization_id = c.organization_id
            and g.candidate_id = c.id and g.person_id = mine.person_id)), '[]') as unrated,
      v.state = 'interviews' and last.seal is null and coalesce((select bool_and(${RATED}) from candidate c
        where c.organization_id = v.organization_id and c.vacancy_id = v.id and c.stage in ('invited', 'interviewed')
          and c.withdrawn_at is null and c.erased_at is null), false) as "allRated",
      (select count(*)::int from candidate c
        join lateral (select d.outcome from hiring_decision d where d.organization_id = c.organization_id
          and d.candidate_id = c.id order by d.seal_number desc limit 1) said on true
        where c.organization_id = v.organization_id and c.vacancy_id = v.id and v.state = 'decided'
          and c.stage in ('applied', 'invited', 'interviewed') and said.outcome <> 'reserve'
          and c.withdrawn_at is null and c.erased_at is null) as untold,
      mine.person_id is not null and last.seal is not null and not exists (select from decision_signature g
        where g.organization_id = v.organization_id and g.vacancy_id = v.id and g.person_id = mine.person_id
          and g.up_to = last.seal) as unsigned
    from vacancy v
    left join vacancy_panel mine on mine.organization_id = v.organization_id and mine.vacancy_id = v.id
      and mine.person_id = ${me}::uuid and mine.left_at is null
    left join lateral (select max(d.seal_number) as seal from hiring_decision d
      where d.organization_id = v.organization_id and d.vacancy_id = v.id) last on true
    where v.organization_id = ${db.organizationId} and v.state <> 'closed'
      and (mine.person_id is not null or ${oversees})
    order by v.made_at desc, v.id`.execute(db)
  return rows
}

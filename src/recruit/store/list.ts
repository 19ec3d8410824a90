import { sql } from 'kysely'
import type { Db } from '#schema.ts'
import type { VacancyCard } from '../vacancy-card.ts'

/** Every vacancy with its role, who rates, and how many have applied and not withdrawn; the newest first. */
export async function listVacancyCards(db: Db): Promise<VacancyCard[]> {
  const { rows } = await sql<VacancyCard>`
    select v.id, v.title, v.state, v.places, v.apply_until::text as "applyUntil", v.decide_by::text as "decideBy",
      v.fixed_at as "fixedAt", v.made_at as "madeAt", r.title as role, r.id as "roleId", p.number as "profileNumber",
      (select count(*)::int from candidate c where c.organization_id = v.organization_id and c.vacancy_id = v.id
        and c.withdrawn_at is null) as candidates,
      (select count(*)::int from vacancy_question q where q.organization_id = v.organization_id and q.vacancy_id = v.id)
        as questions,
      coalesce((select json_agg(json_build_object('personId', m.person_id, 'name', n.name, 'preparedAt', m.prepared_at)
          order by m.is_chair desc, n.folded)
        from vacancy_panel m join person n on n.organization_id = m.organization_id and n.id = m.person_id
        where m.organization_id = v.organization_id and m.vacancy_id = v.id and m.left_at is null), '[]') as panel
    from vacancy v
    join role r on r.organization_id = v.organization_id and r.id = v.role_id
    join role_profile p on p.organization_id = v.organization_id and p.id = v.profile_id
    where v.organization_id = ${db.organizationId}
    order by v.made_at desc, v.id`.execute(db)
  return rows
}

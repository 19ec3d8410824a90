import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#schema.ts'
import type { Criterion, PanelMember, Vacancy } from '../model.ts'

const VACANCY = sql`v.id, v.title, v.role_id as "roleId", v.profile_id as "profileId", v.purpose, v.places,
  v.apply_until::text as "applyUntil", v.decide_by::text as "decideBy", v.keep_months as "keepMonths", v.state,
  v.questions_before as "questionsBefore", v.jurisdiction, v.link, v.fixed_at as "fixedAt", v.made_by as "madeBy",
  v.made_at as "madeAt", v.version`

/** Every vacancy, the newest first. */
export function listVacancies(db: Db): Promise<Vacancy[]> {
  return vacanciesWhere(db, sql`true`)
}

/** Undefined: there is no such vacancy. */
export async function findVacancy(db: Db, id: string): Promise<Vacancy | undefined> {
  return (await vacanciesWhere(db, sql`v.id = ${id}`))[0]
}

async function vacanciesWhere(db: Db, condition: RawBuilder<unknown>): Promise<Vacancy[]> {
  const { rows } = await sql<Vacancy>`
    select ${VACANCY} from vacancy v where v.organization_id = ${db.organizationId} and ${condition}
    order by v.made_at desc, v.id`.execute(db)
  return rows
}

/** What a vacancy looks at, in its order. */
export async function listCriteria(db: Db, vacancyId: string): Promise<Criterion[]> {
  const { rows } = await sql<Criterion>`
    select id, framework_id as framework, competency_key as competency, name, entry_level_key as "entryLevel",
      level_key as level, months, must, weight
    from vacancy_criterion where organization_id = ${db.organizationId} and vacancy_id = ${vacancyId}
    order by position`.execute(db)
  return rows
}

/** Who is or was on the panel, the chair first, then by name. */
export async function listPanel(db: Db, vacancyId: string): Promise<PanelMember[]> {
  const { rows } = await sql<PanelMember>`
    select m.person_id as "personId", p.name, m.is_chair as "isChair", m.prepared_at as "preparedAt",
      m.left_at as "leftAt"
    from vacancy_panel m
    join person p on p.organization_id = m.organization_id and p.id = m.person_id
    where m.organization_id = ${db.organizationId} and m.vacancy_id = ${vacancyId}
    order by m.is_chair desc, p.folded, p.id`.execute(db)
  return rows
}

import type { ColumnType, JSONColumnType } from 'kysely'
import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Importance, JobAnswer, Requirement, RequirementWords, Role, RoleProfile } from './model.ts'

interface Row {
  organization_id: string
}

/** The tables of migrations/0009-role.sql. */
export interface RoleTables {
  role: Row & {
    id: string
    title: string
    purpose: string | null
    team_id: string | null
    made_at: ColumnType<Date, Date, never>
    closed_at: Date | null
    version: ColumnType<number, number | undefined, number>
    made_by: string | null
  }
  role_post: Row & { post_id: string; role_id: string }
  role_analysis: Row & {
    id: string
    role_id: string
    framework_id: string
    opened_at: ColumnType<Date, Date, never>
    closed_at: Date | null
    opened_by: string | null
    erased: ColumnType<number, number | undefined, number>
  }
  role_incumbent: Row & {
    analysis_id: string
    person_id: string
    months: number | null
    asked_at: ColumnType<Date, Date, never>
    submitted_at: Date | null
  }
  role_answer: Row & {
    analysis_id: string
    person_id: string
    statement_id: string
    text: string
    competency_key: string
    also: string[]
    level_key: string
    answer: JobAnswer
    answered_at: Date
  }
  role_months: Row & { analysis_id: string; person_id: string; competency_key: string; months: number }
  role_settlement: Row & {
    analysis_id: string
    statement_id: string
    answer: JobAnswer
    reason: string
    settled_by: string | null
    settled_at: Date
  }
  role_profile: Row & {
    id: string
    role_id: string
    number: number
    note: string | null
    made_at: ColumnType<Date, Date, never>
    agreed_at: Date | null
    agreed_by: string | null
    version: ColumnType<number, number | undefined, number>
  }
  role_requirement: Row & {
    id: string
    profile_id: string
    position: number
    framework_id: string
    competency_key: string
    level_key: string
    entry_level_key: string | null
    months: number | null
    importance: Importance
    must: boolean
    analysis_id: string | null
    why: string | null
    words: JSONColumnType<RequirementWords>
  }
}

const ROLE = sql<Role>`r.id, r.title, r.purpose, r.team_id as "teamId", r.made_at as "madeAt", r.closed_at as "closedAt",
  r.version, r.made_by as "madeBy"`

/** Roles that are open, by title. */
export async function listRoles(db: Db): Promise<Role[]> {
  const { rows } = await sql<Role>`
    select ${ROLE} from role r where r.organization_id = ${db.organizationId} and r.closed_at is null
    order by lower(r.title), r.id`.execute(db)
  return rows
}

/** Undefined: there is no such role. */
export async function findRole(db: Db, id: string): Promise<Role | undefined> {
  const { rows } = await sql<Role>`
    select ${ROLE} from role r where r.organization_id = ${db.organizationId} and r.id = ${id}`.execute(db)
  return rows[0]
}

/** The versions of a role's profile, the newest first; a draft is on top. */
export async function listProfiles(db: Db, roleId: string): Promise<RoleProfile[]> {
  return profilesWhere(db, sql`p.role_id = ${roleId}`)
}

/** Undefined: there is no such version. */
export async function findProfile(db: Db, id: string): Promise<RoleProfile | undefined> {
  return (await profilesWhere(db, sql`p.id = ${id}`))[0]
}

/** The latest agreed profile of each open role; roles without one are left out. */
export async function listAgreedProfiles(db: Db): Promise<RoleProfile[]> {
  return profilesWhere(
    db,
    sql`p.agreed_at is not null and not exists (select from role_profile later
      where later.organization_id = p.organization_id and later.role_id = p.role_id and later.agreed_at is not null
        and later.number > p.number)
      and exists (select from role r where r.organization_id = p.organization_id and r.id = p.role_id
        and r.closed_at is null)`,
  )
}

async function profilesWhere(db: Db, condition: ReturnType<typeof sql>): Promise<RoleProfile[]> {
  const { rows } = await sql<RoleProfile>`
    select p.id, p.role_id as "roleId", p.number, p.note, p.made_at as "madeAt", p.agreed_at as "agreedAt",
      p.agreed_by as "agreedBy", p.version, coalesce((select json_agg(json_build_object('id', q.id, 'framework', q.framework_id,
        'competency', q.competency_key, 'level', q.level_key, 'entryLevel', q.entry_level_key, 'months', q.months,
        'importance', q.importance, 'must', q.must, 'analysis', q.analysis_id, 'why', q.why,
        'words', q.words) order by q.position)
        from role_requirement q where q.organization_id = p.organization_id and q.profile_id = p.id), '[]') as requirements
    from role_profile p where p.organization_id = ${db.organizationId} and ${condition}
    order by p.number desc`.execute(db)
  return rows
}

/** Writes what a draft asks for, in this order; what it asked for before is gone. */
export async function replaceRequirements(
  tx: Tx,
  profileId: string,
  requirements: readonly Requirement[],
): Promise<void> {
  await sql`
    delete from role_requirement where organization_id = ${tx.organizationId} and profile_id = ${profileId}`.execute(
    tx,
  )
  await sql`
    insert into role_requirement (organization_id, id, profile_id, position, framework_id, competency_key, level_key,
      entry_level_key, months, importance, must, analysis_id, why, words)
    select ${tx.organizationId}::uuid, q.id, ${profileId}::uuid, q.position, q.framework, q.competency, q.level,
      q."entryLevel", q.months, q.importance, q.must, q.analysis, q.why, q.words
    from jsonb_to_recordset(${JSON.stringify(requirements.map((one, position) => ({ ...one, position })))}::jsonb)
      as q (id uuid, position integer, framework uuid, competency text, level text, "entryLevel" text, months smallint,
        importance smallint, must boolean, analysis uuid, why text, words jsonb)`.execute(tx)
}

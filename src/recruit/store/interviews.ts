import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Interview } from '../candidate/interview.ts'

const INTERVIEW = sql`i.id, i.candidate_id as "candidateId", i.starts_at as "startsAt", i.minutes, i.zone, i.place, i.sequence,
  i.cancelled_at as "cancelledAt"`

async function interviewsWhere(db: Db, condition: RawBuilder<unknown>): Promise<Interview[]> {
  const { rows } = await sql<Interview>`
    select ${INTERVIEW} from interview i
    join candidate c on c.organization_id = i.organization_id and c.id = i.candidate_id
    where i.organization_id = ${db.organizationId} and ${condition} order by i.starts_at, i.id`.execute(db)
  return rows
}

/** Every interview of a vacancy that is not cancelled, the earliest first. */
export function listInterviews(db: Db, vacancyId: string): Promise<Interview[]> {
  return interviewsWhere(
    db,
    sql`c.vacancy_id = ${vacancyId} and i.cancelled_at is null and c.withdrawn_at is null`,
  )
}

/** The candidate's interview, the one that was arranged last; undefined: there was never one. */
export async function findInterview(db: Db, candidateId: string): Promise<Interview | undefined> {
  return (await interviewsWhere(db, sql`i.candidate_id = ${candidateId}`)).at(-1)
}

/** A new interview, or the same at another time or place. */
export async function putInterview(tx: Tx, one: Interview): Promise<void> {
  const { id, candidateId, startsAt, minutes, zone, place, sequence, cancelledAt } = one
  await sql`
    insert into interview (organization_id, id, candidate_id, starts_at, minutes, zone, place, sequence, cancelled_at)
    values (${tx.organizationId}, ${id}, ${candidateId}, ${startsAt}, ${minutes}, ${zone}, ${place}, ${sequence},
      ${cancelledAt})
    on conflict (organization_id, id) do update set starts_at = excluded.starts_at, minutes = excluded.minutes,
      zone = excluded.zone, place = excluded.place, sequence = excluded.sequence,
      cancelled_at = excluded.cancelled_at`.execute(tx)
}

export interface Clash {
  interviewId: string
  /** Who would have to be in two places. */
  name: string
  /** The vacancy of the other interview. */
  title: string
  otherAt: Date
}

/** Members of the vacancy's panel whose interviews overlap, in this vacancy or another. */
export async function listClashes(db: Db, vacancyId: string): Promise<Clash[]> {
  const { rows } = await sql<Clash>`
    select i.id as "interviewId", p.name, v.title, o.starts_at as "otherAt"
    from interview i
    join candidate c on c.organization_id = i.organization_id and c.id = i.candidate_id
    join vacancy_panel m on m.organization_id = i.organization_id and m.vacancy_id = c.vacancy_id and m.left_at is null
    join vacancy_panel n on n.organization_id = m.organization_id and n.person_id = m.person_id and n.left_at is null
    join candidate d on d.organization_id = n.organization_id and d.vacancy_id = n.vacancy_id and d.withdrawn_at is null
    join interview o on o.organization_id = d.organization_id and o.candidate_id = d.id and o.id <> i.id
      and o.cancelled_at is null
    join vacancy v on v.organization_id = d.organization_id and v.id = d.vacancy_id
    join person p on p.organization_id = m.organization_id and p.id = m.person_id
    where i.organization_id = ${db.organizationId} and c.vacancy_id = ${vacancyId} and i.cancelled_at is null
      and c.withdrawn_at is null
      and i.starts_at < o.starts_at + make_interval(mins => o.minutes)
      and o.starts_at < i.starts_at + make_interval(mins => i.minutes)
    order by i.starts_at, p.folded, o.starts_at`.execute(db)
  return rows
}

/** The addresses of who is on the panel now. */
export async function panelAddresses(
  db: Db,
  vacancyId: string,
): Promise<{ personId: string; name: string; email: string }[]> {
  const { rows } = await sql<{ personId: string; name: string; email: string }>`
    select p.id as "personId", p.name, p.email from vacancy_panel m
    join person p on p.organization_id = m.organization_id and p.id = m.person_id
    where m.organization_id = ${db.organizationId} and m.vacancy_id = ${vacancyId} and m.left_at is null
      and p.email is not null order by p.folded, p.id`.execute(db)
  return rows
}

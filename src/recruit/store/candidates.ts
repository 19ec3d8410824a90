import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Candidate, Reached, Stage } from '../model.ts'

/** Somebody new; `pageHash`: of the secret of their own page. */
export async function insertCandidate(
  tx: Tx,
  one: Pick<
    Candidate,
    'id' | 'vacancyId' | 'name' | 'email' | 'letter' | 'accommodation' | 'notice' | 'appliedAt'
  > & {
    pageHash: string | null
  },
): Promise<void> {
  const { id, name, email, letter, accommodation, notice } = one
  await tx
    .insertInto('candidate')
    .values({
      ...{ organization_id: tx.organizationId, id, vacancy_id: one.vacancyId, name, email, letter },
      ...{ accommodation, notice, page_hash: one.pageHash, stage: 'applied', applied_at: one.appliedAt },
      ...{ withdrawn_at: null, erased_at: null, person_id: null },
    })
    .execute()
}

/** The candidate whose own page has a secret with this hash, and their vacancy; undefined: there is none. */
export async function findByPage(
  db: Db,
  pageHash: string,
): Promise<{ id: string; vacancyId: string } | undefined> {
  const { rows } = await sql<{ id: string; vacancyId: string }>`
    select id, vacancy_id as "vacancyId" from candidate
    where organization_id = ${db.organizationId} and page_hash = ${pageHash}`.execute(db)
  return rows[0]
}

/** The vacancy to which one applies by this link; undefined: there is none. */
export async function findByLink(db: Db, link: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from vacancy where organization_id = ${db.organizationId} and link = ${link}`.execute(db)
  return rows[0]?.id
}

/** People can apply by this link from now on; null: no longer. A vacancy in preparation opens with it. */
export async function setLink(tx: Tx, vacancyId: string, link: string | null): Promise<void> {
  await sql`
    update vacancy set link = ${link}, version = version + 1,
      state = case when ${link}::text is not null and state = 'planned' then 'open' else state end
    where organization_id = ${tx.organizationId} and id = ${vacancyId}`.execute(tx)
}

/** Nobody is invited twice at once: the row is held until the end of the transaction. Gives how far they have come. */
export async function holdCandidate(tx: Tx, id: string): Promise<Reached | undefined> {
  const { rows } = await sql<{ reached: Reached }>`
    select reached from candidate where organization_id = ${tx.organizationId} and id = ${id} for update`.execute(
    tx,
  )
  return rows[0]?.reached
}

export async function setStage(
  tx: Tx,
  id: string,
  { stage, reached }: { stage: Stage; reached: Reached },
): Promise<void> {
  await sql`
    update candidate set stage = ${stage}, reached = ${reached}
    where organization_id = ${tx.organizationId} and id = ${id}`.execute(tx)
}

/** The candidate's own page opens by the secret with this hash, and by no other. */
export async function setPage(tx: Tx, id: string, pageHash: string): Promise<void> {
  await sql`
    update candidate set page_hash = ${pageHash}
    where organization_id = ${tx.organizationId} and id = ${id} and erased_at is null
      and page_hash is distinct from ${pageHash}`.execute(tx)
}

export async function setAccommodation(tx: Tx, id: string, accommodation: string | null): Promise<void> {
  await sql`
    update candidate set accommodation = ${accommodation}
    where organization_id = ${tx.organizationId} and id = ${id}`.execute(tx)
}

export async function setWithdrawn(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`
    update candidate set withdrawn_at = coalesce(withdrawn_at, ${at})
    where organization_id = ${tx.organizationId} and id = ${id}`.execute(tx)
}

/** The candidate is among the people now. */
export async function setPerson(tx: Tx, id: string, personId: string): Promise<void> {
  await sql`
    update candidate set person_id = ${personId}
    where organization_id = ${tx.organizationId} and id = ${id}`.execute(tx)
}

/** Who has only applied: neither invited nor met nor refused, and no interview is arranged. The first who applied comes first. */
export async function listUninvited(
  db: Db,
  vacancyId: string,
): Promise<Pick<Candidate, 'id' | 'name' | 'email'>[]> {
  const { rows } = await sql<Pick<Candidate, 'id' | 'name' | 'email'>>`
    select c.id, c.name, c.email from candidate c
    where c.organization_id = ${db.organizationId} and c.vacancy_id = ${vacancyId} and c.stage = 'applied'
      and c.reached = 'applied' and c.withdrawn_at is null and c.erased_at is null
      and not exists (select from scorecard s where s.organization_id = c.organization_id and s.candidate_id = c.id)
      and not exists (select from interview i where i.organization_id = c.organization_id and i.candidate_id = c.id
        and i.cancelled_at is null)
    order by c.applied_at, c.id`.execute(db)
  return rows
}

/** Whether somebody with this address has applied already and not withdrawn. */
export async function hasApplied(db: Db, vacancyId: string, email: string): Promise<boolean> {
  const { rows } = await sql`
    select from candidate where organization_id = ${db.organizationId} and vacancy_id = ${vacancyId}
      and lower(email) = lower(${email}) and withdrawn_at is null and erased_at is null`.execute(db)
  return rows.length > 0
}

/**
 * Who was not hired and whose time is over: so many months after the decision; where none was made, after the day for which it was
 * planned, or the last day for applying, or the application itself, whatever of them is latest.
 */
export async function listExpired(db: Db, now: Date): Promise<{ id: string; vacancyId: string }[]> {
  const { rows } = await sql<{ id: string; vacancyId: string }>`
    select c.id, c.vacancy_id as "vacancyId" ${dueUntil(db, now)} order by c.applied_at, c.id`.execute(db)
  return rows
}

/** The day on which the data of those who were not hired goes; null: nobody's is to go. */
export async function findExpiry(db: Db, vacancyId: string): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select min(${END} + make_interval(months => v.keep_months))::date::text as day ${FROM}
    where c.organization_id = ${db.organizationId} and c.vacancy_id = ${vacancyId} and c.erased_at is null
      and c.stage <> 'hired'`.execute(db)
  return rows[0]?.day ?? null
}

const FROM = sql`from candidate c
  join vacancy v on v.organization_id = c.organization_id and v.id = c.vacancy_id
  left join lateral (select max(d.made_at) as at from hiring_decision d
    where d.organization_id = v.organization_id and d.vacancy_id = v.id) decided on true`
const END = sql`greatest(c.applied_at,
  coalesce(decided.at, greatest(v.decide_by, v.apply_until)::timestamp at time zone 'UTC'))`

const dueUntil = (db: Db, now: Date) => sql`${FROM}
  where c.organization_id = ${db.organizationId} and c.erased_at is null and c.stage <> 'hired'
    and ${END} + make_interval(months => v.keep_months) < ${now}`

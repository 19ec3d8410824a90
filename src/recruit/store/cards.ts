import { sql } from 'kysely'
import type { Db } from '#schema.ts'
import type { Candidate, Scorecard } from '../model.ts'

const CANDIDATE = sql`c.id, c.vacancy_id as "vacancyId", c.name, c.email, c.letter, c.accommodation, c.notice, c.stage,
  c.applied_at as "appliedAt", c.withdrawn_at as "withdrawnAt", c.erased_at as "erasedAt", c.person_id as "personId"`

/** Everybody who applied to a vacancy, in the order in which they did. */
export async function listCandidates(db: Db, vacancyId: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select ${CANDIDATE} from candidate c
    where c.organization_id = ${db.organizationId} and c.vacancy_id = ${vacancyId}
    order by c.applied_at, c.id`.execute(db)
  return rows
}

/** Undefined: there is no such candidate. */
export async function findCandidate(db: Db, id: string): Promise<Candidate | undefined> {
  const { rows } = await sql<Candidate>`
    select ${CANDIDATE} from candidate c where c.organization_id = ${db.organizationId} and c.id = ${id}`.execute(
    db,
  )
  return rows[0]
}

/**
 * Every scorecard of a candidate, whosever it is, submitted or not. For actions alone, which ask `maySeeCard` before they show
 * any of it.
 */
export async function listCardsOf(db: Db, candidateId: string): Promise<Scorecard[]> {
  const { rows } = await sql<Scorecard>`
    select s.id, s.candidate_id as "candidateId", s.person_id as "personId", s.started_at as "startedAt",
      s.submitted_at as "submittedAt", s.seal_number as "sealNumber",
      coalesce((select json_agg(json_build_object('question', e.question_id, 'rating', e.rating,
        'noResponse', e.no_response, 'skipped', e.skipped, 'extraProbe', e.extra_probe, 'notes', e.notes,
        'quotes', e.quotes, 'level', e.level_key, 'months', e.months, 'revision', e.revision) order by q.position)
        from scorecard_entry e
        join vacancy_question q on q.organization_id = e.organization_id and q.id = e.question_id
        where e.organization_id = s.organization_id and e.scorecard_id = s.id), '[]') as entries
    from scorecard s where s.organization_id = ${db.organizationId} and s.candidate_id = ${candidateId}
    order by s.started_at, s.id`.execute(db)
  return rows
}

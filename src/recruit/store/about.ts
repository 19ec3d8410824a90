import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import { eraseCandidateRows, foldVoluntary } from './candidate-erasure.ts'
import { holdCandidate } from './candidates.ts'
import { listOnboardingOf } from './onboarding.ts'
import { listLevelsSaidOf } from './outcomes.ts'

/**
 * What hiring keeps of a person: the panels on which they sit, what they gave candidates (told without the candidates' names,
 * which are not theirs), what they agreed, decided and signed, and whom they were as a candidate, when hired. `words`: with what
 * they wrote, which is for themselves alone.
 */
export async function aboutRecruit(db: Db, personId: string, { words }: { words: boolean }): Promise<object> {
  const { rows: panels } = await sql<object>`
    select v.title as vacancy, m.is_chair as chair, m.prepared_at as prepared, m.left_at as "left"
    from vacancy_panel m join vacancy v on v.organization_id = m.organization_id and v.id = m.vacancy_id
    where m.organization_id = ${db.organizationId} and m.person_id = ${personId} order by v.made_at, v.id`.execute(
    db,
  )
  const { rows: cards } = await sql<object>`
    select v.title as vacancy, s.started_at as begun, s.submitted_at as submitted ${words ? written : sql``}
    from scorecard s
    join candidate c on c.organization_id = s.organization_id and c.id = s.candidate_id
    join vacancy v on v.organization_id = s.organization_id and v.id = c.vacancy_id
    where s.organization_id = ${db.organizationId} and s.person_id = ${personId} order by s.started_at, s.id`.execute(
    db,
  )
  const { rows: signatures } = await sql<object>`
    select v.title as vacancy, g.signed_at as signed ${words ? sql`, g.dissent` : sql``}
    from decision_signature g join vacancy v on v.organization_id = g.organization_id and v.id = g.vacancy_id
    where g.organization_id = ${db.organizationId} and g.person_id = ${personId} order by g.signed_at`.execute(
    db,
  )
  const { rows: applied } = await sql<object>`
    select v.title as vacancy, c.applied_at as applied, c.email, c.letter, c.accommodation, f.content as feedback
    from candidate c
    left join candidate_feedback f on f.organization_id = c.organization_id and f.candidate_id = c.id
      and f.sent_at is not null
    join vacancy v on v.organization_id = c.organization_id and v.id = c.vacancy_id
    where c.organization_id = ${db.organizationId} and c.person_id = ${personId} order by c.applied_at`.execute(
    db,
  )
  const onboarding = await listOnboardingOf(db, [personId])
  return {
    panels,
    'for the first months': onboarding.map(({ startsOn, goals }) => ({
      ...{ 'first day': startsOn },
      goals: goals.map(({ name, now, target }) => ({
        ...{ competency: name, 'shown in the interviews': now?.label ?? null, 'full level': target.label },
      })),
    })),
    'scorecards given': cards,
    'decisions signed': signatures,
    'vacancies made by them': await countOf(db, 'vacancy', 'made_by', personId),
    'questions kept for other vacancies by them': await countOf(db, 'question_bank', 'made_by', personId),
    'candidates whose ratings they read without rating them': await countOf(
      db,
      'scorecard_sight',
      'person_id',
      personId,
    ),
    'agreed together, written down by them': await countOf(db, 'consensus', 'made_by', personId),
    'levels said of people they lead, after hiring': await countOf(
      db,
      'hiring_outcome',
      'rated_by',
      personId,
    ),
    'letters of feedback written by them': await countOf(db, 'candidate_feedback', 'changed_by', personId),
    'decided by them': await countOf(db, 'hiring_decision', 'made_by', personId),
    ...(words && applied.length > 0 && { 'as a candidate': applied }),
    ...(words && { 'in the job after 6 and 12 months': await listLevelsSaidOf(db, personId) }),
  }
}

const written = sql`,
  coalesce((select json_agg(json_build_object('question', q.text, 'rating', e.rating, 'no response', e.no_response,
    'why not asked', e.skipped, 'further probe', e.extra_probe, 'level', e.level_key, 'months', e.months, 'notes', e.notes,
    'quotes', e.quotes) order by q.position) from scorecard_entry e
    join vacancy_question q on q.organization_id = e.organization_id and q.id = e.question_id
    where e.organization_id = s.organization_id and e.scorecard_id = s.id), '[]') as answers`

async function countOf(db: Db, table: string, column: string, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)}
    where organization_id = ${db.organizationId} and ${sql.ref(column)} = ${personId}`.execute(db)
  return rows[0]?.count ?? 0
}

/**
 * The person leaves every panel, and cards that they never submitted go. What they submitted, agreed and signed stays sealed
 * under their pseudonym, since other people's decisions stand on it. What they gave as a candidate goes, when they were one.
 */
export async function eraseRecruit(tx: Tx, personId: string, at: Date): Promise<void> {
  const where = sql`organization_id = ${tx.organizationId} and person_id = ${personId}`
  await sql`delete from scorecard where ${where} and submitted_at is null`.execute(tx)
  await sql`delete from scorecard_sight where ${where}`.execute(tx)
  await sql`delete from onboarding where ${where}`.execute(tx)
  await sql`update vacancy_panel set left_at = coalesce(left_at, ${at}) where ${where}`.execute(tx)
  const { rows } = await sql<{ id: string; pseudonym: string }>`
    select c.id, p.name as pseudonym from candidate c
    join person p on p.organization_id = c.organization_id and p.id = c.person_id
    where c.organization_id = ${tx.organizationId} and c.person_id = ${personId}`.execute(tx)
  for (const { id, pseudonym } of rows) {
    await holdCandidate(tx, id)
    await foldVoluntary(tx, id)
    await eraseCandidateRows(tx, id, { pseudonym, at })
  }
}

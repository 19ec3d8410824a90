import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Candidate, Entry, Scorecard } from '../model.ts'

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

const CARD = sql`s.id, s.candidate_id as "candidateId", s.person_id as "personId", s.started_at as "startedAt",
  s.submitted_at as "submittedAt", s.seal_number as "sealNumber",
  coalesce((select json_agg(json_build_object('question', e.question_id, 'rating', e.rating,
    'noResponse', e.no_response, 'skipped', e.skipped, 'extraProbe', e.extra_probe, 'notes', e.notes,
    'quotes', e.quotes, 'level', e.level_key, 'months', e.months, 'revision', e.revision) order by q.position)
    from scorecard_entry e
    join vacancy_question q on q.organization_id = e.organization_id and q.id = e.question_id
    where e.organization_id = s.organization_id and e.scorecard_id = s.id), '[]') as entries`

/**
 * Every scorecard of a vacancy, whosever it is, submitted or not. For actions alone, which ask `maySeeCard` before they show any
 * of it.
 */
export async function listCards(db: Db, vacancyId: string): Promise<Scorecard[]> {
  const { rows } = await sql<Scorecard>`
    select ${CARD} from scorecard s
    join candidate c on c.organization_id = s.organization_id and c.id = s.candidate_id
    where s.organization_id = ${db.organizationId} and c.vacancy_id = ${vacancyId}
    order by s.started_at, s.id`.execute(db)
  return rows
}

/** As `listCards`, of one candidate. */
export async function listCardsOf(db: Db, candidateId: string): Promise<Scorecard[]> {
  const { rows } = await sql<Scorecard>`
    select ${CARD} from scorecard s
    where s.organization_id = ${db.organizationId} and s.candidate_id = ${candidateId}
    order by s.started_at, s.id`.execute(db)
  return rows
}

interface Whose {
  candidateId: string
  personId: string
}

/** Somebody's own card of a candidate; undefined: not begun. */
export async function findCard(db: Db, { candidateId, personId }: Whose): Promise<Scorecard | undefined> {
  const { rows } = await sql<Scorecard>`
    select ${CARD} from scorecard s
    where s.organization_id = ${db.organizationId} and s.candidate_id = ${candidateId} and s.person_id = ${personId}`.execute(
    db,
  )
  return rows[0]
}

/** Somebody's own card, begun now if it was not, held until the end of the transaction. */
export async function holdCard(
  tx: Tx,
  { id, candidateId, personId, at }: Whose & { id: string; at: Date },
): Promise<Scorecard> {
  await sql`
    insert into scorecard (organization_id, id, candidate_id, person_id, started_at)
    values (${tx.organizationId}, ${id}, ${candidateId}, ${personId}, ${at})
    on conflict (organization_id, candidate_id, person_id) do nothing`.execute(tx)
  await sql`
    select from scorecard
    where organization_id = ${tx.organizationId} and candidate_id = ${candidateId} and person_id = ${personId}
    for update`.execute(tx)
  const card = await findCard(tx, { candidateId, personId })
  if (!card) throw new Error('A card that was just begun is gone.')
  return card
}

/** Writes one answer of a card in the place of what stood there; its revision counts on. */
export async function putEntry(
  tx: Tx,
  cardId: string,
  { entry, at }: { entry: Entry; at: Date },
): Promise<void> {
  const { question, rating, noResponse, skipped, extraProbe, notes, quotes, level, months, revision } = entry
  await sql`
    insert into scorecard_entry (organization_id, scorecard_id, question_id, rating, no_response, skipped, extra_probe,
      notes, quotes, level_key, months, changed_at, revision)
    values (${tx.organizationId}, ${cardId}, ${question}, ${rating}, ${noResponse}, ${skipped}, ${extraProbe}, ${notes},
      ${JSON.stringify(quotes)}, ${level}, ${months}, ${at}, ${revision})
    on conflict (organization_id, scorecard_id, question_id) do update set rating = excluded.rating,
      no_response = excluded.no_response, skipped = excluded.skipped, extra_probe = excluded.extra_probe,
      notes = excluded.notes, quotes = excluded.quotes, level_key = excluded.level_key, months = excluded.months,
      changed_at = excluded.changed_at, revision = excluded.revision`.execute(tx)
}

/** Locks a card for ever, at its place in the chain. */
export async function closeCard(
  tx: Tx,
  id: string,
  { at, sealNumber }: { at: Date; sealNumber: number },
): Promise<void> {
  await sql`
    update scorecard set submitted_at = ${at}, seal_number = ${sealNumber}
    where organization_id = ${tx.organizationId} and id = ${id} and submitted_at is null`.execute(tx)
}

/** When the card's answers were last saved; null: nothing is. */
export async function lastSaved(db: Db, cardId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(changed_at) as at from scorecard_entry
    where organization_id = ${db.organizationId} and scorecard_id = ${cardId}`.execute(db)
  return rows[0]?.at ?? null
}

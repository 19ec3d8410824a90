import { sql } from 'kysely'
import { containing } from '#db/like.ts'
import type { Db, Tx } from '#schema.ts'
import type { Detail, Event } from '../model.ts'
import { ERASED, FORGOTTEN } from '../verify.ts'

/** Words that stand now, with what decides whom they are about. */
export interface StandingWords {
  event: Pick<Event, 'id' | 'act' | 'actorId' | 'subjectKind' | 'subjectId' | 'also'>
  salt: string
  detail: Detail
}

/** The words of the events on the person themselves. */
export async function listWordsOn(db: Db, personId: string): Promise<Detail[]> {
  const rows = await db
    .selectFrom('history_event as e')
    .innerJoin('history_detail as d', (join) =>
      join.onRef('d.organization_id', '=', 'e.organization_id').onRef('d.event_id', '=', 'e.id'),
    )
    .select('d.detail')
    .where('e.organization_id', '=', db.organizationId)
    .where('e.subject_kind', '=', 'person')
    .where('e.subject_id', '=', personId)
    .execute()
  return rows.map(({ detail }) => detail)
}

/** The ids of the events that the person did or that are about them, or whose words hold one of these words. */
export async function listMentions(db: Db, personId: string, words: string[]): Promise<string[]> {
  const organization = db.organizationId
  // As they stand within JSON, where quotation marks are escaped.
  const patterns = words.map((word) => containing(JSON.stringify(word).slice(1, -1)))
  const { rows } = await sql<{ id: string }>`
    select id from history_event where organization_id = ${organization} and actor_id = ${personId}
    union select id from history_event
      where organization_id = ${organization} and subject_kind = 'person' and subject_id = ${personId}
    union select event_id from history_subject
      where organization_id = ${organization} and kind = 'person' and id = ${personId}
    union select event_id from history_detail
      where organization_id = ${organization} and detail::text ilike any (${patterns}::text[])`.execute(db)
  return rows.map(({ id }) => id)
}

interface Row {
  id: string
  act: string
  actor_id: string | null
  subject_kind: string
  subject_id: string
  also: string[]
  salt: string
  detail: Detail
}

/** The words of these events, of those that still have any. */
export async function listWords(db: Db, ids: string[]): Promise<StandingWords[]> {
  const { rows } = await sql<Row>`
    select e.id, e.act, e.actor_id, e.subject_kind, e.subject_id, d.salt, d.detail,
      coalesce((select json_agg(s.kind || ' ' || s.id order by s.kind || ' ' || s.id collate "C")
        from history_subject s where s.organization_id = e.organization_id and s.event_id = e.id), '[]') as also
    from history_event e
    join history_detail d on d.organization_id = e.organization_id and d.event_id = e.id
    where e.organization_id = ${db.organizationId} and e.id = any (${ids}::uuid[])
    order by e.number`.execute(db)
  return rows.map(({ id, act, actor_id, subject_kind, subject_id, also, salt, detail }) => ({
    event: { id, act, actorId: actor_id, subjectKind: subject_kind, subjectId: subject_id, also },
    salt,
    detail,
  }))
}

/** Puts other words in the place of those that stand. */
export async function replaceWords(
  tx: Tx,
  words: { id: string; salt: string; detail: Detail }[],
): Promise<void> {
  await sql`
    update history_detail d set salt = w.salt, detail = w.detail
    from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as w(id uuid, salt text, detail jsonb)
    where d.organization_id = ${tx.organizationId} and d.event_id = w.id`.execute(tx)
}

/** The name by which somebody's acts are looked up. */
export async function renameActor(tx: Tx, id: string, name: string): Promise<void> {
  await tx
    .updateTable('history_actor')
    .set({ name })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

/** How many events before this moment still have words; the acts of erasure, which keep theirs, aside. */
export async function countWordsBefore(db: Db, before: Date): Promise<number> {
  const row = await wordsBefore(db, before)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Removes the words of the oldest of these events, at most `limit`; gives the events' ids. */
export async function deleteWordsBefore(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const rows = await wordsBefore(tx, before)
    .select('e.id')
    .orderBy('e.at')
    .orderBy('e.number')
    .limit(limit)
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  await tx
    .deleteFrom('history_detail')
    .where('organization_id', '=', tx.organizationId)
    .where('event_id', 'in', ids)
    .execute()
  return ids
}

function wordsBefore(db: Db, before: Date) {
  return db
    .selectFrom('history_event as e')
    .innerJoin('history_detail as d', (join) =>
      join.onRef('d.organization_id', '=', 'e.organization_id').onRef('d.event_id', '=', 'e.id'),
    )
    .where('e.organization_id', '=', db.organizationId)
    .where('e.at', '<', before)
    .where('e.act', 'not in', [ERASED, FORGOTTEN])
}

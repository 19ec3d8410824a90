import { sql } from 'kysely'
import type { Db } from '#schema.ts'
import type { ActorKind, Detail, Event } from '../model.ts'
import type { KeptEvent } from '../verify.ts'

interface Row {
  number: string
  id: string
  at: Date
  actor_kind: ActorKind
  actor_id: string | null
  via: Event['via']
  act: string
  subject_kind: string
  subject_id: string
  detail_seal: string
  previous_seal: string
  seal: string
  salt: string | null
  detail: Detail | null
  also: string[] | null
  agree: boolean | null
}

/** The next events after this number with all that is kept of them, in order, at most `limit`. */
export async function listKept(db: Db, after: number, limit: number): Promise<KeptEvent[]> {
  const { rows } = await sql<Row>`
    with part as materialized (
      select * from history_event where organization_id = ${db.organizationId} and number > ${after}
      order by number limit ${limit}
    ), subjects as (
      select s.event_id, array_agg(s.kind || ' ' || s.id order by s.kind || ' ' || s.id collate "C") as also,
        bool_and(s.at = p.at and s.number = p.number) as agree
      from part p join history_subject s on s.organization_id = p.organization_id and s.event_id = p.id
      group by s.event_id
    )
    select p.number, p.id, p.at, p.actor_kind, p.actor_id, p.via, p.act, p.subject_kind, p.subject_id, p.detail_seal,
      p.previous_seal, p.seal, d.salt, d.detail, s.also, s.agree
    from part p
    left join history_detail d on d.organization_id = p.organization_id and d.event_id = p.id
    left join subjects s on s.event_id = p.id
    order by p.number`.execute(db)
  return rows.map((row) => keptEvent(db.organizationId, row))
}

function keptEvent(organizationId: string, row: Row): KeptEvent {
  const { id, at, via, act, seal, salt, detail } = row
  const event: Event = {
    ...{ organizationId, number: Number(row.number), id, at, via, act },
    ...{ actorKind: row.actor_kind, actorId: row.actor_id },
    ...{ subjectKind: row.subject_kind, subjectId: row.subject_id, also: row.also ?? [] },
    ...{ detailSeal: row.detail_seal, previousSeal: row.previous_seal },
  }
  const words = salt !== null && detail !== null ? { salt, detail } : null
  return { event, seal, words, subjectsAgree: row.agree ?? true }
}

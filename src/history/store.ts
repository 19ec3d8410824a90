import { type ColumnType, sql } from 'kysely'
import type { Tx } from '#schema.ts'
import type { ActorKind, Detail, Event } from './model.ts'

export interface HistoryTables {
  history_event: {
    organization_id: string
    number: ColumnType<string, number, never>
    id: string
    at: ColumnType<Date, Date, never>
    actor_kind: ActorKind
    actor_id: string | null
    via: Event['via']
    act: string
    subject_kind: string
    subject_id: string
    detail_seal: string
    previous_seal: string
    seal: string
  }
  history_subject: {
    organization_id: string
    event_id: string
    kind: string
    id: string
    at: ColumnType<Date, Date, never>
    number: ColumnType<string, number, never>
  }
  history_detail: {
    organization_id: string
    event_id: string
    salt: string
    detail: ColumnType<Detail, string, string>
  }
  history_actor: { organization_id: string; id: string; name: string }
  unfinished_job: {
    organization_id: string
    id: string
    job: string
    data: ColumnType<object, string, never>
    reason: string
    tries: number
    given_up_at: ColumnType<Date, Date, never>
  }
  history_head: { organization_id: string; number: ColumnType<string, number, number>; seal: string }
}

/** The newest number and seal, held until the end of the transaction so that nobody else takes the next number. */
export async function holdHead(tx: Tx, firstSeal: string): Promise<{ number: number; seal: string }> {
  await tx
    .insertInto('history_head')
    .values({ organization_id: tx.organizationId, number: 0, seal: firstSeal })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const head = await tx
    .selectFrom('history_head')
    .select(['number', 'seal'])
    .where('organization_id', '=', tx.organizationId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { number: Number(head.number), seal: head.seal }
}

export interface SealedEvent {
  event: Event
  seal: string
  salt: string
  detail: Detail
}

/** Adds one event with its subjects and detail, and moves the head; one round trip. */
export async function insertEvent(tx: Tx, { event, seal, salt, detail }: SealedEvent): Promise<void> {
  const { organizationId: organization, id, number, at } = event
  const also = JSON.stringify(event.also.map(splitSubject))
  await sql`
    with added as (
      insert into history_event (organization_id, number, id, at, actor_kind, actor_id, via, act, subject_kind, subject_id,
        detail_seal, previous_seal, seal)
      values (${organization}, ${number}, ${id}, ${at}, ${event.actorKind}, ${event.actorId}, ${event.via}, ${event.act},
        ${event.subjectKind}, ${event.subjectId}, ${event.detailSeal}, ${event.previousSeal}, ${seal})
      returning organization_id, id
    ), subjects as (
      insert into history_subject (organization_id, event_id, kind, id, at, number)
      select a.organization_id, a.id, s.kind, s.id, ${at}::timestamptz, ${number}::bigint
      from added a, jsonb_to_recordset(${also}::jsonb) as s(kind text, id text)
    ), words as (
      insert into history_detail (organization_id, event_id, salt, detail)
      select organization_id, id, ${salt}, ${JSON.stringify(detail)}::jsonb from added
    ), actor as (
      insert into history_actor (organization_id, id, name)
      select a.organization_id, ${event.actorId}::uuid, ${detail.actor ?? null}::text from added a
      where ${event.actorId}::uuid is not null and ${detail.actor ?? null}::text is not null
      on conflict (organization_id, id) do update set name = excluded.name where history_actor.name <> excluded.name
    )
    update history_head set number = ${number}, seal = ${seal} where organization_id = ${organization}`.execute(
    tx,
  )
}

/** The kind may have blanks, the id has none. */
function splitSubject(text: string): { kind: string; id: string } {
  const space = text.lastIndexOf(' ')
  return { kind: text.slice(0, space), id: text.slice(space + 1) }
}

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

/** Adds events with their subjects and details, in the order of their numbers, and moves the head; one round trip. */
export async function insertEvents(tx: Tx, sealed: readonly SealedEvent[]): Promise<void> {
  const last = sealed.at(-1)
  if (!last) return
  const rows = JSON.stringify(
    sealed.map(({ event, seal, salt, detail }) => {
      const { organizationId: _, ...told } = event
      return { ...told, also: event.also.map(splitSubject), seal, salt, detail }
    }),
  )
  await sql`
    with given as (
      select * from jsonb_to_recordset(${rows}::jsonb) as g (number bigint, id uuid, at timestamptz, "actorKind" text,
        "actorId" uuid, via text, act text, "subjectKind" text, "subjectId" text, also jsonb, "detailSeal" text,
        "previousSeal" text, seal text, salt text, detail jsonb)
    ), added as (
      insert into history_event (organization_id, number, id, at, actor_kind, actor_id, via, act, subject_kind, subject_id,
        detail_seal, previous_seal, seal)
      select ${tx.organizationId}::uuid, number, id, at, "actorKind", "actorId", via, act, "subjectKind", "subjectId",
        "detailSeal", "previousSeal", seal
      from given
    ), subjects as (
      insert into history_subject (organization_id, event_id, kind, id, at, number)
      select ${tx.organizationId}::uuid, g.id, s.kind, s.id, g.at, g.number
      from given g, jsonb_to_recordset(g.also) as s(kind text, id text)
    ), words as (
      insert into history_detail (organization_id, event_id, salt, detail)
      select ${tx.organizationId}::uuid, id, salt, detail from given
    ), actor as (
      insert into history_actor (organization_id, id, name)
      select distinct on ("actorId") ${tx.organizationId}::uuid, "actorId", detail ->> 'actor' from given
      where "actorId" is not null and detail ->> 'actor' is not null
      order by "actorId", number desc
      on conflict (organization_id, id) do update set name = excluded.name where history_actor.name <> excluded.name
    )
    update history_head set number = ${last.event.number}, seal = ${last.seal}
    where organization_id = ${tx.organizationId}`.execute(tx)
}

/** The kind may have blanks, the id has none. */
function splitSubject(text: string): { kind: string; id: string } {
  const space = text.lastIndexOf(' ')
  return { kind: text.slice(0, space), id: text.slice(space + 1) }
}

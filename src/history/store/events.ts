import { type RawBuilder, sql } from 'kysely'
import { containing } from '#db/like.ts'
import type { Db } from '#schema.ts'
import { actsWith, type Filter, type Happening, PRIVATE_AREAS } from '../happening.ts'
import type { ActorKind, Detail, Event } from '../model.ts'

/** As many people as a name may lead to. */
const PEOPLE = 40

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
  also: { kind: string; id: string }[]
  detail: Detail | null
}

interface Part {
  /** Only what comes after the event of this number, in the order of the list; null: from the newest on. */
  before: number | null
  limit: number
  /** Who looks; without one, private acts are left out altogether. */
  viewer?: string | null
}

/**
 * The newest events that fit, newest first; private acts only where the viewer did them or they are about the viewer. Quick however many there are: each way of looking has an index, and what several names or acts
 * give is put together from their newest.
 */
export async function listEvents(
  db: Db,
  filter: Filter,
  { before, limit, viewer = null }: Part,
): Promise<Happening[]> {
  const where = await conditionsOf(db, filter, before)
  if (where === null) return []
  const all = sql`${where.all} and ${isForViewer(db, viewer)}`
  return listNumbered(db, newest(db, filter, { ...where, all }, limit))
}

/** Of a row `e` of history_event: that it is not private, or that the viewer did it or is named in it. */
function isForViewer(db: Db, viewer: string | null): Condition {
  const isOpen = PRIVATE_AREAS.map((area) => sql`e.act not like ${`${area}: %`}`)
  const open = sql.join(isOpen, sql` and `)
  if (viewer === null) return sql`(${open})`
  return sql`(${open} or e.actor_id = ${viewer} or (e.subject_kind = 'person' and e.subject_id = ${viewer})
    or exists (select from history_subject n where n.organization_id = ${db.organizationId} and n.event_id = e.id
      and n.kind = 'person' and n.id = ${viewer}))`
}

/** The events whose numbers the query gives, newest first. */
async function listNumbered(db: Db, numbers: Condition): Promise<Happening[]> {
  const { rows } = await sql<Row>`
    select e.number, e.id, e.at, e.actor_kind, e.actor_id, e.via, e.act, e.subject_kind, e.subject_id, d.detail,
      coalesce((select json_agg(json_build_object('kind', s.kind, 'id', s.id) order by s.kind || ' ' || s.id collate "C")
        from history_subject s where s.organization_id = e.organization_id and s.event_id = e.id), '[]') as also
    from (${numbers}) found
    join history_event e on e.organization_id = ${db.organizationId} and e.number = found.number
    left join history_detail d on d.organization_id = e.organization_id and d.event_id = e.id
    order by e.at desc, e.number desc`.execute(db)
  return rows.map(happening)
}

/** The newest events that the person did or that are about them, at most `limit`, as far as the viewer may see them. */
export async function listEventsOf(
  db: Db,
  personId: string,
  { limit, viewer }: { limit: number; viewer: string | null },
): Promise<Happening[]> {
  const organization = db.organizationId
  const newestOf = (source: Condition) =>
    sql`(select e.number, e.at from ${source} and ${isForViewer(db, viewer)} order by e.at desc, e.number desc limit ${limit})`
  const branches = [
    newestOf(sql`history_event e where e.organization_id = ${organization} and e.actor_id = ${personId}`),
    newestOf(sql`history_event e where e.organization_id = ${organization}
      and e.subject_kind = 'person' and e.subject_id = ${personId}`),
    newestOf(sql`history_subject s join history_event e on e.organization_id = s.organization_id and e.id = s.event_id
      where s.organization_id = ${organization} and s.kind = 'person' and s.id = ${personId}`),
  ]
  return listNumbered(
    db,
    sql`select distinct number, at from (${sql.join(branches, sql` union all `)}) branch
      order by at desc, number desc limit ${limit}`,
  )
}

type Condition = RawBuilder<unknown>

interface Where {
  all: Condition
  /** One condition for each name or act that was found; every one is looked up by itself. */
  any: Condition[]
}

/** Null: nothing can fit, such as a name that nobody has. */
async function conditionsOf(db: Db, filter: Filter, before: number | null): Promise<Where | null> {
  const actors = filter.who ? await actorsNamed(db, filter.who) : null
  const acts = filter.act ? actsWith(await listActs(db), filter.act) : null
  if (actors?.length === 0 || acts?.length === 0) return null
  const all = [sql`e.organization_id = ${db.organizationId}`]
  if (filter.kind) all.push(sql`e.subject_kind = ${filter.kind}`)
  if (filter.from) all.push(sql`e.at >= ${filter.from}::date::timestamp at time zone 'UTC'`)
  if (filter.to) all.push(sql`e.at < (${filter.to}::date + 1)::timestamp at time zone 'UTC'`)
  if (before !== null)
    all.push(sql`(e.at, e.number) < (select b.at, b.number from history_event b
      where b.organization_id = ${db.organizationId} and b.number = ${before})`)
  if (actors && acts) all.push(sql`e.act = any(${acts})`)
  const any = actors
    ? actors.map((id) => sql`e.actor_id = ${id}`)
    : (acts ?? []).map((act) => sql`e.act = ${act}`)
  return { all: sql.join(all, sql` and `), any: any.length > 0 ? any : [sql`true`] }
}

/** The numbers of the newest: of each alternative its newest, of these the newest. */
function newest(db: Db, { thing }: Filter, { all, any }: Where, limit: number): Condition {
  const sources = thing
    ? [
        sql`history_event e where e.subject_kind = ${thing.kind} and e.subject_id = ${thing.id}`,
        sql`history_subject s join history_event e on e.organization_id = s.organization_id and e.id = s.event_id
          where s.organization_id = ${db.organizationId} and s.kind = ${thing.kind} and s.id = ${thing.id}`,
      ]
    : [sql`history_event e where true`]
  const branches = sources.flatMap((source) =>
    any.map(
      (one) =>
        sql`(select e.number, e.at from ${source} and ${all} and ${one} order by e.at desc, e.number desc limit ${limit})`,
    ),
  )
  return sql`select distinct number, at from (${sql.join(branches, sql` union all `)}) branch
    order by at desc, number desc limit ${limit}`
}

function happening(row: Row): Happening {
  const [name = null, ...alsoNames] = row.detail?.names ?? []
  return {
    number: Number(row.number),
    id: row.id,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.detail?.actor ?? null },
    via: row.via,
    act: row.act,
    on: { kind: row.subject_kind, id: row.subject_id, name },
    also: row.also.map((one, i) => ({ ...one, name: alsoNames[i] ?? null })),
    changes: row.detail?.changes ?? {},
    note: row.detail?.note ?? {},
    hasWords: row.detail !== null,
  }
}

/** The ids of those whose name has all the words, at most forty. */
async function actorsNamed(db: Db, words: string): Promise<string[]> {
  let query = db.selectFrom('history_actor').select('id').where('organization_id', '=', db.organizationId)
  for (const word of words.split(/\s+/).filter(Boolean))
    query = query.where('name', 'ilike', containing(word))
  return (await query.orderBy('name').orderBy('id').limit(PEOPLE).execute()).map(({ id }) => id)
}

/** Every act there has been, each once. */
const listActs = (db: Db) => listDistinct(db, 'act')

/** Every kind of thing that something has happened to, each once. */
export const listKinds = (db: Db) => listDistinct(db, 'subject_kind')

/** One step in the index for each, so quick over any number of events. */
async function listDistinct(db: Db, column: 'act' | 'subject_kind'): Promise<string[]> {
  const name = sql.ref(column)
  const { rows } = await sql<{ value: string }>`
    with recursive known as (
      (select ${name} as value from history_event where organization_id = ${db.organizationId} order by ${name} limit 1)
      union all
      select (select ${name} from history_event e where e.organization_id = ${db.organizationId} and ${name} > known.value
        order by ${name} limit 1)
      from known where known.value is not null
    )
    select value from known where value is not null`.execute(db)
  return rows.map(({ value }) => value)
}

/** The newest number and seal; number 0 before anything has happened. */
export async function findHead(db: Db): Promise<{ number: number; seal: string } | undefined> {
  const head = await db
    .selectFrom('history_head')
    .select(['number', 'seal'])
    .where('organization_id', '=', db.organizationId)
    .executeTakeFirst()
  return head && { number: Number(head.number), seal: head.seal }
}

import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Look, RowRef, Share } from '../share.ts'

interface Row extends Omit<Share, 'rows'> {
  rows: { id: string; kind: RowRef['kind']; framework: string; competency: string; thing: string }[]
}

async function sharesWhere(
  db: Db,
  condition: RawBuilder<unknown>,
): Promise<(Share & { personId: string })[]> {
  const { rows } = await sql<Row & { personId: string }>`
    select s.id, s.person_id as "personId", s.note, s.link_hash is not null as "hasLink", s.made_at as "madeAt",
      s.expires_at as "expiresAt", s.revoked_at as "revokedAt",
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.folded, p.id)
        from profile_share_with w join person p on p.organization_id = w.organization_id and p.id = w.person_id
        where w.organization_id = s.organization_id and w.share_id = s.id), '[]') as "with",
      coalesce((select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'framework', r.framework_id,
          'competency', r.competency_key, 'thing', r.thing_id) order by r.kind, r.competency_key, r.id)
        from profile_share_row r where r.organization_id = s.organization_id and r.share_id = s.id), '[]') as rows,
      (select count(*)::int from profile_share_look l
        where l.organization_id = s.organization_id and l.share_id = s.id) as looks,
      (select max(l.at) from profile_share_look l
        where l.organization_id = s.organization_id and l.share_id = s.id) as "lastLook"
    from profile_share s where s.organization_id = ${db.organizationId} and ${condition}
    order by s.made_at desc, s.id`.execute(db)
  return rows.map((share) => ({ ...share, rows: share.rows.map(rowFrom) }))
}

function rowFrom({ id, kind, framework, competency, thing }: Row['rows'][number]): RowRef & { id: string } {
  return kind === 'level' ? { id, kind, framework, competency } : { id, kind, thing }
}

/** All that a person has ever shared, the latest first. */
export function listShares(db: Db, personId: string): Promise<Share[]> {
  return sharesWhere(db, sql`s.person_id = ${personId}`)
}

/** The person's own; undefined for somebody else's too. */
export async function findShare(db: Db, personId: string, id: string): Promise<Share | undefined> {
  return (await sharesWhere(db, sql`s.person_id = ${personId} and s.id = ${id}`))[0]
}

const standing = (at: Date) => sql`s.revoked_at is null and (s.expires_at is null or s.expires_at > ${at})`

/** What a link opens now; undefined when it is unknown, has ended or was taken back. */
export async function findShareByHash(
  db: Db,
  hash: string,
  at: Date,
): Promise<(Share & { personId: string }) | undefined> {
  return (await sharesWhere(db, sql`s.link_hash = ${hash} and ${standing(at)}`))[0]
}

/** What others share with somebody by name now, or one other does. */
export function listSharesWith(
  db: Db,
  viewer: { personId: string; at: Date },
  of: string | null,
): Promise<(Share & { personId: string })[]> {
  const from = of === null ? sql`s.person_id <> ${viewer.personId}` : sql`s.person_id = ${of}`
  return sharesWhere(
    db,
    sql`${from} and ${standing(viewer.at)} and exists (select from profile_share_with w
      where w.organization_id = s.organization_id and w.share_id = s.id and w.person_id = ${viewer.personId})`,
  )
}

export interface NewShare {
  id: string
  personId: string
  note: string | null
  linkHash: string | null
  madeAt: Date
  expiresAt: Date | null
  people: readonly string[]
  rows: readonly (RowRef & { id: string })[]
}

export async function insertShare(tx: Tx, share: NewShare): Promise<void> {
  const home = { organization_id: tx.organizationId }
  await tx
    .insertInto('profile_share')
    .values({
      ...{ ...home, id: share.id, person_id: share.personId, note: share.note, link_hash: share.linkHash },
      ...{ made_at: share.madeAt, expires_at: share.expiresAt, revoked_at: null },
    })
    .execute()
  if (share.people.length > 0)
    await tx
      .insertInto('profile_share_with')
      .values(share.people.map((person) => ({ ...home, share_id: share.id, person_id: person })))
      .execute()
  await tx
    .insertInto('profile_share_row')
    .values(share.rows.map((row) => ({ ...home, share_id: share.id, ...columnsOf(row) })))
    .execute()
}

function columnsOf(row: RowRef & { id: string }) {
  const isLevel = row.kind === 'level'
  return {
    id: row.id,
    kind: row.kind,
    framework_id: isLevel ? row.framework : null,
    competency_key: isLevel ? row.competency : null,
    thing_id: isLevel ? null : row.thing,
  }
}

/** From this moment on it shows nothing. Gives whether it stood until then. */
export async function revokeShare(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('profile_share')
    .set({ revoked_at: at })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteShareRow(tx: Tx, shareId: string, id: string): Promise<void> {
  await tx
    .deleteFrom('profile_share_row')
    .where('organization_id', '=', tx.organizationId)
    .where('share_id', '=', shareId)
    .where('id', '=', id)
    .execute()
}

/** Who looked at it, the latest first. */
export async function listLooks(db: Db, shareId: string): Promise<Look[]> {
  const { rows } = await sql<Look>`
    select l.at, case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as person
    from profile_share_look l
    left join person p on p.organization_id = l.organization_id and p.id = l.person_id
    where l.organization_id = ${db.organizationId} and l.share_id = ${shareId}
    order by l.at desc, l.id`.execute(db)
  return rows
}

interface NewLook {
  id: string
  shareId: string
  /** Null: by the link. */
  personId: string | null
  at: Date
  /** Somebody who looked since then is still looking. */
  since: Date
}

/** Notes that somebody looked; once for a while of looking. */
export async function insertLook(tx: Tx, { id, shareId, personId, at, since }: NewLook): Promise<void> {
  await sql`
    insert into profile_share_look (organization_id, id, share_id, person_id, at)
    select ${tx.organizationId}::uuid, ${id}::uuid, ${shareId}::uuid, ${personId}::uuid, ${at}::timestamptz
    where not exists (select from profile_share_look l where l.organization_id = ${tx.organizationId}
      and l.share_id = ${shareId} and l.person_id is not distinct from ${personId}::uuid and l.at > ${since})`.execute(
    tx,
  )
}

/** All activities that a person ever wrote, of every round, the latest first. */
export async function listActivities(
  db: Db,
  personId: string,
): Promise<
  { id: string; framework: string; text: string; competency: string; level: string; madeAt: Date }[]
> {
  return db
    .selectFrom('workbook_activity as a')
    .innerJoin('workbook as w', (join) =>
      join.onRef('w.organization_id', '=', 'a.organization_id').onRef('w.id', '=', 'a.workbook_id'),
    )
    .select(['a.id', 'w.framework_id as framework', 'a.text', 'a.competency_key as competency'])
    .select(['a.level_key as level', 'a.made_at as madeAt'])
    .where('a.organization_id', '=', db.organizationId)
    .where('w.person_id', '=', personId)
    .orderBy('a.made_at', 'desc')
    .orderBy('a.id')
    .execute()
}

import type { ColumnType, JSONColumnType, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Template } from '../templates.ts'
import type { ListedText, RoleText, TextContent, TextKind } from '../text.ts'

interface Row {
  organization_id: string
}

/** The tables of migrations/0012-role-texts.sql. */
export interface RoleTextTables {
  role_text: Row & {
    id: string
    role_id: string
    kind: TextKind
    number: number
    profile_id: string
    content: JSONColumnType<TextContent>
    made_at: ColumnType<Date, Date, never>
    changed_at: Date
    changed_by: string | null
    version: ColumnType<number, number | undefined, number>
    published_at: Date | null
    published_by: string | null
    review_on: string | null
    reviewed_at: Date | null
    reviewed_by: string | null
    reminded_for: string | null
    withdrawn_at: Date | null
  }
  role_template: Row & {
    kind: TextKind
    content: JSONColumnType<Template>
    changed_at: Date
    changed_by: string | null
    version: ColumnType<number, number | undefined, number>
  }
}

const TEXT = sql`t.id, t.role_id as "roleId", t.kind, t.number, t.profile_id as "profileId", t.content,
  t.made_at as "madeAt", t.changed_at as "changedAt", t.changed_by as "changedBy", t.version,
  t.published_at as "publishedAt", t.published_by as "publishedBy", to_char(t.review_on, 'YYYY-MM-DD') as "reviewOn",
  t.reviewed_at as "reviewedAt", t.withdrawn_at as "withdrawnAt", r.title as role, r.made_by as "roleMadeBy"`

async function textsWhere(db: Db, condition: RawBuilder<unknown>): Promise<ListedText[]> {
  const { rows } = await sql<ListedText>`
    select ${TEXT} from role_text t
    join role r on r.organization_id = t.organization_id and r.id = t.role_id
    where t.organization_id = ${db.organizationId} and ${condition}
    order by lower(r.title), r.id, t.kind desc, t.number desc`.execute(db)
  return rows
}

/** Every version of every text of a role, by kind, the newest first; a draft is on top. */
export function listTextsOf(db: Db, roleId: string): Promise<ListedText[]> {
  return textsWhere(db, sql`t.role_id = ${roleId}`)
}

/** Undefined: there is no such text. */
export async function findText(db: Db, id: string): Promise<ListedText | undefined> {
  return (await textsWhere(db, sql`t.id = ${id}`))[0]
}

const CURRENT = sql`t.published_at is not null and t.withdrawn_at is null and r.closed_at is null
  and not exists (select from role_text later where later.organization_id = t.organization_id
    and later.role_id = t.role_id and later.kind = t.kind and later.published_at is not null and later.number > t.number)`

/** The published texts of open roles, the latest version of each, by role. */
export function listPublishedTexts(db: Db): Promise<ListedText[]> {
  return textsWhere(db, CURRENT)
}

/** Of the published ones, those whose day of review is not after `until`, the longest due first. */
export async function listDueTexts(db: Db, until: string): Promise<ListedText[]> {
  const due = await textsWhere(db, sql`${CURRENT} and t.review_on <= ${until}`)
  return due.toSorted((a, b) => (a.reviewOn ?? '').localeCompare(b.reviewOn ?? ''))
}

/** All drafts, by role. */
export function listDraftTexts(db: Db): Promise<ListedText[]> {
  return textsWhere(db, sql`t.published_at is null and r.closed_at is null`)
}

/** A second draft of the same role and kind is a Conflict (the unique key says so). */
export async function insertText(
  tx: Tx,
  text: Pick<
    RoleText,
    'id' | 'roleId' | 'kind' | 'number' | 'profileId' | 'content' | 'madeAt' | 'changedBy'
  >,
): Promise<void> {
  const { id, roleId, kind, number, profileId, content, madeAt, changedBy } = text
  await tx
    .insertInto('role_text')
    .values({
      ...{ organization_id: tx.organizationId, id, role_id: roleId, kind, number, profile_id: profileId },
      ...{ content: JSON.stringify(content), made_at: madeAt, changed_at: madeAt, changed_by: changedBy },
      ...{ published_at: null, published_by: null, review_on: null, reviewed_at: null, reviewed_by: null },
      ...{ reminded_for: null, withdrawn_at: null },
    })
    .execute()
}

/** Keeps whoever else would change this text waiting until the transaction has ended. */
export async function holdText(tx: Tx, id: string): Promise<void> {
  await sql`select 1 from role_text where organization_id = ${tx.organizationId} and id = ${id} for update`.execute(
    tx,
  )
}

/** Writes a draft; it counts one change more. */
export async function updateDraft(
  tx: Tx,
  id: string,
  { content, profileId, at, by }: { content: TextContent; profileId: string; at: Date; by: string | null },
): Promise<void> {
  await sql`
    update role_text set content = ${JSON.stringify(content)}::jsonb, profile_id = ${profileId}, changed_at = ${at},
      changed_by = ${by}, version = version + 1
    where organization_id = ${tx.organizationId} and id = ${id} and published_at is null`.execute(tx)
}

export async function setPublished(
  tx: Tx,
  id: string,
  { at, by, reviewOn }: { at: Date; by: string | null; reviewOn: string },
): Promise<void> {
  await tx
    .updateTable('role_text')
    .set({ published_at: at, published_by: by, review_on: reviewOn })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

/** `kept`: when and by whom it was looked at; null: only the day was changed. */
export async function setReview(
  tx: Tx,
  id: string,
  { reviewOn, kept }: { reviewOn: string; kept: { at: Date; by: string | null } | null },
): Promise<void> {
  await tx
    .updateTable('role_text')
    .set({ review_on: reviewOn, ...(kept && { reviewed_at: kept.at, reviewed_by: kept.by }) })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

/** Null: it is shown again. */
export async function setWithdrawn(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx
    .updateTable('role_text')
    .set({ withdrawn_at: at })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

export async function deleteText(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('role_text')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .execute()
}

/** Texts that are due and for whose day no mail has gone out; from now on one has. */
export async function takeReminders(tx: Tx, today: string): Promise<ListedText[]> {
  const due = await textsWhere(
    tx,
    sql`${CURRENT} and t.review_on <= ${today} and t.reminded_for is distinct from t.review_on`,
  )
  const ids = due.map(({ id }) => id)
  await sql`
    update role_text set reminded_for = review_on where organization_id = ${tx.organizationId} and id = any(${ids}::uuid[])`.execute(
    tx,
  )
  return due
}

/** The organisation's own template; undefined: it uses ours. */
export async function findTemplate(
  db: Db,
  kind: TextKind,
): Promise<{ content: Template; version: number } | undefined> {
  return db
    .selectFrom('role_template')
    .select(['content', 'version'])
    .where('organization_id', '=', db.organizationId)
    .where('kind', '=', kind)
    .executeTakeFirst()
}

export async function putTemplate(
  tx: Tx,
  kind: TextKind,
  { content, at, by }: { content: Template; at: Date; by: string | null },
): Promise<void> {
  await sql`
    insert into role_template (organization_id, kind, content, changed_at, changed_by)
    values (${tx.organizationId}, ${kind}, ${JSON.stringify(content)}::jsonb, ${at}, ${by})
    on conflict (organization_id, kind) do update set content = excluded.content, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by, version = role_template.version + 1`.execute(tx)
}

export async function deleteTemplate(tx: Tx, kind: TextKind): Promise<void> {
  await tx
    .deleteFrom('role_template')
    .where('organization_id', '=', tx.organizationId)
    .where('kind', '=', kind)
    .execute()
}

/** What a person wrote, published or looked at: names and days, for the page that says what is kept about them. */
export async function aboutTexts(db: Db, personId: string): Promise<object[]> {
  const { rows } = await sql<object>`
    select t.kind as text, r.title as role, t.number as version,
      case when t.changed_by = ${personId} then t.changed_at end as "you changed it last",
      case when t.published_by = ${personId} then t.published_at end as "you published it",
      case when t.reviewed_by = ${personId} then t.reviewed_at end as "you looked at it"
    from role_text t join role r on r.organization_id = t.organization_id and r.id = t.role_id
    where t.organization_id = ${db.organizationId} and ${personId} in (t.changed_by, t.published_by, t.reviewed_by)
    union all
    select m.kind || ' (template)', '', m.version, m.changed_at, null, null from role_template m
    where m.organization_id = ${db.organizationId} and m.changed_by = ${personId}
    order by 2, 1, 3`.execute(db)
  return rows
}

/** The texts stay, as they are the organisation's; that the person wrote them goes. */
export async function eraseFromTexts(tx: Tx, personId: string): Promise<void> {
  for (const column of ['changed_by', 'published_by', 'reviewed_by'] as const)
    await tx
      .updateTable('role_text')
      .set({ [column]: null })
      .where('organization_id', '=', tx.organizationId)
      .where(column, '=', personId)
      .execute()
  await tx
    .updateTable('role_template')
    .set({ changed_by: null })
    .where('organization_id', '=', tx.organizationId)
    .where('changed_by', '=', personId)
    .execute()
}

/** Those who may edit every role and have an address: who is told that texts are due. */
export async function listTextKeepers(db: Db): Promise<{ personId: string; name: string; email: string }[]> {
  const { rows } = await sql<{ personId: string; name: string; email: string }>`
    select p.id as "personId", p.name, p.email from membership m
    join person p on p.organization_id = m.organization_id and p.id = m.person_id
    where m.organization_id = ${db.organizationId} and m.roles && array['owner', 'hr']::text[] and p.email is not null
    order by p.folded, p.id`.execute(db)
  return rows
}

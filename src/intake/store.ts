import type { ColumnType, JSONColumnType } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Draft, DraftSummary, Source } from './model.ts'
import type { Operation } from './review.ts'

type Time = ColumnType<Date, Date, Date>

export interface IntakeTables {
  intake_draft: {
    organization_id: string
    id: string
    name: string | null
    text: string
    draft: JSONColumnType<Draft>
    summary: JSONColumnType<DraftSummary>
    created_at: Time
    published_framework_id: string | null
    published_at: Time | null
  }
  intake_step: {
    organization_id: string
    draft_id: string
    position: number
    operation: JSONColumnType<Operation>
    made_at: Time
  }
}

export interface StoredDraft {
  id: string
  source: Source
  /** As the reader left it. */
  draft: Draft
  /** Everything a person did since, undone steps and their undoing included. */
  operations: Operation[]
  createdAt: Date
  publishedFrameworkId: string | null
}

/** A line of the list of drafts. */
export interface DraftListing {
  id: string
  name: string | null
  summary: DraftSummary
  createdAt: Date
  published: { slug: string; title: string } | null
}

/** The newest first; at most 200. */
export async function listDrafts(db: Db): Promise<DraftListing[]> {
  const rows = await db
    .selectFrom('intake_draft as d')
    .leftJoin('framework as f', (join) =>
      join
        .onRef('f.organization_id', '=', 'd.organization_id')
        .onRef('f.id', '=', 'd.published_framework_id'),
    )
    .select(['d.id', 'd.name', 'd.created_at', 'd.summary', 'f.slug', 'f.title'])
    .where('d.organization_id', '=', db.organizationId)
    .orderBy('d.created_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    summary: row.summary,
    createdAt: row.created_at,
    published: row.slug === null ? null : { slug: row.slug, title: row.title ?? row.slug },
  }))
}

export async function findDraft(db: Db, id: string): Promise<StoredDraft | undefined> {
  const row = await db
    .selectFrom('intake_draft')
    .selectAll()
    .where('organization_id', '=', db.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const steps = await db
    .selectFrom('intake_step')
    .select('operation')
    .where('organization_id', '=', db.organizationId)
    .where('draft_id', '=', id)
    .orderBy('position')
    .execute()
  return {
    id: row.id,
    source: { name: row.name, text: row.text },
    draft: row.draft,
    operations: steps.map((s) => s.operation),
    createdAt: row.created_at,
    publishedFrameworkId: row.published_framework_id,
  }
}

/** `findDraft` for a change: others who would change the draft wait until this transaction has ended. */
export async function findDraftToChange(tx: Tx, id: string): Promise<StoredDraft | undefined> {
  await tx
    .selectFrom('intake_draft')
    .select('id')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return findDraft(tx, id)
}

export interface NewDraft {
  id: string
  source: Source
  draft: Draft
  summary: DraftSummary
  at: Date
}

export async function insertDraft(tx: Tx, { id, source, draft, summary, at }: NewDraft): Promise<void> {
  await tx
    .insertInto('intake_draft')
    .values({
      organization_id: tx.organizationId,
      id,
      name: source.name,
      text: source.text,
      draft: JSON.stringify(draft),
      summary: JSON.stringify(summary),
      created_at: at,
      published_framework_id: null,
      published_at: null,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doNothing())
    .execute()
}

export interface NewStep {
  draftId: string
  position: number
  operation: Operation
  at: Date
}

/** Throws Conflict when the position is taken: somebody else changed the draft first. */
export async function insertStep(tx: Tx, step: NewStep): Promise<void> {
  await tx
    .insertInto('intake_step')
    .values({
      organization_id: tx.organizationId,
      draft_id: step.draftId,
      position: step.position,
      operation: JSON.stringify(step.operation),
      made_at: step.at,
    })
    .execute()
}

export async function updateSummary(tx: Tx, id: string, summary: DraftSummary): Promise<void> {
  await tx
    .updateTable('intake_draft')
    .set({ summary: JSON.stringify(summary) })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

export async function markPublished(tx: Tx, id: string, frameworkId: string, at: Date): Promise<void> {
  await tx
    .updateTable('intake_draft')
    .set({ published_framework_id: frameworkId, published_at: at })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('intake_draft')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

import { type Context, nothingHappened } from '#context.ts'
import { Conflict, NotFound } from '#errors.ts'
import { addFramework, subjectOf } from '#framework/actions.ts'
import { identify } from '#framework/identify.ts'
import type { Framework } from '#framework/model.ts'
import { record } from '#history/actions.ts'
import type { Subject } from '#history/model.ts'
import { draftTitle } from './labels.ts'
import type { Draft, DraftSummary, Source } from './model.ts'
import { type PublicationForm, toFramework } from './publish.ts'
import { readDocument } from './read.ts'
import { type Operation, replay, standing } from './review.ts'
import {
  deleteDraft,
  findDraft,
  findDraftToChange,
  insertDraft,
  insertStep,
  markPublished,
  type StoredDraft,
  updateSummary,
} from './store.ts'

/** A stored draft with its steps replayed. */
export interface OpenDraft extends StoredDraft {
  /** As it stands now. */
  now: Draft
  /** How many steps an undo could still take back. */
  undoable: number
  /** Of the last operation; the next one has to name it, so that two reviewers do not overwrite each other. */
  position: number
}

/** The draft as it stands. Throws NotFound. */
export async function openDraft(ctx: Context, id: string): Promise<OpenDraft> {
  const stored = await ctx.read((db) => findDraft(db, id))
  return stand(stored)
}

function stand(stored: StoredDraft | undefined): OpenDraft {
  if (!stored) throw new NotFound('There is no such draft. It may have been thrown away.')
  const { source, draft, operations } = stored
  return {
    ...stored,
    now: replay(source, draft, operations),
    undoable: standing(operations).length,
    position: operations.length,
  }
}

/** Reads a document and keeps the result as a draft to be reviewed. Returns its id. */
export async function startDraft(ctx: Context, source: Source): Promise<string> {
  const draft = readDocument(source)
  const id = ctx.newId()
  const summary = summaryOf(source, draft)
  await ctx.write(async (tx) => {
    await insertDraft(tx, { id, source, draft, summary, at: ctx.now() })
    await record(ctx, tx, { act: 'draft: started', on: subjectOfDraft(id, summary) })
  })
  return id
}

export interface StepTaken {
  draftId: string
  /** The position of the last operation that the reviewer saw. */
  seen: number
  operation: Operation
}

/** Changes a draft by one operation. Throws Invalid, NotFound, or Conflict when the draft has changed since `seen`. */
export async function changeDraft(ctx: Context, { draftId, seen, operation }: StepTaken): Promise<void> {
  const at = ctx.now()
  await ctx.write(async (tx) => {
    const stored = await findDraftToChange(tx, draftId)
    const open = stand(stored)
    if (open.publishedFrameworkId)
      throw new Conflict('This draft is published. Read the document in again to change it.')
    if (open.position !== seen)
      throw new Conflict(
        'The draft was changed in another window meanwhile, so your last change was not made. This is the draft as it is now: make the change again.',
      )
    if (operation.do === 'undo' && open.undoable === 0) return nothingHappened(tx)
    const now = replay(open.source, open.draft, [...open.operations, operation])
    await insertStep(tx, { draftId, position: seen + 1, operation, at })
    const summary = summaryOf(open.source, now)
    await updateSummary(tx, draftId, summary)
    const note = { step: operation.do }
    await record(ctx, tx, { act: 'draft: changed', on: subjectOfDraft(draftId, summary), note })
  })
}

/** Publishes the draft as a framework, whole or not at all. Throws Invalid with everything that still has to be settled. */
export async function publishDraft(ctx: Context, id: string, form: PublicationForm): Promise<Framework> {
  const frameworkId = ctx.newId()
  return ctx.write(async (tx) => {
    const open = stand(await findDraftToChange(tx, id))
    if (open.publishedFrameworkId) throw new Conflict('This draft is published already.')
    const framework = await addFramework(
      ctx,
      tx,
      identify(toFramework(open.now, form), frameworkId),
      'intake',
    )
    await markPublished(tx, id, framework.id, ctx.now())
    const draft = subjectOfDraft(id, summaryOf(open.source, open.now))
    await record(ctx, tx, { act: 'framework: published', on: subjectOf(framework), also: [draft] })
    return framework
  })
}

/** Throws the draft and its steps away; a framework that was published from it stays. */
export async function discardDraft(ctx: Context, id: string): Promise<void> {
  await ctx.write(async (tx) => {
    const stored = await findDraftToChange(tx, id)
    if (!stored) throw new NotFound('There is no such draft. It may have been thrown away already.')
    await deleteDraft(tx, id)
    const { source, draft } = stored
    await record(ctx, tx, { act: 'draft: thrown away', on: subjectOfDraft(id, summaryOf(source, draft)) })
  })
}

function subjectOfDraft(id: string, { title }: DraftSummary): Subject {
  return { kind: 'draft', id, ...(title !== null && { name: title }) }
}

function summaryOf(source: Source, draft: Draft): DraftSummary {
  const statements = draft.competencies.reduce(
    (sum, c) =>
      sum +
      c.definition.length +
      c.levels.reduce((n, level) => n + level.indicators.length, 0) +
      Object.values(c.sections).reduce((n, items) => n + items.length, 0),
    0,
  )
  return {
    title: draftTitle(draft, source),
    competencies: draft.competencies.length,
    statements,
    unplaced: draft.unplaced.length,
  }
}

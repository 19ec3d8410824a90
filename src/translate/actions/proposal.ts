import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { findFramework, frameworkSlug } from '#framework/store.ts'
import { record } from '#history/actions.ts'
import { changesBetween } from '#history/model.ts'
import type { Db, Tx } from '#schema.ts'
import { type AcceptanceForm, cellFaults, cellName, MOST_IN_CELL, type Proposal } from '../judgement.ts'
import { findProposal, holdFramework, listAcceptedExamples, settleProposal } from '../store/proposals.ts'
import { frameworkSubject, refuseKnown } from './judgement.ts'

const GONE = 'There is no such proposal. Whoever proposed it may have taken it back.'

/** The proposal with its framework. Throws NotFound. */
export async function openProposal(
  db: Db,
  id: string,
): Promise<{ proposal: Proposal; framework: Framework }> {
  const proposal = await findProposal(db, id)
  const slug = proposal && (await frameworkSlug(db, proposal.frameworkId))
  const framework = slug === undefined ? undefined : await findFramework(db, slug)
  if (!proposal || !framework) throw new NotFound(GONE)
  return { proposal, framework }
}

/**
 * Makes it an example for everybody's translations, as it stands or as the steward has changed it. The framework's own
 * text stays as it is. Throws NotFound, Invalid at the field, and Conflict when it is known or its cell is full.
 */
export function acceptProposal(ctx: Context, id: string, as: AcceptanceForm): Promise<void> {
  return ctx.write(async (tx) => {
    const { proposal, framework } = await held(tx, id)
    const faults = cellFaults(framework, as)
    if (Object.keys(faults).length > 0) throw new Invalid(faults)
    await refuseKnown(tx, framework, as.text, id)
    await refuseFull(tx, framework, { id, ...as })
    const before = { cell: cellName(framework, proposal), words: proposal.text }
    const after = { cell: cellName(framework, as), words: as.text }
    const changes = changesBetween(before, after)
    if (proposal.state === 'accepted' && Object.keys(changes).length === 0) return nothingHappened(tx)
    await settleProposal(tx, id, { ...settledNow(ctx), state: 'accepted', answer: null, as })
    // The words may be somebody's own: the history says that they were changed, not what they are.
    const { cell } = changes
    const note = { cell: after.cell, 'words changed': 'words' in changes }
    const act = { act: 'example: accepted', on: frameworkSubject(framework), note }
    await record(ctx, tx, { ...act, ...(cell && { changes: { cell } }) })
  })
}

/** Throws NotFound. */
export function rejectProposal(ctx: Context, id: string, answer: string): Promise<void> {
  return ctx.write(async (tx) => {
    const { framework } = await held(tx, id)
    await settleProposal(tx, id, { ...settledNow(ctx), state: 'rejected', answer, as: null })
    await record(ctx, tx, { act: 'example: rejected', on: frameworkSubject(framework) })
  })
}

/** Undoes what was decided: it waits again, and teaches nobody but whoever proposed it. Throws NotFound. */
export function reopenProposal(ctx: Context, id: string): Promise<void> {
  return ctx.write(async (tx) => {
    const { proposal, framework } = await held(tx, id)
    if (proposal.state === 'waiting') return nothingHappened(tx)
    await settleProposal(tx, id, { state: 'waiting', by: null, at: null, answer: null, as: null })
    await record(ctx, tx, { act: 'example: decision undone', on: frameworkSubject(framework) })
  })
}

/** One decision about a framework after the other. */
async function held(tx: Tx, id: string) {
  const before = await openProposal(tx, id)
  await holdFramework(tx, before.framework.id)
  return openProposal(tx, id)
}

const settledNow = (ctx: Context) => ({ by: ctx.viewer.person?.id ?? null, at: ctx.now() })

async function refuseFull(
  db: Db,
  framework: Framework,
  { id, competency, level }: AcceptanceForm & { id: string },
): Promise<void> {
  const accepted = await listAcceptedExamples(db, framework.id)
  const others = accepted.filter(
    (one) => one.id !== id && one.competency === competency && one.level === level,
  )
  if (others.length >= MOST_IN_CELL)
    throw new Conflict(
      `${cellName(framework, { competency, level })} has ${MOST_IN_CELL} examples, which is the most. Undo one of them first.`,
    )
}

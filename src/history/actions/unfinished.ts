import { type Context, nothingHappened } from '#context.ts'
import { NotFound } from '#errors.ts'
import type { Tx } from '#schema.ts'
import { record } from '../actions.ts'
import { deleteUnfinished, findUnfinished, insertUnfinished } from '../store/unfinished.ts'
import type { UnfinishedJob } from '../unfinished.ts'

/** Keeps a job that was given up where the owner sees it. */
export function keepUnfinished(ctx: Context, one: Omit<UnfinishedJob, 'givenUpAt'>): Promise<void> {
  return ctx.write(async (tx) => {
    if (!(await insertUnfinished(tx, { ...one, givenUpAt: ctx.now() }))) return nothingHappened(tx)
    await record(ctx, tx, { act: 'job: given up', on: subjectOf(one), note: { tries: one.tries } })
  })
}

/** Asks for the same job once more. Throws NotFound when somebody has dealt with it already. */
export function tryAgain(ctx: Context, id: string): Promise<void> {
  return settle(ctx, id, 'job: tried again', (tx, { job, data }) => ctx.later(tx, job, data))
}

/** Strikes a job off the list without doing it. Throws NotFound when somebody has dealt with it already. */
export function putAside(ctx: Context, id: string): Promise<void> {
  return settle(ctx, id, 'job: put aside', async () => undefined)
}

function settle(
  ctx: Context,
  id: string,
  act: string,
  work: (tx: Tx, one: UnfinishedJob) => Promise<void>,
): Promise<void> {
  return ctx.write(async (tx) => {
    const one = await findUnfinished(tx, id)
    if (!one) throw new NotFound('This job is no longer in the list. Somebody has dealt with it already.')
    await deleteUnfinished(tx, id)
    await work(tx, one)
    await record(ctx, tx, { act, on: subjectOf(one) })
  })
}

const subjectOf = ({ id, job }: Pick<UnfinishedJob, 'id' | 'job'>) => ({ kind: 'job', id, name: job })

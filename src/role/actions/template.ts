import { type Context, nothingHappened } from '#context.ts'
import { Conflict } from '#errors.ts'
import { record } from '#history/actions.ts'
import type { Subject } from '#history/model.ts'
import { deleteTemplate, findTemplate, putTemplate } from '../store/texts.ts'
import type { Template } from '../templates.ts'
import { TEXT_WORDS, type TextKind } from '../text.ts'

const subjectOf = (ctx: Context, kind: TextKind): Subject => ({
  kind: 'organisation',
  id: ctx.organizationId,
  name: `the template of the ${TEXT_WORDS[kind].one}`,
})

/** Writes the organisation's own template; texts that are there stay as they are. Throws Conflict when it has changed since `seen`. */
export function changeTemplate(
  ctx: Context,
  kind: TextKind,
  { seen, content }: { seen: number; content: Template },
): Promise<void> {
  return ctx.write(async (tx) => {
    const before = await findTemplate(tx, kind)
    if ((before?.version ?? 0) !== seen)
      throw new Conflict(
        'Somebody else has changed this template since you opened it. What you typed is kept here: look at the template as it is now, then save again.',
      )
    await putTemplate(tx, kind, { content, at: ctx.now(), by: ctx.viewer.person?.id ?? null })
    await record(ctx, tx, { act: 'role template: changed', on: subjectOf(ctx, kind) })
  })
}

/** Back to ours. */
export function resetTemplate(ctx: Context, kind: TextKind): Promise<void> {
  return ctx.write(async (tx) => {
    if (!(await findTemplate(tx, kind))) return nothingHappened(tx)
    await deleteTemplate(tx, kind)
    await record(ctx, tx, { act: 'role template: reset', on: subjectOf(ctx, kind) })
  })
}

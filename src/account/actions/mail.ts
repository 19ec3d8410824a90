import { type Context, nothingHappened } from '#context.ts'
import { NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import type { Tx } from '#schema.ts'
import type { Mail, MailInput } from '../mail.ts'
import { findMail, insertMail, requeueFailed, updateMail } from '../store/mails.ts'

/** Puts a mail on its way, in the transaction of what it belongs to. From the example organisation none ever leaves. */
export async function queueMail(ctx: Context, tx: Tx, mail: MailInput): Promise<void> {
  const id = ctx.newId()
  await insertMail(tx, id, mail, ctx.now())
  if (ctx.viewer.organization.isExample)
    await updateMail(tx, id, { state: 'kept', tries: 0, reason: null, triedAt: null })
  else await ctx.later(tx, 'account.mail', { organizationId: ctx.organizationId, mailId: id })
}

/** Another round for every mail that was given up. Gives how many. */
export function tryMailsAgain(ctx: Context): Promise<number> {
  return ctx.write(async (tx) => {
    const ids = await requeueFailed(tx)
    if (ids.length === 0) nothingHappened(tx)
    else {
      for (const mailId of ids)
        await ctx.later(tx, 'account.mail', { organizationId: ctx.organizationId, mailId })
      await record(ctx, tx, {
        act: 'mail: tried again',
        on: { kind: 'organisation', id: ctx.organizationId, name: ctx.viewer.organization.name },
        note: { mails: ids.length },
      })
    }
    return ids.length
  })
}

/**
 * The words of a mail that nobody but an owner can pass on. Since they may open an account, the history says who read
 * them. Throws `NotFound` for any other mail.
 */
export function readMail(ctx: Context, id: string): Promise<Mail & { body: string }> {
  return ctx.write(async (tx) => {
    const mail = await findMail(tx, id)
    if (mail?.state !== 'kept' || mail.body === null)
      throw new NotFound('There is no such mail to be passed on. It may have been sent or erased.')
    await record(ctx, tx, {
      act: 'mail: read',
      on: { kind: 'mail', id },
      note: { to: mail.recipient, subject: mail.subject },
    })
    return { ...mail, body: mail.body }
  })
}

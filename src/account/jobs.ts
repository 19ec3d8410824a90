import type { Context } from '#context.ts'
import { Invalid } from '#errors.ts'
import type { MailTransport } from '#mail/transport.ts'
import { afterFailure } from './mail.ts'
import { findMail, updateMail } from './store/mails.ts'

/** The jobs of this slice. `mail`: what takes mails to where they go. */
export function accountJobs(mail: MailTransport) {
  return { 'account.mail': (ctx: Context, data: { mailId: string }) => sendMail(ctx, mail, data.mailId) }
}

/** Throws what the mail server said while trying again may help, so that the queue asks for another try after a pause. */
async function sendMail(ctx: Context, transport: MailTransport, id: string): Promise<void> {
  const mail = await ctx.read((db) => findMail(db, id))
  if (mail?.state !== 'queued' || mail.body === null) return
  const tries = mail.tries + 1
  const triedAt = ctx.now()
  try {
    const state = await transport.send({ to: mail.recipient, subject: mail.subject, text: mail.body })
    await ctx.keep((tx) => updateMail(tx, id, { state, tries, reason: null, triedAt }))
  } catch (error) {
    const state = afterFailure(tries, error instanceof Invalid)
    const reason = error instanceof Error ? error.message : String(error)
    await ctx.keep((tx) => updateMail(tx, id, { state, tries, reason, triedAt }))
    if (state === 'queued') throw error
  }
}

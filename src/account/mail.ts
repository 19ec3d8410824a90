/** Mails on their way: where one stands, and what the owner is told about it. */

export interface Mail {
  id: string
  recipient: string
  subject: string
  /** null: it is gone, since it was sent, or its reader may not see it. */
  body: string | null
  state: 'queued' | 'sent' | 'kept' | 'failed'
  tries: number
  reason: string | null
  madeAt: Date
  triedAt: Date | null
}

/** As many tries as a job has (src/jobs/queue.ts): they span about 40 minutes. */
export const MOST_TRIES = 10

export interface MailInput {
  to: string
  subject: string
  text: string
  /** The person it is about, so that it is found when their data are to be shown or erased. */
  personId?: string | null
}

/** What becomes of a mail whose try has failed. `isFinal`: trying again does not help. */
export function afterFailure(tries: number, isFinal: boolean): 'queued' | 'failed' {
  return isFinal || tries >= MOST_TRIES ? 'failed' : 'queued'
}

export const MAIL_WORDS: Record<Mail['state'], string> = {
  queued: 'on its way',
  sent: 'sent',
  kept: 'to be passed on',
  failed: 'not sent',
}

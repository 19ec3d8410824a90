import type { Db, Tx } from '#schema.ts'
import type { Mail, MailInput } from '../mail.ts'

const COLUMNS = [
  'id',
  'recipient',
  'subject',
  'body',
  'state',
  'tries',
  'reason',
  'made_at as madeAt',
  'tried_at as triedAt',
] as const

/** The newest first, a page of them. */
export function listMails(db: Db, { most, skip }: { most: number; skip: number }): Promise<Mail[]> {
  return db
    .selectFrom('mail')
    .select(COLUMNS)
    .where('organization_id', '=', db.organizationId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(most)
    .offset(skip)
    .execute()
}

/** How many there are of each state. */
export async function countMails(db: Db): Promise<Record<Mail['state'], number>> {
  const rows = await db
    .selectFrom('mail')
    .select((of) => ['state', of.fn.countAll<string>().as('count')])
    .where('organization_id', '=', db.organizationId)
    .groupBy('state')
    .execute()
  const none = { queued: 0, sent: 0, kept: 0, failed: 0 }
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])) }
}

export function findMail(db: Db, id: string): Promise<Mail | undefined> {
  return db
    .selectFrom('mail')
    .select(COLUMNS)
    .where('organization_id', '=', db.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function listMailsOf(db: Db, personId: string): Promise<Mail[]> {
  return db
    .selectFrom('mail')
    .select(COLUMNS)
    .where('organization_id', '=', db.organizationId)
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .execute()
}

export async function insertMail(
  tx: Tx,
  id: string,
  { to, subject, text, personId = null }: MailInput,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('mail')
    .values({
      ...{ organization_id: tx.organizationId, id, person_id: personId, recipient: to, subject, body: text },
      ...{ state: 'queued', reason: null, made_at: at },
    })
    .execute()
}

/** A mail that is sent keeps no words. */
export async function updateMail(
  tx: Tx,
  id: string,
  to: Pick<Mail, 'state' | 'tries' | 'reason' | 'triedAt'>,
): Promise<void> {
  await tx
    .updateTable('mail')
    .set({ state: to.state, tries: to.tries, reason: to.reason, tried_at: to.triedAt })
    .$if(to.state === 'sent', (query) => query.set({ body: null }))
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

/** Every failed one is on its way again. Gives their ids. */
export async function requeueFailed(tx: Tx): Promise<string[]> {
  const rows = await tx
    .updateTable('mail')
    .set({ state: 'queued', tries: 0, reason: null })
    .where('organization_id', '=', tx.organizationId)
    .where('state', '=', 'failed')
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function deleteMailsOf(tx: Tx, personId: string): Promise<number> {
  const rows = await tx
    .deleteFrom('mail')
    .where('organization_id', '=', tx.organizationId)
    .where('person_id', '=', personId)
    .returning('id')
    .execute()
  return rows.length
}

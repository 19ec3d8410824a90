import type { Db, Tx } from '#schema.ts'
import type { Invitation } from '../model.ts'
import { lookAcross } from '../store.ts'

const COLUMNS = [
  'i.id',
  'i.person_id as personId',
  'p.name',
  'i.email',
  'i.roles',
  'by.name as madeBy',
  'i.made_at as madeAt',
  'i.ends_at as endsAt',
  'i.accepted_at as acceptedAt',
  'i.withdrawn_at as withdrawnAt',
] as const

function invitations(db: Db) {
  return db
    .selectFrom('invitation as i')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organization_id', '=', 'i.organization_id').onRef('p.id', '=', 'i.person_id'),
    )
    .leftJoin('person as by', (join) =>
      join.onRef('by.organization_id', '=', 'i.organization_id').onRef('by.id', '=', 'i.made_by'),
    )
    .where('i.organization_id', '=', db.organizationId)
    .select(COLUMNS)
}

/** The newest first; at most so many. */
export function listInvitations(db: Db, most: number): Promise<Invitation[]> {
  return invitations(db).orderBy('i.made_at', 'desc').orderBy('i.id').limit(most).execute()
}

export function listInvitationsOf(db: Db, personId: string): Promise<Invitation[]> {
  return invitations(db).where('i.person_id', '=', personId).orderBy('i.made_at').execute()
}

function findInvitation(db: Db, id: string): Promise<Invitation | undefined> {
  return invitations(db).where('i.id', '=', id).executeTakeFirst()
}

/** The invitation of a link. */
export function findInvitationBySeal(db: Db, seal: string): Promise<Invitation | undefined> {
  return invitations(db).where('i.seal', '=', seal).executeTakeFirst()
}

/** Makes whoever else wants to accept, withdraw or renew it wait, and gives it as it is then. */
export async function holdInvitation(tx: Tx, id: string): Promise<Invitation | undefined> {
  await tx
    .selectFrom('invitation')
    .select('id')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return findInvitation(tx, id)
}

/** Open invitations to an address in every organisation, the newest first. */
export async function listOpenInvitationsTo(
  db: Db,
  email: string,
  at: Date,
): Promise<{ id: string; organizationId: string }[]> {
  await lookAcross(db)
  return db
    .selectFrom('invitation')
    .select(['id', 'organization_id as organizationId'])
    .where('email', '=', email.toLowerCase())
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('ends_at', '>', at)
    .orderBy('made_at', 'desc')
    .execute()
}

/** Open ones of a person, which a new one replaces. */
export async function withdrawInvitationsOf(tx: Tx, personId: string, at: Date): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ withdrawn_at: at })
    .where('organization_id', '=', tx.organizationId)
    .where('person_id', '=', personId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}

interface NewInvitation
  extends Pick<Invitation, 'id' | 'personId' | 'email' | 'roles' | 'madeAt' | 'endsAt'> {
  seal: string
  /** A person's id. */
  madeBy: string | null
}

export async function insertInvitation(tx: Tx, one: NewInvitation): Promise<void> {
  const { id, email, roles, seal } = one
  await tx
    .insertInto('invitation')
    .values({
      ...{ organization_id: tx.organizationId, id, email, roles, seal },
      ...{ person_id: one.personId, made_by: one.madeBy, made_at: one.madeAt, ends_at: one.endsAt },
    })
    .execute()
}

/** Sets when it was accepted or withdrawn. */
export async function endInvitation(
  tx: Tx,
  id: string,
  how: { accepted_at: Date } | { withdrawn_at: Date },
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set(how)
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

export async function deleteInvitationsOf(tx: Tx, personId: string): Promise<void> {
  await tx
    .deleteFrom('invitation')
    .where('organization_id', '=', tx.organizationId)
    .where('person_id', '=', personId)
    .execute()
}

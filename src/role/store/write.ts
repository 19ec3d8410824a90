import { sql } from 'kysely'
import type { Tx } from '#schema.ts'
import type { Role, RoleProfile } from '../model.ts'

/** A title that is taken in the team is a Conflict (the unique key says so). */
export async function insertRole(tx: Tx, role: Omit<Role, 'version' | 'closedAt'>): Promise<void> {
  const { id, title, purpose, teamId, madeAt, madeBy } = role
  await tx
    .insertInto('role')
    .values({
      ...{ organization_id: tx.organizationId, id, title, purpose, team_id: teamId },
      ...{ made_at: madeAt, closed_at: null, made_by: madeBy },
    })
    .execute()
}

/** Writes a role as it is to be from now on; it counts one change more. */
export async function updateRole(
  tx: Tx,
  { id, title, purpose, teamId, closedAt }: Pick<Role, 'id' | 'title' | 'purpose' | 'teamId' | 'closedAt'>,
): Promise<void> {
  await tx
    .updateTable('role')
    .set({ title, purpose, team_id: teamId, closed_at: closedAt, version: sql`version + 1` })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

/** A second draft of the same role is a Conflict (the unique key says so). */
export async function insertDraft(
  tx: Tx,
  { id, roleId, number, note, madeAt }: Pick<RoleProfile, 'id' | 'roleId' | 'number' | 'note' | 'madeAt'>,
): Promise<void> {
  await tx
    .insertInto('role_profile')
    .values({
      ...{ organization_id: tx.organizationId, id, role_id: roleId, number, note, made_at: madeAt },
      ...{ agreed_at: null, agreed_by: null },
    })
    .execute()
}

/** Keeps whoever else would change this version waiting until the transaction has ended. */
export async function holdProfile(tx: Tx, profileId: string): Promise<void> {
  await sql`
    select 1 from role_profile where organization_id = ${tx.organizationId} and id = ${profileId} for update`.execute(
    tx,
  )
}

/** Counts one change more of a draft. */
export async function countChange(tx: Tx, profileId: string): Promise<void> {
  await tx
    .updateTable('role_profile')
    .set({ version: sql`version + 1` })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', profileId)
    .execute()
}

/** From now on the version never changes. */
export async function agreeDraft(
  tx: Tx,
  profileId: string,
  { by, at, note }: { by: string | null; at: Date; note: string | null },
): Promise<void> {
  await tx
    .updateTable('role_profile')
    .set({ agreed_at: at, agreed_by: by, note })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', profileId)
    .where('agreed_at', 'is', null)
    .execute()
}

/** Only a draft goes. */
export async function deleteDraft(tx: Tx, profileId: string): Promise<void> {
  await tx
    .deleteFrom('role_profile')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', profileId)
    .where('agreed_at', 'is', null)
    .execute()
}

import type { Db, Tx } from '#schema.ts'
import type { ApiToken, Membership, Scope } from '../model.ts'

const COLUMNS = [
  't.id',
  't.name',
  't.scope',
  't.made_at as madeAt',
  't.ends_at as endsAt',
  't.used_at as usedAt',
  't.revoked_at as revokedAt',
] as const

/** The member's tokens, the newest first, also those that are over. */
export function listTokens(db: Db, membershipId: string): Promise<ApiToken[]> {
  return db
    .selectFrom('api_token as t')
    .select(COLUMNS)
    .where('t.organization_id', '=', db.organizationId)
    .where('t.membership_id', '=', membershipId)
    .orderBy('t.made_at', 'desc')
    .orderBy('t.id')
    .execute()
}

/** What a token opens, valid or not. */
export interface TokenHolder extends ApiToken, Omit<Membership, 'id'> {
  membershipId: string
  person: string
  organization: { id: string; name: string; isExample: boolean }
}

export async function findTokenBySeal(db: Db, seal: string): Promise<TokenHolder | undefined> {
  const row = await db
    .selectFrom('api_token as t')
    .innerJoin('membership as m', (join) =>
      join.onRef('m.organization_id', '=', 't.organization_id').onRef('m.id', '=', 't.membership_id'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.organization_id', '=', 'm.organization_id').onRef('p.id', '=', 'm.person_id'),
    )
    .innerJoin('organization as o', 'o.id', 't.organization_id')
    .select(COLUMNS)
    .select([
      ...([
        'm.id as membershipId',
        'm.account_id as accountId',
        'm.person_id as personId',
        'm.roles',
      ] as const),
      ...(['p.name as person', 'o.id as organizationId', 'o.name as organization', 'o.kind'] as const),
    ])
    .where('t.organization_id', '=', db.organizationId)
    .where('t.seal', '=', seal)
    .executeTakeFirst()
  if (!row) return undefined
  const { organizationId: id, organization: name, kind, ...rest } = row
  return { ...rest, organization: { id, name, isExample: kind === 'example' } }
}

interface NewToken {
  id: string
  membershipId: string
  name: string
  scope: Scope
  seal: string
  madeAt: Date
  endsAt: Date
}

export async function insertToken(
  tx: Tx,
  { id, membershipId, name, scope, seal, madeAt, endsAt }: NewToken,
): Promise<void> {
  const keys = { organization_id: tx.organizationId, id, membership_id: membershipId }
  await tx
    .insertInto('api_token')
    .values({ ...keys, name, scope, seal, made_at: madeAt, ends_at: endsAt })
    .execute()
}

/** Whether there was such a token that had not been revoked. */
export async function revokeToken(
  tx: Tx,
  membershipId: string,
  id: string,
  at: Date,
): Promise<string | undefined> {
  const row = await tx
    .updateTable('api_token')
    .set({ revoked_at: at })
    .where('organization_id', '=', tx.organizationId)
    .where('membership_id', '=', membershipId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

/** Notes the use, at most every five minutes. */
export async function touchToken(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('api_token')
    .set({ used_at: at })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

/** Every token of the person stops working. */
export async function revokeTokensOf(tx: Tx, personId: string, at: Date): Promise<void> {
  await tx
    .updateTable('api_token')
    .set({ revoked_at: at })
    .where('organization_id', '=', tx.organizationId)
    .where('revoked_at', 'is', null)
    .where('membership_id', 'in', (from) =>
      from
        .selectFrom('membership')
        .select('id')
        .where('organization_id', '=', tx.organizationId)
        .where('person_id', '=', personId),
    )
    .execute()
}

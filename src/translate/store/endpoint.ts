import type { Db, Tx } from '#schema.ts'

/** A language model elsewhere that the organisation has agreed to ask. */
export interface StoredEndpoint {
  baseUrl: string
  model: string
  sealedKey: string | null
  consent: string
  agreedBy: string | null
  agreedAt: Date
}

/** Undefined: nothing is sent anywhere. */
export function findEndpoint(db: Db): Promise<StoredEndpoint | undefined> {
  return db
    .selectFrom('translate_endpoint as e')
    .leftJoin('person as p', (join) =>
      join.onRef('p.organization_id', '=', 'e.organization_id').onRef('p.id', '=', 'e.agreed_by'),
    )
    .select(['e.base_url as baseUrl', 'e.model', 'e.sealed_key as sealedKey', 'e.consent'])
    .select(['p.name as agreedBy', 'e.agreed_at as agreedAt'])
    .where('e.organization_id', '=', db.organizationId)
    .executeTakeFirst()
}

type NewEndpoint = Omit<StoredEndpoint, 'agreedBy'> & { agreedById: string | null }

export async function putEndpoint(tx: Tx, one: NewEndpoint): Promise<void> {
  const values = {
    ...{ base_url: one.baseUrl, model: one.model, sealed_key: one.sealedKey, consent: one.consent },
    ...{ agreed_by: one.agreedById, agreed_at: one.agreedAt },
  }
  await tx
    .insertInto('translate_endpoint')
    .values({ organization_id: tx.organizationId, ...values })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(values))
    .execute()
}

export async function deleteEndpoint(tx: Tx): Promise<void> {
  await tx.deleteFrom('translate_endpoint').where('organization_id', '=', tx.organizationId).execute()
}

import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Embedded } from '../model.ts'

/** A text's vectors under its SHA-256. */
export interface KeptVector {
  content: string
  vector: Embedded
}

/** Vectors of these contents that are kept for the backend. */
export async function listVectors(db: Db, backend: string, contents: string[]): Promise<KeptVector[]> {
  if (contents.length === 0) return []
  const rows = await db
    .selectFrom('translate_vector')
    .select(['content', 'meaning', 'wording'])
    .where('organization_id', '=', db.organizationId)
    .where('backend', '=', backend)
    .where(sql<boolean>`content = any(${contents})`)
    .execute()
  return rows.map(({ content, meaning, wording }) => ({
    content,
    vector: { meaning: floatsFrom(meaning), wording: floatsFrom(wording) },
  }))
}

/** Keeps them; what is there already stays. */
export async function insertVectors(tx: Tx, backend: string, kept: KeptVector[]): Promise<void> {
  if (kept.length === 0) return
  await tx
    .insertInto('translate_vector')
    .values(
      kept.map(({ content, vector }) => ({
        ...{ organization_id: tx.organizationId, backend, content },
        ...{ meaning: bytesOf(vector.meaning), wording: bytesOf(vector.wording) },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes away those of the backend that no text has any more. Gives their number. */
export async function deleteOtherVectors(tx: Tx, backend: string, contents: string[]): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('translate_vector')
    .where('organization_id', '=', tx.organizationId)
    .where('backend', '=', backend)
    .where(sql<boolean>`content <> all(${contents})`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

function bytesOf(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(vector.length * 4)
  vector.forEach((value, i) => {
    bytes.writeFloatLE(value, i * 4)
  })
  return bytes
}

function floatsFrom(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4))
}

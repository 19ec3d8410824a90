import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import { type Link, sealNext, type ToSeal } from '../chain.ts'

const LINK = sql`number, kind, thing_id as thing, person_id as person, at, body, text_seals as "textSeals", salt,
  previous_seal as "previousSeal", seal`

/** The links of a vacancy's chain, from the first. */
export async function listLinks(db: Db, vacancyId: string): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select ${LINK} from recruit_seal where organization_id = ${db.organizationId} and vacancy_id = ${vacancyId}
    order by number`.execute(db)
  return rows
}

/**
 * Puts the next link on a vacancy's chain. Whoever seals at the same time waits, so that no number is given twice; call it late
 * in the transaction. Returns the link's number.
 */
export async function appendLink(
  tx: Tx,
  vacancyId: string,
  { what, salt }: { what: ToSeal; salt: string },
): Promise<number> {
  await sql`select from vacancy where organization_id = ${tx.organizationId} and id = ${vacancyId} for update`.execute(
    tx,
  )
  const { rows } = await sql<Link>`
    select ${LINK} from recruit_seal where organization_id = ${tx.organizationId} and vacancy_id = ${vacancyId}
    order by number desc limit 1`.execute(tx)
  const link = sealNext(rows[0] ?? null, what, salt)
  await sql`
    insert into recruit_seal (organization_id, vacancy_id, number, kind, thing_id, person_id, at, body, text_seals, salt,
      previous_seal, seal)
    values (${tx.organizationId}, ${vacancyId}, ${link.number}, ${link.kind}, ${link.thing}, ${link.person}, ${link.at},
      ${JSON.stringify(link.body)}, ${JSON.stringify(link.textSeals)}, ${salt}, ${link.previousSeal}, ${link.seal})`.execute(
    tx,
  )
  return link.number
}

/** After the words of these things were erased: nobody can try words against their seals any more. */
export async function forgetSalts(tx: Tx, things: readonly string[]): Promise<void> {
  await sql`
    update recruit_seal set salt = null
    where organization_id = ${tx.organizationId} and thing_id = any(${things}::uuid[])`.execute(tx)
}

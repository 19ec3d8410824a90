import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Evidence, Stance } from '../evidence.ts'

/** All that stands in a person's profile, withdrawn and corrected entries too; what was seen last comes first. */
export function listEvidence(db: Db, personId: string): Promise<Evidence[]> {
  return entries(db, sql`e.person_id = ${personId}`)
}

/** What somebody wrote into the profiles of others. */
export function listEvidenceWrittenBy(db: Db, personId: string): Promise<Evidence[]> {
  return entries(db, sql`e.written_by = ${personId} and e.person_id <> ${personId}`)
}

/** The entry, whoever may see it. */
export async function findEvidence(db: Db, id: string): Promise<Evidence | undefined> {
  const [found] = await entries(db, sql`e.id = ${id}`)
  return found
}

async function entries(db: Db, which: RawBuilder<unknown>): Promise<Evidence[]> {
  const { rows } = await sql<Kept>`
    select e.id, e.framework_id as "frameworkId", e.competency_key as competency, e.level_key as level, e.stance,
      e.seen_on as "seenOn", e.text, e.link, e.written_at as "writtenAt", e.corrects,
      e.withdrawn_at as "withdrawnAt", e.withdrawn_reason as "withdrawnReason",
      json_build_object('id', p.id, 'name', p.name) as person,
      json_build_object('id', w.id, 'name', w.name) as "writtenBy",
      case when s.id is not null then json_build_object('id', s.id, 'name', s.name)
        when e.seen_by_name is not null then json_build_object('id', null, 'name', e.seen_by_name) end as "seenBy",
      (select c.id from evidence c where c.organization_id = e.organization_id and c.corrects = e.id) as "correctedBy",
      coalesce((select json_agg(json_build_object('text', a.text, 'writtenAt', a.written_at) order by a.written_at, a.id)
        from evidence_answer a where a.organization_id = e.organization_id and a.evidence_id = e.id), '[]') as answers
    from evidence e
    join person p on p.organization_id = e.organization_id and p.id = e.person_id
    join person w on w.organization_id = e.organization_id and w.id = e.written_by
    left join person s on s.organization_id = e.organization_id and s.id = e.seen_by
    where e.organization_id = ${db.organizationId} and ${which}
    order by e.seen_on desc, e.written_at desc, e.id`.execute(db)
  return rows.map(entryFrom)
}

interface Kept extends Omit<Evidence, 'withdrawn' | 'answers'> {
  withdrawnAt: Date | null
  withdrawnReason: string | null
  answers: { text: string; writtenAt: string }[]
}

function entryFrom({ withdrawnAt, withdrawnReason, answers, ...kept }: Kept): Evidence {
  return {
    ...kept,
    withdrawn: withdrawnAt && { at: withdrawnAt, reason: withdrawnReason ?? '' },
    answers: answers.map((one) => ({ text: one.text, writtenAt: new Date(one.writtenAt) })),
  }
}

/** An entry as it is written. */
export interface NewEvidence {
  id: string
  personId: string
  frameworkId: string
  competency: string
  level: string
  stance: Stance
  seenOn: string
  text: string
  seenBy: { id: string | null; name: string } | null
  link: string | null
  writtenBy: string
  writtenAt: Date
  corrects: string | null
}

/** Gives whether it was written; false: the entry that it corrects has been corrected already. */
export async function insertEvidence(tx: Tx, one: NewEvidence): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('evidence')
    .values({
      organization_id: tx.organizationId,
      id: one.id,
      person_id: one.personId,
      framework_id: one.frameworkId,
      competency_key: one.competency,
      level_key: one.level,
      stance: one.stance,
      seen_on: one.seenOn,
      text: one.text,
      seen_by: one.seenBy?.id ?? null,
      seen_by_name: one.seenBy?.id === null ? one.seenBy.name : null,
      link: one.link,
      written_by: one.writtenBy,
      written_at: one.writtenAt,
      corrects: one.corrects,
      withdrawn_at: null,
      withdrawn_reason: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function withdraw(
  tx: Tx,
  id: string,
  { at, reason }: { at: Date; reason: string },
): Promise<void> {
  await tx
    .updateTable('evidence')
    .set({ withdrawn_at: at, withdrawn_reason: reason })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
}

export async function insertAnswer(
  tx: Tx,
  answer: { id: string; evidenceId: string; text: string; at: Date },
): Promise<void> {
  const { id, evidenceId, text, at } = answer
  await tx
    .insertInto('evidence_answer')
    .values({ organization_id: tx.organizationId, id, evidence_id: evidenceId, text, written_at: at })
    .execute()
}

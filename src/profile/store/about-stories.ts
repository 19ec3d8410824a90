import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'

/** The person's stories and what they show, the oldest first. */
export async function aboutStories(db: Db, personId: string): Promise<object[]> {
  const { rows } = await sql<object>`
    select s.made_at as written, s.changed_at as changed, s.title, s.setting as where, s.happened as "when", s.situation,
      s.action, s.result, s.change as "what changed for others",
      coalesce((select json_agg(json_build_object('on', p.placed_at, 'framework', f.title, 'competency', p.competency_key,
        'level', p.level_key, 'words', p.activity, 'placed by', p.placed_by) order by p.placed_at, p.id)
        from story_placement p join framework f on f.organization_id = p.organization_id and f.id = p.framework_id
        where p.organization_id = s.organization_id and p.story_id = s.id), '[]') as shows
    from story s where s.organization_id = ${db.organizationId} and s.person_id = ${personId}
    order by s.made_at, s.id`.execute(db)
  return rows
}

/**
 * Evidence in the person's profile, and what they wrote in others'. Where colleagues name them as somebody who saw something,
 * the words are those colleagues' own: only how often is told.
 */
export async function aboutEvidence(db: Db, personId: string): Promise<object> {
  const named = await db
    .selectFrom('evidence')
    .select((all) => all.fn.countAll<string>().as('count'))
    .where('organization_id', '=', db.organizationId)
    .where('seen_by', '=', personId)
    .where('person_id', '<>', personId)
    .executeTakeFirstOrThrow()
  return {
    'about you': await entries(db, sql`e.person_id = ${personId}`),
    'written about others': await entries(db, sql`e.written_by = ${personId} and e.person_id <> ${personId}`),
    'times named by others as having seen something': Number(named.count),
  }
}

async function entries(db: Db, which: RawBuilder<unknown>): Promise<object[]> {
  const { rows } = await sql<object>`
    select e.written_at as written, w.name as "written by", p.name as about, f.title as framework,
      e.competency_key as competency, e.level_key as level, e.stance as "for or against", e.seen_on as "seen on",
      coalesce(s.name, e.seen_by_name) as "seen by", e.text as "what was seen", e.link,
      e.withdrawn_at as withdrawn, e.withdrawn_reason as "why withdrawn",
      (select c.written_at from evidence c where c.organization_id = e.organization_id and c.corrects = e.id) as corrected,
      coalesce((select json_agg(json_build_object('on', a.written_at, 'words', a.text) order by a.written_at, a.id)
        from evidence_answer a where a.organization_id = e.organization_id and a.evidence_id = e.id), '[]') as answers
    from evidence e
    join framework f on f.organization_id = e.organization_id and f.id = e.framework_id
    join person p on p.organization_id = e.organization_id and p.id = e.person_id
    join person w on w.organization_id = e.organization_id and w.id = e.written_by
    left join person s on s.organization_id = e.organization_id and s.id = e.seen_by
    where e.organization_id = ${db.organizationId} and ${which}
    order by e.written_at, e.id`.execute(db)
  return rows
}

/**
 * The stories go, and the evidence in the person's own profile. What they wrote about others stays theirs whom it is about,
 * under the pseudonym; a name that was only typed becomes the pseudonym, too.
 */
export async function eraseStories(
  tx: Tx,
  { personId, names, pseudonym }: { personId: string; names: readonly string[]; pseudonym: string },
): Promise<void> {
  const own = sql`organization_id = ${tx.organizationId} and person_id = ${personId}`
  await sql`delete from story where ${own}`.execute(tx)
  await sql`delete from evidence where ${own}`.execute(tx)
  await tx
    .updateTable('evidence')
    .set({ seen_by_name: pseudonym })
    .where('organization_id', '=', tx.organizationId)
    .where(sql`lower(seen_by_name)`, 'in', ['', ...names.map((name) => name.toLowerCase())])
    .execute()
}

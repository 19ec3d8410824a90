import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import { fold } from '../fold.ts'
import { findPerson } from '../store.ts'
import { personInWords, postInWords } from '../words.ts'

/** All that is stored about a person here, in words; undefined when there is no such person. */
export async function aboutPerson(db: Db, personId: string): Promise<object | undefined> {
  const person = await findPerson(db, personId)
  if (!person) return
  const reports = await db
    .selectFrom('post')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organization_id', '=', 'post.organization_id')
        .onRef('person.id', '=', 'post.person_id'),
    )
    .select(['person.name', 'post.title as role', 'post.starts_on as from', 'post.ends_on as until'])
    .where('post.organization_id', '=', db.organizationId)
    .where('post.reports_to', '=', personId)
    .orderBy('person.folded')
    .orderBy('post.starts_on')
    .orderBy('post.id')
    .execute()
  const files = await db
    .selectFrom('people_import_person as p')
    .innerJoin('people_import as i', (join) =>
      join.onRef('i.organization_id', '=', 'p.organization_id').onRef('i.id', '=', 'p.import_id'),
    )
    .select(['i.made_at as on', 'i.file_name as file', 'p.act as what', 'p.changes'])
    .where('p.organization_id', '=', db.organizationId)
    .where('p.person_id', '=', personId)
    .orderBy('i.made_at')
    .execute()
  return {
    id: person.id,
    ...personInWords(person),
    posts: person.posts.map(postInWords),
    'people who report, or reported, to them': reports,
    'files of people that they were in': files,
  }
}

/**
 * Leaves of a person what posts and lines need, under the pseudonym: no name, address, number or leave. Their employment
 * and posts end today at the latest. What files of people said of them goes as well; files that name them and were never
 * read in go as a whole. In free texts of others, such as a role's title, a name may remain.
 */
export async function pseudonymise(tx: Tx, personId: string, pseudonym: string): Promise<void> {
  const person = await findPerson(tx, personId)
  if (!person) return
  const today = sql`current_date`
  await sql`
    update person set name = ${pseudonym}, folded = ${fold(pseudonym)}, email = null, number = null, leave_from = null,
      leave_until = null, starts_on = case when starts_on > ${today} then ${today} else starts_on end,
      ends_on = least(ends_on, ${today}), version = version + 1
    where organization_id = ${tx.organizationId} and id = ${personId}`.execute(tx)
  await sql`
    delete from post where organization_id = ${tx.organizationId} and person_id = ${personId}
      and starts_on > ${today}`.execute(tx)
  await sql`
    update post set ends_on = least(ends_on, ${today}) where organization_id = ${tx.organizationId}
      and person_id = ${personId}`.execute(tx)
  await sql`
    update people_import set file_name = null where organization_id = ${tx.organizationId}
      and position(lower(${person.name}) in lower(file_name)) > 0`.execute(tx)
  await sql`
    update people_import_person set changes = null
    where organization_id = ${tx.organizationId} and person_id = ${personId}`.execute(tx)
  await dropFilesNaming(tx, [person.name, person.email, person.number])
  await replaceInFiles(tx, person.name, pseudonym)
  for (const value of [person.email, person.number])
    if (value !== null) await replaceInFiles(tx, value, 'erased')
}

/** Files that are still waiting for somebody's decision hold whole rows about people. */
async function dropFilesNaming(tx: Tx, values: (string | null)[]): Promise<void> {
  for (const value of values.filter((one) => one !== null)) {
    await sql`
      update people_import set state = 'dropped', content = null, report = '{}'::jsonb, message = null
      where organization_id = ${tx.organizationId} and state in ('checked', 'failed')
        and position(lower(${value}) in lower(content)) > 0`.execute(tx)
  }
}

/** In what imports have told, values that are just this one. */
async function replaceInFiles(tx: Tx, value: string, by: string): Promise<void> {
  const [from, to] = [JSON.stringify(value), JSON.stringify(by)]
  await sql`
    update people_import set report = replace(report::text, ${from}, ${to})::jsonb
    where organization_id = ${tx.organizationId} and position(${from} in report::text) > 0`.execute(tx)
  await sql`
    update people_import_person set changes = replace(changes::text, ${from}, ${to})::jsonb
    where organization_id = ${tx.organizationId} and position(${from} in changes::text) > 0`.execute(tx)
}

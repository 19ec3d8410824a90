import { sql } from 'kysely'
import type { Tx } from '#schema.ts'
import { fold } from '../fold.ts'
import type { Person, Post } from '../model.ts'

/** So many rows go to the database at once: some 1 MB, far below what a message may hold. */
const BATCH = 5000

/** Adds people. An e-mail address or number that is taken is a Conflict (the unique keys say so). */
export async function insertPeople(tx: Tx, people: Omit<Person, 'version'>[]): Promise<void> {
  for (const rows of batches(people.map(personRow))) {
    await sql`
      insert into person (organization_id, id, name, folded, email, number, starts_on, ends_on, leave_from, leave_until)
      select ${tx.organizationId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid,
        name text, folded text, email text, number text, starts_on date, ends_on date, leave_from date, leave_until date)`.execute(
      tx,
    )
  }
}

/** Writes people as they are to be from now on, whoever changed them last; each counts one change more. */
export async function updatePeople(tx: Tx, people: Omit<Person, 'version'>[]): Promise<void> {
  for (const rows of batches(people.map(personRow))) {
    await sql`
      update person p set name = r.name, folded = r.folded, email = r.email, number = r.number, starts_on = r.starts_on,
        ends_on = r.ends_on, leave_from = r.leave_from, leave_until = r.leave_until, version = p.version + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid,
        name text, folded text, email text, number text, starts_on date, ends_on date, leave_from date, leave_until date)
      where p.organization_id = ${tx.organizationId} and p.id = r.id`.execute(tx)
  }
}

/** Takes the addresses and numbers from people who get theirs anew, so that two may exchange them. */
export async function clearTaken(tx: Tx, ids: string[]): Promise<void> {
  await sql`
    update person set email = null, number = null
    where organization_id = ${tx.organizationId} and id = any(${ids}::uuid[])`.execute(tx)
}

/** Adds posts. */
export async function insertPosts(tx: Tx, posts: Omit<Post, 'version'>[]): Promise<void> {
  for (const rows of batches(posts.map(postRow))) {
    await sql`
      insert into post (organization_id, id, person_id, title, folded, team_id, place_id, reports_to, starts_on, ends_on, share)
      select ${tx.organizationId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid,
        person_id uuid, title text, folded text, team_id uuid, place_id uuid, reports_to uuid, starts_on date, ends_on date,
        share smallint)`.execute(tx)
  }
}

/** Writes posts as they are to be from now on; each counts one change more. */
export async function updatePosts(tx: Tx, posts: Omit<Post, 'version'>[]): Promise<void> {
  for (const rows of batches(posts.map(postRow))) {
    await sql`
      update post o set title = r.title, folded = r.folded, team_id = r.team_id, place_id = r.place_id,
        reports_to = r.reports_to, starts_on = r.starts_on, ends_on = r.ends_on, share = r.share, version = o.version + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid,
        person_id uuid, title text, folded text, team_id uuid, place_id uuid, reports_to uuid, starts_on date, ends_on date,
        share smallint)
      where o.organization_id = ${tx.organizationId} and o.id = r.id`.execute(tx)
  }
}

export async function deletePost(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('post').where('organization_id', '=', tx.organizationId).where('id', '=', id).execute()
}

function personRow({ id, name, email, number, ...days }: Omit<Person, 'version'>) {
  return {
    ...{ id, name, folded: fold(name), email, number, starts_on: days.startsOn, ends_on: days.endsOn },
    ...{ leave_from: days.leaveFrom, leave_until: days.leaveUntil },
  }
}

function postRow({ id, personId, title, teamId, placeId, reportsTo, ...rest }: Omit<Post, 'version'>) {
  return {
    ...{ id, person_id: personId, title, folded: fold(title), team_id: teamId, place_id: placeId },
    ...{ reports_to: reportsTo, starts_on: rest.startsOn, ends_on: rest.endsOn, share: rest.share },
  }
}

function batches<T>(rows: T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, i) =>
    rows.slice(i * BATCH, (i + 1) * BATCH),
  )
}

import { type Context, nothingHappened } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import { changesBetween, type Subject } from '#history/model.ts'
import type { Tx } from '#schema.ts'
import type { PersonCard } from '../card.ts'
import { fitPosts } from '../fit.ts'
import type { PersonInput, PostInput } from '../model.ts'
import { listTaken } from '../store/taken.ts'
import { insertPeople, insertPosts, updatePeople, updatePosts } from '../store/write.ts'
import { findPerson, holdOrganization } from '../store.ts'
import { personInWords } from '../words.ts'
import { preparePost } from './post-checks.ts'

/** How the history names a person. */
export function subjectOfPerson({ id, name }: { id: string; name: string }): Subject {
  return { kind: 'person', id, name }
}

/** Adds a person, with a first post where one is given. Returns the id. Throws Invalid, field by field. */
export function addPerson(ctx: Context, input: PersonInput, post: PostInput | null = null): Promise<string> {
  const ids = { person: ctx.newId(), post: ctx.newId() }
  return ctx.write((tx) => enterPerson(ctx, tx, { ids, input, post }))
}

/** As `addPerson`, as part of another act. `ids`: new ones. */
export async function enterPerson(
  ctx: Context,
  tx: Tx,
  { ids, input, post }: { ids: { person: string; post: string }; input: PersonInput; post: PostInput | null },
): Promise<string> {
  await refuseTaken(tx, input, null)
  const person = { ...input, id: ids.person }
  await insertPeople(tx, [person])
  if (post) {
    await holdOrganization(tx)
    await insertPosts(tx, [await preparePost(tx, { ...post, id: ids.post }, person)])
  }
  const words = changesBetween({}, { ...personInWords(input), ...(post && { role: post.title }) })
  await record(ctx, tx, { act: 'person: added', on: subjectOfPerson(person), changes: words })
  return person.id
}

export interface PersonChange {
  id: string
  /** The version that whoever changes it has seen. */
  seen: number
  input: PersonInput
}

/**
 * Writes a person as they are to be from now on; their posts end with their last day. Throws NotFound, Invalid, and
 * Conflict when somebody else has changed the person since `seen`.
 */
export function changePerson(ctx: Context, { id, seen, input }: PersonChange): Promise<void> {
  return ctx.write(async (tx) => {
    await holdOrganization(tx)
    const before = await personToChange(tx, id)
    const changes = changesBetween(personInWords(before), personInWords(input))
    if (Object.keys(changes).length === 0) return nothingHappened(tx)
    if (before.version !== seen) throw new Conflict(changedMeanwhile(before))
    await refuseTaken(tx, input, id)
    const posts = fitPosts(before.posts, before, input)
    await updatePeople(tx, [{ ...input, id }])
    await updatePosts(tx, posts)
    const note =
      posts.length > 0 ? { note: { 'posts that changed with it': posts.map(({ title }) => title) } } : {}
    await record(ctx, tx, {
      act: 'person: changed',
      on: subjectOfPerson({ id, name: input.name }),
      changes,
      ...note,
    })
  })
}

/** The person, for an action that changes them. Throws NotFound. */
export async function personToChange(tx: Tx, id: string): Promise<PersonCard> {
  const person = await findPerson(tx, id)
  if (!person) throw new NotFound('There is no such person.')
  return person
}

/** What the second of two people is told who change the same thing at once. */
export function changedMeanwhile({ name }: { name: string }): string {
  return `Somebody else has changed “${name}” since you opened this form, so nothing was saved. What is stored now stands beside each field that differs. Save again to keep what you typed.`
}

/** Addresses and numbers belong to one person each. */
async function refuseTaken(tx: Tx, { email, number }: PersonInput, id: string | null): Promise<void> {
  const taken = (await listTaken(tx, { email, number })).filter((one) => one.id !== id)
  const byEmail = taken.find((one) => email && one.email?.toLowerCase() === email.toLowerCase())
  const byNumber = taken.find((one) => number && one.number?.toLowerCase() === number.toLowerCase())
  const faults = {
    ...(byEmail && { email: `${byEmail.name} has this e-mail address already. Each belongs to one person.` }),
    ...(byNumber && {
      number: `${byNumber.name} has this employee number already. Each belongs to one person.`,
    }),
  }
  if (Object.keys(faults).length > 0) throw new Invalid(faults)
}

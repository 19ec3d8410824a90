import { type Context, nothingHappened } from '#context.ts'
import { Conflict, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import { changesBetween } from '#history/model.ts'
import type { PersonCard, PostCard } from '../card.ts'
import type { PostInput } from '../model.ts'
import { deletePost, insertPosts, updatePosts } from '../store/write.ts'
import { holdOrganization } from '../store.ts'
import { postInWords } from '../words.ts'
import { changedMeanwhile, personToChange, subjectOfPerson } from './person.ts'
import { preparePost } from './post-checks.ts'

/** Adds a post to a person. Returns its id. Throws NotFound, and Invalid field by field. */
export function addPost(ctx: Context, personId: string, input: PostInput): Promise<string> {
  const id = ctx.newId()
  return ctx.write(async (tx) => {
    await holdOrganization(tx)
    const person = await personToChange(tx, personId)
    await insertPosts(tx, [await preparePost(tx, { ...input, id }, person)])
    const added = postOf(await personToChange(tx, personId), id)
    const changes = changesBetween({}, postInWords(added))
    await record(ctx, tx, { act: 'post: added', on: subjectOfPerson(person), changes })
    return id
  })
}

export interface PostChange {
  personId: string
  id: string
  /** The version that whoever changes it has seen. */
  seen: number
  input: PostInput
}

/** Writes a post as it is to be from now on. Throws NotFound, Invalid, and Conflict when it has changed since `seen`. */
export function changePost(ctx: Context, { personId, id, seen, input }: PostChange): Promise<void> {
  return ctx.write(async (tx) => {
    await holdOrganization(tx)
    const person = await personToChange(tx, personId)
    const before = postOf(person, id)
    await updatePosts(tx, [await preparePost(tx, { ...input, id }, person)])
    const after = postOf(await personToChange(tx, personId), id)
    const changes = changesBetween(postInWords(before), postInWords(after))
    if (Object.keys(changes).length === 0) return nothingHappened(tx)
    if (before.version !== seen) throw new Conflict(changedMeanwhile({ name: before.title }))
    await record(ctx, tx, { act: 'post: changed', on: subjectOfPerson(person), changes })
  })
}

/** Takes away a post that was added by mistake; one that is over should be ended instead. Throws NotFound. */
export function removePost(ctx: Context, personId: string, id: string): Promise<void> {
  return ctx.write(async (tx) => {
    const person = await personToChange(tx, personId)
    const post = postOf(person, id)
    await deletePost(tx, id)
    const changes = changesBetween(postInWords(post), {})
    await record(ctx, tx, { act: 'post: removed', on: subjectOfPerson(person), changes })
  })
}

function postOf(person: PersonCard, id: string): PostCard {
  const post = person.posts.find((one) => one.id === id)
  if (!post) throw new NotFound('There is no such post. It may have been removed.')
  return post
}

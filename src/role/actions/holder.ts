import { type Context, nothingHappened } from '#context.ts'
import { Forbidden } from '#errors.ts'
import { record } from '#history/actions.ts'
import { dayOf } from '#people/day.ts'
import { listRolePosts, tiePosts, untiePosts } from '../store/holders.ts'
import { mayTie, roleSubject, roleToEdit } from './role.ts'

/**
 * Makes these the posts of the role, among those that the viewer may tie: posts of others stay as they are. A manager ties
 * posts of their own line only. Throws NotFound and Forbidden.
 */
export function setRolePosts(ctx: Context, roleId: string, postIds: readonly string[]): Promise<void> {
  return ctx.write(async (tx) => {
    const role = await roleToEdit(ctx, tx, roleId)
    const within = await mayTie(ctx, tx)
    const all = await listRolePosts(tx, dayOf(ctx.now()))
    const mine = all.filter(({ personId }) => within === null || within.has(personId))
    const wanted = new Set(postIds)
    if (all.some((post) => wanted.has(post.postId) && post.role?.id !== roleId && !mine.includes(post)))
      throw new Forbidden('You can tie posts of people who report to you. Ask HR for the others.')
    const added = mine.filter(({ postId, role }) => wanted.has(postId) && role?.id !== roleId)
    const gone = mine.filter(({ postId, role }) => !wanted.has(postId) && role?.id === roleId)
    if (added.length + gone.length === 0) return nothingHappened(tx)
    await tiePosts(
      tx,
      roleId,
      added.map(({ postId }) => postId),
    )
    await untiePosts(
      tx,
      roleId,
      gone.map(({ postId }) => postId),
    )
    await record(ctx, tx, {
      act: 'role: holders changed',
      on: roleSubject(role),
      also: [...added, ...gone].map(({ personId, name }) => ({ kind: 'person', id: personId, name })),
      note: { added: added.map(({ name }) => name), removed: gone.map(({ name }) => name) },
    })
  })
}

import type { Context } from '#context.ts'
import { Invalid } from '#errors.ts'
import { checked } from '../checked.ts'
import { keyIn, theOneMeant } from '../meant.ts'
import { PersonInput, PostInput } from '../model.ts'
import { listMeant } from '../store/taken.ts'
import type { Typed } from '../typed.ts'

/** The post that a form describes, its manager found by what was typed. Throws Invalid with every fault. */
export async function postFrom(ctx: Context, typed: Typed): Promise<PostInput> {
  const faults: Record<string, string> = {}
  const manager = await told(faults, () => managerIn(ctx, typed.reportsTo ?? ''))
  const post = await told(faults, async () => checked(PostInput, { ...typed, reportsTo: manager ?? '' }))
  if (!post || Object.keys(faults).length > 0) throw new Invalid(faults)
  return post
}

/** The person, and the first post where any field of one is filled. Throws Invalid with every fault of both. */
export async function newPersonFrom(
  ctx: Context,
  typed: Typed,
): Promise<{ person: PersonInput; post: PostInput | null }> {
  const faults: Record<string, string> = {}
  const person = await told(faults, async () => checked(PersonInput, typed))
  const wantsPost = ['title', 'teamId', 'placeId', 'reportsTo', 'share'].some((name) => typed[name]?.trim())
  const days = { startsOn: '', endsOn: '' }
  const post = wantsPost ? await told(faults, () => postFrom(ctx, { ...typed, ...days })) : null
  if (!person || Object.keys(faults).length > 0) throw new Invalid(faults)
  return { person, post: post ?? null }
}

/** The manager's id, or nothing where nothing was typed. Throws Invalid at the field. */
async function managerIn(ctx: Context, typed: string): Promise<string> {
  const key = keyIn(typed)
  if (key === '') return ''
  return theOneMeant(key, await ctx.read((db) => listMeant(db, key)))
}

async function told<T>(faults: Record<string, string>, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    for (const [field, message] of Object.entries(error.fields)) faults[field] ??= message
    return
  }
}

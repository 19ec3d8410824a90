import { aboutSignIn, endAccount } from '#account/actions/about.ts'
import { findMemberByPerson, holdOwners, listMembers } from '#account/store.ts'
import type { Context } from '#context.ts'
import { Conflict, Forbidden, Invalid } from '#errors.ts'
import { eraseWords, type Naming, previewErasure } from '#history/actions/erase.ts'
import { record } from '#history/actions.ts'
import { deleteUnfinishedWith } from '#history/store/unfinished.ts'
import { pseudonymise } from '#people/store/about.ts'
import { findPerson } from '#people/store.ts'
import { eraseSharing } from '#profile/store/about.ts'
import { eraseStories } from '#profile/store/about-stories.ts'
import { eraseWorkbooks } from '#profile/store/about-workbooks.ts'
import { eraseRecruit } from '#recruit/store/about.ts'
import { eraseRoles } from '#role/store/about.ts'
import { eraseCounted } from '#role/store/hidden.ts'
import { eraseFromTexts } from '#role/store/texts.ts'
import type { Db, Tx } from '#schema.ts'
import { eraseTranslate } from '#translate/store/about.ts'
import type { ErasurePreview } from '../erasure.ts'
import { isSameName, pseudonymFrom } from '../model.ts'
import {
  clearWishWords,
  findOpenWish,
  hasNamesake,
  insertErasure,
  listPseudonyms,
  settleWish,
} from '../store.ts'
import { nameOf } from './wish.ts'

/** What erasing the person would take away and leave. Throws NotFound, also for somebody who is erased already. */
export async function previewOf(ctx: Context, personId: string): Promise<ErasurePreview> {
  const email = await accountAddress(ctx, personId)
  return ctx.read(async (db) => {
    const name = await nameOf(db, personId)
    const { events, words } = await previewErasure(db, await namingOf(db, personId, email))
    const wish = await findOpenWish(db, personId)
    return {
      person: { id: personId, name },
      words,
      hasNamesake: await hasNamesake(db, { id: personId, name }),
      hasAccount: (await findMemberByPerson(db, personId)) !== undefined,
      posts: (await findPerson(db, personId))?.posts.length ?? 0,
      events,
      obstacle: (await obstacleOf(ctx, db, personId))?.message ?? null,
      wish: wish ? { reason: wish.reason, madeAt: wish.madeAt } : null,
    }
  })
}

/** As `erasePerson`, after the name was typed to make sure. Throws Invalid when it was not. */
export async function eraseNamed(ctx: Context, personId: string, typed: string): Promise<string> {
  const name = await ctx.read((db) => nameOf(db, personId))
  if (!isSameName(typed, name)) throw new Invalid({ name: `Type the name as it stands here: ${name}` })
  return erasePerson(ctx, personId)
}

/**
 * Replaces the person by a pseudonym, which it gives: in people, in the words of the history, and by ending the account
 * with all that belongs to it. Throws NotFound, Forbidden for oneself and, unless by an owner, for an owner, and Conflict for
 * the only owner.
 */
export async function erasePerson(ctx: Context, personId: string): Promise<string> {
  const email = await accountAddress(ctx, personId)
  const chance = ctx.newId()
  return ctx.write(async (tx) => {
    const owners = await holdOwners(tx)
    const obstacle = await obstacleOf(ctx, tx, personId, owners)
    if (obstacle) throw obstacle
    await nameOf(tx, personId)
    const taken = await listPseudonyms(tx)
    const pseudonym = pseudonymFrom(chance, (name) => taken.has(name))
    const naming = await namingOf(tx, personId, email)
    await insertErasure(tx, { personId, pseudonym, at: ctx.now() })
    const accountId = await endAccount(tx, personId)
    await pseudonymise(tx, personId, pseudonym)
    await eraseTranslate(tx, personId)
    await eraseSharing(tx, personId)
    await eraseWorkbooks(tx, personId)
    const names = naming.shared.length > 0 ? [] : naming.words
    await eraseStories(tx, { personId, names, pseudonym })
    await eraseRoles(tx, { personId, names, pseudonym })
    await eraseCounted(tx, personId)
    await eraseFromTexts(tx, personId)
    await eraseRecruit(tx, personId, ctx.now())
    await settle(ctx, tx, personId)
    await deleteUnfinishedWith(tx, [
      personId,
      ...naming.words.filter((word) => !naming.shared.includes(word)),
    ])
    const on = { kind: 'person', id: personId, name: pseudonym }
    const events = await eraseWords(ctx, tx, { ...naming, pseudonym, on })
    // The account stands apart from the organisation's data, so it ends after the commit, and surely.
    if (accountId !== null) await ctx.later(tx, 'privacy.end-sign-in', { accountId })
    await record(ctx, tx, { act: 'person: erased', on, note: { events } })
    return pseudonym
  })
}

async function settle(ctx: Context, tx: Tx, personId: string): Promise<void> {
  const wish = await findOpenWish(tx, personId)
  const by = ctx.viewer.person?.id ?? null
  if (wish) await settleWish(tx, wish.id, { state: 'done', by, at: ctx.now(), answer: null })
  await clearWishWords(tx, personId)
}

/** Why the person cannot be erased by this viewer; null: they can. */
async function obstacleOf(
  ctx: Context,
  db: Db,
  personId: string,
  owners?: string[],
): Promise<Forbidden | Conflict | null> {
  if (ctx.viewer.person?.id === personId)
    return new Forbidden(
      'You cannot erase yourself. Wish it, and somebody else of HR or the owners carries it out.',
    )
  const member = await findMemberByPerson(db, personId)
  if (!member?.roles.includes('owner')) return null
  const all =
    owners ?? (await listMembers(db)).filter(({ roles }) => roles.includes('owner')).map(({ id }) => id)
  if (all.every((id) => id === member.id))
    return new Conflict(
      `${member.name} is the only owner. Make somebody else an owner first, so that there is always one who can let people in.`,
    )
  if (ctx.viewer.roles.has('owner')) return null
  return new Forbidden(`${member.name} is an owner. Another owner can erase them.`)
}

/** What names the person in plain text. What others have as well counts only where an event is about this person. */
async function namingOf(db: Db, personId: string, address: string | null): Promise<Naming> {
  const person = await findPerson(db, personId)
  const name = person?.name ?? ''
  const words = [name, person?.email, address].filter((word): word is string => Boolean(word))
  const number = person?.number ? [person.number] : []
  const isShared = await hasNamesake(db, { id: personId, name })
  return { personId, words: [...words, ...number], shared: [...number, ...(isShared ? [name] : [])] }
}

async function accountAddress(ctx: Context, personId: string): Promise<string | null> {
  return (await aboutSignIn(ctx, personId))?.account.email ?? null
}

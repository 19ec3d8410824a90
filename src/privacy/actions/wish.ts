import type { Context } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import { namesOf } from '#people/store.ts'
import type { Db } from '#schema.ts'
import { isSameName } from '../model.ts'
import { findOpenWish, findPseudonym, insertWish, settleWish } from '../store.ts'

/** Whose data this request is about: the viewer's own. Throws NotFound for whoever is nobody of the organisation. */
export function ownPerson(ctx: Context): { id: string; name: string } {
  const { person } = ctx.viewer
  if (!person) throw new NotFound('Only people of the organisation have data of their own here.')
  return person
}

/**
 * The viewer wishes to be erased; HR and the owners see the wish and answer it. Throws Invalid when the name was not
 * typed as it is, Conflict when the wish waits already.
 */
export async function wishErasure(ctx: Context, form: { name: string; reason: string }): Promise<void> {
  const { id: personId } = ownPerson(ctx)
  const id = ctx.newId()
  await ctx.write(async (tx) => {
    const name = await nameOf(tx, personId)
    if (!isSameName(form.name, name)) throw new Invalid({ name: `Type your name as it stands here: ${name}` })
    if (await findOpenWish(tx, personId)) throw new Conflict('Your wish waits for an answer already.')
    await insertWish(tx, { id, personId, reason: form.reason || null, at: ctx.now() })
    await record(ctx, tx, { act: 'erasure: wished', on: { kind: 'person', id: personId, name } })
  })
}

/** The viewer takes the wish back. Throws NotFound when none waits. */
export async function withdrawWish(ctx: Context): Promise<void> {
  const { id: personId } = ownPerson(ctx)
  await ctx.write(async (tx) => {
    const { id, name } = await openWish(tx, personId)
    await settleWish(tx, id, { state: 'withdrawn', by: null, at: ctx.now(), answer: null })
    await record(ctx, tx, { act: 'erasure: taken back', on: { kind: 'person', id: personId, name } })
  })
}

/** HR or an owner refuses, and says why. Throws NotFound when no wish waits. */
export async function refuseWish(ctx: Context, personId: string, answer: string): Promise<void> {
  await ctx.write(async (tx) => {
    const { id, name } = await openWish(tx, personId)
    const by = ctx.viewer.person?.id ?? null
    await settleWish(tx, id, { state: 'refused', by, at: ctx.now(), answer })
    await record(ctx, tx, {
      act: 'erasure: refused',
      on: { kind: 'person', id: personId, name },
      note: { answer },
    })
  })
}

async function openWish(db: Db, personId: string) {
  const wish = await findOpenWish(db, personId)
  if (!wish)
    throw new NotFound('No wish of this person waits for an answer. Somebody may have settled it already.')
  return wish
}

/** The name of somebody who is there and not erased. Throws NotFound. */
export async function nameOf(db: Db, personId: string): Promise<string> {
  const name = (await namesOf(db, [personId])).get(personId)
  if (name === undefined) throw new NotFound('There is no such person.')
  if ((await findPseudonym(db, personId)) !== undefined)
    throw new NotFound(`${name} has been erased already; nothing is kept of whom it was.`)
  return name
}

import { daysAfter } from '#account/model.ts'
import { readSecretText, secretText } from '#account/secret-text.ts'
import type { Context } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { record } from '#history/actions.ts'
import { fingerprint } from '#lib/fingerprint.ts'
import type { Mention } from '#people/card.ts'
import { dayOf } from '#people/day.ts'
import { chainAbove } from '#people/store/lines.ts'
import { namesOf } from '#people/store.ts'
import type { Tx } from '#schema.ts'
import { sharedPath } from '../paths.ts'
import { type Look, onlyShared, type Share, type ShareInput, shareState } from '../share.ts'
import { contentOf, refsOf, type ShareContent, shareable } from '../store/share-content.ts'
import {
  deleteShareRow,
  findShare,
  insertShare,
  listLooks,
  listShares,
  listSharesWith,
  revokeShare,
} from '../store/shares.ts'
import { ownProfile } from './own.ts'

const GONE = 'There is no such share of yours.'

export interface Sharing {
  mine: Share[]
  /** What others share with the viewer now. */
  others: { person: { id: string; name: string }; shares: Share[] }[]
}

/** All that the viewer shares or has shared, and what is shared with them. */
export function openSharing(ctx: Context): Promise<Sharing> {
  const { id: personId } = ownProfile(ctx)
  return ctx.read(async (db) => {
    const received = Map.groupBy(
      await listSharesWith(db, { personId, at: ctx.now() }, null),
      (one) => one.personId,
    )
    const names = await namesOf(db, [...received.keys()])
    const others = [...received].map(([id, shares]) => ({
      person: { id, name: names.get(id) ?? '' },
      shares,
    }))
    const byName = others.toSorted((a, b) => a.person.name.localeCompare(b.person.name, 'en-GB'))
    return { mine: await listShares(db, personId), others: byName }
  })
}

export interface Shareable {
  content: ShareContent
  /** Who is likely to be meant: managers, the nearest first, then those with whom something was shared before. */
  likely: Mention[]
}

/** All that the viewer could share, and with whom they may well want to. */
export function openShareable(ctx: Context): Promise<Shareable> {
  const { id } = ownProfile(ctx)
  return ctx.read(async (db) => {
    const managers = (await chainAbove(db, id, dayOf(ctx.now()))).slice(0, 2)
    const before = (await listShares(db, id)).flatMap((share) => share.with)
    const further = new Map(before.map((person) => [person.id, { ...person, title: null }]))
    for (const manager of managers) further.delete(manager.id)
    return { content: await shareable(db, id), likely: [...managers, ...further.values()] }
  })
}

export interface Shared {
  id: string
  /** Opens what is shared; shown this once and kept nowhere. Null: there is none. */
  link: string | null
}

/** Shares rows of the viewer's own profile. Throws Invalid, field by field, for rows and people that are not there. */
export async function share(ctx: Context, input: ShareInput): Promise<Shared> {
  const own = ownProfile(ctx)
  const text = input.link ? secretText(ctx.organizationId, ctx.newId(), ctx.newId()) : null
  const address = text === null ? '' : (await ctx.identity()).address
  const id = ctx.newId()
  const at = ctx.now()
  return ctx.write(async (tx) => {
    const rows = onlyShared(input.rows, refsOf(await shareable(tx, own.id)), (ref) => ref)
    if (rows.length < input.rows.length)
      throw new Invalid({ rows: 'One of the rows is not in your profile any more. Choose them again.' })
    const people = await recipients(tx, own.id, input.people)
    await insertShare(tx, {
      ...{ id, personId: own.id, note: input.note, madeAt: at },
      linkHash: text === null ? null : hashOf(text),
      expiresAt: input.days === null ? null : daysAfter(at, input.days),
      people: people.map((person) => person.id),
      rows: rows.map((row) => ({ ...row, id: ctx.newId() })),
    })
    await record(ctx, tx, {
      act: 'profile: shared',
      on: own,
      also: people.map((one) => ({ kind: 'person', ...one })),
    })
    return { id, link: text === null ? null : address + sharedPath(text) }
  })
}

/** Under which a link is found: the link itself is kept nowhere. */
export function hashOf(text: string): string {
  return fingerprint(readSecretText(text)?.chance ?? '')
}

async function recipients(
  tx: Tx,
  ownId: string,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const names = await namesOf(tx, [...new Set(ids)])
  if (names.has(ownId)) throw new Invalid({ people: 'You see your own profile already. Name somebody else.' })
  if (ids.some((id) => !names.has(id)))
    throw new Invalid({ people: 'One of these people is not there any more. Name them again.' })
  return [...names].map(([id, name]) => ({ id, name }))
}

export interface OpenedShare {
  share: Share
  content: ShareContent
  looks: Look[]
}

/** One of the viewer's own, with what it shows now and who looked. Throws NotFound. */
export function openShare(ctx: Context, id: string): Promise<OpenedShare> {
  const own = ownProfile(ctx)
  return ctx.read(async (db) => {
    const found = await findShare(db, own.id, id)
    if (!found) throw new NotFound(GONE)
    return { share: found, content: await contentOf(db, own.id, found.rows), looks: await listLooks(db, id) }
  })
}

/** From this moment on it shows nothing to anybody. Throws NotFound, and Conflict when it had ended before. */
export function endShare(ctx: Context, id: string): Promise<void> {
  const own = ownProfile(ctx)
  const at = ctx.now()
  return ctx.write(async (tx) => {
    const found = await findShare(tx, own.id, id)
    if (!found) throw new NotFound(GONE)
    const stood = shareState(found, at) === 'active' && (await revokeShare(tx, id, at))
    if (!stood) throw new Conflict('This has ended already: nobody sees anything by it any more.')
    const also = found.with.map((one) => ({ kind: 'person', ...one }))
    await record(ctx, tx, { act: 'profile: sharing ended', on: own, also })
  })
}

/** Takes one row out of what is shared; the rest stays. Throws NotFound. */
export function takeBackRow(ctx: Context, id: string, rowId: string): Promise<void> {
  const own = ownProfile(ctx)
  return ctx.write(async (tx) => {
    const found = await findShare(tx, own.id, id)
    if (!found?.rows.some((row) => row.id === rowId)) throw new NotFound('This row is not shared any more.')
    await deleteShareRow(tx, id, rowId)
    const also = found.with.map((one) => ({ kind: 'person', ...one }))
    await record(ctx, tx, { act: 'profile: row taken back', on: own, also })
  })
}

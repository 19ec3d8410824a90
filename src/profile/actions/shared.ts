import { attempt, type Visit } from '#account/actions/visit.ts'
import { BAD_LINK_FROM } from '#account/attempts.ts'
import { readSecretText } from '#account/secret-text.ts'
import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import { namesOf } from '#people/store.ts'
import { insider } from '#viewer.ts'
import type { Share } from '../share.ts'
import { contentOf, type ShareContent } from '../store/share-content.ts'
import { findShareByHash, insertLook, listSharesWith } from '../store/shares.ts'
import { ownProfile } from './own.ts'
import { hashOf } from './shares.ts'

/** What somebody sees of another person's profile. */
export interface Received {
  person: { id: string; name: string }
  shares: Share[]
  content: ShareContent
}

/** Who looks again within so many minutes is still looking. */
const ONE_LOOK_MS = 600_000

/**
 * What a person shares with the viewer by name, now; that they looked is noted for the person to see. Throws NotFound when
 * nothing is shared, which tells nothing of what there is.
 */
export async function openShared(ctx: Context, personId: string): Promise<Received> {
  const viewer = ownProfile(ctx)
  const received = await ctx.read(async (db) => {
    const shares = await listSharesWith(db, { personId: viewer.id, at: ctx.now() }, personId)
    const name = (await namesOf(db, [personId])).get(personId)
    const rows = shares.flatMap((share) => share.rows)
    if (name === undefined || rows.length === 0) return null
    return { person: { id: personId, name }, shares, content: await contentOf(db, personId, rows) }
  })
  if (!received)
    throw new NotFound(
      'Nothing is shared with you here, or not any more. Ask the person if you need to see something.',
    )
  for (const { id } of received.shares) await noteLook(ctx, id, viewer.id)
  return received
}

const NO_LINK =
  'This link shows nothing. It has ended, was taken back, or is not whole. Ask whoever gave it to you.'

/**
 * What a link shows to whoever has it, now; that it was opened is noted, with the name of whoever is signed in there.
 * Throws NotFound, and TooOften for somebody who tries many.
 */
export async function openLink(ctx: Context, text: string, visit: () => Promise<Visit>): Promise<Received> {
  const parts = readSecretText(text)
  const there = parts && ctx.as(insider({ id: parts.organizationId, name: '', isExample: false }))
  const received = there && (await receivedBy(there, text, ctx.now()))
  if (!received) {
    await attempt(ctx, [[BAD_LINK_FROM, (await visit()).address]])
    throw new NotFound(NO_LINK)
  }
  const isFromThere = ctx.organizationId === parts.organizationId
  const viewer = isFromThere ? (ctx.viewer.person?.id ?? null) : null
  if (viewer !== received.person.id) for (const { id } of received.shares) await noteLook(there, id, viewer)
  return received
}

function receivedBy(there: Context, text: string, at: Date): Promise<Received | null> {
  return there.read(async (db) => {
    const found = await findShareByHash(db, hashOf(text), at)
    const name = found && (await namesOf(db, [found.personId])).get(found.personId)
    if (!found || name === undefined) return null
    const content = await contentOf(db, found.personId, found.rows)
    return { person: { id: found.personId, name }, shares: [found], content }
  })
}

/** A counter for the owner of the profile, and nobody's act. */
function noteLook(ctx: Context, shareId: string, personId: string | null): Promise<void> {
  const at = ctx.now()
  const since = new Date(at.getTime() - ONE_LOOK_MS)
  return ctx.keep((tx) => insertLook(tx, { id: ctx.newId(), shareId, personId, at, since }))
}

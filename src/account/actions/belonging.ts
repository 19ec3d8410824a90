import type { Context } from '#context.ts'
import { record } from '#history/actions.ts'
import type { Act } from '#history/model.ts'
import { dayOf } from '#people/day.ts'
import type { Tx } from '#schema.ts'
import { insider, NOBODY, type Role, type Viewer } from '#viewer.ts'
import type { Member } from '../model.ts'
import { organizationCookie, organizationIn } from '../organization-cookie.ts'
import { type Belonging, findSignedIn, listBelongings } from '../store.ts'
import type { Visit } from './visit.ts'

/** Where the account belongs, in every organisation. */
export function belongingsOf(ctx: Context, accountId: string): Promise<Belonging[]> {
  return ctx.read((db) => listBelongings(db, accountId))
}

/** Who the account is in the organisation, with the roles of today; null when it does not belong there any more. */
export async function viewerFor(
  ctx: Context,
  accountId: string,
  organizationId: string,
): Promise<Viewer | null> {
  const there = ctx.as(insider({ id: organizationId, name: '', isExample: false }))
  const found = await there.read((db) => findSignedIn(db, accountId, dayOf(ctx.now())))
  return found ? viewerOf(found.organization, found.member, found.isManager) : null
}

/** The cookie for whoever has just come in, unless the browser has one of an organisation that the account belongs to. */
export async function homeCookie(ctx: Context, accountId: string, { headers }: Visit): Promise<string[]> {
  const all = await belongingsOf(ctx, accountId)
  const [first] = all
  if (!first || all.some(({ organization }) => organization.id === organizationIn(headers))) return []
  const { address } = await ctx.identity()
  return [organizationCookie(first.organization.id, address.startsWith('https:'))]
}

/** The viewer that a member is. */
export function viewerOf(
  organization: Viewer['organization'],
  { accountId, personId, name, roles }: Omit<Member, 'id'>,
  isManager: boolean,
): Viewer {
  const derived: Role[] = isManager ? ['member', 'manager'] : ['member']
  const person = { id: personId, name }
  return { ...NOBODY, organization, person, accountId, roles: new Set<Role>([...derived, ...roles]) }
}

/**
 * Leaves a row in the history of every organisation that the account belongs to: as the person that it is there, or as
 * whoever does it for them. `inFirst`: what else is written in the same transaction, in the one that it has belonged to longest.
 */
export async function recordForAccount(
  ctx: Context,
  accountId: string,
  act: Pick<Act, 'act' | 'note'>,
  inFirst?: (ctx: Context, tx: Tx, person: { id: string; name: string }) => Promise<void>,
): Promise<void> {
  for (const [i, { organization }] of (await belongingsOf(ctx, accountId)).entries()) {
    const viewer = await viewerFor(ctx, accountId, organization.id)
    const person = viewer?.person
    if (!person) continue
    const there = ctx.as(isThemselves(ctx, accountId) ? viewer : { ...ctx.viewer, organization })
    await there.write(async (tx) => {
      if (i === 0) await inFirst?.(there, tx, person)
      await record(there, tx, { ...act, on: { kind: 'person', ...person } })
    })
  }
}

/** Whoever has not signed in yet is about to. */
function isThemselves({ viewer }: Context, accountId: string): boolean {
  return viewer.via === 'page' && (viewer.accountId === null || viewer.accountId === accountId)
}

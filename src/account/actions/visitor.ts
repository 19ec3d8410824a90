import { type Context, createContext, type World } from '#context.ts'
import { Unauthenticated } from '#errors.ts'
import { fingerprint } from '#lib/fingerprint.ts'
import { dayOf } from '#people/day.ts'
import { hasReports } from '#people/store/lines.ts'
import { insider, NOBODY, type Viewer } from '#viewer.ts'
import { BAD_TOKEN_FROM } from '../attempts.ts'
import { tokenState } from '../model.ts'
import { organizationIn } from '../organization-cookie.ts'
import { readToken } from '../secret-text.ts'
import { findTokenBySeal, type TokenHolder, touchToken } from '../store/tokens.ts'
import { belongingsOf, viewerFor, viewerOf } from './belonging.ts'
import { attempt, type Visit } from './visit.ts'

const TOUCH_MS = 300_000
const NO_TOKEN =
  'This token does not open anything: it is unknown, revoked or expired. Make one on the page “Tokens”.'

/**
 * Who asks: the holder of a token, whoever has signed in, or NOBODY. An account without a membership has no roles. Throws
 * `Unauthenticated` for a token that opens nothing, so that a program never takes for public what it gets.
 */
export async function visitorOf(world: World, visit: Visit): Promise<Viewer> {
  const ctx = createContext(world, NOBODY)
  const [, token] = /^Bearer\b *(.*)$/i.exec(visit.headers.get('authorization') ?? '') ?? []
  if (token !== undefined) return tokenViewer(ctx, token, visit)
  const { sessions } = await ctx.identity()
  const current = await sessions.current(visit.headers)
  if (!current) return NOBODY
  const { accountId } = current
  const viewer = (await inChosen(ctx, accountId, visit)) ?? (await inFirst(ctx, accountId))
  return viewer ?? { ...NOBODY, accountId }
}

/** Where the browser says the account is, if it belongs there. */
async function inChosen(ctx: Context, accountId: string, { headers }: Visit): Promise<Viewer | null> {
  const id = organizationIn(headers)
  return id === null ? null : viewerFor(ctx, accountId, id)
}

async function inFirst(ctx: Context, accountId: string): Promise<Viewer | null> {
  const [first] = await belongingsOf(ctx, accountId)
  return first ? viewerFor(ctx, accountId, first.organization.id) : null
}

async function tokenViewer(ctx: Context, given: string, visit: Visit): Promise<Viewer> {
  const parts = readToken(given)
  if (!parts) return refuse(ctx, visit)
  const there = ctx.as(insider({ id: parts.organizationId, name: '', isExample: false }))
  const found = await there.read(async (db) => {
    const holder = await findTokenBySeal(db, fingerprint(parts.chance))
    return holder && { holder, isManager: await hasReports(db, holder.personId, dayOf(ctx.now())) }
  })
  if (!found || tokenState(found.holder, ctx.now()) !== 'valid') return refuse(ctx, visit)
  const { holder, isManager } = found
  await touch(there, holder)
  const viewer = viewerOf(holder.organization, { ...holder, name: holder.person }, isManager)
  return { ...viewer, via: 'token', mayWrite: holder.scope === 'write' }
}

async function refuse(ctx: Context, visit: Visit): Promise<never> {
  await attempt(ctx, [[BAD_TOKEN_FROM, visit.address]])
  throw new Unauthenticated(NO_TOKEN)
}

async function touch(ctx: Context, { id, usedAt }: TokenHolder): Promise<void> {
  const at = ctx.now()
  if (usedAt && at.getTime() - usedAt.getTime() < TOUCH_MS) return
  await ctx.keep((tx) => touchToken(tx, id, at))
}

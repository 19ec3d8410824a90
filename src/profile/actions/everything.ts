import type { Context } from '#context.ts'
import type { Db } from '#schema.ts'
import type { Everything } from '../everything.ts'
import { LIST_KINDS, type ListKind } from '../lists.ts'
import { aboutProfile } from '../store/about.ts'
import { listFor } from './lists.ts'
import { ownProfile } from './own.ts'

/** All of the viewer's own profile, to take along. Nobody has to be asked. Throws Forbidden for whoever is nobody. */
export function takeEverything(ctx: Context): Promise<Everything> {
  const { id, name } = ownProfile(ctx)
  const { organization } = ctx.viewer
  return ctx.read(async (db) => ({
    person: { id, name },
    organization: organization.name,
    madeAt: ctx.now(),
    ...(await aboutProfile(db, id)),
    lists: await listsOf(db, id),
  }))
}

async function listsOf(db: Db, personId: string): Promise<Everything['lists']> {
  const all: Everything['lists'] = { cv: [], career: [], appraisal: [] }
  for (const kind of LIST_KINDS) all[kind] = await linesOf(db, personId, kind)
  return all
}

async function linesOf(db: Db, personId: string, kind: ListKind) {
  const { sections } = await listFor(db, personId, kind)
  return sections.map(({ title, lines }) => ({ section: title, lines: lines.map(({ text }) => text) }))
}

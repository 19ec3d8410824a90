import type { Context } from '#context.ts'
import type { Db } from '#schema.ts'
import type { Everything } from '../everything.ts'
import type { ListSection } from '../lists.ts'
import { aboutProfile } from '../store/about.ts'
import { listsFor } from './lists.ts'
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
  const { cv, career, appraisal } = await listsFor(db, personId)
  return { cv: cv.map(linesOf), career: career.map(linesOf), appraisal: appraisal.map(linesOf) }
}

const linesOf = ({ title, lines }: ListSection) => ({ section: title, lines: lines.map(({ text }) => text) })

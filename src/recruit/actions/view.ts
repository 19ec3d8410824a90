import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import { levelLabel } from '#framework/model.ts'
import { sourcesOf } from '#role/gap-sheet.ts'
import { frameworksById } from '#role/store/frameworks.ts'
import { findProfile, findRole, listProfiles } from '#role/store.ts'
import type { Db } from '#schema.ts'
import type { Opened } from '../opened.ts'
import { kitState } from './kit.ts'
import { openVacancy } from './look.ts'

/** A vacancy with all that its pages say of it. Throws NotFound. */
export async function viewVacancy(ctx: Context, db: Db, id: string) {
  const opened = await openVacancy(ctx, db, id)
  const { vacancy } = opened
  const role = await findRole(db, vacancy.roleId)
  const profile = await findProfile(db, vacancy.profileId)
  if (!role || !profile) throw new NotFound('The role of this vacancy is gone.')
  const newest = (await listProfiles(db, role.id)).find(({ agreedAt }) => agreedAt !== null)
  const newer = newest && newest.number > profile.number ? { id: newest.id, number: newest.number } : null
  const frameworks = await frameworksOf(db, opened)
  return { opened, role, profileNumber: profile.number, newer, frameworks, ...(await kitState(db, opened)) }
}

/** The frameworks whose words the kit speaks. */
export function frameworksOf(db: Db, { criteria }: Pick<Opened, 'criteria'>) {
  return frameworksById(db, [...new Set(criteria.map(({ framework }) => framework))])
}

/** Names of levels by criterion and key, and whose words they are. */
export async function wordsOfKit(db: Db, opened: Pick<Opened, 'criteria'>) {
  const frameworks = await frameworksOf(db, opened)
  const named = opened.criteria.flatMap(({ id, framework }) =>
    (frameworks.get(framework)?.scale.levels ?? []).map(
      (level) => [`${id} ${level.key}`, levelLabel(level)] as const,
    ),
  )
  return { levels: new Map(named), source: sourcesOf([...frameworks.values()]) }
}

import { sql } from 'kysely'
import type { Framework } from '#framework/model.ts'
import { findFramework, listFrameworks } from '#framework/store.ts'
import type { Db } from '#schema.ts'

export interface FrameworkChoice {
  slug: string
  title: string
}

/** Frameworks with levels, through which a story can be read: the one used last first, then by title. */
export async function listFrameworkChoices(db: Db, personId: string): Promise<FrameworkChoice[]> {
  const { rows } = await sql<{ slug: string }>`
    select f.slug from story s
    join story_placement p on p.organization_id = s.organization_id and p.story_id = s.id
    join framework f on f.organization_id = p.organization_id and f.id = p.framework_id
    where s.organization_id = ${db.organizationId} and s.person_id = ${personId}
    order by p.placed_at desc, f.slug limit 1`.execute(db)
  const first = rows[0]?.slug ?? 'spotlight'
  const all = (await listFrameworks(db)).filter(({ levels }) => levels.length > 0)
  return all
    .map(({ slug, title }) => ({ slug, title }))
    .toSorted((a, b) => Number(b.slug === first) - Number(a.slug === first))
}

/** The framework of this name or, where none is named, the first of the choices. */
export async function chosenFramework(
  db: Db,
  choices: readonly FrameworkChoice[],
  slug: string | undefined,
): Promise<Framework | undefined> {
  const wanted = slug || choices[0]?.slug
  const framework = wanted === undefined ? undefined : await findFramework(db, wanted)
  return framework && framework.scale.levels.length > 0 ? framework : undefined
}

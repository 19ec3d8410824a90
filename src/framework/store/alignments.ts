import type { Db } from '#schema.ts'
import type { Neighbour } from '../neighbour.ts'

/** Everything that a competency is aligned to, in both directions: first what its own framework says. */
export async function listNeighbours(db: Db, slug: string, key: string): Promise<Neighbour[]> {
  return [...(await outgoing(db, slug, key)), ...(await incoming(db, slug, key))]
}

async function outgoing(db: Db, slug: string, key: string): Promise<Neighbour[]> {
  const rows = await db
    .selectFrom('alignment as a')
    .innerJoin('framework as f', (join) =>
      join.onRef('f.organization_id', '=', 'a.organization_id').onRef('f.id', '=', 'a.framework_id'),
    )
    .leftJoin('framework as g', (join) =>
      join.onRef('g.organization_id', '=', 'a.organization_id').onRef('g.slug', '=', 'a.to_framework'),
    )
    .leftJoin('competency as c', (join) =>
      join
        .onRef('c.organization_id', '=', 'g.organization_id')
        .onRef('c.framework_id', '=', 'g.id')
        .onRef('c.key', '=', 'a.to_competency'),
    )
    .where('f.slug', '=', slug)
    .where('a.from_key', '=', key)
    .select(['a.type', 'a.note', 'a.to_framework as framework', 'a.to_competency as competency'])
    .select(['g.title', 'c.name', 'c.code'])
    .orderBy('a.position')
    .execute()
  return rows.map(({ title, name, code, ...row }) => ({
    ...row,
    direction: 'out' as const,
    found: title !== null && name !== null ? { frameworkTitle: title, name, code } : null,
  }))
}

async function incoming(db: Db, slug: string, key: string): Promise<Neighbour[]> {
  const rows = await db
    .selectFrom('alignment as a')
    .innerJoin('framework as f', (join) =>
      join.onRef('f.organization_id', '=', 'a.organization_id').onRef('f.id', '=', 'a.framework_id'),
    )
    .innerJoin('competency as c', (join) =>
      join
        .onRef('c.organization_id', '=', 'f.organization_id')
        .onRef('c.framework_id', '=', 'f.id')
        .onRef('c.key', '=', 'a.from_key'),
    )
    .where('a.to_framework', '=', slug)
    .where('a.to_competency', '=', key)
    .select(['a.type', 'a.note', 'f.slug', 'f.title', 'c.key', 'c.name', 'c.code'])
    .orderBy('f.title')
    .orderBy('a.position')
    .execute()
  return rows.map(({ type, note, slug: framework, key: competency, title, name, code }) => ({
    ...{ direction: 'in' as const, type, note, framework, competency },
    found: { frameworkTitle: title, name, code },
  }))
}

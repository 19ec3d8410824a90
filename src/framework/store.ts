import { type ColumnType, type JSONColumnType, sql } from 'kysely'
import type { Db } from '#schema.ts'
import type { FrameworkCard, Origin } from './card.ts'
import type {
  Alignment,
  AlignmentType,
  Competency,
  Framework,
  Group,
  Level,
  Licence,
  Publication,
  ScaleKind,
  SourceOfFramework,
  Statement,
  StatementKind,
} from './model.ts'

interface Part {
  organization_id: string
  framework_id: string
  id: string
  position: number
}

/** The tables of migrations/0001-frameworks.sql. */
export interface FrameworkTables {
  organization: { id: string; name: string; created_at: ColumnType<Date, never, never> }
  framework: {
    organization_id: string
    id: string
    slug: string
    title: string
    summary: string | null
    publisher: string | null
    source: JSONColumnType<SourceOfFramework> | null
    licence: JSONColumnType<Licence>
    language: string
    version: string
    scale_kind: ScaleKind
    origin: Origin
    fingerprint: string | null
    published_at: ColumnType<Date, Date, Date>
  }
  framework_level: Part & Omit<Level, 'id'>
  framework_group: Part & Omit<Group, 'id'>
  competency: Part & {
    key: string
    group_key: string | null
    code: string | null
    name: string
    definition: string | null
    why: string | null
    aliases: string[]
    search: ColumnType<string, never, never>
  }
  statement: Part & {
    competency_id: string
    kind: StatementKind
    level_key: string | null
    text: string
    ours: boolean
    also: string[]
    publication: JSONColumnType<Publication> | null
  }
  statement_words: { organization_id: string; id: string; competency_id: string; words: string }
  alignment: Part & {
    from_key: string
    to_framework: string
    to_competency: string
    type: AlignmentType
    note: string | null
  }
}

/** Every framework, by title. */
export async function listFrameworks(db: Db): Promise<FrameworkCard[]> {
  const rows = await db
    .selectFrom('framework as f')
    .select(['slug', 'title', 'summary', 'publisher', 'origin', 'published_at', 'scale_kind'])
    .select((eb) => [
      eb
        .selectFrom('competency as c')
        .whereRef('c.framework_id', '=', 'f.id')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('competencies'),
      eb
        .selectFrom('statement as s')
        .whereRef('s.framework_id', '=', 'f.id')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('statements'),
      eb
        .selectFrom('framework_level as l')
        .whereRef('l.framework_id', '=', 'f.id')
        .select(
          sql<FrameworkCard['levels']>`coalesce(json_agg(json_build_object(
            'key', l.key, 'number', l.number, 'name', l.name) order by l.position), '[]')`.as('levels'),
        )
        .as('levels'),
    ])
    .orderBy(sql`lower(title)`)
    .execute()
  return rows.map(({ published_at, scale_kind, ...row }) => ({
    ...row,
    publishedAt: published_at,
    scaleKind: scale_kind,
    levels: row.levels ?? [],
    competencies: row.competencies ?? 0,
    statements: row.statements ?? 0,
  }))
}

/** The framework of this name with all that is in it; undefined when there is none. */
export async function findFramework(db: Db, slug: string): Promise<Framework | undefined> {
  return assemble(db, slug, undefined)
}

/** Like `findFramework`, but only the one competency brings its statements: enough for its page, however large the rest. */
export async function findFrameworkAround(
  db: Db,
  slug: string,
  competency: string,
): Promise<Framework | undefined> {
  return assemble(db, slug, competency)
}

async function assemble(db: Db, slug: string, only: string | undefined): Promise<Framework | undefined> {
  const row = await db.selectFrom('framework').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!row) return
  const { id, title, summary, publisher, source, licence, language, version } = row
  const statements = await statementsIn(db, id, only)
  return {
    ...{ id, slug, title, summary, publisher, source, licence, language, version },
    scale: { kind: row.scale_kind, levels: await levelsIn(db, id) },
    groups: await groupsIn(db, id),
    competencies: await competenciesIn(db, id, statements),
    alignments: await alignmentsIn(db, id),
  }
}

function levelsIn(db: Db, framework: string): Promise<Level[]> {
  return db
    .selectFrom('framework_level')
    .select(['id', 'key', 'number', 'name', 'description', 'cues'])
    .where('framework_id', '=', framework)
    .orderBy('position')
    .execute()
}

function groupsIn(db: Db, framework: string): Promise<Group[]> {
  return db
    .selectFrom('framework_group')
    .select(['id', 'key', 'code', 'name', 'definition'])
    .where('framework_id', '=', framework)
    .orderBy('position')
    .execute()
}

async function competenciesIn(
  db: Db,
  framework: string,
  statements: Map<string, Statement[]>,
): Promise<Competency[]> {
  const rows = await db
    .selectFrom('competency')
    .select(['id', 'key', 'code', 'name', 'group_key as group', 'definition', 'why', 'aliases'])
    .where('framework_id', '=', framework)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, statements: statements.get(row.id) ?? [] }))
}

/** By competency id, in reading order. */
async function statementsIn(db: Db, framework: string, only: string | undefined) {
  const rows = await db
    .selectFrom('statement as s')
    .select(['s.id', 's.competency_id', 's.kind', 's.level_key as level', 's.text', 's.ours', 's.also'])
    .select('s.publication')
    .where('s.framework_id', '=', framework)
    .$if(only !== undefined, (query) =>
      query
        .innerJoin('competency as c', (join) =>
          join.onRef('c.organization_id', '=', 's.organization_id').onRef('c.id', '=', 's.competency_id'),
        )
        .where('c.key', '=', only ?? ''),
    )
    .orderBy('s.position')
    .execute()
  const statements = rows.map(({ competency_id, ...statement }) => ({ competency_id, statement }))
  const byCompetency = Map.groupBy(statements, (s) => s.competency_id)
  return new Map([...byCompetency].map(([id, all]) => [id, all.map((s): Statement => s.statement)]))
}

async function alignmentsIn(db: Db, framework: string): Promise<Alignment[]> {
  const rows = await db
    .selectFrom('alignment')
    .select(['id', 'from_key', 'to_framework', 'to_competency', 'type', 'note'])
    .where('framework_id', '=', framework)
    .orderBy('position')
    .execute()
  return rows.map(({ from_key, to_framework, to_competency, ...row }) => ({
    ...row,
    from: from_key,
    to: { framework: to_framework, competency: to_competency },
  }))
}

/** The name in links of the framework with this id; undefined when it is gone. */
export async function frameworkSlug(db: Db, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('framework').select('slug').where('id', '=', id).executeTakeFirst()
  return row?.slug
}

export interface StoredFile {
  id: string
  slug: string
  origin: Origin
  fingerprint: string | null
}

/** Which frameworks are there and from which file, to tell what a file changes. */
export function listFiles(db: Db): Promise<StoredFile[]> {
  return db.selectFrom('framework').select(['id', 'slug', 'origin', 'fingerprint']).execute()
}

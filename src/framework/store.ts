import { type ColumnType, type JSONColumnType, sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { FrameworkCard, Origin } from './card.ts'
import type {
  AlignmentType,
  Framework,
  Group,
  Level,
  Licence,
  Publication,
  ScaleKind,
  SourceOfFramework,
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
  const { rows } = await sql<FrameworkCard>`
    select f.slug, f.title, f.summary, f.publisher, f.origin, f.published_at as "publishedAt", f.scale_kind as "scaleKind",
      coalesce((
        select json_agg(json_build_object('key', l.key, 'number', l.number, 'name', l.name) order by l.position)
        from framework_level l where l.organization_id = f.organization_id and l.framework_id = f.id), '[]') as levels,
      (select count(*)::int from competency c
        where c.organization_id = f.organization_id and c.framework_id = f.id) as competencies,
      (select count(*)::int from statement s
        where s.organization_id = f.organization_id and s.framework_id = f.id) as statements
    from framework f where f.organization_id = ${db.organizationId} order by lower(f.title), f.slug`.execute(
    db,
  )
  return rows
}

/** The framework of this name with all that is in it; undefined when there is none. */
export function findFramework(db: Db, slug: string): Promise<Framework | undefined> {
  return assemble(db, slug, null)
}

/** Like `findFramework`, but only the one competency brings its statements: enough for its page, however large the rest. */
export function findFrameworkAround(
  db: Db,
  slug: string,
  competency: string,
): Promise<Framework | undefined> {
  return assemble(db, slug, competency)
}

/**
 * One query, which lets the database put the parts together: six queries of one table each cost this process five times
 * as much. With `only`, statements of that competency alone.
 */
async function assemble(db: Db, slug: string, only: string | null): Promise<Framework | undefined> {
  const { rows } = await sql<Framework>`
    select f.id, f.slug, f.title, f.summary, f.publisher, f.source, f.licence, f.language, f.version,
      json_build_object('kind', f.scale_kind, 'levels', coalesce((
        select json_agg(json_build_object('id', l.id, 'key', l.key, 'number', l.number, 'name', l.name,
          'description', l.description, 'cues', l.cues) order by l.position)
        from framework_level l where l.organization_id = f.organization_id and l.framework_id = f.id), '[]')) as scale,
      coalesce((
        select json_agg(json_build_object('id', g.id, 'key', g.key, 'code', g.code, 'name', g.name,
          'definition', g.definition) order by g.position)
        from framework_group g where g.organization_id = f.organization_id and g.framework_id = f.id), '[]') as groups,
      coalesce((
        select json_agg(json_build_object('id', c.id, 'key', c.key, 'code', c.code, 'name', c.name,
          'group', c.group_key, 'definition', c.definition, 'why', c.why, 'aliases', c.aliases,
          'statements', coalesce(s.all, '[]')) order by c.position)
        from competency c
        left join (
          select s.competency_id, json_agg(json_build_object('id', s.id, 'kind', s.kind, 'level', s.level_key,
            'text', s.text, 'ours', s.ours, 'also', s.also, 'publication', s.publication) order by s.position) as all
          from statement s
          where s.organization_id = f.organization_id and s.framework_id = f.id
            and (${only}::text is null or s.competency_id = (select o.id from competency o
              where o.organization_id = f.organization_id and o.framework_id = f.id and o.key = ${only}))
          group by s.competency_id) s on s.competency_id = c.id
        where c.organization_id = f.organization_id and c.framework_id = f.id), '[]') as competencies,
      coalesce((
        select json_agg(json_build_object('id', a.id, 'from', a.from_key, 'to', json_build_object(
          'framework', a.to_framework, 'competency', a.to_competency), 'type', a.type, 'note', a.note) order by a.position)
        from alignment a where a.organization_id = f.organization_id and a.framework_id = f.id), '[]') as alignments
    from framework f where f.organization_id = ${db.organizationId} and f.slug = ${slug}`.execute(db)
  return rows[0]
}

/** The name in links of the framework with this id; undefined when it is gone. */
export async function frameworkSlug(db: Db, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('framework')
    .select('slug')
    .where('organization_id', '=', db.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
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
  return db
    .selectFrom('framework')
    .select(['id', 'slug', 'origin', 'fingerprint'])
    .where('organization_id', '=', db.organizationId)
    .execute()
}

/** Any number, as long as nothing else takes it for an advisory lock. */
const LIBRARY_LOCK = 5_101_201

/** Makes other processes that load the library wait until this transaction has ended. */
export async function holdLibrary(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(LIBRARY_LOCK)})`.execute(tx)
}

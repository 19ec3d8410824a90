import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#schema.ts'
import { type Found, type FoundStatement, PAGE } from '../found.ts'
import type { StatementKind } from '../model.ts'
import { alternativesOf, straighten } from '../wanted.ts'
import { marked, pieces, query } from './search-marks.ts'
import { closestWords } from './search-near.ts'
import { searchFrameworks } from './search-titles.ts'

/** Statements shown of each; the competency's own page shows the rest. */
const SHOWN = 6

/**
 * Looks for words in every statement and competency that the organisation has, and in the titles of frameworks.
 *
 * The words are understood as people type them into search engines ("exact words", or, -without) and in all their
 * forms (listen finds listening), except those in quotes; the last word may be unfinished. Needs a transaction, which `ctx.read` gives: the
 * table statement_words shows only what matches the setting app.search (migrations/0001-frameworks.sql says why).
 */
export async function searchStatements(db: Db, words: string, page = 1): Promise<Found> {
  const nothing = { searchable: false, statements: 0, competencies: 0, hits: [], frameworks: [], near: [] }
  if (!(await setSearch(db, words))) return nothing
  const frameworks = await searchFrameworks(db, words)
  const ranked = await rank(db, words, (page - 1) * PAGE)
  const [first] = ranked
  if (!first) {
    const near = frameworks.length > 0 ? [] : await closestWords(db, words)
    return { ...nothing, searchable: true, frameworks, near }
  }
  const hits = await hitsFor(db, ranked)
  return {
    ...{ searchable: true, statements: first.statements, competencies: first.competencies },
    ...{ hits, frameworks, near: [] },
  }
}

async function hitsFor(db: Db, ranked: Ranked[]) {
  const competencies = await competenciesFor(
    db,
    ranked.map((row) => row.id),
  )
  const statements = await statementsFor(
    db,
    ranked.flatMap((row) => row.best),
  )
  return ranked.flatMap(({ id, count }) => {
    const competency = competencies.get(id)
    return competency ? [{ ...competency, statements: statements.get(id) ?? [], count }] : []
  })
}

/** `websearch_to_tsquery` never fails on what people type; only the unfinished last word is ours to add. */
function queryOf(words: string): RawBuilder<unknown> {
  const text = straighten(words)
  const last = /(?<![-"\p{L}\p{N}])[\p{L}\p{N}]{3,}$/u.exec(text)?.[0]
  const quoted = (text.split('"').length - 1) % 2 === 1
  if (last === undefined || quoted) return sql`websearch_to_tsquery('english', ${text})`
  const before = text.slice(0, -last.length)
  if (/\bor\s*$/i.test(before)) return sql`websearch_to_tsquery('english', ${text})`
  return sql`websearch_to_tsquery('english', ${before})
    && (websearch_to_tsquery('english', ${last}) || to_tsquery('english', ${`${last}:*`}))`
}

/** Tells the database what to look for, in this transaction; false when no word is worth looking for. */
async function setSearch(db: Db, words: string): Promise<boolean> {
  const { rows } = await sql<{ query: string }>`
    select set_config('app.search', (${queryOf(words)})::text, true) as query`.execute(db)
  return rows[0] !== undefined && rows[0].query !== ''
}

interface Ranked {
  /** The competency's. */
  id: string
  /** How many of its statements match. */
  count: number
  /** Ids of the statements to show. */
  best: string[]
  /** In all that was found. */
  statements: number
  competencies: number
}

const STATEMENT_TEXT = sql`concat_ws(' | ', s.text, s.publication ->> 'title', s.publication ->> 'authors')`
const COMPETENCY_TEXT = sql`concat_ws(' | ', c.code, c.name, c.definition, c.why)`
const ALIASES = sql`array_to_string(c.aliases, ' | ')`
const ALIAS_WORDS = sql`to_tsvector('english', ${ALIASES})`

/**
 * True of a text that has every phrase of one alternative letter by letter. The index knows only stems, and leaves out
 * words such as "of"; so what it finds is read once more.
 */
function phrased(words: string, vector: RawBuilder<unknown>, text: RawBuilder<unknown>): RawBuilder<unknown> {
  const alternatives = alternativesOf(words)
  if (alternatives.length === 0) return sql`true`
  const conditions = alternatives.map((one) => {
    const phrases = one.phrases.map((phrase) => sql` and ${text} ~* ${phrase}`)
    return sql`(${vector} @@ websearch_to_tsquery('english', ${one.words})${sql.join(phrases, sql``)})`
  })
  return sql`(${sql.join(conditions, sql` or `)})`
}

/**
 * A competency's name counts most. One that is found by its definition or its reason alone comes after the statements,
 * which say what people do; by an everyday name alone last, since those are wide nets.
 */
const rankOf = (own: RawBuilder<unknown>) => sql`case
  when not ${own} then 0
  when ts_filter(c.search, '{a}') @@ ${query} then ts_rank_cd(c.search, ${query}) + 1
  else ts_rank_cd(c.search, ${query}) / 10 end`

/** What matches, with its rank. */
function matches(words: string, organizationId: string): RawBuilder<unknown> {
  const found =
    alternativesOf(words).length === 0
      ? sql`statement_words w where true`
      : sql`statement_words w join statement s using (organization_id, id)
          where ${phrased(words, sql`w.words`, STATEMENT_TEXT)}`
  const own = sql`(c.search @@ ${query} and ${phrased(words, sql`c.search`, COMPETENCY_TEXT)})`
  const alias = sql`(${ALIAS_WORDS} @@ ${query} and ${phrased(words, ALIAS_WORDS, ALIASES)})`
  return sql`
    select w.competency_id, w.id, ts_rank_cd(w.words, ${query}) as rank from ${found} and w.organization_id = ${organizationId}
    union all
    select c.id, null, ${rankOf(own)} from competency c
    where c.organization_id = ${organizationId} and (${own} or ${alias})`
}

/**
 * The competencies of one page, best first: by their best match, then by how many there are. What matches is looked
 * up once and kept in `found`, since that is the dear part when a word is common.
 */
async function rank(db: Db, words: string, offset: number): Promise<Ranked[]> {
  const { rows } = await sql<Ranked>`
    with found as materialized (${matches(words, db.organizationId)}),
    page as (
      select competency_id, max(rank) as rank, count(id) as count, sum(count(id)) over () as statements,
        count(*) over () as competencies
      from found group by competency_id order by 2 desc, 3 desc, 1 limit ${PAGE} offset ${offset}),
    best as (
      select page.*, found.id, row_number() over (partition by competency_id order by found.rank desc, found.id) as n
      from page left join found using (competency_id) where found.id is not null or page.count = 0)
    select competency_id as id, count::int, statements::int, competencies::int,
      coalesce(array_agg(best.id) filter (where best.id is not null), '{}') as best
    from best where n <= ${SHOWN} group by competency_id, rank, count, statements, competencies
    order by rank desc, count desc, competency_id`.execute(db)
  return rows
}

async function competenciesFor(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom('competency as c')
    .innerJoin('framework as f', (join) =>
      join.onRef('f.organization_id', '=', 'c.organization_id').onRef('f.id', '=', 'c.framework_id'),
    )
    .where('c.organization_id', '=', db.organizationId)
    .where('c.id', 'in', ids)
    .select(['c.id', 'c.key', 'c.code', 'f.slug', 'f.title', 'f.language'])
    .select([marked(sql`c.name`).as('name'), marked(sql`c.definition`).as('definition')])
    .select([marked(sql`c.why`).as('why'), sql<boolean>`c.search @@ ${query}`.as('own')])
    .select(marked(ALIASES).as('called'))
    .execute()
  return new Map(
    rows.map(({ id, key, code, slug, title, language, ...texts }) => [
      id,
      { key, code, framework: { slug, title, language }, ...textsOf(texts) },
    ]),
  )
}

/** Why it matters and the everyday names are told only where something in them was found. */
function textsOf(texts: { name: string; definition: string; why: string; called: string; own: boolean }) {
  const why = pieces(texts.why)
  const called = texts.called.split(' | ').map(pieces)
  return {
    name: pieces(texts.name),
    definition: pieces(texts.definition),
    why: why.some((piece) => piece.found) ? why : [],
    called: texts.own ? [] : called.filter((name) => name.some((piece) => piece.found)),
  }
}

interface StatementRow {
  id: string
  competency_id: string
  kind: StatementKind
  text: string
  ours: boolean
  level: FoundStatement['level']
  place: FoundStatement['place']
}

/** A book goes by its title; the text says what it is good for. */
const SHOWN_TEXT = sql`concat_ws(': ', nullif(s.publication ->> 'title', s.text), s.text)`

/** By competency id, in reading order. */
async function statementsFor(db: Db, ids: string[]) {
  const { rows } = await sql<StatementRow>`
    select s.id, s.competency_id, s.kind, ${marked(SHOWN_TEXT)} as text, s.ours,
      case when l.id is not null then json_build_object('key', l.key, 'number', l.number, 'name', l.name) end as level,
      case when l.id is not null then json_build_object('position', l.position, 'count', (select count(*)
        from framework_level m where m.organization_id = l.organization_id and m.framework_id = l.framework_id)) end as place
    from statement s left join framework_level l
      on l.organization_id = s.organization_id and l.framework_id = s.framework_id and l.key = s.level_key
    where s.organization_id = ${db.organizationId} and s.id = any(${ids}::uuid[]) order by s.competency_id, s.position`.execute(
    db,
  )
  const found = rows.map(({ competency_id, ...row }) => ({
    competency_id,
    hit: { ...row, text: pieces(row.text) },
  }))
  const byCompetency = Map.groupBy(found, (row) => row.competency_id)
  return new Map([...byCompetency].map(([id, all]) => [id, all.map((row): FoundStatement => row.hit)]))
}

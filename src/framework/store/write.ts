import { sql } from 'kysely'
import type { Tx } from '#schema.ts'
import type { Origin } from '../card.ts'
import type { Framework } from '../model.ts'

/** So many statements go to the database at once: some 2 MB, far below what a message may hold. */
const BATCH = 5000

interface Stored {
  origin: Origin
  /** Of the file it was loaded from; null when it came from elsewhere. */
  fingerprint: string | null
  at: Date
}

/** Writes a framework with all that is in it. A slug that is taken is a Conflict (the unique key says so). */
export async function insertFramework(tx: Tx, framework: Framework, stored: Stored): Promise<void> {
  await tx
    .insertInto('framework')
    .values(rowOf(tx, framework, stored))
    .execute()
  await insertParts(tx, framework)
}

/** Puts a framework in the place of the one that has its id: the framework's row stays, all that is in it is new. */
export async function replaceFramework(tx: Tx, framework: Framework, stored: Stored): Promise<void> {
  for (const table of ['alignment', 'competency', 'framework_group', 'framework_level'] as const)
    await tx
      .deleteFrom(table)
      .where('organization_id', '=', tx.organizationId)
      .where('framework_id', '=', framework.id)
      .execute()
  const { organization_id, id, ...values } = rowOf(tx, framework, stored)
  await tx
    .updateTable('framework')
    .set(values)
    .where('organization_id', '=', organization_id)
    .where('id', '=', id)
    .execute()
  await insertParts(tx, framework)
}

function rowOf({ organizationId }: Tx, framework: Framework, { origin, fingerprint, at }: Stored) {
  const { id, slug, title, summary, publisher, source, licence, language, version, scale } = framework
  return {
    ...{ organization_id: organizationId, id, slug, title, summary, publisher, language, version },
    ...{ origin, fingerprint, scale_kind: scale.kind, published_at: at },
    source: source && JSON.stringify(source),
    licence: JSON.stringify(licence),
  }
}

async function insertParts(tx: Tx, framework: Framework): Promise<void> {
  const { organizationId } = tx
  const home = { organization_id: organizationId, framework_id: framework.id }
  const placed = <T>(parts: T[]) => parts.map((part, position) => ({ ...home, ...part, position }))
  const levels = placed(framework.scale.levels)
  if (levels.length > 0) await tx.insertInto('framework_level').values(levels).execute()
  const groups = placed(framework.groups)
  if (groups.length > 0) await tx.insertInto('framework_group').values(groups).execute()
  await insertCompetencies(tx, organizationId, framework)
  await insertAlignments(tx, organizationId, framework)
  const statements = framework.competencies.flatMap(({ id, statements }) =>
    statements.map((statement, position) => ({ ...statement, competency_id: id, position })),
  )
  for (let i = 0; i < statements.length; i += BATCH)
    await insertStatements(tx, home, statements.slice(i, i + BATCH))
}

/** Rows go over as one JSON text each time: a parameter for every value would be thousands of them. */
async function insertCompetencies(
  tx: Tx,
  organizationId: string,
  { id, competencies }: Framework,
): Promise<void> {
  const rows = competencies.map(({ statements, ...competency }, position) => ({ ...competency, position }))
  await sql`
    insert into competency (organization_id, framework_id, id, key, position, group_key, code, name, definition, why, aliases)
    select ${organizationId}, ${id}, r.id, r.key, r.position, r.group, r.code, r.name, r.definition, r.why, r.aliases
    from json_to_recordset(${JSON.stringify(rows)}) as r (id uuid, key text, position integer, "group" text, code text,
      name text, definition text, why text, aliases text[])`.execute(tx)
}

async function insertAlignments(
  tx: Tx,
  organizationId: string,
  { id, alignments }: Framework,
): Promise<void> {
  const rows = alignments.map(({ to, ...alignment }, position) => ({ ...alignment, ...to, position }))
  await sql`
    insert into alignment (organization_id, framework_id, id, position, from_key, to_framework, to_competency, type, note)
    select ${organizationId}, ${id}, r.id, r.position, r.from, r.framework, r.competency, r.type, r.note
    from json_to_recordset(${JSON.stringify(rows)}) as r (id uuid, position integer, "from" text, framework text,
      competency text, type text, note text)`.execute(tx)
}

/**
 * The statements, and their words for search. What people do weighs as much (B) as a competency's definition and less
 * than its name (A); activities, questions and notes weigh less (C). A book is found by its title and authors too.
 */
async function insertStatements(
  tx: Tx,
  home: { organization_id: string; framework_id: string },
  rows: object[],
): Promise<void> {
  await sql`
    with r as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}) as r (id uuid, competency_id uuid, position integer,
        kind text, level text, text text, ours boolean, also text[], publication jsonb)),
    put as (
      insert into statement (organization_id, framework_id, competency_id, id, position, kind, level_key, text, ours, also,
        publication)
      select ${home.organization_id}, ${home.framework_id}, competency_id, id, position, kind, level, text, ours, also,
        nullif(publication, 'null') from r)
    insert into statement_words (organization_id, id, competency_id, words)
    select ${home.organization_id}, id, competency_id, setweight(to_tsvector('english', concat_ws(' ', text,
      publication ->> 'title', publication ->> 'authors')),
      case when kind in ('indicator', 'underused', 'skilled', 'overused', 'key') then 'B' else 'C' end::"char") from r`.execute(
    tx,
  )
}

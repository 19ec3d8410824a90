import { sql } from 'kysely'
import type { Db } from '#schema.ts'

/** A framework, and how much a workbook asks of it. */
export interface Askable {
  id: string
  slug: string
  title: string
  /** What it is about, in a sentence. */
  summary: string | null
  competencies: number
  /** Statements with a level; 0: there is nothing to answer. */
  asks: number
}

/** Every framework: the organisation's own first, then the library's, by title. */
export async function listAskable(db: Db): Promise<Askable[]> {
  const { rows } = await sql<Askable>`
    select f.id, f.slug, f.title, f.summary,
      (select count(*)::int from competency c
        where c.organization_id = f.organization_id and c.framework_id = f.id) as competencies,
      (select count(*)::int from statement s where s.organization_id = f.organization_id and s.framework_id = f.id
        and s.kind = 'indicator' and s.level_key is not null) as asks
    from framework f where f.organization_id = ${db.organizationId}
    order by f.origin = 'library', lower(f.title), f.slug`.execute(db)
  return rows
}

/** The rounds that a person is answering, the one that changed last first. */
export async function listUnfinished(
  db: Db,
  personId: string,
): Promise<{ id: string; title: string; answered: number }[]> {
  const { rows } = await sql<{ id: string; title: string; answered: number }>`
    select w.id, f.title, (select count(*)::int from workbook_answer a
      where a.organization_id = w.organization_id and a.workbook_id = w.id) as answered
    from workbook w join framework f on f.organization_id = w.organization_id and f.id = w.framework_id
    where w.organization_id = ${db.organizationId} and w.person_id = ${personId} and w.finished_at is null
    order by w.changed_at desc, w.id`.execute(db)
  return rows
}

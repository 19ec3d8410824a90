import { sql } from 'kysely'
import type { Db, Tx } from '#schema.ts'
import type { Cell, Placement, Story, StoryForm } from '../story.ts'

const STORY = sql`s.id, s.person_id as "personId", s.title, s.situation, s.action, s.result, s.change, s.setting,
  s.happened, s.made_at as "madeAt", s.changed_at as "changedAt", s.version`

/** A person's own stories, the last changed first. For the person alone; others see those that are shared. */
export async function listStories(db: Db, personId: string): Promise<Story[]> {
  const { rows } = await sql<Story>`
    select ${STORY} from story s where s.organization_id = ${db.organizationId} and s.person_id = ${personId}
    order by s.changed_at desc, s.id`.execute(db)
  return rows
}

/** The story, if it is this person's. */
export async function findStory(db: Db, personId: string, id: string): Promise<Story | undefined> {
  const { rows } = await sql<Story>`
    select ${STORY} from story s
    where s.organization_id = ${db.organizationId} and s.person_id = ${personId} and s.id = ${id}`.execute(db)
  return rows[0]
}

/** Where all the person's stories are placed, in the order in which they were. */
export async function placementsOf(db: Db, personId: string): Promise<Placement[]> {
  const { rows } = await sql<Placement>`
    select p.id, p.story_id as "storyId", p.framework_id as "frameworkId", p.competency_key as competency,
      p.level_key as level, p.activity, p.placed_by as "placedBy", p.placed_at as "placedAt"
    from story_placement p
    join story s on s.organization_id = p.organization_id and s.id = p.story_id
    where p.organization_id = ${db.organizationId} and s.person_id = ${personId}
    order by p.placed_at, p.competency_key, p.level_key, p.id`.execute(db)
  return rows
}

export async function insertStory(
  tx: Tx,
  story: StoryForm & { id: string; personId: string; at: Date },
): Promise<void> {
  const { id, personId, at, ...told } = story
  await tx
    .insertInto('story')
    .values({
      ...told,
      organization_id: tx.organizationId,
      id,
      person_id: personId,
      made_at: at,
      changed_at: at,
    })
    .execute()
}

/** Gives whether the story still stood at this version. */
export async function updateStory(
  tx: Tx,
  { id, version, at }: { id: string; version: number; at: Date },
  told: StoryForm,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('story')
    .set({ ...told, changed_at: at, version: version + 1 })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** With its placements, and out of whatever shared it. */
export async function deleteStory(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('profile_share_row')
    .where('organization_id', '=', tx.organizationId)
    .where('kind', '=', 'story')
    .where('thing_id', '=', id)
    .execute()
  await tx.deleteFrom('story').where('organization_id', '=', tx.organizationId).where('id', '=', id).execute()
}

/** Gives whether it was placed; false: the story shows this cell already. */
export async function insertPlacement(tx: Tx, one: Placement): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('story_placement')
    .values({
      organization_id: tx.organizationId,
      id: one.id,
      story_id: one.storyId,
      framework_id: one.frameworkId,
      competency_key: one.competency,
      level_key: one.level,
      activity: one.activity,
      placed_by: one.placedBy,
      placed_at: one.placedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function movePlacement(tx: Tx, id: string, to: Cell & { at: Date }): Promise<void> {
  await tx
    .updateTable('story_placement')
    .set({ competency_key: to.competency, level_key: to.level, placed_by: 'person', placed_at: to.at })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

export async function deletePlacement(tx: Tx, id: string): Promise<void> {
  await tx
    .deleteFrom('story_placement')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

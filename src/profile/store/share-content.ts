import type { Framework } from '#framework/model.ts'
import type { Db } from '#schema.ts'
import { type Evidence, stands } from '../evidence.ts'
import type { LevelsOf } from '../model.ts'
import { onlyShared, type RowRef } from '../share.ts'
import type { Placement, Story } from '../story.ts'
import { listEvidence } from './evidence.ts'
import { frameworksOf } from './frameworks.ts'
import { listOwnLevels } from './levels.ts'
import { listActivities } from './shares.ts'
import { listStories, placementsOf } from './stories.ts'

/** Rows of a profile with all that is needed to show them. */
export interface ShareContent {
  /** Every framework that is named in the rest. */
  frameworks: Framework[]
  levels: LevelsOf[]
  stories: { story: Story; placements: Placement[] }[]
  evidence: Evidence[]
  activities: Awaited<ReturnType<typeof listActivities>>
}

/** All of a person's profile that can be shared, as it is now. */
export async function shareable(db: Db, personId: string): Promise<ShareContent> {
  return contentOf(db, personId, null)
}

/** Of a person's profile what these rows show, as it is now, and nothing else. What is gone since is left out. */
export async function contentOf(
  db: Db,
  personId: string,
  refs: readonly RowRef[] | null,
): Promise<ShareContent> {
  const only = <T>(things: readonly T[], refOf: (thing: T) => RowRef) =>
    refs === null ? [...things] : onlyShared(things, refs, refOf)
  const levels = only(await listOwnLevels(db, personId), levelRef)
  const stories = only(await listStories(db, personId), ({ id }) => ({ kind: 'story', thing: id }))
  const placements = await placementsOf(db, personId)
  const evidence = only((await listEvidence(db, personId)).filter(stands), ({ id }) => ({
    kind: 'evidence',
    thing: id,
  }))
  const activities = only(await listActivities(db, personId), ({ id }) => ({ kind: 'activity', thing: id }))
  const told = stories.map((story) => ({
    story,
    placements: placements.filter(({ storyId }) => storyId === story.id),
  }))
  const frameworks = await frameworksOf(db, [
    ...levels.map(({ framework }) => framework),
    ...told.flatMap((one) => one.placements.map(({ frameworkId }) => frameworkId)),
    ...evidence.map(({ frameworkId }) => frameworkId),
    ...activities.map(({ framework }) => framework),
  ])
  return { frameworks, levels, stories: told, evidence, activities }
}

const levelRef = ({ framework, competency }: LevelsOf): RowRef => ({ kind: 'level', framework, competency })

/** Every row that the content could be shared by. */
export function refsOf({ levels, stories, evidence, activities }: ShareContent): RowRef[] {
  return [
    ...levels.map(levelRef),
    ...stories.map(({ story }) => ({ kind: 'story' as const, thing: story.id })),
    ...evidence.map(({ id }) => ({ kind: 'evidence' as const, thing: id })),
    ...activities.map(({ id }) => ({ kind: 'activity' as const, thing: id })),
  ]
}

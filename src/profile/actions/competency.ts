import type { Context } from '#context.ts'
import { NotFound } from '#errors.ts'
import type { Competency, Framework } from '#framework/model.ts'
import { findFramework } from '#framework/store.ts'
import type { Db } from '#schema.ts'
import type { Evidence } from '../evidence.ts'
import type { LevelsOf } from '../model.ts'
import { listEvidence } from '../store/evidence.ts'
import { findWorkbookGround } from '../store/ground.ts'
import { listStories, placementsOf } from '../store/stories.ts'
import type { Story } from '../story.ts'
import {
  type Disagreement,
  disagreements,
  groundsOf,
  type LevelGround,
  oneHigher,
  type Sureness,
  surenessOf,
} from '../why.ts'
import { openSubject } from './evidence.ts'
import { ownProfile } from './own.ts'
import { openShared } from './shared.ts'

/** One competency of a framework with levels. */
export interface CompetencyAt {
  framework: Framework
  competency: Competency
}

/** Throws NotFound. */
async function openCompetency(db: Db, slug: string, key: string): Promise<CompetencyAt> {
  const framework = await findFramework(db, slug)
  const competency = framework?.competencies.find((one) => one.key === key)
  if (!framework || !competency || framework.scale.levels.length === 0)
    throw new NotFound('There is no such competency with levels.')
  return { framework, competency }
}

export interface Why extends CompetencyAt {
  /** Null: the workbook says nothing of it. */
  levels: LevelsOf | null
  grounds: LevelGround[]
  sureness: Sureness
  higher: LevelGround | null
  disagreements: Disagreement[]
}

/** Why the viewer's own level is what it is. Throws NotFound. */
export function whyMyLevel(ctx: Context, slug: string, key: string): Promise<Why> {
  const { id: personId } = ownProfile(ctx)
  return ctx.read(async (db) => {
    const at = await openCompetency(db, slug, key)
    const about = { personId, frameworkId: at.framework.id, competency: key }
    const { levels, answers, activities } = await findWorkbookGround(db, about)
    const grounds = {
      ...{ framework: at.framework, competency: key, answers, activities },
      stories: await listStories(db, personId),
      placements: await placementsOf(db, personId),
      evidence: await listEvidence(db, personId),
    }
    const byLevel = groundsOf(grounds)
    const can = levels?.can ?? null
    return {
      ...{ ...at, levels, grounds: byLevel, sureness: surenessOf(levels, grounds) },
      higher: oneHigher(can, byLevel),
      disagreements: disagreements(can, byLevel),
    }
  })
}

export interface SharedLevel extends CompetencyAt {
  person: { id: string; name: string }
  levels: LevelsOf | null
  stories: Story[]
  evidence: Evidence[]
}

/**
 * A level that somebody shares with the viewer by name, and of the rest only what they share too; that the viewer looked is
 * noted for the person. Throws NotFound otherwise.
 */
export async function lookAtLevel(
  ctx: Context,
  personId: string,
  { slug, key }: { slug: string; key: string },
): Promise<SharedLevel> {
  const { id: viewer } = ownProfile(ctx)
  const at = await ctx.read((db) => openCompetency(db, slug, key))
  const about = { about: personId, frameworkId: at.framework.id, competency: key }
  await ctx.read((db) => openSubject(ctx, db, about))
  const { person, content } = await openShared(ctx, personId)
  const isHere = (one: { frameworkId: string; competency: string }) =>
    one.frameworkId === at.framework.id && one.competency === key
  const all = await ctx.read((db) => listEvidence(db, personId))
  const shared = new Set(content.evidence.map(({ id }) => id))
  return {
    ...{ ...at, person },
    levels:
      content.levels.find(
        ({ framework, competency }) => framework === at.framework.id && competency === key,
      ) ?? null,
    stories: content.stories.filter(({ placements }) => placements.some(isHere)).map(({ story }) => story),
    evidence: all.filter((entry) => isHere(entry) && (shared.has(entry.id) || entry.writtenBy.id === viewer)),
  }
}

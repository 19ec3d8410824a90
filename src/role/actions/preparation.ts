import type { Context } from '#context.ts'
import { listTeams } from '#people/store/teams.ts'
import { listStories, placementsOf } from '#profile/store/stories.ts'
import { type PreparedPart, preparationOf } from '../preparation.ts'
import { type GapView, openGap } from './gap.ts'

export interface PreparationView
  extends Pick<GapView, 'role' | 'profile' | 'person' | 'frameworks' | 'gaps'> {
  /** The name of the role's team. */
  team: string | null
  parts: PreparedPart[]
}

/** A role as somebody prepares for it, with their own stories alone. Throws NotFound. */
export async function openPreparation(ctx: Context, roleId: string): Promise<PreparationView> {
  const { role, profile, person, frameworks, gaps } = await openGap(ctx, roleId, null)
  const { own, team } = await ctx.read(async (db) => ({
    own: {
      stories: person ? await listStories(db, person.id) : [],
      placements: person ? await placementsOf(db, person.id) : [],
    },
    team: (await listTeams(db)).find(({ id }) => id === role.teamId)?.name ?? null,
  }))
  return { role, profile, person, frameworks, gaps, team, parts: preparationOf(gaps, frameworks, own) }
}

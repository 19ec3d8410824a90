import type { Context } from '#context.ts'
import type { Db } from '#schema.ts'
import type { Role } from '../model.ts'
import type { RoleUse } from '../use.ts'

/** What later slices do with a role whose profile is agreed, for this viewer. */
export type RoleUses = (
  ctx: Context,
  db: Db,
  of: { role: Role; profileId: string },
) => Promise<readonly RoleUse[]>

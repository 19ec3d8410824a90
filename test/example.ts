import { loadDemo } from '../demo/load.ts'
import { type Context, createContext } from '../src/context.ts'
import { EXAMPLE, ensureOrganization } from '../src/organization.ts'
import { libraryFiles } from '../src/serve.ts'
import { insider } from '../src/viewer.ts'
import type { TestDatabase } from './database.ts'

/** The example organisation with everything in it, seen by its insider; `at`: as it is at that moment, for good. */
export async function loadExample({ world: real }: Pick<TestDatabase, 'world'>, at?: Date): Promise<Context> {
  const world = at ? { ...real, now: () => at } : real
  await ensureOrganization(world.database, EXAMPLE)
  const ctx = createContext(world, insider(EXAMPLE))
  await loadDemo(ctx, libraryFiles())
  return ctx
}

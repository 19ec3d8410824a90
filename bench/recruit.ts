/** What it costs to make a kit from what a role needs, to write it as a file, and to make and check a pack. */
import { loadDemo } from '../demo/load.ts'
import { demoId } from '../demo/rows.ts'
import { createContext } from '../src/context.ts'
import { docxOf } from '../src/documents/docx.ts'
import { EXAMPLE, ensureOrganization } from '../src/organization.ts'
import { kitFor } from '../src/recruit/actions/kit-for.ts'
import { checkPack } from '../src/recruit/pack/check.ts'
import { findProfile } from '../src/role/store.ts'
import { libraryFiles } from '../src/serve.ts'
import { insider } from '../src/viewer.ts'
import { openTestDatabase } from '../test/database.ts'
import { packToMake } from './pack.ts'

const ROUNDS = 9

/** Rows of text: what, and processor time of the median round. */
export async function benchRecruit(): Promise<string[][]> {
  const database = await openTestDatabase()
  try {
    await ensureOrganization(database.world.database, EXAMPLE)
    const ctx = createContext(database.world, insider(EXAMPLE))
    await loadDemo(ctx, libraryFiles())
    const profile = await ctx.read((db) => findProfile(db, demoId('role-profile', 'team-leader')))
    if (!profile) throw new Error('The example has no team leader.')
    const kit = () => ctx.read((db) => kitFor(db, { title: 'Team Leader, Calls', profile, points: 7 }))
    const sheet = await kit()
    const pack = await packToMake(ctx)
    const file = JSON.stringify(await pack())
    const size = `${Math.round(file.length / 1000)} kB`
    return [
      ['A kit from what a role needs', await cpuOf(kit)],
      ['The kit as a word-processor file', await cpuOf(() => docxOf(sheet))],
      [`A pack of 20 candidates, 3 members, 8 questions (${size}), made and checked`, await cpuOf(pack)],
      ['The same pack, checked', await cpuOf(async () => checkPack(file))],
    ]
  } finally {
    await database.close()
  }
}

async function cpuOf(work: () => Promise<unknown>): Promise<string> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  const middle = times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
  return `${middle.toFixed(1)} ms`
}

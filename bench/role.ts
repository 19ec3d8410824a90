/** What it costs to merge a job analysis, and to show a role. */
import { loadDemo } from '../demo/load.ts'
import { demoId } from '../demo/rows.ts'
import { createContext } from '../src/context.ts'
import { findFramework } from '../src/framework/store.ts'
import { EXAMPLE, ensureOrganization } from '../src/organization.ts'
import { agreementOf } from '../src/role/agreement.ts'
import { statementsAsked } from '../src/role/asked.ts'
import { type IncumbentAnswers, mergeCompetency, mergeStatements, mostApart } from '../src/role/merge.ts'
import { JOB_ANSWERS } from '../src/role/model.ts'
import { links } from '../src/routes.ts'
import { libraryFiles } from '../src/serve.ts'
import { insider } from '../src/viewer.ts'
import { appFor } from '../test/app.ts'
import { openTestDatabase } from '../test/database.ts'
import { cpuTime } from './cpu.ts'

const PEOPLE = 8
const ROUNDS = 15

/** Rows of text: what, and processor time. */
export async function benchRole(): Promise<string[][]> {
  const database = await openTestDatabase()
  try {
    await ensureOrganization(database.world.database, EXAMPLE)
    const ctx = createContext(database.world, insider(EXAMPLE))
    await loadDemo(ctx, libraryFiles())
    const spotlight = await ctx.read((db) => findFramework(db, 'spotlight'))
    if (!spotlight) throw new Error('The library has no Spotlight.')
    const incumbents = Array.from({ length: PEOPLE }, (_, i) => answersOf(i, statementsAsked(spotlight)))
    const levels = spotlight.scale.levels.map(({ key }) => key)
    const keys = spotlight.competencies.map(({ key }) => key)
    const said = incumbents.reduce((sum, { answers }) => sum + answers.length, 0)
    const app = appFor(ctx)
    const adviser = demoId('role', 'customer-adviser')
    return [
      [
        `${PEOPLE} people, ${said} answers merged`,
        ms(cpuTime(() => merged(incumbents, { levels, keys }), ROUNDS)),
      ],
      ['their agreement, with its interval', ms(cpuTime(() => agreementOf(incumbents), ROUNDS))],
      ['Roles, the list', await pageTime(app, links.roles())],
      ['A role', await pageTime(app, links.role(adviser))],
      [
        'A closed analysis',
        await pageTime(app, links.roleAnalysis(adviser, demoId('role-analysis', 'customer-adviser'))),
      ],
    ]
  } finally {
    await database.close()
  }
}

function answersOf(person: number, asked: ReturnType<typeof statementsAsked>): IncumbentAnswers {
  const answers = asked.map((one, i) => ({
    ...one,
    answer: JOB_ANSWERS[(i * 7 + person * (i % 5)) % 3] ?? 'not',
  }))
  return { person: String(person), months: person * 9, answers, expected: [] }
}

function merged(incumbents: IncumbentAnswers[], { levels, keys }: { levels: string[]; keys: string[] }) {
  const statements = mergeStatements(incumbents)
  mostApart(statements)
  return keys.map((key) => mergeCompetency(key, levels, { statements, incumbents }))
}

async function pageTime(app: ReturnType<typeof appFor>, path: string): Promise<string> {
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const before = process.cpuUsage()
    const answer = await app.request(`http://localhost${path}`)
    await answer.text()
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`)
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  return ms(times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0)
}

const ms = (time: number) => `${time.toFixed(1)} ms CPU`

/** What ten thousand people cost: reading them in, and every page that shows them. */
import { confirmImport, openImport, runImport, startImport } from '../src/people/actions/import.ts'
import { dayOf } from '../src/people/day.ts'
import { manyPeople } from '../src/people/fixtures/many.ts'
import { listTeamCards } from '../src/people/store/teams.ts'
import { listEverybody } from '../src/people/store.ts'
import { links } from '../src/routes.ts'
import { appFor } from '../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../test/database.ts'

const PEOPLE = 10_000
const ROUNDS = 21

/** Rows of text: what, its wall time and this process's processor time, and the aim. */
export async function benchPeople(): Promise<string[][]> {
  const database = await openTestDatabase()
  try {
    return [...(await benchImport(database)), ...(await benchPages(database))]
  } finally {
    await database.close()
  }
}

async function benchImport({ ctx }: TestDatabase): Promise<string[][]> {
  const text = manyPeople(PEOPLE)
  let id = ''
  const checked = await once(async () => {
    id = await startImport(ctx, { text, fileName: null, dateOrder: 'day first' })
  })
  await confirmImport(ctx, id)
  const written = await once(() => runImport(ctx, id))
  const { state, report } = await openImport(ctx, id)
  if (state !== 'done' || report.added !== PEOPLE) throw new Error(`The import is ${state}.`)
  return [
    ['10,000 people checked (every fault by row)', checked],
    ['10,000 people with their posts read in', written, 'aim: 10 s'],
  ]
}

async function benchPages({ ctx }: TestDatabase): Promise<string[][]> {
  const app = appFor(ctx)
  const [first, second] = await ctx.read(listEverybody)
  const [team] = await ctx.read((db) => listTeamCards(db, dayOf(ctx.now())))
  const pages: Record<string, string> = {
    'People, the first page': links.people(),
    'People, page 150': links.peopleWith({ page: '150' }),
    'People, a search by name': links.peopleWith({ q: 'ada byr' }),
    'People, a search by name and role': links.peopleWith({ q: 'planner ada' }),
    'People, nothing found': links.peopleWith({ q: 'zeppelin' }),
    'People, a team with its parts': links.peopleWith({ team: team?.id ?? '' }),
    'a person': links.person(second?.id ?? ''),
    'the manager of all': links.person(first?.id ?? ''),
    'the chart of all': links.chart(),
    'the teams': links.teams(),
  }
  const rows: string[][] = []
  for (const [what, path] of Object.entries(pages)) {
    const ask = async () => {
      const response = await app.request(path)
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
      await response.text()
    }
    rows.push([
      what,
      await median(ask),
      path.startsWith('/people?') || path === '/people' ? 'aim: 50 ms' : '',
    ])
  }
  return rows
}

async function once(work: () => Promise<void>): Promise<string> {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return `${((performance.now() - start) / 1000).toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} s CPU here`
}

/** The whole page, from the request to its last byte. */
async function median(work: () => Promise<void>): Promise<string> {
  for (let i = 0; i < 5; i++) await work()
  const times: number[] = []
  const cpu = process.cpuUsage()
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(cpu)
  times.sort((a, b) => a - b)
  const half = times[Math.floor(ROUNDS / 2)]?.toFixed(1)
  return `${half} ms a page (median of ${ROUNDS}; best ${times[0]?.toFixed(1)}), ${((user + system) / 1000 / ROUNDS).toFixed(1)} ms CPU here`
}

/** What the team's map costs with five thousand people who share eight competencies each: a fifth of them with whoever looks. */
import { sql } from 'kysely'
import type { Context } from '../src/context.ts'
import type { Framework } from '../src/framework/model.ts'
import { confirmImport, runImport, startImport } from '../src/people/actions/import.ts'
import { dayOf } from '../src/people/day.ts'
import { manyPeople } from '../src/people/fixtures/many.ts'
import { asMember } from '../src/people/fixtures/office.ts'
import { listTeamCards } from '../src/people/store/teams.ts'
import { agreedRole, asked, spotlightOf } from '../src/role/fixtures/shared-team.ts'
import { links } from '../src/routes.ts'
import { appFor } from '../test/app.ts'
import { openTestDatabase } from '../test/database.ts'

const PEOPLE = 5000
const COMPETENCIES = 8
const ROUNDS = 21

/** Rows of text: what, its wall time and this process's processor time, and the aim. */
export async function benchMap(): Promise<string[][]> {
  const database = await openTestDatabase({ library: true })
  const { ctx } = database
  try {
    const spotlight = await spotlightOf(ctx)
    const viewer = await fill(ctx, spotlight)
    const manager = asMember(ctx, { id: viewer, name: 'Manager' }, 'manager')
    const [team] = await ctx.read((db) => listTeamCards(db, dayOf(ctx.now())))
    const filters: Record<string, Record<string, string>> = {
      'the map, the first page': {},
      'the map, page 80': { page: '80' },
      'the map of a team with its parts': { team: team?.id ?? '' },
      'the map, who can at least level 4 of A2': { level: '4', competency: 'a2' },
      'the map, only who shares': { sharing: 'yes' },
    }
    const rows: string[][] = []
    for (const [what, filter] of Object.entries(filters))
      rows.push([what, await median(manager, links.roleMap(filter)), 'aim: 100 ms'])
    await ctx.keep((tx) =>
      sql`
      insert into profile_share_with (organization_id, share_id, person_id)
      select organization_id, id, ${viewer} from profile_share where organization_id = ${tx.organizationId}
      on conflict do nothing`.execute(tx),
    )
    rows.push(['the map, when all 5,000 share with one person', await median(manager, links.roleMap())])
    rows.push(['the map of all as a file', await median(manager, links.roleMapFile({}))])
    return rows
  } finally {
    await database.close()
  }
}

/** People from a file, a role that a sixth of them hold, levels, and a share of each with one person, whose id it gives. */
async function fill(ctx: Context, spotlight: Framework): Promise<string> {
  const id = await startImport(ctx, { text: manyPeople(PEOPLE), fileName: null, dateOrder: 'day first' })
  await confirmImport(ctx, id)
  await runImport(ctx, id)
  const keys = spotlight.competencies.slice(0, COMPETENCIES).map(({ key }) => key)
  const { rows: posts } = await ctx.read((db) =>
    sql<{
      id: string
    }>`select id from post where organization_id = ${db.organizationId} and title = 'Analyst'`.execute(db),
  )
  await agreedRole(ctx, {
    title: 'Analyst',
    asks: keys.map((key) => asked(spotlight, `${key} 3/2`, () => ctx.newId())),
    posts: posts.map((post) => post.id),
  })
  await ctx.keep((tx) =>
    sql`
    with viewer as (select (array_agg(id order by number))[1] as id, (array_agg(id order by number))[2] as other from person
      where organization_id = ${tx.organizationId}),
    book as (insert into workbook (organization_id, id, person_id, framework_id, started_at, changed_at, finished_at)
      select organization_id, gen_random_uuid(), id, ${spotlight.id}, now(), now(), now() from person
      where organization_id = ${tx.organizationId} returning id, person_id, organization_id),
    level as (insert into profile_level (organization_id, person_id, framework_id, competency_key, workbook_id, uses, can,
        stretch, firm, as_of)
      select b.organization_id, b.person_id, ${spotlight.id}, k.key, b.id, (get_byte(decode(md5(b.id::text || k.key), 'hex'), 0) % 4),
        (get_byte(decode(md5(b.id::text || k.key), 'hex'), 0) % 4) + 1, 5, true, now()
      from book b cross join unnest(${keys}::text[]) as k (key)),
    share as (insert into profile_share (organization_id, id, person_id, made_at)
      select organization_id, gen_random_uuid(), person_id, now() from book returning organization_id, id),
    shown as (insert into profile_share_with (organization_id, share_id, person_id)
      select s.organization_id, s.id, case when get_byte(decode(md5(s.id::text), 'hex'), 0) % 5 = 0 then v.id else v.other end
      from share s cross join viewer v)
    insert into profile_share_row (organization_id, share_id, id, kind, framework_id, competency_key)
    select s.organization_id, s.id, gen_random_uuid(), 'level', ${spotlight.id}, k.key
    from share s cross join unnest(${keys}::text[]) as k (key)`.execute(tx),
  )
  const { rows } = await ctx.read((db) =>
    sql<{
      id: string
    }>`select id from person where organization_id = ${db.organizationId} order by number limit 1`.execute(
      db,
    ),
  )
  return rows[0]?.id ?? ''
}

/** The whole page, from the request to its last byte. */
async function median(ctx: Context, path: string): Promise<string> {
  const app = appFor(ctx)
  const ask = async () => {
    const response = await app.request(path)
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
    await response.text()
  }
  for (let i = 0; i < 4; i++) await ask()
  const times: number[] = []
  const cpu = process.cpuUsage()
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now()
    await ask()
    times.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(cpu)
  times.sort((a, b) => a - b)
  const half = times[Math.floor(ROUNDS / 2)]?.toFixed(1)
  return `${half} ms a page (median of ${ROUNDS}; best ${times[0]?.toFixed(1)}), ${((user + system) / 1000 / ROUNDS).toFixed(1)} ms CPU here`
}

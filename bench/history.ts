/** A history of a million events, each sealed: read by every filter, verified, and a person erased from it. */

import type { Context } from '../src/context.ts'
import { withClient } from '../src/db/client.ts'
import { eraseWords } from '../src/history/actions/erase.ts'
import { verifyHistory } from '../src/history/actions/verify.ts'
import { record } from '../src/history/actions.ts'
import { type Filter, NO_FILTER, PAGE } from '../src/history/happening.ts'
import { type Detail, detailSealOf, type Event, FIRST_SEAL, sealOf } from '../src/history/model.ts'
import { listEvents } from '../src/history/store/events.ts'
import { openTestDatabase, type TestDatabase } from '../test/database.ts'

const EVENTS = 1_000_000
const AT_ONCE = 10_000
const ROUNDS = 7

/** Rows of text: what, best and median in milliseconds, and the target. */
export async function benchHistory(): Promise<string[][]> {
  const database = await openTestDatabase()
  try {
    await fill(database)
    const rows = []
    for (const [what, filter, before] of FILTERS) rows.push(await reading(database.ctx, what, filter, before))
    rows.push(['one more event', ...bestAndMedian(await timesOf(() => oneMore(database.ctx))), ''])
    rows.push(['verify all of it', ...(await once(() => verifyHistory(database.ctx, null))), ''])
    rows.push(['erase a person from it', ...(await once(() => erase(database.ctx))), ''])
    return rows
  } finally {
    await database.close()
  }
}

const MINUTE = 60_000
/** The first event; one a minute since. */
const BEGAN = Date.parse('2024-06-01T00:00:00Z')
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const FILTERS: [what: string, filter: Partial<Filter>, before: number | null][] = [
  ['newest page', {}, null],
  ['a page in the middle', {}, EVENTS / 2],
  ['what one person did', { who: 'Person 123' }, null],
  ['what forty of a name did', { who: 'Person 1' }, null],
  ['one kind of thing, rare', { kind: 'framework' }, null],
  ['one kind of act, rare', { act: 'published' }, EVENTS / 2],
  ['one thing', { thing: { kind: 'person', id: idOf(42) } }, null],
  ['one thing that events were about too', { thing: { kind: 'team', id: '3' } }, EVENTS / 2],
  ['ten days long ago', { from: '2024-07-01', to: '2024-07-10' }, null],
  ['a rare act in ten days', { act: 'published', from: '2025-07-01', to: '2025-07-10' }, null],
  ['a rare act of one person', { act: 'published', who: 'Person 123' }, null],
]

function eventOf(organizationId: string, n: number, previousSeal: string) {
  const isRare = n % 1000 === 0
  const act = isRare ? 'framework: published' : n % 3 === 0 ? 'person: changed' : 'post: changed'
  const changes = { title: { before: 'Adviser', after: 'Senior adviser' } }
  const detail: Detail = { actor: `Person ${(n * 7) % 300}`, names: [`Thing ${n % 5000}`], changes }
  const salt = idOf(n)
  const also = n % 3 === 0 ? [`team ${n % 6}`] : []
  const actor = { actorKind: 'person' as const, actorId: idOf((n * 7) % 300), via: 'page' as const }
  const subject = { subjectKind: isRare ? 'framework' : 'person', subjectId: idOf(n % 5000), also }
  const at = new Date(BEGAN + n * MINUTE)
  const detailSeal = detailSealOf(salt, detail)
  const event: Event = {
    organizationId,
    number: n,
    id: idOf(n),
    at,
    act,
    ...actor,
    ...subject,
    detailSeal,
    previousSeal,
  }
  return { event, seal: sealOf(event), salt, detail }
}

async function fill({ connection, ctx: { organizationId } }: TestDatabase): Promise<void> {
  await withClient(connection('owner'), async (client) => {
    await client.query(`select set_config('app.organization_id', '${organizationId}', false)`)
    let seal = FIRST_SEAL
    for (let first = 1; first <= EVENTS; first += AT_ONCE) {
      const rows = Array.from({ length: AT_ONCE }, (_, i) => {
        const made = eventOf(organizationId, first + i, seal)
        seal = made.seal
        return { ...made.event, ...made, also: made.event.also.map((one) => one.split(' ')) }
      })
      await client.query(INSERT, [organizationId, JSON.stringify(rows)])
    }
    await client.query('insert into history_head values ($1, $2, $3)', [organizationId, EVENTS, seal])
    await client.query(
      `insert into history_actor select $1, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Person ' || n
       from generate_series(0, 299) n`,
      [organizationId],
    )
    await client.query('analyze')
  })
}

const INSERT = `
  with r as materialized (
    select * from jsonb_to_recordset($2) as r(number bigint, id uuid, at timestamptz, "actorKind" text, "actorId" uuid,
      via text, act text, "subjectKind" text, "subjectId" text, also jsonb, "detailSeal" text, "previousSeal" text,
      seal text, salt text, detail jsonb)
  ), events as (
    insert into history_event select $1::uuid, number, id, at, "actorKind", "actorId", via, act, "subjectKind", "subjectId",
      "detailSeal", "previousSeal", seal from r
  ), subjects as (
    insert into history_subject select $1::uuid, id, a->>0, a->>1, at, number from r, jsonb_array_elements(also) a
  )
  insert into history_detail select $1::uuid, id, salt, detail from r`

async function reading(ctx: Context, what: string, filter: Partial<Filter>, before: number | null) {
  const times = await timesOf(() =>
    ctx.read((db) => listEvents(db, { ...NO_FILTER, ...filter }, { before, limit: PAGE + 1 })),
  )
  return [what, ...bestAndMedian(times), 'under 50 ms']
}

const oneMore = (ctx: Context) =>
  ctx.write((tx) => record(ctx, tx, { act: 'team: renamed', on: { kind: 'team', id: '1', name: 'North' } }))

function erase(ctx: Context): Promise<number> {
  const naming = { personId: idOf(42), words: ['Person 42', 'person.42@example.org'], shared: [] }
  const pseudonym = 'Former colleague 7F3A'
  return ctx.write((tx) =>
    eraseWords(ctx, tx, { ...naming, pseudonym, on: { kind: 'person', id: idOf(42) } }),
  )
}

async function timesOf(work: () => Promise<unknown>): Promise<number[]> {
  await work()
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times
}

function bestAndMedian(times: number[]): [string, string] {
  const sorted = times.toSorted((a, b) => a - b)
  const shown = (ms: number | undefined) => `${(ms ?? 0).toFixed(1)} ms`
  return [shown(sorted[0]), shown(sorted[Math.floor(sorted.length / 2)])]
}

/** The clock, and the processor time of this process. */
async function once(work: () => Promise<unknown>): Promise<[string, string]> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return [
    `${((performance.now() - start) / 1000).toFixed(1)} s`,
    `${((user + system) / 1e6).toFixed(1)} s CPU here`,
  ]
}

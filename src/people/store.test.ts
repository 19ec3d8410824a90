import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { confirmImport, runImport, startImport } from './actions/import.ts'
import { dayOf } from './day.ts'
import { gapsIn } from './gaps.ts'
import { below } from './line.ts'
import { type PeopleFilter, queryFrom } from './query.ts'
import { aboutPerson, pseudonymise } from './store/about.ts'
import { readStanding } from './store/imports.ts'
import { chainAbove, hasReports, lineAbove, listLines, listReports } from './store/lines.ts'
import { findPeople, listPeople } from './store/list.ts'
import { listPlaceCards, listTeamCards } from './store/teams.ts'
import { findPersonByEmail, listEverybody } from './store.ts'

const FILE = `Name,E-mail,Employee number,First day,Last day,Leave from,Role,Team,Place,Reports to,In post since,In post until,Share of full time,Further post
Ada Byrne,ada@example.org,1,,,,Director,Service,Leeds,,,,,
Søren Łukasz,soren@example.org,2,,,,Team leader,Service > Calls,Leeds,1,,,,
Bo Li,bo@example.org,3,,,2026-01-01,Adviser,Service > Calls,York,2,,,60 %,
Bo Li,bo@example.org,3,,,,First aider,,York,1,,,10 %,yes
Cy Later,cy@example.org,4,2027-01-01,,,Adviser,Service > Calls,York,2,,,,
Di Former,di@example.org,5,,2025-12-31,,Planner,Sales,York,2,,,,
Ed Alone,,6,,,,,,,,,,,
Fay Moved,fay@example.org,7,2020-01-01,,,Clerk,Sales,Leeds,1,2020-01-01,2024-12-31,,
Fay Moved,fay@example.org,7,,,,Analyst,Service,Leeds,2,2025-01-01,,,yes`

const ON = '2026-05-31'
let database: TestDatabase
let ids: Map<string, string>
const idOf = (name: string) => ids.get(name) ?? ''

before(async () => {
  database = await openTestDatabase()
  const { ctx } = database
  const id = await startImport(ctx, { text: FILE, fileName: null, dateOrder: 'day first' })
  await confirmImport(ctx, id)
  await runImport(ctx, id)
  ids = new Map((await ctx.read(listEverybody)).map((one) => [one.name, one.id]))
  assert.equal(ids.size, 7)
})
after(() => database.close())

async function namesFor(filter: PeopleFilter, isPrivate = true): Promise<string[]> {
  const { people, total } = await database.ctx.read((db) =>
    listPeople(db, queryFrom(filter, { on: ON, isPrivate })),
  )
  assert.equal(total, people.length)
  return people.map(({ name }) => name)
}

const teamId = async (name: string) =>
  (await database.ctx.read((db) => listTeamCards(db, ON))).find((one) => one.name === name)?.id ?? ''

test('the directory has who is here or on leave, by name; nobody who is to come or has left', async () => {
  assert.deepEqual(await namesFor({}, false), ['Ada Byrne', 'Bo Li', 'Ed Alone', 'Fay Moved', 'Søren Łukasz'])
  assert.deepEqual(await namesFor({ status: 'left' }, false), await namesFor({}, false))
})

test('HR finds people by their status', async () => {
  assert.deepEqual(await namesFor({ status: 'left' }), ['Di Former'])
  assert.deepEqual(await namesFor({ status: 'to come' }), ['Cy Later'])
  assert.deepEqual(await namesFor({ status: 'on leave' }), ['Bo Li'])
  assert.deepEqual(await namesFor({ status: 'here' }), ['Ada Byrne', 'Ed Alone', 'Fay Moved', 'Søren Łukasz'])
  assert.equal((await namesFor({ status: 'everybody' })).length, 7)
})

test('a search finds parts of names and roles without marks; addresses and numbers for HR alone', async () => {
  assert.deepEqual(await namesFor({ q: 'soren' }), ['Søren Łukasz'])
  assert.deepEqual(await namesFor({ q: 'LUKA lead' }), ['Søren Łukasz'])
  assert.deepEqual(await namesFor({ q: 'first aid' }), ['Bo Li'])
  assert.deepEqual(await namesFor({ q: 'ada@' }), ['Ada Byrne'])
  assert.deepEqual(await namesFor({ q: 'ada@' }, false), [])
  assert.deepEqual(await namesFor({ q: 'clerk' }), [])
  for (const sign of ['%', '_', '\\', "'", '%%%']) assert.deepEqual(await namesFor({ q: sign }), [], sign)
})

test('a team is asked for with its parts, a place by its posts', async () => {
  assert.deepEqual(await namesFor({ team: await teamId('Service') }), [
    'Ada Byrne',
    'Bo Li',
    'Fay Moved',
    'Søren Łukasz',
  ])
  assert.deepEqual(await namesFor({ team: await teamId('Sales') }), [])
  const york = (await database.ctx.read((db) => listPlaceCards(db, ON))).find(({ name }) => name === 'York')
  assert.deepEqual(await namesFor({ place: york?.id }), ['Bo Li'])
  assert.equal(york?.people, 1)
})

test('of several posts the one with the largest share stands in the list', async () => {
  const { people } = await database.ctx.read((db) =>
    listPeople(db, queryFrom({ q: 'bo li' }, { on: ON, isPrivate: true })),
  )
  assert.deepEqual(
    [people[0]?.title, people[0]?.furtherPosts, people[0]?.manager?.name],
    ['Adviser', 1, 'Søren Łukasz'],
  )
})

test('reports are all who are below on the day, once each, the nearest first', async () => {
  const { ctx } = database
  const reports = await ctx.read((db) => listReports(db, idOf('Ada Byrne'), ON))
  assert.deepEqual(
    reports.map(({ name, depth }) => [name, depth]),
    [
      ['Bo Li', 1],
      ['Søren Łukasz', 1],
      ['Fay Moved', 2],
    ],
  )
  const pure = below(await ctx.read(listLines), idOf('Ada Byrne'), ON)
  assert.deepEqual(new Map(reports.map(({ id, depth }) => [id, depth])), pure)
  const answers = await ctx.read(async (db) => [
    await hasReports(db, idOf('Søren Łukasz'), ON),
    await hasReports(db, idOf('Bo Li'), ON),
    await hasReports(db, idOf('Ada Byrne'), '2020-06-01'),
  ])
  assert.deepEqual(answers, [true, false, true])
})

test('the line above goes up to the top', async () => {
  const { ctx } = database
  assert.deepEqual(
    (await ctx.read((db) => chainAbove(db, idOf('Bo Li'), ON))).map(({ name }) => name),
    ['Søren Łukasz', 'Ada Byrne'],
  )
  assert.deepEqual(
    new Set(await ctx.read((db) => lineAbove(db, idOf('Fay Moved'), ON))),
    new Set([idOf('Søren Łukasz'), idOf('Ada Byrne')]),
  )
  assert.deepEqual(await ctx.read((db) => lineAbove(db, idOf('Ada Byrne'), ON)), [])
})

test('a search over everything finds people who are there, with their role', async () => {
  const found = await database.ctx.read((db) => findPeople(db, ['li'], { on: ON, most: 5 }))
  assert.deepEqual(
    found.map(({ name, title }) => [name, title]),
    [['Bo Li', 'Adviser']],
  )
})

test('the gaps are named: no post, no address, a manager who has left', async () => {
  const standing = await database.ctx.read(readStanding)
  const gaps = new Map(gapsIn(standing, ON).map(({ says, names }) => [says, names]))
  assert.deepEqual(gaps.get('without a post'), ['Ed Alone'])
  assert.deepEqual(gaps.get('without an e-mail address'), ['Ed Alone'])
  const left = {
    ...standing,
    people: standing.people.map((one) => (one.number === '2' ? { ...one, endsOn: '2026-01-01' } : one)),
  }
  assert.deepEqual(gapsIn(left, ON).find(({ says }) => /has left/.test(says))?.names, ['Bo Li', 'Fay Moved'])
})

test('all that is stored about a person is told', async () => {
  const about = JSON.stringify(await database.ctx.read((db) => aboutPerson(db, idOf('Bo Li'))))
  for (const part of ['bo@example.org', 'Adviser', 'First aider', 'Calls', 'York', '2026-01-01', '"added"'])
    assert.ok(about.includes(part), part)
  assert.equal(await database.ctx.read((db) => aboutPerson(db, database.ctx.newId())), undefined)
})

test('under a pseudonym nothing is left that names the person, here or in files', async () => {
  const { ctx } = database
  const id = idOf('Bo Li')
  const waiting = await startImport(ctx, {
    text: 'Name,Employee number\nBo Li-Moor,3',
    fileName: null,
    dateOrder: 'day first',
  })
  const other = await startImport(ctx, {
    text: 'Name\nSomebody Else',
    fileName: null,
    dateOrder: 'day first',
  })
  await ctx.keep((tx) => pseudonymise(tx, id, 'Former colleague 7F3A'))
  const about = JSON.stringify(await ctx.read((db) => aboutPerson(db, id)))
  assert.ok(about.includes('Former colleague 7F3A'))
  const everything = await ctx.read(async (db) =>
    JSON.stringify([
      await db.selectFrom('person').selectAll().execute(),
      await db.selectFrom('post').selectAll().execute(),
      await db.selectFrom('people_import').selectAll().execute(),
      await db.selectFrom('people_import_person').selectAll().execute(),
    ]),
  )
  for (const trace of ['Bo Li', 'bo li', 'bo@example.org']) assert.ok(!everything.includes(trace), trace)
  const states = await ctx.read((db) => db.selectFrom('people_import').select(['id', 'state']).execute())
  assert.equal(states.find((one) => one.id === waiting)?.state, 'dropped')
  assert.equal(states.find((one) => one.id === other)?.state, 'checked')
  const today = dayOf(new Date())
  const { posts } = await ctx.read(readStanding)
  assert.ok(
    posts.filter(({ personId }) => personId === id).every(({ endsOn }) => endsOn !== null && endsOn <= today),
  )
  assert.equal(await ctx.read((db) => findPersonByEmail(db, 'bo@example.org')), undefined)
})

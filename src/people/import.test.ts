import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { exportPeople } from './actions/export.ts'
import { confirmImport, dropImport, openImport, runImport, startImport } from './actions/import.ts'
import { addPerson } from './actions/person.ts'
import { manyPeople } from './fixtures/many.ts'
import { peopleJobs } from './jobs.ts'
import { forgetFiles, importContent, readStanding } from './store/imports.ts'
import { listEverybody } from './store.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
})
after(() => database.close())

const send = (ctx: Context, text: string) =>
  startImport(ctx, { text, fileName: 'staff.csv', dateOrder: 'day first' })

/** As the runner would do it. */
async function doJob(ctx: Context): Promise<void> {
  const { job, data } = database.jobs.pop() ?? { job: '', data: {} }
  assert.equal(job, 'people.import')
  await peopleJobs['people.import'](ctx, data)
}

const events = (ctx: Context) =>
  ctx.read((db) =>
    db
      .selectFrom('history_event')
      .selectAll()
      .where('subject_kind', '=', 'people import')
      .orderBy('number')
      .execute(),
  )

test('a file is checked, confirmed and read in by a job; one row of the history names who and whom', async () => {
  const { ctx } = database
  const hr = { id: await addPerson(ctx, { ...NOBODY, name: 'Hana HR' }), name: 'Hana HR' }
  const asHr = ctx.as({ ...ctx.viewer, person: hr, via: 'page' })
  const id = await send(asHr, manyPeople(50))
  assert.equal((await ctx.read(listEverybody)).length, 1)
  await confirmImport(asHr, id)
  assert.equal((await openImport(ctx, id)).state, 'waiting')
  await doJob(ctx)
  const done = await openImport(ctx, id)
  assert.deepEqual([done.state, done.report.added, done.done], ['done', 50, 50])
  assert.equal((await ctx.read(listEverybody)).length, 51)
  assert.equal(await ctx.read((db) => importContent(db, id)), null)
  const [event, ...others] = await events(ctx)
  assert.equal(others.length, 0)
  assert.deepEqual([event?.act, event?.actor_id, event?.via], ['people: imported', hr.id, 'page'])
  const about = await ctx.read((db) =>
    db
      .selectFrom('history_subject')
      .select('id')
      .where('event_id', '=', event?.id ?? '')
      .execute(),
  )
  assert.equal(about.length, 50)
})

const NOBODY = {
  ...{ email: null, number: null, startsOn: null, endsOn: null },
  ...{ leaveFrom: null, leaveUntil: null },
}

test('a job that comes twice does its work once', async () => {
  const ctx = database.otherOrganization()
  const id = await send(ctx, manyPeople(20))
  await confirmImport(ctx, id)
  await assert.rejects(confirmImport(ctx, id), Conflict)
  await Promise.all([runImport(ctx, id), runImport(ctx, id)])
  await runImport(ctx, id)
  assert.equal((await ctx.read(listEverybody)).length, 20)
  assert.equal((await events(ctx)).length, 1)
  database.jobs.length = 0
})

test('what has come between the check and the job is told, and nothing at all is written', async () => {
  const ctx = database.otherOrganization()
  const id = await send(ctx, 'Name,E-mail\nAda,ada@example.org\nBo,bo@example.org')
  await confirmImport(ctx, id)
  await addPerson(ctx, { ...NOBODY, name: 'Somebody', email: 'x@example.org' })
  const other = await send(ctx, 'Name,E-mail,Role,Reports to\nCy,cy@example.org,Lead,x@example.org')
  await ctx.keep((tx) =>
    tx
      .updateTable('person')
      .set({ email: 'gone@example.org' })
      .where('email', '=', 'x@example.org')
      .execute(),
  )
  await runImport(ctx, id)
  await confirmImport(ctx, other)
  await runImport(ctx, other)
  const failed = await openImport(ctx, other)
  assert.equal(failed.state, 'failed')
  assert.match(failed.message ?? '', /changed here since the file was checked/)
  assert.match(failed.report.faults[0]?.message ?? '', /Nobody has this name/)
  assert.deepEqual(
    (await ctx.read(listEverybody)).map(({ name }) => name),
    ['Ada', 'Bo', 'Somebody'],
  )
  await dropImport(ctx, other)
  await assert.rejects(openImport(ctx, other), NotFound)
  database.jobs.length = 0
})

test('a try that breaks off says so on the page, writes nothing, and the next one does it all', async () => {
  const { ctx } = database
  const id = await send(ctx, 'Name\nPhoenix Late')
  await confirmImport(ctx, id)
  const broken = {
    ...ctx,
    as: () => ({ ...ctx, write: () => Promise.reject(new Error('the disk is on fire')) }),
  } as Context
  await assert.rejects(runImport(broken, id), /on fire/)
  const between = await openImport(ctx, id)
  assert.equal(between.state, 'running')
  assert.match(between.message ?? '', /tried again by itself/)
  await runImport(ctx, id)
  const done = await openImport(ctx, id)
  assert.deepEqual([done.state, done.message], ['done', null])
  database.jobs.length = 0
})

test('a file with faults cannot be confirmed; one that is no table is refused at once', async () => {
  const { ctx } = database
  const id = await send(ctx, 'Name,E-mail\nAda,ada@')
  assert.equal((await openImport(ctx, id)).report.faultCount, 1)
  await assert.rejects(confirmImport(ctx, id), /has faults/)
  await assert.rejects(send(ctx, 'nothing'), Invalid)
  await dropImport(ctx, id)
})

test('people and their posts go out and come back in another organisation as they were', async () => {
  const [from, to] = [database.ctx, database.otherOrganization()]
  const file = await exportPeople(from)
  const id = await send(to, file)
  await confirmImport(to, id)
  await runImport(to, id)
  assert.equal((await openImport(to, id)).state, 'done')
  const [theirs, ours] = await Promise.all([to.read(readStanding), from.read(readStanding)])
  assert.deepEqual(theirs.people, ours.people)
  assert.equal(theirs.posts.length, ours.posts.length)
  assert.deepEqual(
    theirs.teams.map(({ name }) => name).toSorted(),
    ours.teams.map(({ name }) => name).toSorted(),
  )
  database.jobs.length = 0
})

test('numbers that two people exchange are written without one standing in the way of the other', async () => {
  const ctx = database.otherOrganization()
  const [a, b] = await Promise.all([
    addPerson(ctx, { ...NOBODY, name: 'A', number: '1' }),
    addPerson(ctx, { ...NOBODY, name: 'B', number: '2' }),
  ])
  const id = await send(ctx, `Name,Employee number,Sightline id\nA,2,${a}\nB,1,${b}`)
  await confirmImport(ctx, id)
  await runImport(ctx, id)
  const people = await ctx.read(listEverybody)
  assert.deepEqual(
    people.map(({ name, number }) => `${name}${number}`),
    ['A2', 'B1'],
  )
  database.jobs.length = 0
})

test('a file that nobody confirmed is forgotten after its time', async () => {
  const { ctx } = database
  const id = await send(ctx, 'Name\nWaiting')
  assert.equal(await ctx.keep((tx) => forgetFiles(tx, new Date(Date.now() - 60_000))), 0)
  assert.equal(await ctx.keep((tx) => forgetFiles(tx, new Date(Date.now() + 60_000))), 1)
  await assert.rejects(openImport(ctx, id), NotFound)
})

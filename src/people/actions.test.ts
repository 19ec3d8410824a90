import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { openPerson } from './actions/look.ts'
import { addPerson, changePerson } from './actions/person.ts'
import { addPlace, removePlace, renamePlace } from './actions/place.ts'
import { addPost, changePost, removePost } from './actions/post.ts'
import { addTeam, changeTeam, removeTeam } from './actions/team.ts'
import { person, post } from './fixtures/office.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
})
after(() => database.close())

const at = (field: string, words: RegExp) => (error: unknown) =>
  error instanceof Invalid && words.test(error.fields[field] ?? '')

const historyOf = (id: string) =>
  database.ctx.read((db) =>
    db.selectFrom('history_event').select('act').where('subject_id', '=', id).orderBy('number').execute(),
  )

test('adding, changing and ending leaves its rows in the history of the person', async () => {
  const { ctx } = database
  const id = await addPerson(ctx, person('Ada Byrne', { startsOn: '2024-01-01' }), post('Adviser'))
  await changePerson(ctx, {
    id,
    seen: 1,
    input: person('Ada Byrne-Li', { startsOn: '2024-01-01', endsOn: '2026-12-31' }),
  })
  const { posts } = (await openPerson(ctx, id)).person
  assert.deepEqual([posts[0]?.startsOn, posts[0]?.endsOn], ['2024-01-01', '2026-12-31'])
  await removePost(ctx, id, posts[0]?.id ?? '')
  assert.deepEqual(
    (await historyOf(id)).map(({ act }) => act),
    ['person: added', 'person: changed', 'post: removed'],
  )
})

test('saving a person as they are leaves no row and changes nothing', async () => {
  const { ctx } = database
  const id = await addPerson(ctx, person('Unchanged'))
  await changePerson(ctx, { id, seen: 1, input: person('Unchanged') })
  assert.equal((await historyOf(id)).length, 1)
  assert.equal((await openPerson(ctx, id)).person.version, 1)
})

test('an address or a number belongs to one person, whatever its case', async () => {
  const { ctx } = database
  await addPerson(ctx, person('First', { email: 'one@example.org', number: 'A1' }))
  await assert.rejects(
    addPerson(ctx, person('Second', { email: 'ONE@example.org' })),
    at('email', /First has this/),
  )
  await assert.rejects(addPerson(ctx, person('Second', { number: 'a1' })), at('number', /First has this/))
})

test('of two people who add the same address at once one is told', async () => {
  const { ctx } = database
  const both = ['Twin A', 'Twin B'].map((name) => addPerson(ctx, person(name, { email: 'twin@example.org' })))
  const results = await Promise.allSettled(both)
  const refused = results.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []))
  assert.equal(refused.length, 1)
  assert.ok(refused[0] instanceof Conflict || refused[0] instanceof Invalid)
})

test('of two people who change the same person the second is told, and nothing is lost', async () => {
  const { ctx } = database
  const id = await addPerson(ctx, person('Shared'))
  await changePerson(ctx, { id, seen: 1, input: person('Shared by the first') })
  const second = changePerson(ctx, { id, seen: 1, input: person('Shared by the second') })
  await assert.rejects(
    second,
    (error) => error instanceof Conflict && /Somebody else has changed/.test(error.message),
  )
  assert.equal((await openPerson(ctx, id)).person.name, 'Shared by the first')
})

test('of two people who change the same post at once exactly one is told', async () => {
  const { ctx } = database
  const id = await addPerson(ctx, person('Holder'), post('Adviser'))
  const [one] = (await openPerson(ctx, id)).person.posts
  const both = ['Lead', 'Clerk'].map((title) =>
    changePost(ctx, { personId: id, id: one?.id ?? '', seen: 1, input: post(title) }),
  )
  const refused = (await Promise.allSettled(both)).filter(({ status }) => status === 'rejected')
  assert.equal(refused.length, 1)
})

test('nobody comes to report to themselves, however long the way and however fast two are', async () => {
  const { ctx } = database
  const [a, b, c] = await Promise.all(['A', 'B', 'C'].map((name) => addPerson(ctx, person(`Circle ${name}`))))
  assert.ok(a && b && c)
  await assert.rejects(
    addPost(ctx, a, post('x', { reportsTo: a })),
    at('reportsTo', /Nobody reports to themselves/),
  )
  await addPost(ctx, a, post('x', { reportsTo: b }))
  await addPost(ctx, b, post('x', { reportsTo: c }))
  const words = /Circle C would report to Circle A, who reports to Circle B, who reports to Circle C/
  await assert.rejects(addPost(ctx, c, post('x', { reportsTo: a })), at('reportsTo', words))
  await addPost(ctx, c, post('before', { reportsTo: a, startsOn: '2001-01-01', endsOn: '2001-12-31' })).then(
    () => assert.fail('a circle in the past is one as well'),
    (error) => assert.ok(error instanceof Invalid),
  )
  const [d, e] = await Promise.all(['D', 'E'].map((name) => addPerson(ctx, person(`Circle ${name}`))))
  assert.ok(d && e)
  const both = await Promise.allSettled([
    addPost(ctx, d, post('x', { reportsTo: e })),
    addPost(ctx, e, post('x', { reportsTo: d })),
  ])
  assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('a manager must be there, and still be there when the post begins', async () => {
  const { ctx } = database
  const gone = await addPerson(ctx, person('Gone', { endsOn: '2020-01-01' }))
  const id = await addPerson(ctx, person('Stays'))
  const late = post('x', { reportsTo: gone, startsOn: '2021-01-01' })
  await assert.rejects(addPost(ctx, id, late), at('reportsTo', /Gone left on 1 January 2020/))
  await assert.rejects(
    addPost(ctx, id, post('x', { reportsTo: ctx.newId() })),
    at('reportsTo', /not there any more/),
  )
})

test('a team cannot be its own ancestor, be called as its neighbour, or go while it is used', async () => {
  const { ctx } = database
  const top = await addTeam(ctx, { name: 'Service', parentId: null })
  const part = await addTeam(ctx, { name: 'Calls', parentId: top })
  await assert.rejects(
    changeTeam(ctx, top, { name: 'Service', parentId: top }),
    at('parentId', /part of itself/),
  )
  await assert.rejects(
    changeTeam(ctx, top, { name: 'Service', parentId: part }),
    at('parentId', /“Calls” is part of/),
  )
  await assert.rejects(addTeam(ctx, { name: 'CALLS', parentId: top }), at('name', /already/))
  await assert.rejects(removeTeam(ctx, top), /has teams of its own/)
  const id = await addPerson(ctx, person('Member'), post('x', { teamId: part }))
  await assert.rejects(removeTeam(ctx, part), /it stays/)
  const [one] = (await openPerson(ctx, id)).person.posts
  await removePost(ctx, id, one?.id ?? '')
  await removeTeam(ctx, part)
  await removeTeam(ctx, top)
  await assert.rejects(removeTeam(ctx, top), NotFound)
})

test('two moves at once cannot make a circle of teams', async () => {
  const { ctx } = database
  const [a, b] = await Promise.all(['Left', 'Right'].map((name) => addTeam(ctx, { name, parentId: null })))
  assert.ok(a && b)
  const both = await Promise.allSettled([
    changeTeam(ctx, a, { name: 'Left', parentId: b }),
    changeTeam(ctx, b, { name: 'Right', parentId: a }),
  ])
  assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('a place is added, renamed and removed, once each name', async () => {
  const { ctx } = database
  const leeds = await addPlace(ctx, { name: 'Leeds' })
  const york = await addPlace(ctx, { name: 'York' })
  await assert.rejects(renamePlace(ctx, york, { name: 'leeds' }), at('name', /already/))
  await renamePlace(ctx, york, { name: 'Hull' })
  const id = await addPerson(ctx, person('Worker'), post('x', { placeId: leeds }))
  await assert.rejects(removePlace(ctx, leeds), Conflict)
  await removePlace(ctx, york)
  assert.deepEqual(
    (await historyOf(york)).map(({ act }) => act),
    ['place: added', 'place: renamed', 'place: removed'],
  )
  assert.ok(id)
})

test('another organisation can neither see nor change any of it', async () => {
  const { ctx } = database
  const id = await addPerson(ctx, person('Ours', { email: 'ours@example.org' }))
  const other = database.otherOrganization()
  await assert.rejects(openPerson(other, id), NotFound)
  await assert.rejects(changePerson(other, { id, seen: 1, input: person('Theirs') }), NotFound)
  await assert.rejects(addPost(other, id, post('x')), NotFound)
  const theirs = await addPerson(other, person('Theirs', { email: 'ours@example.org' }))
  await assert.rejects(
    addPost(other, theirs, post('x', { reportsTo: id })),
    at('reportsTo', /not there any more/),
  )
})

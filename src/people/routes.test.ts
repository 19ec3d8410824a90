import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { links } from '#routes.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { openPerson } from './actions/look.ts'
import { addPerson } from './actions/person.ts'
import { addPost } from './actions/post.ts'
import { addTeam } from './actions/team.ts'
import { get, openOffice, person, post, send } from './fixtures/office.ts'
import { listTeams } from './store/teams.ts'
import { listEverybody } from './store.ts'

let database: TestDatabase
let office: Awaited<ReturnType<typeof openOffice>>
before(async () => {
  database = await openTestDatabase()
  office = await openOffice(database.ctx)
})
after(() => database.close())

test('a person is added with a post, the manager named as people name them', async () => {
  const { ctx } = database
  const values = {
    name: '  Fay   Moor ',
    email: 'fay@example.org',
    startsOn: '2026-01-01',
    title: 'Clerk',
    reportsTo: 'bo li',
  }
  const response = await send(ctx, links.people(), values)
  assert.equal(response.status, 303)
  const id = (response.headers.get('location') ?? '').split('/').at(-1) ?? ''
  const { person: fay } = await openPerson(ctx, id)
  assert.equal(fay.name, 'Fay Moor')
  assert.deepEqual([fay.posts[0]?.manager?.name, fay.posts[0]?.startsOn], ['Bo Li', '2026-01-01'])
})

test('a form comes back with what was typed and every fault at its field', async () => {
  const values = {
    ...{
      name: ' ',
      email: 'nobody',
      number: 'a@b',
      startsOn: '2026-02-30',
      endsOn: '',
      leaveUntil: '2026-01-01',
    },
    ...{ title: 'x'.repeat(300), reportsTo: 'Nobody Known', share: '400' },
  }
  const response = await send(database.ctx, links.people(), values)
  const text = await response.text()
  assert.equal(response.status, 422)
  for (const field of ['name', 'email', 'number', 'startsOn', 'title', 'reportsTo', 'share'])
    assert.match(text, new RegExp(`id="field-${field}-error"`), field)
  assert.ok(text.includes('value="nobody"') && text.includes('value="Nobody Known"'))
  assert.equal(
    (await database.ctx.read(listEverybody)).some(({ email }) => email === 'nobody'),
    false,
  )
})

test('the same address twice is told at the field, and enormous or strange fields do no harm', async () => {
  const { ctx } = database
  const taken = await send(ctx, links.people(), { name: 'Twin', email: 'ADA@example.org' })
  assert.equal(taken.status, 422)
  assert.match(await taken.text(), /Ada Byrne has this e-mail address already/)
  for (const name of [
    'x'.repeat(100_000),
    '\u0000',
    '<script>alert(1)</script>'.repeat(20),
    '\ud800',
    '123',
    '\u202e\u0007abc',
  ]) {
    const response = await send(ctx, links.people(), { name })
    assert.equal(response.status, 422, JSON.stringify(name.slice(0, 20)))
    assert.ok(!(await response.text()).includes('<script>alert'))
  }
  const kept = await send(ctx, links.people(), { name: '<b>Bobby</b> "Tables"; drop table person;--' })
  assert.equal(kept.status, 303)
  const page = await get(ctx, links.peopleWith({ q: 'tables' }))
  assert.ok(page.text.includes('&lt;b>Bobby') && !page.text.includes('<b>Bobby'))
})

test('the second of two who change a person sees what the first has stored, and can save over it', async () => {
  const { ctx } = database
  const id = await addPerson(ctx, person('Gus Reed'))
  const first = { seen: '1', name: 'Gus Reed', number: '77' }
  assert.equal((await send(ctx, links.person(id), first)).status, 303)
  const second = await send(ctx, links.person(id), { seen: '1', name: 'Gustav Reed' })
  const text = await second.text()
  assert.equal(second.status, 409)
  for (const part of [
    'Somebody else has changed',
    'value="Gustav Reed"',
    'Stored now: Gus Reed.',
    'Stored now: 77.',
    'name="seen" value="2"',
  ])
    assert.ok(text.includes(part), part)
  assert.equal(
    (await send(ctx, links.person(id), { seen: '2', name: 'Gustav Reed', number: '77' })).status,
    303,
  )
  assert.equal((await openPerson(ctx, id)).person.name, 'Gustav Reed')
})

test('a manager of whom there are two must be told apart; the form itself tells them apart', async () => {
  const { ctx } = database
  const one = await addPerson(ctx, person('Sam Twin', { number: '501' }))
  await addPerson(ctx, person('Sam Twin', { number: '502' }))
  const id = await addPerson(ctx, person('Reporter'))
  const unclear = await send(ctx, links.posts(id), { title: 'x', reportsTo: 'Sam Twin' })
  assert.equal(unclear.status, 422)
  assert.match(await unclear.text(), /2 people are called “Sam Twin”.*501, 502/)
  assert.equal((await send(ctx, links.posts(id), { title: 'x', reportsTo: 'Sam Twin · 501' })).status, 303)
  const [made] = (await openPerson(ctx, id)).person.posts
  assert.equal(made?.reportsTo, one)
  const form = await get(ctx, links.post(id, made?.id ?? ''))
  assert.ok(form.text.includes('value="Sam Twin · 501"'))
})

test('a post is changed, ended and removed by forms; a circle is told at the field', async () => {
  const { ctx } = database
  const [lead] = (await openPerson(ctx, office.bo)).person.posts
  const address = links.post(office.bo, lead?.id ?? '')
  const circle = await send(ctx, address, { seen: '1', title: 'Lead', reportsTo: 'Cy Grant' })
  assert.equal(circle.status, 422)
  assert.match(await circle.text(), /Bo Li would report to Cy Grant, who reports to Bo Li/)
  const extra = await addPost(ctx, office.bo, post('Extra'))
  assert.equal(
    (await send(ctx, links.post(office.bo, extra), { seen: '1', title: 'Extra', endsOn: '2026-01-31' }))
      .status,
    303,
  )
  assert.ok((await get(ctx, links.person(office.bo))).text.includes('until 31 Jan 2026'))
  assert.equal((await send(ctx, links.postRemoval(office.bo, extra), {})).status, 303)
  assert.equal((await send(ctx, links.postRemoval(office.bo, extra), {})).status, 404)
})

test('a team as its own parent comes back with the message at the field', async () => {
  const { ctx } = database
  const id = await addTeam(ctx, { name: 'Selfish', parentId: null })
  const response = await send(ctx, links.team(id), { name: 'Selfish', parentId: id })
  assert.equal(response.status, 422)
  assert.match(await response.text(), /id="field-parentId-error"[^>]*>A team cannot be part of itself/)
  assert.equal((await send(ctx, links.team(id), { name: 'A > B', parentId: '' })).status, 422)
  assert.equal((await send(ctx, links.teamRemoval(id), {})).status, 303)
  assert.equal(
    (await ctx.read(listTeams)).some((team) => team.id === id),
    false,
  )
})

test('teams and places that are used stay, and the page says why', async () => {
  const { ctx } = database
  assert.equal((await send(ctx, links.places(), { name: 'Hull' })).status, 303)
  const id = await addTeam(ctx, { name: 'Used', parentId: null })
  await addPerson(ctx, person('User'), post('x', { teamId: id }))
  const response = await send(ctx, links.teamRemoval(id), {})
  assert.equal(response.status, 409)
  assert.match(await response.text(), /would lose/)
})

test('the chart and the list answer whatever is in their address', async () => {
  const { ctx } = database
  assert.equal((await get(ctx, links.chart(office.bo))).status, 200)
  assert.equal((await get(ctx, '/people/chart?from=x')).status, 404)
  assert.equal((await get(ctx, links.chart(ctx.newId()))).status, 404)
  for (const query of [
    'page=9999',
    'page=-1',
    'page=x',
    'team=x',
    'place=%00',
    'status=x',
    `q=${'a'.repeat(5000)}`,
    'q=%25%5f%5c',
  ]) {
    const { status } = await get(ctx, `/people?${query}`)
    assert.ok([200, 303].includes(status), `${query}: ${status}`)
  }
})

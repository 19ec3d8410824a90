import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '#context.ts'
import { links } from '#routes.ts'
import type { Role, Viewer } from '#viewer.ts'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { runImport } from './actions/import.ts'
import { openPerson } from './actions/look.ts'
import { addPerson } from './actions/person.ts'
import { addPost } from './actions/post.ts'
import { addTeam } from './actions/team.ts'
import type { PersonInput, PostInput } from './model.ts'
import { listTeams } from './store/teams.ts'
import { listEverybody } from './store.ts'

let database: TestDatabase
let ada = ''
let bo = ''
let cy = ''

const person = (name: string, more: Partial<PersonInput> = {}): PersonInput => ({
  ...{ name, email: null, number: null, startsOn: null, endsOn: null, leaveFrom: null, leaveUntil: null },
  ...more,
})
const post = (title: string, more: Partial<PostInput> = {}): PostInput => ({
  ...{ title, teamId: null, placeId: null, reportsTo: null, startsOn: null, endsOn: null, share: null },
  ...more,
})

before(async () => {
  database = await openTestDatabase()
  const { ctx } = database
  ada = await addPerson(ctx, person('Ada Byrne', { email: 'ada@example.org', number: '1' }), post('Director'))
  bo = await addPerson(ctx, person('Bo Li', { email: 'bo@example.org' }), post('Lead', { reportsTo: ada }))
  cy = await addPerson(
    ctx,
    person('Cy Grant', { email: 'cy@example.org', leaveFrom: '2020-01-01' }),
    post('Adviser', { reportsTo: bo }),
  )
})
after(() => database.close())

/** Somebody of ours with these roles. */
function viewer(personId: string, name: string, ...roles: Role[]): Context {
  const { ctx } = database
  const seen: Viewer = {
    ...ctx.viewer,
    roles: new Set<Role>(['member', ...roles]),
    person: { id: personId, name },
    via: 'page',
  }
  return ctx.as(seen)
}

const get = async (ctx: Context, path: string) => {
  const response = await appFor(ctx).request(path)
  return { status: response.status, text: await response.text(), headers: response.headers }
}

function send(ctx: Context, path: string, values: Record<string, string>) {
  const headers = { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams(values).toString()
  return Promise.resolve(appFor(ctx).request(`http://localhost${path}`, { method: 'POST', headers, body }))
}

function call(ctx: Context, method: string, path: string, body?: object) {
  const headers = { 'content-type': 'application/json', origin: 'http://localhost' }
  const sent = body ? { body: JSON.stringify(body) } : {}
  return Promise.resolve(
    appFor(ctx).request(new Request(`http://localhost${path}`, { method, headers, ...sent })),
  )
}

test('a member sees the directory of a colleague; the person, their managers and HR see the whole', async () => {
  const colleague = await get(viewer(database.ctx.newId(), 'Colleague'), links.person(cy))
  assert.equal(colleague.status, 200)
  for (const part of ['Cy Grant', 'Adviser', 'Bo Li', 'Ada Byrne'])
    assert.ok(colleague.text.includes(part), part)
  for (const part of ['cy@example.org', 'On leave', 'Change', '/history/'])
    assert.ok(!colleague.text.includes(part), part)
  const whole = [
    viewer(cy, 'Cy Grant'),
    viewer(bo, 'Bo Li', 'manager'),
    viewer(ada, 'Ada', 'manager'),
    viewer(ada, 'HR', 'hr'),
  ]
  for (const ctx of whole) {
    const { text } = await get(ctx, links.person(cy))
    assert.ok(text.includes('cy@example.org') && text.includes('On leave'), ctx.viewer.person?.name ?? '')
  }
  const below = await get(viewer(cy, 'Cy Grant'), links.person(ada))
  assert.ok(!below.text.includes('ada@example.org'))
})

test('programs are told no more than pages tell', async () => {
  const member = viewer(database.ctx.newId(), 'Colleague')
  const seen = (await (await call(member, 'GET', `/api/people/${cy}`)).json()) as Record<string, unknown>
  assert.equal(seen.employment, undefined)
  assert.ok(!JSON.stringify(seen).includes('startsOn'))
  const whole = (await (await call(database.ctx, 'GET', `/api/people/${cy}`)).json()) as {
    employment: { status: string }
  }
  assert.equal(whole.employment.status, 'on leave')
  const list = await (await call(member, 'GET', '/api/people?status=left')).text()
  assert.ok(!list.includes('"status"') && list.includes('Cy Grant'))
})

test('who is to come or has left is not found by colleagues', async () => {
  const { ctx } = database
  const later = await addPerson(
    ctx,
    person('Dot Later', { startsOn: '2099-01-01' }),
    post('x', { reportsTo: bo }),
  )
  const former = await addPerson(ctx, person('Ed Former', { endsOn: '2001-01-01' }))
  const member = viewer(ctx.newId(), 'Colleague')
  for (const id of [later, former]) {
    assert.equal((await get(member, links.person(id))).status, 404)
    assert.equal((await call(member, 'GET', `/api/people/${id}`)).status, 404)
    assert.equal((await get(database.ctx, links.person(id))).status, 200)
  }
  assert.equal((await get(viewer(bo, 'Bo Li', 'manager'), links.person(later))).status, 200)
  assert.ok(!(await get(member, links.people())).text.includes('Later'))
})

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
  const [lead] = (await openPerson(ctx, bo)).person.posts
  const address = links.post(bo, lead?.id ?? '')
  const circle = await send(ctx, address, { seen: '1', title: 'Lead', reportsTo: 'Cy Grant' })
  assert.equal(circle.status, 422)
  assert.match(await circle.text(), /Bo Li would report to Cy Grant, who reports to Bo Li/)
  const extra = await addPost(ctx, bo, post('Extra'))
  assert.equal(
    (await send(ctx, links.post(bo, extra), { seen: '1', title: 'Extra', endsOn: '2026-01-31' })).status,
    303,
  )
  assert.ok((await get(ctx, links.person(bo))).text.includes('until 31 Jan 2026'))
  assert.equal((await send(ctx, links.postRemoval(bo, extra), {})).status, 303)
  assert.equal((await send(ctx, links.postRemoval(bo, extra), {})).status, 404)
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

async function upload(ctx: Context, content: Uint8Array<ArrayBuffer> | string, name = 'staff.csv') {
  const form = new FormData()
  form.set('file', new File([content], name))
  form.set('dateOrder', 'day first')
  const init = { method: 'POST', body: form, headers: { origin: 'http://localhost' } }
  return appFor(ctx).request(`http://localhost${links.peopleImports()}`, init)
}

test('a file is uploaded, checked, confirmed, and its page follows until it is done', async () => {
  const { ctx } = database
  const sent = await upload(ctx, 'Name,Role,Shoe size\nHal New,Clerk,44\n=SUM(A1),Clerk,\n')
  assert.equal(sent.status, 303)
  const address = sent.headers.get('location') ?? ''
  const checked = await get(ctx, address)
  for (const part of ['2 people added', 'Hal New', 'Shoe size', '=SUM(A1)'])
    assert.ok(checked.text.includes(part), part)
  assert.equal(checked.headers.get('refresh'), null)
  assert.equal((await send(ctx, `${address}/confirmation`, {})).status, 303)
  const waiting = await get(ctx, address)
  assert.equal(waiting.headers.get('refresh'), '2')
  assert.match(waiting.text, /<progress/)
  await runImport(ctx, address.split('/').at(-1) ?? '')
  const done = await get(ctx, address)
  assert.ok(done.text.includes('The file is read in'))
  assert.equal(done.headers.get('refresh'), null)
  assert.equal((await send(ctx, `${address}/confirmation`, {})).status, 409)
  assert.ok((await ctx.read(listEverybody)).some(({ name }) => name === '=SUM(A1)'))
  const file = await get(ctx, links.peopleFile())
  assert.match(file.headers.get('content-disposition') ?? '', /people\.csv/)
  assert.ok(file.text.includes("'=SUM(A1)"))
})

test('the page of a wrong file lists its faults by line; it cannot be confirmed', async () => {
  const { ctx } = database
  const sent = await upload(ctx, Buffer.from('Name;E-mail\nJo\u00eb;x\n;y@example.org', 'latin1'))
  const address = sent.headers.get('location') ?? ''
  const { text } = await get(ctx, address)
  for (const part of ['2 faults were found', 'Write the address as', 'Give the name'])
    assert.ok(text.includes(part), part)
  assert.ok(!text.includes('Read it in'))
  assert.equal((await send(ctx, `${address}/confirmation`, {})).status, 409)
  assert.equal((await send(ctx, `${address}/removal`, {})).status, 303)
  assert.equal((await get(ctx, address)).status, 404)
})

test('what is no table, or nothing at all, is told at its field', async () => {
  const { ctx } = database
  const cases: [() => Promise<Response>, RegExp][] = [
    [
      () => upload(ctx, Buffer.from([0x50, 0x4b, 3, 4]), 'staff.xlsx'),
      /field-file-error[^>]*>This is a workbook/,
    ],
    [() => upload(ctx, ''), /field-file-error[^>]*>Choose a file/],
    [
      () => send(ctx, links.peopleImports(), { text: 'only one line' }),
      /field-text-error[^>]*>There is no row/,
    ],
  ]
  for (const [work, words] of cases) {
    const response = await work()
    assert.equal(response.status, 422)
    assert.match(await response.text(), words)
  }
})

test('programs add, change and end people and posts, and are told of faults by field', async () => {
  const { ctx } = database
  const made = await call(ctx, 'POST', '/api/people', {
    name: 'Ivy Api',
    post: { title: 'Analyst', reportsTo: ada },
  })
  assert.equal(made.status, 201)
  const { id } = (await made.json()) as { id: string }
  const wrong = await call(ctx, 'PUT', `/api/people/${id}`, { name: '', email: 'x', version: 1 })
  assert.equal(wrong.status, 422)
  assert.deepEqual(Object.keys(((await wrong.json()) as { fields: object }).fields), ['name', 'email'])
  assert.equal(
    (await call(ctx, 'PUT', `/api/people/${id}`, { name: 'Ivy', endsOn: '2098-12-31', version: 1 })).status,
    200,
  )
  assert.equal((await call(ctx, 'PUT', `/api/people/${id}`, { name: 'Late', version: 1 })).status, 409)
  const shown = (await (await call(ctx, 'GET', `/api/people/${id}`)).json()) as {
    posts: { id: string; version: number; endsOn: string }[]
  }
  assert.equal(shown.posts[0]?.endsOn, '2098-12-31')
  const [one] = shown.posts
  const path = `/api/people/${id}/posts/${one?.id}`
  assert.equal((await call(ctx, 'PUT', path, { title: 'Chief', version: one?.version })).status, 200)
  assert.equal((await call(ctx, 'POST', `/api/people/${id}/posts`, { title: 'x', share: 101 })).status, 422)
  assert.equal((await call(ctx, 'DELETE', path)).status, 200)
  assert.equal((await call(ctx, 'DELETE', path)).status, 404)
  assert.equal((await call(ctx, 'GET', '/api/people/not-an-id')).status, 404)
})

test('programs manage teams and places, and send files', async () => {
  const { ctx } = database
  const { id } = (await (await call(ctx, 'POST', '/api/teams', { name: 'Api team' })).json()) as {
    id: string
  }
  assert.equal((await call(ctx, 'PUT', `/api/teams/${id}`, { name: 'Api team', parentId: id })).status, 422)
  assert.equal((await call(ctx, 'DELETE', `/api/teams/${id}`)).status, 200)
  const place = (await (await call(ctx, 'POST', '/api/places', { name: 'Api place' })).json()) as {
    id: string
  }
  assert.equal((await call(ctx, 'PUT', `/api/places/${place.id}`, { name: 'Api town' })).status, 200)
  assert.equal((await call(ctx, 'DELETE', `/api/places/${place.id}`)).status, 200)
  const dry = await call(ctx, 'POST', '/api/people/imports', { csv: 'Name,E-mail\nJan,x', dryRun: true })
  assert.equal(((await dry.json()) as { faultCount: number }).faultCount, 1)
  assert.equal((await call(ctx, 'POST', '/api/people/imports', { csv: 'Name,E-mail\nJan,x' })).status, 422)
  const sent = await call(ctx, 'POST', '/api/people/imports', { csv: 'Name\nJan Api' })
  assert.equal(sent.status, 201)
  const started = (await sent.json()) as { id: string; state: string }
  assert.equal(started.state, 'waiting')
  await runImport(ctx, started.id)
  const after = (await (await call(ctx, 'GET', `/api/people/imports/${started.id}`)).json()) as {
    state: string
  }
  assert.equal(after.state, 'done')
  assert.match(await (await call(ctx, 'GET', '/api/people/export')).text(), /Jan Api/)
})

test('the chart and the list answer whatever is in their address', async () => {
  const { ctx } = database
  assert.equal((await get(ctx, links.chart(bo))).status, 200)
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

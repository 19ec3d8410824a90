import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { runImport } from './actions/import.ts'
import { call, openOffice } from './fixtures/office.ts'

let database: TestDatabase
let office: Awaited<ReturnType<typeof openOffice>>
before(async () => {
  database = await openTestDatabase()
  office = await openOffice(database.ctx)
})
after(() => database.close())

test('programs add, change and end people and posts, and are told of faults by field', async () => {
  const { ctx } = database
  const made = await call(ctx, 'POST', '/api/people', {
    name: 'Ivy Api',
    post: { title: 'Analyst', reportsTo: office.ada },
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

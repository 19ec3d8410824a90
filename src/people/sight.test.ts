import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { links } from '#routes.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { addPerson } from './actions/person.ts'
import { asMember, call, get, openOffice, person, post } from './fixtures/office.ts'

let database: TestDatabase
let office: Awaited<ReturnType<typeof openOffice>>
before(async () => {
  database = await openTestDatabase()
  office = await openOffice(database.ctx)
})
after(() => database.close())

test('a member sees the directory of a colleague; the person, their managers and HR see the whole', async () => {
  const colleague = await get(
    asMember(database.ctx, { id: database.ctx.newId(), name: 'Colleague' }),
    links.person(office.cy),
  )
  assert.equal(colleague.status, 200)
  for (const part of ['Cy Grant', 'Adviser', 'Bo Li', 'Ada Byrne'])
    assert.ok(colleague.text.includes(part), part)
  for (const part of ['cy@example.org', 'On leave', 'Change', '/history/'])
    assert.ok(!colleague.text.includes(part), part)
  const whole = [
    asMember(database.ctx, { id: office.cy, name: 'Cy Grant' }),
    asMember(database.ctx, { id: office.bo, name: 'Bo Li' }, 'manager'),
    asMember(database.ctx, { id: office.ada, name: 'Ada' }, 'manager'),
    asMember(database.ctx, { id: office.ada, name: 'HR' }, 'hr'),
  ]
  for (const ctx of whole) {
    const { text } = await get(ctx, links.person(office.cy))
    assert.ok(text.includes('cy@example.org') && text.includes('On leave'), ctx.viewer.person?.name ?? '')
  }
  const below = await get(
    asMember(database.ctx, { id: office.cy, name: 'Cy Grant' }),
    links.person(office.ada),
  )
  assert.ok(!below.text.includes('ada@example.org'))
})

test('programs are told no more than pages tell', async () => {
  const member = asMember(database.ctx, { id: database.ctx.newId(), name: 'Colleague' })
  const seen = (await (await call(member, 'GET', `/api/people/${office.cy}`)).json()) as Record<
    string,
    unknown
  >
  assert.equal(seen.employment, undefined)
  assert.ok(!JSON.stringify(seen).includes('startsOn'))
  const whole = (await (await call(database.ctx, 'GET', `/api/people/${office.cy}`)).json()) as {
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
    post('x', { reportsTo: office.bo }),
  )
  const former = await addPerson(ctx, person('Ed Former', { endsOn: '2001-01-01' }))
  const member = asMember(ctx, { id: ctx.newId(), name: 'Colleague' })
  for (const id of [later, former]) {
    assert.equal((await get(member, links.person(id))).status, 404)
    assert.equal((await call(member, 'GET', `/api/people/${id}`)).status, 404)
    assert.equal((await get(database.ctx, links.person(id))).status, 200)
  }
  assert.equal(
    (await get(asMember(database.ctx, { id: office.bo, name: 'Bo Li' }, 'manager'), links.person(later)))
      .status,
    200,
  )
  assert.ok(!(await get(member, links.people())).text.includes('Later'))
})

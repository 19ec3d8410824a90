import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { appFor, appOf } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { PASSWORD, signedInMember } from '../../test/member.ts'
import { newVisitor } from '../../test/visitor.ts'
import { NOBODY } from '../viewer.ts'
import { aboutAccount, aboutSignIn, endAccount, endSignIn } from './actions/about.ts'

let database: TestDatabase
let app: ReturnType<typeof appOf>

before(async () => {
  database = await openTestDatabase()
  app = appOf(database.world)
})
after(() => database.close())

const json = async (path: string, init: { method?: string; body?: object } = {}) => {
  const response = await appFor(database.ctx).request(`http://localhost${path}`, {
    method: init.method ?? 'GET',
    headers: { origin: 'http://localhost', 'content-type': 'application/json' },
    ...(init.body && { body: JSON.stringify(init.body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : null }
}

test('a program learns whom its token belongs to; without one it is nobody', async () => {
  const { visitor, personId } = await signedInMember(database, app, {
    name: 'Ada Byrne',
    roles: ['owner', 'hr'],
  })
  const me = JSON.parse((await visitor.get('/api/me')).html)
  assert.deepEqual(me.roles, ['hr', 'member', 'owner'])
  assert.deepEqual([me.person.id, me.organization.name, me.mayChange], [personId, 'Our organisation', true])
  const nobody = await newVisitor(appFor(database.ctx.as(NOBODY))).get('/api/me')
  assert.deepEqual([JSON.parse(nobody.html).person, JSON.parse(nobody.html).roles], [null, []])
})

test('members and their roles are read and changed; the last owner is kept', async () => {
  const { body } = await json('/api/account/member')
  const ada = body.find(({ name }: { name: string }) => name === 'Ada Byrne')
  assert.deepEqual([ada.email, ada.roles], ['ada.byrne@ours.example', ['owner', 'hr']])
  const changed = await json(`/api/account/member/${ada.id}/roles`, {
    method: 'PUT',
    body: { roles: ['owner'] },
  })
  assert.deepEqual([changed.status, changed.body.roles], [200, ['owner']])
  const refused = await json(`/api/account/member/${ada.id}/roles`, { method: 'PUT', body: { roles: [] } })
  assert.equal(refused.status, 409)
  assert.match(refused.body.detail, /the only owner/)
  assert.equal((await json(`/api/account/member/${ada.id}`, { method: 'DELETE' })).status, 409)
  const wrong = await json(`/api/account/member/${ada.id}/roles`, {
    method: 'PUT',
    body: { roles: ['king'] },
  })
  assert.equal(wrong.status, 422)
})

test('somebody is invited, listed and withdrawn', async () => {
  const sent = await json('/api/account/invitation', {
    method: 'POST',
    body: { email: 'b@ours.example', name: 'B B' },
  })
  assert.equal(sent.status, 201)
  assert.match(sent.body.link, /^http:\/\/localhost\/invitation\//)
  const states = async () =>
    (await json('/api/account/invitation')).body.map((one: { state: string }) => one.state)
  assert.deepEqual(await states(), ['open', 'accepted'])
  const gone = await json(`/api/account/invitation/${sent.body.id}`, { method: 'DELETE' })
  assert.equal(gone.status, 204)
  assert.deepEqual(await states(), ['withdrawn', 'accepted'])
  assert.equal((await json(`/api/account/invitation/${sent.body.id}`, { method: 'DELETE' })).status, 409)
  const wrong = await json('/api/account/invitation', { method: 'POST', body: { email: 'nobody' } })
  assert.match(wrong.body.fields.email, /Give an e-mail address/)
})

test('what is kept of an account can be told, without secrets, and is gone when it is ended', async () => {
  const { visitor, personId, email } = await signedInMember(database, app, { name: 'Eve Gone' })
  await visitor.post('/account/token', { name: 'Export', scope: 'read', days: '7' })
  const about = await database.ctx.read((db) => aboutAccount(db, personId))
  assert.equal(about.tokens[0]?.name, 'Export')
  assert.equal(about.invitations.length, 1)
  assert.ok(about.mails.length > 0)
  const signIn = await aboutSignIn(database.ctx, personId)
  assert.deepEqual([signIn?.account.email, signIn?.sessions.length], [email, 1])
  const all = JSON.stringify([about, signIn])
  assert.doesNotMatch(all, /seal|"token"|"password"|http:\/\/localhost\/invitation/)
  const accountId = await database.ctx.keep((tx) => endAccount(tx, personId))
  await endSignIn(database.ctx, accountId)
  assert.equal((await visitor.get('/account')).status, 303)
  assert.equal((await newVisitor(app).post('/sign-in', { email, password: PASSWORD })).status, 422)
  const after = await database.ctx.read((db) => aboutAccount(db, personId))
  assert.deepEqual(after, { membership: null, invitations: [], tokens: [], mails: [] })
  assert.equal(await aboutSignIn(database.ctx, personId), null)
})

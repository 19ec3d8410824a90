import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { appOf } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { signedInMember } from '../../test/member.ts'
import { newVisitor, type Visitor } from '../../test/visitor.ts'
import { Unauthenticated } from '../errors.ts'
import { visitorOf } from './actions/visitor.ts'

let database: TestDatabase
let app: ReturnType<typeof appOf>

before(async () => {
  database = await openTestDatabase({ library: true })
  app = appOf(database.world)
})
after(() => database.close())

async function makeToken(
  visitor: Visitor,
  fields: { name: string; scope: string; days: string },
): Promise<string> {
  const { html, headers } = await visitor.post('/account/token', fields)
  assert.equal(headers.get('cache-control'), 'no-store')
  return /<code class="secret">(sightline_[\w-]+)</.exec(html)?.[1] ?? ''
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

test('a token lets a program read what its maker may read, and is shown once', async () => {
  const { visitor } = await signedInMember(database, app, { name: 'Ann Bell' })
  const token = await makeToken(visitor, { name: 'Nightly export', scope: 'read', days: '30' })
  const program = newVisitor(app)
  const { status, html } = await program.get('/api/framework', bearer(token))
  assert.equal(status, 200)
  assert.ok(JSON.parse(html).length > 0)
  const page = await visitor.get('/account/token')
  assert.match(page.html, /Nightly export/)
  assert.ok(!page.html.includes(token))
  assert.equal((await program.get('/account/member', bearer(token))).status, 404)
})

test('a token for reading changes nothing; one for changing does what its maker may', async () => {
  const { visitor } = await signedInMember(database, app, { name: 'Cy Dow', roles: ['steward'] })
  const post = (token: string) =>
    app.request('http://localhost/intake', {
      method: 'POST',
      headers: {
        ...bearer(token),
        origin: 'http://localhost',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ text: 'Zebra keeping\n\nLevel 1\n- Feeds the zebra.' }),
    })
  const reading = await makeToken(visitor, { name: 'Reads', scope: 'read', days: '7' })
  assert.equal((await post(reading)).status, 403)
  const changing = await makeToken(visitor, { name: 'Changes', scope: 'write', days: '7' })
  assert.equal((await post(changing)).status, 303)
})

test('a token that is unknown, revoked or expired is refused, also where anyone may read', async () => {
  const { visitor } = await signedInMember(database, app, { name: 'Ed Fry' })
  const program = newVisitor(app)
  const token = await makeToken(visitor, { name: 'Soon over', scope: 'read', days: '7' })
  const statusOf = async (given: string) => (await program.get('/api', { authorization: given })).status
  assert.equal(await statusOf(`Bearer ${token}`), 200)
  const expired = await makeToken(visitor, { name: 'Old', scope: 'read', days: '7' })
  const past = { ends_at: new Date(Date.now() - 1000) }
  await database.ctx.keep((tx) => tx.updateTable('api_token').set(past).where('name', '=', 'Old').execute())
  assert.equal(await statusOf(`Bearer ${expired}`), 401)
  const end = /action="(\/account\/token\/[^"]+)"/.exec((await visitor.get('/account/token')).html)?.[1] ?? ''
  await visitor.post(end, {})
  for (const given of [
    `Bearer ${token}`,
    'Bearer sightline_nonsense',
    `Bearer sightline_${'A'.repeat(64)}`,
    'Bearer  ',
  ])
    assert.equal(await statusOf(given), 401, given)
})

test('a program need not say where it comes from, as a browser must, whose cookies another site could use', async () => {
  const { visitor } = await signedInMember(database, app, { name: 'Mo Nash', roles: ['owner'] })
  const token = await makeToken(visitor, { name: 'Cleans up', scope: 'write', days: '7' })
  const address = `http://localhost/api/account/invitation/${database.ctx.newId()}`
  const remove = async (headers: Record<string, string>) =>
    (await app.request(address, { method: 'DELETE', headers })).status
  assert.equal(await remove(bearer(token)), 404)
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  assert.equal(await remove({ cookie }), 403)
  assert.equal(await remove({ cookie, origin: 'https://evil.example' }), 403)
  assert.equal(await remove({ cookie, origin: 'http://localhost' }), 404)
})

test('a token makes no tokens', async () => {
  const { visitor } = await signedInMember(database, app, { name: 'Gil Hart' })
  const token = await makeToken(visitor, { name: 'Greedy', scope: 'write', days: '7' })
  const response = await app.request('http://localhost/account/token', {
    method: 'POST',
    headers: { ...bearer(token), origin: 'http://localhost' },
    body: new URLSearchParams({ name: 'More', scope: 'write', days: '7' }),
  })
  assert.equal(response.status, 403)
})

test('guessing tokens is slowed down, without harm to good ones from the same address', async () => {
  const { visitor } = await signedInMember(database, app, { name: 'Ida Jung' })
  const token = await makeToken(visitor, { name: 'Good', scope: 'read', days: '7' })
  const visit = (given: string) => ({ headers: new Headers(bearer(given)), address: '192.0.2.77' })
  const failures: string[] = []
  for (let i = 0; i < 61; i++)
    await visitorOf(database.world, visit(`sightline_${'B'.repeat(64)}`)).catch((error: Error) =>
      failures.push(error instanceof Unauthenticated ? 'unknown' : error.message),
    )
  assert.deepEqual(failures.slice(58), [
    'unknown',
    'unknown',
    'There were too many attempts. Try again in 15 minutes.',
  ])
  assert.equal((await visitorOf(database.world, visit(token))).via, 'token')
})

test('a token without a name, with a made-up scope or for ever is refused field by field', async () => {
  const { visitor } = await signedInMember(database, app, { name: 'Kit Lowe' })
  const { status, html } = await visitor.post('/account/token', { name: ' ', scope: 'all', days: '9999' })
  assert.equal(status, 422)
  assert.match(html, /Give the token a name/)
  assert.match(html, /Choose what the token may do/)
  assert.match(html, /Choose how long it may be used/)
})

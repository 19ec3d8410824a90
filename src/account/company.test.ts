import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { appOf } from '../../test/app.ts'
import { type CompanyProvider, openCompanyProvider, signInAtCompany } from '../../test/company.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { newVisitor, type Visitor } from '../../test/visitor.ts'
import type { World } from '../context.ts'
import { type Identity, openIdentity } from '../identity/identity.ts'
import { invite } from './actions/invitations.ts'
import { InvitationInput } from './model.ts'

let database: TestDatabase
let provider: CompanyProvider
let identity: Identity
let app: ReturnType<typeof appOf>

before(async () => {
  database = await openTestDatabase()
  provider = await openCompanyProvider()
  identity = await openIdentity({
    server: {
      connection: (as) => database.connection(as === 'owner' ? 'owner' : 'application'),
      ensure: async () => {},
    },
    address: 'http://localhost',
    secret: { given: 'for the tests of company sign-in alone' },
    company: { issuer: provider.issuer, ...provider.settings },
    log: console.error,
  })
  const world: World = { ...database.world, identity: async () => identity }
  app = appOf(world)
})
after(async () => {
  await identity.close()
  await provider.stop()
  await database.close()
})

const pathOf = (address: string) => address.replace('http://localhost', '')

/** Through the company's sign-in and back, as the browser goes. */
async function comeIn(visitor: Visitor, next = '/account') {
  const left = await visitor.get(`/sign-in/company?next=${encodeURIComponent(next)}`)
  assert.equal(left.status, 303)
  return visitor.get(pathOf(signInAtCompany(provider, left.location ?? '')))
}

const inviteTo = (email: string) => invite(database.ctx, InvitationInput.parse({ email, name: 'Max Noor' }))

test('somebody who is invited comes in through the company, and is known by issuer and subject from then on', async () => {
  await inviteTo('max@tidewater.example')
  provider.persona = { sub: 'max-1', email: 'Max@Tidewater.example', email_verified: true, name: 'Max Noor' }
  const max = newVisitor(app)
  assert.match((await max.get('/sign-in')).html, /Sign in with Tidewater Login/)
  const back = await comeIn(max)
  assert.deepEqual([back.status, back.location], [303, '/account'])
  assert.match((await max.get('/account')).html, /max@tidewater\.example, in Our organisation/)
  const { verifierFits, secret } = provider.exchanges.at(-1) ?? {}
  assert.deepEqual([verifierFits, secret], [true, provider.settings.clientSecret])
  // Another address now, the same subject: the same account.
  provider.persona = { sub: 'max-1', email: 'renamed@tidewater.example', email_verified: true }
  const again = newVisitor(app)
  await comeIn(again)
  assert.match((await again.get('/account')).html, /max@tidewater\.example/)
})

test('somebody whom nobody has invited is told so, and no account comes about', async () => {
  provider.persona = { sub: 'stranger', email: 'stranger@tidewater.example', email_verified: true }
  const back = await comeIn(newVisitor(app))
  assert.equal(back.status, 403)
  assert.match(back.html, /nobody here has invited stranger@tidewater\.example yet/)
  assert.equal(await identity.accounts.findByEmail('stranger@tidewater.example'), undefined)
})

test('an address that the company does not vouch for opens nothing, invited or not', async () => {
  await inviteTo('doubtful@tidewater.example')
  for (const verified of [false, 'false', undefined]) {
    provider.persona = {
      sub: 'doubtful',
      email: 'doubtful@tidewater.example',
      ...(verified !== undefined && { email_verified: verified }),
    }
    const back = await comeIn(newVisitor(app))
    assert.equal(back.status, 403)
    assert.match(back.html, /does not say which e-mail address is yours/)
  }
})

test('an account with the same address is linked only when the address was confirmed here too', async () => {
  const { accounts } = identity
  const id = await accounts.create({
    email: 'waiting@tidewater.example',
    name: 'Somebody else',
    password: 'tin moth kettle',
    isConfirmed: false,
  })
  provider.persona = { sub: 'waiting', email: 'waiting@tidewater.example', email_verified: true }
  const refused = await comeIn(newVisitor(app))
  assert.equal(refused.status, 403)
  assert.match(refused.html, /nobody has confirmed that address yet/)
  const asked = await accounts.askForConfirmation('waiting@tidewater.example')
  await accounts.confirm(asked?.token ?? '')
  const linked = await comeIn(newVisitor(app))
  assert.match(linked.html, /nobody here has invited/)
  assert.equal((await accounts.findByCompany({ issuer: provider.issuer, subject: 'waiting' }))?.id, id)
})

test('an address that is only told at the userinfo address counts too', async () => {
  await inviteTo('apart@tidewater.example')
  provider.persona = { sub: 'apart', email: 'apart@tidewater.example', email_verified: true, elsewhere: true }
  assert.equal((await comeIn(newVisitor(app))).location, '/account')
})

const MAX = { sub: 'max-1', email: 'max@tidewater.example', email_verified: true }
const BAD: [what: string, persona: CompanyProvider['persona']][] = [
  ['signed by somebody else', { ...MAX, forged: true }],
  ['of another issuer', { ...MAX, wrong: { iss: 'https://evil.example' } }],
  ['for another client', { ...MAX, wrong: { aud: 'another' } }],
  [
    'for several clients without naming us as the party',
    { ...MAX, wrong: { aud: ['sightline', 'another'] } },
  ],
  ['that has expired', { ...MAX, wrong: { exp: 1 } }],
  ['from the future', { ...MAX, wrong: { iat: 4_000_000_000 } }],
  ['of another sign-in', { ...MAX, wrong: { nonce: 'another' } }],
  ['without a subject', { ...MAX, wrong: { sub: '' } }],
]

for (const [what, persona] of BAD)
  test(`a proof ${what} opens nothing`, async () => {
    provider.persona = persona
    const visitor = newVisitor(app)
    const back = await comeIn(visitor)
    assert.equal(back.status, 422)
    assert.match(back.html, /did not end as it should/)
    assert.equal((await visitor.get('/account')).status, 303)
  })

test('nobody finishes a sign-in that another browser has begun', async () => {
  provider.persona = MAX
  const victim = newVisitor(app)
  const left = await newVisitor(app).get('/sign-in/company')
  const back = await victim.get(pathOf(signInAtCompany(provider, left.location ?? '')))
  assert.equal(back.status, 422)
  const begun = newVisitor(app)
  const own = await begun.get('/sign-in/company')
  const changed = new URL(signInAtCompany(provider, own.location ?? ''))
  changed.searchParams.set('state', 'another')
  assert.equal((await begun.get(pathOf(changed.href))).status, 422)
})

test('a refusal by the company is told as one', async () => {
  const visitor = newVisitor(app)
  const left = await visitor.get('/sign-in/company')
  const state = new URL(left.location ?? '').searchParams.get('state') ?? ''
  const back = await visitor.get(`/sign-in/company/back?error=access_denied&state=${state}`)
  assert.match(back.html, /Tidewater Login did not let you in/)
})

test('while the company is down there is a sentence and the other way in; when it is up again it works, without a restart', async () => {
  const fresh = await openIdentity({
    server: { connection: () => database.connection('application'), ensure: async () => {} },
    address: 'http://localhost',
    secret: { given: 'for the tests of company sign-in alone' },
    company: { issuer: provider.issuer, ...provider.settings },
    log: console.error,
  })
  const freshApp = appOf({ ...database.world, identity: async () => fresh })
  await provider.stop()
  const down = await newVisitor(freshApp).get('/sign-in/company')
  assert.equal(down.status, 503)
  assert.match(down.html, /Tidewater Login does not answer/)
  assert.match(down.html, /name="password"/)
  await provider.start()
  const up = await newVisitor(freshApp).get('/sign-in/company')
  assert.equal(up.status, 303)
  await fresh.close()
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { appOf } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { newVisitor, type Visitor } from '../../test/visitor.ts'
import { TooOften } from '../errors.ts'
import { NOBODY } from '../viewer.ts'
import { createOwner } from './actions/owner.ts'
import { signIn as signInAs } from './actions/sign-in.ts'
import { SIGN_IN, SIGN_IN_FROM } from './attempts.ts'

const PASSWORD = 'tin moth kettle'
const OWNER = {
  organization: 'Tidewater',
  name: 'Ada Byrne',
  email: 'ada@tidewater.example',
  password: PASSWORD,
}
const SOMEWHERE = { headers: new Headers(), address: '192.0.2.1' }

let database: TestDatabase
let app: ReturnType<typeof appOf>

before(async () => {
  database = await openTestDatabase()
  app = appOf(database.world)
  await createOwner(database.world, OWNER, SOMEWHERE)
})
after(() => database.close())

const signIn = (visitor: Visitor, email = OWNER.email, password = PASSWORD, next = '/') =>
  visitor.post('/sign-in', { email, password, next })

/** What a page says, without the parts that belong to the request. */
const wordsOf = (html: string) => html.replaceAll(/value="[^"]*"/g, '')

test('the right password opens a session in a cookie that scripts cannot read, and leads where one wanted to go', async () => {
  const ada = newVisitor(app)
  const closed = await ada.get('/account')
  assert.deepEqual([closed.status, closed.location], [303, '/sign-in?next=%2Faccount'])
  const answer = await signIn(ada, OWNER.email.toUpperCase(), PASSWORD, '/account')
  assert.deepEqual([answer.status, answer.location], [303, '/account'])
  const cookie = answer.headers.getSetCookie().find((line) => line.includes('session_token')) ?? ''
  assert.match(cookie, /HttpOnly/i)
  assert.match(cookie, /SameSite=Lax/i)
  assert.doesNotMatch(cookie, /Secure/i)
  assert.match((await ada.get('/account')).html, /ada@tidewater\.example, in Tidewater as Owner/)
})

test('a wrong password, an unknown address and an account without a password get the same words', async () => {
  const { accounts } = await database.world.identity()
  await accounts.create({ email: 'company@tidewater.example', name: 'C', password: null, isConfirmed: true })
  const answers = await Promise.all([
    signIn(newVisitor(app), OWNER.email, 'not the password'),
    signIn(newVisitor(app), 'nobody@tidewater.example', 'not the password'),
    signIn(newVisitor(app), 'company@tidewater.example', 'not the password'),
  ])
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([422]))
  assert.equal(new Set(answers.map(({ html }) => wordsOf(html))).size, 1)
  assert.match(answers[0]?.html ?? '', /The address or the password is wrong/)
  assert.match(answers[0]?.html ?? '', /value="ada@tidewater\.example"/)
})

test('an unknown address takes as much work as a wrong password', async () => {
  const costOf = async (email: string) => {
    const before = process.cpuUsage()
    for (let i = 0; i < 3; i++) await signIn(newVisitor(app), email, 'not the password')
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  await costOf('warm@tidewater.example')
  const [known, unknown] = [await costOf(OWNER.email), await costOf('stranger@tidewater.example')]
  assert.ok(unknown > known / 2 && known > unknown / 2, `${known} µs against ${unknown} µs`)
})

test('what is no address is told at the field, and the password never comes back', async () => {
  const { status, html } = await signIn(newVisitor(app), 'ada', 'a secret that was typed')
  assert.equal(status, 422)
  assert.match(html, /href="#field-email">Give an e-mail address/)
  assert.doesNotMatch(html, /a secret that was typed/)
})

test('after ten wrong passwords there is a pause for that address, known or not, and it says how long', async () => {
  const { accounts, limits } = await database.world.identity()
  await accounts.create({
    email: 'lena@tidewater.example',
    name: 'Lena',
    password: PASSWORD,
    isConfirmed: true,
  })
  for (const email of ['lena@tidewater.example', 'nobody.either@tidewater.example']) {
    for (let i = 0; i < SIGN_IN.most; i++) assert.equal(await limits.take(SIGN_IN, email), null)
    const { status, html, headers } = await signIn(newVisitor(app), email, PASSWORD)
    assert.equal(status, 429)
    assert.match(html, /too many attempts\. Try again in 15 minutes/)
    assert.equal(headers.getSetCookie().length, 0)
  }
})

test('the failure before the pause is in the history, with how many there were', async () => {
  const { limits } = await database.world.identity()
  await limits.clear(SIGN_IN, OWNER.email)
  for (let i = 1; i < SIGN_IN.most; i++) await limits.take(SIGN_IN, OWNER.email)
  await signIn(newVisitor(app), OWNER.email, 'wrong')
  const events = await database.world.database.read(await organizationId(), (db) =>
    db.selectFrom('history_event').select('act').where('act', '=', 'sign-in: paused').execute(),
  )
  assert.equal(events.length, 1)
  await limits.clear(SIGN_IN, OWNER.email)
})

test('many wrong passwords from one network address pause that address alone', async () => {
  const { limits } = await database.world.identity()
  const failing = { headers: new Headers(), address: '192.0.2.66' }
  for (let i = 0; i < SIGN_IN_FROM.most; i++) await limits.take(SIGN_IN_FROM, failing.address)
  const nobody = database.ctx.as(NOBODY)
  const given = { email: OWNER.email, password: PASSWORD }
  await assert.rejects(signInAs(nobody, given, failing), TooOften)
  assert.equal((await signInAs(nobody, given, SOMEWHERE)).outcome, 'in')
})

test('signing out ends the session on the server, so that a kept cookie opens nothing', async () => {
  const ada = newVisitor(app)
  await signIn(ada)
  const kept = new Map(ada.cookies)
  const out = await ada.post('/sign-out', {})
  assert.deepEqual([out.status, out.location], [303, '/sign-in?done=out'])
  const thief = newVisitor(app)
  for (const [name, value] of kept) thief.cookies.set(name, value)
  assert.equal((await thief.get('/account')).location, '/sign-in?next=%2Faccount')
})

test('a cookie whose seal is not ours opens nothing', async () => {
  const ada = newVisitor(app)
  await signIn(ada)
  const [name, value] = [...ada.cookies].find(([one]) => one.includes('session_token')) ?? ['', '']
  const forger = newVisitor(app)
  forger.cookies.set(name, value.replace(/.{4}$/, 'AAAA'))
  assert.equal((await forger.get('/account')).status, 303)
})

test('an account that belongs to no organisation is told so, and can sign out', async () => {
  const { accounts } = await database.world.identity()
  const email = 'homeless@tidewater.example'
  await accounts.create({ email, name: 'Homer', password: PASSWORD, isConfirmed: true })
  const homer = newVisitor(app)
  await signIn(homer, email)
  const page = await homer.get('/sign-in')
  assert.match(page.html, /Your account belongs to no organisation/)
  assert.equal((await homer.get('/account')).status, 303)
})

test('whoever signs in is in the history, with the failures before, and no secret is', async () => {
  const failing = newVisitor(app)
  await signIn(failing, OWNER.email, 'wrong')
  await signIn(failing)
  const { rows } = await database.world.database.read(await organizationId(), async (db) => ({
    rows: await db.selectFrom('history_detail').select('detail').execute(),
  }))
  const last = JSON.stringify(rows.map(({ detail }) => detail))
  assert.match(last, /"failuresBefore":\d/)
  assert.doesNotMatch(last, /tin moth kettle|session_token/)
})

async function organizationId(): Promise<string> {
  const { listOrganizations } = await import('../organization.ts')
  const all = await listOrganizations(database.world.database)
  return all.find(({ name }) => name === OWNER.organization)?.id ?? ''
}

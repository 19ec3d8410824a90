import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, test } from 'node:test'
import { appOf } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { PASSWORD, signedInMember } from '../../test/member.ts'
import { newVisitor, type Visitor } from '../../test/visitor.ts'
import { removeSecondFactor } from './actions/members.ts'
import { RESET } from './attempts.ts'
import { listMails } from './store/mails.ts'
import { findMemberByPerson } from './store.ts'

let database: TestDatabase
let app: ReturnType<typeof appOf>

before(async () => {
  database = await openTestDatabase()
  app = appOf(database.world)
})
after(() => database.close())

const ANOTHER = 'copper lamp biscuit'

/** The newest mail to the address about something: its words, its link. */
async function mailTo(email: string, about: RegExp): Promise<{ text: string; path: string }> {
  const mails = await database.ctx.read((db) => listMails(db, { most: 100, skip: 0 }))
  const text = mails.find((mail) => mail.recipient === email && about.test(mail.subject))?.body ?? ''
  return { text, path: (/http:\/\/localhost(\S+)/.exec(text)?.[1] ?? '').trim() }
}

const signIn = (visitor: Visitor, email: string, password: string) =>
  visitor.post('/sign-in', { email, password, next: '/' })

/** RFC 6238 with RFC 4648's base 32, as an app on a phone reckons it. */
function codeAt(secret: string, moment: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replaceAll(/[\s=]/g, '')].map((sign) =>
    letters.indexOf(sign).toString(2).padStart(5, '0'),
  )
  const bytes = bits.join('').match(/.{8}/g) ?? []
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(moment / 30_000)))
  const hash = createHmac('sha1', Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))))
    .update(counter)
    .digest()
  const offset = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('a link that can be none is refused in words, whatever stands in it', async () => {
  for (const text of ['%00', '%F0%9F%99%82', 'a%2F..%2Fb', 'x'.repeat(3000)]) {
    const visitor = newVisitor(app)
    assert.equal((await visitor.get(`/password/reset/${text}`)).status, 404, text)
    assert.equal((await visitor.post(`/password/reset/${text}`, { password: ANOTHER })).status, 404, text)
    assert.equal((await visitor.post(`/confirm/${text}`, {})).status, 404, text)
  }
})

test('the password is changed with the current one, and every other session ends', async () => {
  const { visitor, email } = await signedInMember(database, app, { name: 'Cora Dean' })
  const elsewhere = newVisitor(app)
  await signIn(elsewhere, email, PASSWORD)
  const wrong = await visitor.post('/account/password', { current: 'nonsense', password: ANOTHER })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /This is not your current password/)
  const own = await visitor.post('/account/password', { current: PASSWORD, password: 'Cora.Dean.2026' })
  assert.match(own.html, /follows from your name/)
  const done = await visitor.post('/account/password', { current: PASSWORD, password: ANOTHER })
  assert.equal(done.location, '/account/password?done=changed')
  assert.equal((await visitor.get('/account')).status, 200)
  assert.equal((await elsewhere.get('/account')).status, 303)
  assert.equal((await signIn(newVisitor(app), email, PASSWORD)).status, 422)
  assert.match((await mailTo(email, /your password was changed/)).text, /choose a new password now/)
})

test('a forgotten password is replaced by the link of a mail, once, and all sessions end', async () => {
  const { visitor, email } = await signedInMember(database, app, { name: 'Fay Gold' })
  const sent = await newVisitor(app).post('/password/forgotten', { email })
  assert.match(sent.html, /If fay\.gold@ours\.example has an account here/)
  const { path } = await mailTo(email, /Choose a new password/)
  const fay = newVisitor(app)
  assert.match((await fay.get(path)).html, /For the account of Fay Gold/)
  assert.equal((await fay.post(path, { password: 'short' })).status, 422)
  assert.equal((await fay.post(path, { password: ANOTHER })).location, '/sign-in?done=reset')
  assert.equal((await fay.post(path, { password: PASSWORD })).status, 404)
  assert.equal((await visitor.get('/account')).status, 303)
  assert.equal((await signIn(fay, email, ANOTHER)).status, 303)
  assert.equal((await (await database.world.identity()).accounts.findByEmail(email))?.isConfirmed, true)
})

test('whoever asks for a new password learns nothing about an address, neither from the words nor from the time', async () => {
  const { email } = await signedInMember(database, app, { name: 'Hal Ives' })
  const ask = async (address: string) => {
    const start = performance.now()
    const { status, html } = await newVisitor(app).post('/password/forgotten', { email: address })
    return { status, html: html.replaceAll(address, 'ADDRESS'), ms: performance.now() - start }
  }
  const [known, unknown] = [await ask(email), await ask('stranger@ours.example')]
  assert.equal(known.html, unknown.html)
  assert.equal(known.status, unknown.status)
  assert.ok(known.ms >= 300 && unknown.ms >= 300, `${known.ms} ms and ${unknown.ms} ms`)
})

test('links for a new password are sent three times an hour, then there is a pause', async () => {
  const { limits } = await database.world.identity()
  for (let i = 0; i < RESET.most; i++) await limits.take(RESET, 'often@ours.example')
  const { status, html, headers } = await newVisitor(app).post('/password/forgotten', {
    email: 'often@ours.example',
  })
  assert.equal(status, 429)
  assert.match(html, /Try again in 60 minutes/)
  assert.equal(headers.get('location'), null)
})

test('an address is confirmed by pressing a button at the link of the mail', async () => {
  const { visitor, email } = await signedInMember(database, app, { name: 'Jo Kerr' })
  assert.match((await visitor.get('/account')).html, /Your address is not confirmed yet/)
  const { path } = await mailTo(email, /Confirm your e-mail address/)
  assert.match((await newVisitor(app).get(path)).html, /One press/)
  assert.match((await visitor.get('/account')).html, /not confirmed yet/)
  assert.match((await newVisitor(app).post(path, {})).html, /Your address is confirmed/)
  assert.doesNotMatch((await visitor.get('/account')).html, /not confirmed yet/)
  assert.equal((await newVisitor(app).post('/confirm/nonsense', {})).status, 404)
})

/** Sets up the second factor as a person does, by typing the secret; gives what they keep. */
async function setUp(visitor: Visitor) {
  const page = await visitor.post('/account/second-factor/setup', { current: PASSWORD })
  assert.match(page.html, /<svg class="qr-code"/)
  assert.equal(page.headers.get('cache-control'), 'no-store')
  const secret = /<code class="secret">([^<]+)</.exec(page.html)?.[1] ?? ''
  const recoveryCodes = [...page.html.matchAll(/<li><code>([^<]+)<\/code>/g)].map(([, code = '']) => code)
  const wrong = await visitor.post('/account/second-factor/code', { code: '000000' })
  assert.equal(wrong.status, 422)
  const done = await visitor.post('/account/second-factor/code', { code: codeAt(secret, Date.now()) })
  assert.equal(done.location, '/account?done=on')
  return { secret, recoveryCodes }
}

test('with a second factor the password alone opens nothing; a code of the app does, once', async () => {
  const { visitor, email } = await signedInMember(database, app, { name: 'Lu Moss' })
  const { secret, recoveryCodes } = await setUp(visitor)
  assert.equal(recoveryCodes.length, 10)
  assert.equal((await visitor.get('/account')).status, 200)
  const lu = newVisitor(app)
  assert.equal((await signIn(lu, email, PASSWORD)).location, '/sign-in/code?next=%2F')
  assert.equal((await lu.get('/account')).status, 303)
  assert.equal((await lu.post('/sign-in/code', { code: '123456', next: '/' })).status, 422)
  const code = codeAt(secret, Date.now() + 30_000)
  assert.equal(
    (await lu.post('/sign-in/code', { code: `${code.slice(0, 3)} ${code.slice(3)}`, next: '/account' }))
      .location,
    '/account',
  )
  const watcher = newVisitor(app)
  await signIn(watcher, email, PASSWORD)
  const replayed = await watcher.post('/sign-in/code', { code, next: '/' })
  assert.equal(replayed.status, 422)
  assert.match(replayed.html, /used before/)
})

test('a recovery code lets one in, once', async () => {
  const { visitor, email } = await signedInMember(database, app, { name: 'Ned Orr' })
  const { recoveryCodes } = await setUp(visitor)
  const [code = ''] = recoveryCodes
  assert.match(code, /^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/)
  for (const expected of [303, 422]) {
    const ned = newVisitor(app)
    await signIn(ned, email, PASSWORD)
    assert.equal(
      (
        await ned.post('/sign-in/code', {
          code: code.replace('-', '').toUpperCase(),
          with: 'recovery',
          next: '/',
        })
      ).status,
      expected,
    )
  }
})

test('too many wrong codes end the sign-in, and a code without a password before it opens nothing', async () => {
  const { visitor, email } = await signedInMember(database, app, { name: 'Pia Quill' })
  await setUp(visitor)
  const pia = newVisitor(app)
  await signIn(pia, email, PASSWORD)
  const answers: string[] = []
  for (const code of ['111111', '222222', '333333', '444444', '555555', '666666'])
    answers.push((await pia.post('/sign-in/code', { code, next: '/' })).html)
  assert.match(answers.at(-1) ?? '', /Sign in with your password again/)
  const stranger = await newVisitor(app).post('/sign-in/code', { code: '123456', next: '/' })
  assert.match(stranger.html, /Sign in with your password again/)
})

test('the second factor is turned off with the password; a lost one is removed by an owner; both are told by mail', async () => {
  const { visitor, email, personId } = await signedInMember(database, app, { name: 'Roy Sun' })
  await setUp(visitor)
  const wrong = await visitor.post('/account/second-factor/end', { current: 'nonsense' })
  assert.equal(wrong.status, 422)
  assert.equal(
    (await visitor.post('/account/second-factor/end', { current: PASSWORD })).location,
    '/account?done=off',
  )
  assert.equal((await signIn(newVisitor(app), email, PASSWORD)).location, '/')
  assert.match((await mailTo(email, /turned off/)).text, /second factor was turned off/)
  await setUp(visitor)
  const id = (await database.ctx.read((db) => findMemberByPerson(db, personId)))?.id ?? ''
  await removeSecondFactor(database.ctx, id)
  assert.equal((await signIn(newVisitor(app), email, PASSWORD)).location, '/')
  assert.match((await mailTo(email, /removed/)).text, /second factor was removed/)
})

test('sessions are listed by browser, ended one by one, or all but this one', async () => {
  const { visitor, email } = await signedInMember(database, app, { name: 'Tess Ure' })
  const phone = newVisitor(
    app,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1',
  )
  await signIn(phone, email, PASSWORD)
  const third = newVisitor(app)
  await signIn(third, email, PASSWORD)
  const { html } = await visitor.get('/account/session')
  assert.match(html, /Firefox on Linux/)
  assert.match(html, /Safari on iPhone/)
  assert.match(html, /this one/)
  const ending =
    /action="(\/account\/session\/[0-9a-f-]{36}\/end)"[^>]*><button[^>]*Safari/.exec(html)?.[1] ?? ''
  assert.equal((await visitor.post(ending, {})).status, 303)
  assert.equal((await phone.get('/account')).status, 303)
  assert.equal((await third.get('/account')).status, 200)
  assert.equal((await visitor.post(ending, {})).status, 404)
  await visitor.post('/account/session/others/end', {})
  assert.equal((await third.get('/account')).status, 303)
  assert.equal((await visitor.get('/account')).status, 200)
})

test('nobody ends the session, nor revokes the token, of somebody else', async () => {
  const { visitor: victim } = await signedInMember(database, app, { name: 'Vic Tims' })
  await victim.post('/account/token', { name: 'Export', scope: 'read', days: '7' })
  const { visitor } = await signedInMember(database, app, { name: 'Una Wex' })
  const tokenEnd =
    /action="(\/account\/token\/[^"]+)"/.exec((await victim.get('/account/token')).html)?.[1] ?? ''
  assert.equal((await visitor.post(tokenEnd, {})).status, 404)
  const sessions = await (await database.world.identity()).sessions.list(
    (await (await database.world.identity()).accounts.findByEmail('vic.tims@ours.example'))?.id ?? '',
  )
  assert.equal((await visitor.post(`/account/session/${sessions[0]?.id}/end`, {})).status, 404)
  assert.equal((await victim.get('/account')).status, 200)
})

import assert from 'node:assert/strict'
import { createSign, generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { Unavailable } from '../errors.ts'
import { readIdToken } from './id-token.ts'
import { type Identity, openIdentity } from './identity.ts'
import type { Key } from './provider.ts'
import type { SecretPlace } from './secret.ts'

let database: TestDatabase
const opened: Identity[] = []

before(async () => {
  database = await openTestDatabase()
})
after(async () => {
  for (const identity of opened) await identity.close()
  await database.close()
})

async function open(secret: SecretPlace, address = 'http://localhost'): Promise<Identity> {
  const server = { connection: () => database.connection('application'), ensure: async () => {} }
  const identity = await openIdentity({ server, address, secret, company: null, log: console.error })
  opened.push(identity)
  return identity
}

const newFile = () => join(mkdtempSync(join(tmpdir(), 'sightline-secret-')), 'secret')

test('the key of the cookies is made once, for its owner’s eyes alone, and stays the same over starts', async () => {
  const file = newFile()
  const keys = await Promise.all(
    [open({ file }), open({ file })].map(async (one) => (await one).keyFor('test')),
  )
  assert.equal(keys[0], keys[1])
  assert.equal((await open({ file })).keyFor('test'), keys[0])
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.ok(readFileSync(file, 'utf8').length > 60)
  assert.notEqual((await open({ file })).keyFor('another'), keys[0])
})

test('a damaged key, or one that cannot be kept, is told with the remedy', async () => {
  const file = newFile()
  writeFileSync(file, 'short')
  await assert.rejects(
    open({ file }),
    (error) => error instanceof Unavailable && /damaged/.test(error.message),
  )
  const nowhere = join(file, 'below')
  await assert.rejects(
    open({ file: nowhere }),
    (error) => error instanceof Unavailable && /cannot be used/.test(error.message),
  )
  assert.ok(!existsSync(nowhere))
})

test('where there is no folder of ours the key is kept in the database, one for all', async () => {
  const keys = await Promise.all(
    [open({ database: true }), open({ database: true })].map(async (one) => (await one).keyFor('x')),
  )
  assert.equal(keys[0], keys[1])
})

test('behind https the cookies say so, and are read again', async () => {
  const secure = await open({ database: true }, 'https://sightline.example.org')
  const account = { email: 'ada@ours.example', name: 'Ada', password: 'tin moth kettle', isConfirmed: true }
  const id = await secure.accounts.create(account)
  const [cookie = ''] = await secure.sessions.begin(id, new Headers())
  assert.match(
    cookie,
    /^__Secure-sightline\.session_token=.*HttpOnly.*Secure|^__Secure-sightline\.session_token=.*Secure.*HttpOnly/i,
  )
  const headers = new Headers({ cookie: cookie.split(';')[0] ?? '' })
  assert.equal((await secure.sessions.current(headers))?.accountId, id)
})

test('the session lasts fourteen days, used or not', async () => {
  const identity = await open({ database: true })
  const id = await identity.accounts.create({
    email: 'bo@ours.example',
    name: 'Bo',
    password: null,
    isConfirmed: true,
  })
  await identity.sessions.begin(id, new Headers({ 'user-agent': 'x' }))
  const [session] = await identity.sessions.list(id)
  const days = ((session?.endsAt.getTime() ?? 0) - Date.now()) / 86_400_000
  assert.ok(days > 13.9 && days <= 14)
})

test('attempts are counted until their time is over, across processes; a success gives one back', async () => {
  const [one, two] = [await open({ database: true }), await open({ database: true })]
  const limit = { name: 'tries', most: 2, seconds: 1 }
  assert.equal(await one.limits.take(limit, 'Ada'), null)
  assert.equal(await two.limits.take(limit, 'ada'), null)
  await one.limits.giveBack(limit, 'ada')
  assert.equal(await one.limits.take(limit, 'ada'), null)
  const until = await two.limits.take(limit, 'ada')
  assert.ok(until && until.getTime() - Date.now() <= 1000)
  assert.equal(await one.limits.take(limit, 'bo'), null)
  await new Promise((resolve) => setTimeout(resolve, 1100))
  assert.equal(await one.limits.take(limit, 'ada'), null)
  assert.equal(await one.limits.clear(limit, 'ada'), 1)
})

const CLAIMS = { iss: 'https://login.example', aud: 'us', sub: '1', nonce: 'n', iat: 1000, exp: 2000 }
const EXPECTED = { issuer: 'https://login.example', clientId: 'us', nonce: 'n', now: 1500 }
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

const read = (token: string, key: object | undefined) =>
  readIdToken(token, EXPECTED, async () => key as Key | undefined)

test('proofs signed with an elliptic curve are read like those signed with RSA', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const text = `${part({ alg: 'ES256', kid: 'k' })}.${part(CLAIMS)}`
  const seal = createSign('sha256').update(text).sign({ key: privateKey, dsaEncoding: 'ieee-p1363' })
  const jwk = publicKey.export({ format: 'jwk' })
  assert.equal((await read(`${text}.${seal.toString('base64url')}`, jwk))?.sub, '1')
  const edwards = generateKeyPairSync('ed25519')
  const other = `${part({ alg: 'EdDSA' })}.${part(CLAIMS)}`
  const signed = sign(null, Buffer.from(other), edwards.privateKey)
  assert.equal(
    (await read(`${other}.${signed.toString('base64url')}`, edwards.publicKey.export({ format: 'jwk' })))
      ?.sub,
    '1',
  )
})

test('a proof that nobody signed, or that is signed with our own secret, is none', async () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = publicKey.export({ format: 'jwk' })
  for (const alg of ['none', 'HS256', 'RS256', 'constructor'])
    assert.equal(await read(`${part({ alg })}.${part(CLAIMS)}.`, jwk), null, alg)
  for (const text of ['', '.', 'a.b.c', 'a.b.c.d', `${part({ alg: 'RS256' })}.x.y`])
    assert.equal(await read(text, jwk), null)
  assert.equal(await read(`${part({ alg: 'RS256' })}.${part(CLAIMS)}.eA`, undefined), null)
})

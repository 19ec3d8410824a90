import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOpenToOthers, readConfig } from './config.ts'
import { Invalid } from './errors.ts'

test('without settings, Sightline listens on localhost, port 3000, and looks after its own PostgreSQL', () => {
  const { host, port, store } = readConfig({ XDG_DATA_HOME: '/somewhere' })
  assert.deepEqual({ host, port }, { host: 'localhost', port: 3000 })
  const home = process.getuid?.() === 0 ? '/var/lib/sightline' : '/somewhere/sightline'
  assert.deepEqual(store, { kind: 'managed', home, binaries: 'npm' })
})

test('SIGHTLINE_DATA and SIGHTLINE_POSTGRES move the data and choose the programs', () => {
  const { store } = readConfig({ SIGHTLINE_DATA: '/data', SIGHTLINE_POSTGRES: 'system' })
  assert.deepEqual(store, { kind: 'managed', home: '/data', binaries: 'system' })
})

test('DATABASE_URL goes before the PostgreSQL of our own', () => {
  const { store } = readConfig({ DATABASE_URL: 'postgres://me@there/mine', SIGHTLINE_DATA: '/data' })
  assert.deepEqual(store, { kind: 'external', url: 'postgres://me@there/mine', setting: 'DATABASE_URL' })
})

test('an empty setting is no setting', () => {
  assert.equal(readConfig({ PORT: '', HOST: '', DATABASE_URL: '', SIGHTLINE_DATA: '' }).port, 3000)
})

for (const port of ['many', '70000', '-1', '3.5']) {
  test(`PORT=${port} is refused with what to give instead`, () => {
    assert.throws(
      () => readConfig({ PORT: port }),
      (error) => error instanceof Invalid && /Give a number/.test(error.message),
    )
  })
}

test('without further settings there is no mail server, no company sign-in and no proxy', () => {
  const { publicAddress, proxies, secret, mail, company } = readConfig({})
  assert.deepEqual(
    { publicAddress, proxies, secret, company },
    { publicAddress: null, proxies: 0, secret: null, company: null },
  )
  assert.deepEqual(mail, { smtp: null, from: 'Sightline <no-reply@localhost>' })
})

const COMPANY = { OIDC_ISSUER: 'https://login.example.org/', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' }

test('the public address, the mail server and the company sign-in are taken as they are given', () => {
  const given = {
    SIGHTLINE_URL: 'https://sightline.example.org/',
    SIGHTLINE_PROXIES: '1',
    SMTP_URL: 'smtp://host:587',
  }
  const { publicAddress, proxies, mail, company } = readConfig({ ...given, ...COMPANY, OIDC_NAME: 'Example' })
  assert.equal(publicAddress, 'https://sightline.example.org')
  assert.equal(proxies, 1)
  assert.deepEqual(mail, { smtp: 'smtp://host:587', from: 'Sightline <no-reply@sightline.example.org>' })
  const expected = { issuer: 'https://login.example.org/', clientId: 'a', clientSecret: 'b', name: 'Example' }
  assert.deepEqual(company, expected)
  assert.equal(readConfig(COMPANY).company?.name, 'login.example.org')
})

const REFUSED: [settings: Record<string, string>, says: RegExp][] = [
  [{ SIGHTLINE_URL: 'sightline.example.org' }, /SIGHTLINE_URL is "sightline.example.org"/],
  [{ SIGHTLINE_URL: 'https://example.org/sightline' }, /without a path/],
  [{ SIGHTLINE_URL: 'ftp://example.org' }, /SIGHTLINE_URL/],
  [{ SIGHTLINE_PROXIES: 'one' }, /from 0 to 9/],
  [{ SIGHTLINE_SECRET: 'short' }, /32 characters/],
  [{ SMTP_URL: 'mail.example.org' }, /begin with smtp:/],
  [{ MAIL_FROM: 'Sightline' }, /Give an address/],
  [{ MAIL_FROM: 'a@b.org\nBcc: c@d.org' }, /Give an address/],
  [{ OIDC_ISSUER: 'https://login.example.org' }, /needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET/],
  [{ ...COMPANY, OIDC_ISSUER: 'http://login.example.org' }, /Give the https address/],
]

for (const [settings, says] of REFUSED) {
  test(`${JSON.stringify(settings)} is refused with what to give instead`, () => {
    assert.throws(
      () => readConfig(settings),
      (error) => error instanceof Invalid && says.test(error.message),
    )
  })
}

test('whoever can come in through a proxy counts as coming from outside, so that setting up needs a code', () => {
  const open = (settings: Record<string, string>) => isOpenToOthers(readConfig(settings))
  assert.deepEqual([{}, { HOST: '::1' }, { SIGHTLINE_URL: 'http://localhost:3000' }].map(open), [
    false,
    false,
    false,
  ])
  const url = { SIGHTLINE_URL: 'https://sightline.example.org' }
  assert.deepEqual(
    [{ HOST: '0.0.0.0' }, { HOST: '127.0.0.1', ...url }, { SIGHTLINE_PROXIES: '1' }].map(open),
    [true, true, true],
  )
})

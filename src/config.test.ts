import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'
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

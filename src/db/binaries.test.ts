import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { closedFolder, mayRead, serverAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { lastWords } from './trouble.ts'

const SOMEBODY = { uid: 54_321, gid: 54_321 }

function folder(t: TestContext): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'sightline-binaries-')))
  t.after(() => rmSync(made, { recursive: true, force: true }))
  return made
}

function onPlatform(t: TestContext, platform: string): void {
  const real = Object.getOwnPropertyDescriptor(process, 'platform') ?? {}
  Object.defineProperty(process, 'platform', { ...real, value: platform })
  t.after(() => Object.defineProperty(process, 'platform', real))
}

const wish = (home: string) => ({ choice: 'npm', home, account: null, major: null })

test('on a platform without programs of its own, Sightline names the two remedies', (t) => {
  onPlatform(t, 'sunos')
  assert.throws(
    () => findBinaries(wish('/nowhere')),
    /^Error: Sightline brings no PostgreSQL for sunos .*\. Install PostgreSQL 15 or newer and set SIGHTLINE_POSTGRES=system, or set DATABASE_URL\.$/,
  )
})

test('on Windows, it names DATABASE_URL', (t) => {
  onPlatform(t, 'win32')
  assert.throws(() => findBinaries(wish('/nowhere')), /On Windows .* set DATABASE_URL to it\.$/)
})

test('programs of a PostgreSQL before 15 are refused', (t) => {
  const home = folder(t)
  for (const name of ['postgres', 'initdb']) {
    writeFileSync(join(home, name), '#!/bin/sh\necho "postgres (PostgreSQL) 13.2"\n', { mode: 0o755 })
  }
  assert.throws(
    () => findBinaries({ ...wish(home), choice: home }),
    /is PostgreSQL 13, and Sightline needs 15 or newer/,
  )
})

test('a closed folder on the way is found, the outermost first', (t) => {
  const home = folder(t)
  chmodSync(home, 0o755)
  mkdirSync(join(home, 'closed/inside'), { recursive: true })
  assert.equal(closedFolder(join(home, 'closed/inside'), SOMEBODY), null)
  chmodSync(join(home, 'closed'), 0o700)
  assert.equal(closedFolder(join(home, 'closed/inside'), SOMEBODY), join(home, 'closed'))
})

test('the owner’s rights are the owner’s, even where others have more', (t) => {
  const file = join(folder(t), 'file')
  writeFileSync(file, '')
  chmodSync(file, 0o074)
  const me = { uid: process.getuid?.() ?? 0, gid: 99_999 }
  assert.equal(mayRead(file, me, 4), false)
  assert.equal(mayRead(file, SOMEBODY, 4), true)
  assert.equal(mayRead(file, SOMEBODY, 1), false)
})

test('the server runs as whoever owns the data, and else never as root', (t) => {
  const account = serverAccount(join(folder(t), 'missing'))
  if (process.getuid?.() === 0) assert.notEqual(account?.uid ?? 0, 0)
  else assert.equal(account, null)
})

test('PostgreSQL’s last words are its reason, without the time', () => {
  const log =
    '2026-11-21 22:42:19 UTC [1] LOG:  starting\n2026-11-21 22:42:19 UTC [1] FATAL:  no room\n2026 [1] LOG:  database system is shut down\n'
  assert.equal(lastWords(log), 'no room')
  assert.equal(lastWords(''), 'it says nothing')
})

test('the programs from npm are fit to run where they lie, or copied to where they are', (t) => {
  const home = folder(t)
  chmodSync(home, 0o755)
  const account = serverAccount(join(home, 'missing'))
  const found = findBinaries({ choice: 'npm', home, account, major: null })
  assert.ok(found.major >= 15)
  assert.ok(existsSync(join(found.folder, 'postgres')))
  assert.equal(closedFolder(found.folder, account), null)
})

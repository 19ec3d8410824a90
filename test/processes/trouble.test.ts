/** Whatever is wrong with the database, a person reads one sentence that says what to do. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fakePostgres } from './fake-postgres.ts'
import { dataFolder, serverOf, startSightline } from './process.ts'
import { ORGANIZATION, openWritten } from './written.ts'

const isRoot = process.getuid?.() === 0

async function refusal(t: TestContext, settings: Record<string, string>): Promise<string> {
  const sightline = startSightline(t, ['serve'], { PORT: '0', ...settings })
  const code = await sightline.ended
  assert.equal(code, 1, sightline.errors())
  assert.deepEqual(sightline.lines(), [])
  assert.equal(sightline.errors().trim().split('\n').length, 1, sightline.errors())
  return sightline.errors().trim()
}

/** Programs that stand in for PostgreSQL's: `initdb` fails with these words. */
function failingPrograms(home: string, words: string): string {
  const folder = join(dirname(home), 'programs')
  mkdirSync(folder)
  writeFileSync(join(folder, 'postgres'), '#!/bin/sh\necho "postgres (PostgreSQL) 18.4"\n', { mode: 0o755 })
  writeFileSync(join(folder, 'initdb'), `#!/bin/sh\necho "${words}" >&2\nexit 1\n`, { mode: 0o755 })
  return folder
}

test('data of another major version of PostgreSQL', async (t) => {
  const home = dataFolder(t)
  mkdirSync(join(home, 'postgres'), { recursive: true, mode: 0o711 })
  writeFileSync(join(home, 'postgres/PG_VERSION'), '12\n')
  assert.match(
    await refusal(t, { SIGHTLINE_DATA: home }),
    /^The data in .* was made by PostgreSQL 12, but .* holds PostgreSQL 18\. Set SIGHTLINE_POSTGRES to the folder with the programs of PostgreSQL 12, or SIGHTLINE_DATA to another folder\.$/,
  )
})

test('a full disk', async (t) => {
  const home = dataFolder(t)
  const programs = failingPrograms(
    home,
    'initdb: error: could not write to file pg_wal/1: No space left on device',
  )
  assert.match(
    await refusal(t, { SIGHTLINE_DATA: home, SIGHTLINE_POSTGRES: programs }),
    /^The disk that holds .*\/data is full\. Free some space, or set SIGHTLINE_DATA to a folder on another disk/,
  )
})

for (const megabytes of [10, 40]) {
  test(`a disk of ${megabytes} MB, too small to begin with`, async (t) => {
    const folder = dirname(dataFolder(t))
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder])
    if (mount.status !== 0) return t.skip('only root can make a small disk to test on')
    try {
      assert.match(
        await refusal(t, { SIGHTLINE_DATA: join(folder, 'data') }),
        /^The disk that holds .*\/data is full\. Free some space/,
      )
    } finally {
      spawnSync('umount', [folder])
    }
  })
}

test('a path too long for a socket is no trouble', async (t) => {
  const home = join(dataFolder(t), 'long'.repeat(25))
  const { database, close } = await openWritten(home)
  const socketFolder = serverOf(home)?.socketFolder
  assert.ok(socketFolder && !socketFolder.startsWith(home))
  t.after(() => rmSync(socketFolder, { recursive: true, force: true }))
  const rows = await database.read(ORGANIZATION, (db) => db.selectFrom('written').select('id').execute())
  assert.deepEqual(rows, [])
  await close()
})

test('initdb that fails for a reason of its own', async (t) => {
  const home = dataFolder(t)
  const programs = failingPrograms(home, 'initdb: error: the moon is in the wrong house')
  assert.match(
    await refusal(t, { SIGHTLINE_DATA: home, SIGHTLINE_POSTGRES: programs }),
    /^PostgreSQL could not make its data directory in .* It says: the moon is in the wrong house\.$/,
  )
})

test('a data folder that is a file', async (t) => {
  const home = dataFolder(t)
  writeFileSync(home, '')
  assert.equal(
    await refusal(t, { SIGHTLINE_DATA: home }),
    `${home} is not a folder. Set SIGHTLINE_DATA to a folder that can be written to.`,
  )
})

test('a data folder that cannot be made', async (t) => {
  assert.match(
    await refusal(t, { SIGHTLINE_DATA: '/proc/sightline' }),
    /\/proc\/sightline.* Set SIGHTLINE_DATA to /,
  )
})

test('a data folder that may not be entered', async (t) => {
  const home = dataFolder(t)
  mkdirSync(home)
  chmodSync(home, isRoot ? 0o700 : 0o000)
  const says = await refusal(t, { SIGHTLINE_DATA: home }).finally(() => chmodSync(home, 0o700))
  assert.match(
    says,
    isRoot
      ? /that user may not enter .*\/data, where the data lies\. Run "chmod o\+x .*\/data"/
      : /^Sightline may not read and write .*\/data\. Give this user the right to it, or set SIGHTLINE_DATA/,
  )
})

test('a PostgreSQL that does not start', async (t) => {
  const home = dataFolder(t)
  const { close } = await openWritten(home)
  await close()
  appendFileSync(join(home, 'postgres/postgresql.conf'), '\nno_such_setting = on\n')
  assert.match(
    await refusal(t, { SIGHTLINE_DATA: home }),
    /^PostgreSQL did not start\. It says: configuration file ".*" contains errors\. The whole of it is in .*postgres\.log\.$/,
  )
})

test('a folder without the programs of PostgreSQL', async (t) => {
  assert.match(
    await refusal(t, { SIGHTLINE_DATA: dataFolder(t), SIGHTLINE_POSTGRES: '/usr/share' }),
    /^SIGHTLINE_POSTGRES is "\/usr\/share", but the programs initdb and postgres are not in \/usr\/share\./,
  )
})

test('a DATABASE_URL that nobody answers', async (t) => {
  assert.match(
    await refusal(t, { DATABASE_URL: 'postgresql://me:secret@127.0.0.1:9/mine' }),
    /^No PostgreSQL answers at 127\.0\.0\.1:9\/mine \(.*\)\. Check DATABASE_URL, and that the server runs/,
  )
})

test('a DATABASE_URL with a wrong password, which is not repeated', async (t) => {
  const port = await fakePostgres(t, { refuse: ['28P01', 'password authentication failed for user "me"'] })
  const says = await refusal(t, { DATABASE_URL: `postgresql://me:secret@127.0.0.1:${port}/mine` })
  assert.match(
    says,
    /refuses to let us in \(password authentication failed for user "me"\)\. Check the user and password in DATABASE_URL\.$/,
  )
  assert.doesNotMatch(says, /secret/)
})

test('a DATABASE_URL whose database is not there', async (t) => {
  const port = await fakePostgres(t, { refuse: ['3D000', 'database "mine" does not exist'] })
  assert.match(
    await refusal(t, { DATABASE_URL: `postgresql://me@127.0.0.1:${port}/mine` }),
    /^DATABASE_URL names a database that is not there .* Create it, or correct the name\.$/,
  )
})

test('a DATABASE_URL that leads to a PostgreSQL older than 15', async (t) => {
  const row = { version: '140011', shown: '14.11', name: 'me', bypasses: '', creates: '' }
  const port = await fakePostgres(t, { row })
  assert.equal(
    await refusal(t, { DATABASE_URL: `postgresql://me@127.0.0.1:${port}/mine` }),
    'DATABASE_URL leads to PostgreSQL 14.11, and Sightline needs 15 or newer. Upgrade it, or unset DATABASE_URL.',
  )
})

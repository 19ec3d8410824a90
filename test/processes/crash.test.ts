/** What is acknowledged is kept, whoever is killed, and nobody is left behind. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataFolder, type Running, serverOf, startWriter, untilServerGone, watchdogsOf } from './process.ts'
import { ORGANIZATION, openWritten } from './written.ts'

const KILLS = 12
const isId = (line: string) => /^[0-9a-f-]{36}$/.test(line)
const acknowledged = (writer: Running) => writer.lines().filter(isId)
const isReady = (line: string) => line === 'ready'

async function saved(home: string): Promise<Set<string>> {
  const { database, close } = await openWritten(home)
  const rows = await database.read(ORGANIZATION, (db) => db.selectFrom('written').select('id').execute())
  await close()
  return new Set(rows.map(({ id }) => id))
}

function lost(ids: string[], kept: Set<string>): string[] {
  return ids.filter((id) => !kept.has(id))
}

async function untilWriting(writer: Running, rows: number): Promise<void> {
  const start = acknowledged(writer).length
  for (const end = Date.now() + 30_000; acknowledged(writer).length < start + rows; await sleep(5)) {
    if (Date.now() > end || writer.child.exitCode !== null)
      throw new Error(`no more rows are written: ${writer.errors()}`)
  }
}

test(`killed ${KILLS} times while it writes, Sightline loses no acknowledged row and leaves no server behind`, async (t) => {
  const home = dataFolder(t)
  const ids: string[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const writer = startWriter(t, home)
    await writer.untilLine(isReady)
    await untilWriting(writer, 20 + 10 * kill)
    await writer.end('SIGKILL')
    ids.push(...acknowledged(writer))
    // Every other time the next one starts in the very moment in which the server is being stopped.
    if (kill % 2 === 0) await untilServerGone(home)
  }
  await untilServerGone(home)
  const kept = await saved(home)
  t.diagnostic(`${ids.length} rows acknowledged, ${lost(ids, kept).length} lost`)
  assert.ok(ids.length > KILLS * 20)
  assert.deepEqual(lost(ids, kept), [])
  await untilServerGone(home)
  await sleep(100)
  assert.deepEqual(watchdogsOf(home), [])
})

test('when its server is killed, Sightline starts it again and goes on writing', async (t) => {
  const home = dataFolder(t)
  const writer = startWriter(t, home)
  await writer.untilLine(isReady)
  for (let kill = 0; kill < 3; kill++) {
    await untilWriting(writer, 30)
    const server = serverOf(home)
    assert.ok(server)
    process.kill(server.pid, 'SIGKILL')
    await untilWriting(writer, 30)
    assert.notEqual(serverOf(home)?.pid, server.pid)
  }
  assert.equal(await writer.end('SIGTERM'), 0, writer.errors())
  const ids = acknowledged(writer)
  assert.deepEqual(lost(ids, await saved(home)), [])
})

test('when the watchdog is killed, there is soon another, and a later kill leaves no server behind', async (t) => {
  const home = dataFolder(t)
  const writer = startWriter(t, home)
  await writer.untilLine(isReady)
  const [watchdog] = watchdogsOf(home)
  assert.ok(watchdog)
  process.kill(watchdog, 'SIGKILL')
  const hasAnother = () => watchdogsOf(home).some((pid) => pid !== watchdog)
  for (const end = Date.now() + 6000; !hasAnother() && Date.now() < end; ) await sleep(100)
  assert.ok(hasAnother(), 'a new watchdog within six seconds')
  await writer.end('SIGKILL')
  await untilServerGone(home)
})

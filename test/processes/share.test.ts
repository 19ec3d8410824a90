/** Several Sightline processes use one server, in whatever order they come and go. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataFolder, serverOf, startWriter, untilServerGone, watchdogsOf } from './process.ts'

const isReady = (line: string) => line === 'ready'

test('of four that start at once on an empty folder, one makes the server and all use it', async (t) => {
  const home = dataFolder(t)
  const writers = Array.from({ length: 4 }, () => startWriter(t, home))
  await Promise.all(writers.map((writer) => writer.untilLine(isReady)))
  assert.ok(serverOf(home))
  assert.equal(watchdogsOf(home).length, 1)
  const codes = await Promise.all(writers.map((writer) => writer.end('SIGTERM')))
  assert.deepEqual(codes, [0, 0, 0, 0], writers.map((writer) => writer.errors()).join(''))
  await untilServerGone(home)
})

test('the one that started the server may leave first, in order or killed, and the other goes on', async (t) => {
  const home = dataFolder(t)
  const first = startWriter(t, home)
  await first.untilLine(isReady)
  const second = startWriter(t, home)
  await second.untilLine(isReady)
  const third = startWriter(t, home)
  await third.untilLine(isReady)
  const server = serverOf(home)?.pid
  assert.equal(await first.end('SIGTERM'), 0)
  await second.end('SIGKILL')
  const before = third.lines().length
  await sleep(600)
  assert.ok(third.lines().length > before, 'the third still writes')
  assert.equal(serverOf(home)?.pid, server, 'on the same server')
  assert.equal(await third.end('SIGTERM'), 0)
  await untilServerGone(home)
})

test('one that starts while the last one leaves waits for the server to stop, and starts it anew', async (t) => {
  const home = dataFolder(t)
  let writer = startWriter(t, home)
  await writer.untilLine(isReady)
  for (let round = 0; round < 4; round++) {
    const next = startWriter(t, home)
    await sleep(120 + 40 * round)
    const code = writer.end('SIGTERM')
    await next.untilLine(isReady)
    assert.equal(await code, 0)
    writer = next
  }
  assert.equal(await writer.end('SIGTERM'), 0)
  await untilServerGone(home)
})

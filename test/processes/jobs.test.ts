/** A job that was taken up is done in the end, whoever is killed meanwhile. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { dataFolder, startProcess, untilServerGone } from './process.ts'

const WORKER = join(import.meta.dirname, 'worker.ts')
const is = (wanted: string) => (line: string) => line === wanted

test('a job whose process is killed in the middle is done by the next one', async (t) => {
  const home = dataFolder(t)
  const killed = startProcess(t, [WORKER, home, 'ask', 'hang'])
  await killed.untilLine(is('begun'))
  await killed.end('SIGKILL')
  await untilServerGone(home)
  const next = startProcess(t, [WORKER, home, 'late'])
  await next.untilLine(is('done'))
  assert.deepEqual(next.lines().filter(is('begun')), ['begun'], 'once')
  assert.equal(await next.end('SIGTERM'), 0, next.errors())
})

test('a job under way when Sightline is told to stop is finished first', async (t) => {
  const home = dataFolder(t)
  const worker = startProcess(t, [WORKER, home, 'ask'])
  await worker.untilLine(is('begun'))
  assert.equal(await worker.end('SIGTERM'), 0, worker.errors())
  assert.ok(worker.lines().some(is('done')), worker.errors())
})

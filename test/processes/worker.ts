/**
 * A Sightline process that only does jobs: node --import tsx worker.ts HOME HOW. It asks for one job when told to ("ask"),
 * prints "begun" when it takes one up, and "done" after it; with "hang" it never gets that far. SIGTERM ends it in order.
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { withClient } from '../../src/db/client.ts'
import { openQueue } from '../../src/jobs/queue.ts'
import { startRunner } from '../../src/jobs/runner.ts'
import { ORGANIZATION, openWritten, type Written } from './written.ts'

const [home = '', ...how] = process.argv.slice(2)
const { database, server, close } = await openWritten(home)

if (how.includes('ask')) {
  const enqueue = openQueue<Written>(server)
  await database.write(ORGANIZATION, (tx) =>
    enqueue(Object.assign(tx, { organizationId: ORGANIZATION }), 'test.slow', { id: randomUUID() }),
  )
}
// As if the minute had passed in which a process must show a sign of life.
if (how.includes('late'))
  await withClient(server.connection('owner'), (client) =>
    client.query(`update pgboss.job set heartbeat_on = now() - interval '5 minutes' where state = 'active';
      update pgboss.queue set monitor_claim_on = now() - interval '5 minutes'`),
  )

const runner = await startRunner({
  server,
  work: { 'test.slow': work },
  schedules: {},
  giveUp: async () => undefined,
  log: (message) => console.error(message),
  roundSeconds: 1,
})
writeSync(1, 'ready\n')
process.once('SIGTERM', async () => {
  await runner.stop()
  await close()
})

async function work(): Promise<void> {
  writeSync(1, 'begun\n')
  if (how.includes('hang')) await new Promise(() => undefined)
  const row = { organization_id: ORGANIZATION, id: randomUUID() }
  await database.write(ORGANIZATION, (tx) => tx.insertInto('written').values(row).execute())
  writeSync(1, 'done\n')
}

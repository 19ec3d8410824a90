/**
 * A Sightline process that only writes: node --import tsx writer.ts HOME. It prints "ready", then the id of each row
 * once the database has acknowledged it; on SIGTERM it closes in order.
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { ORGANIZATION, openWritten } from './written.ts'

const WRITERS = 3
const [home = ''] = process.argv.slice(2)
const { database, close } = await openWritten(home)
writeSync(1, 'ready\n')

let isRunning = true
process.once('SIGTERM', () => {
  isRunning = false
})
await Promise.all(Array.from({ length: WRITERS }, writeOn))
await close()

async function writeOn(): Promise<void> {
  for (; isRunning; await sleep(1)) {
    const row = { organization_id: ORGANIZATION, id: randomUUID() }
    await database.write(ORGANIZATION, (tx) => tx.insertInto('written').values(row).execute())
    writeSync(1, `${row.id}\n`)
  }
}

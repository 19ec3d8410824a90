import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { Unavailable } from '../errors.ts'

const SQLITE_BUSY = 5
const WAIT_MS = 60_000

/**
 * Runs `work` while no other process holds `file`. The operating system frees the lock when its holder dies: it is an
 * exclusive transaction on an empty SQLite file, which stores nothing.
 * Throws `Unavailable` when another process holds it for a minute.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const end = Date.now() + WAIT_MS
  while (Date.now() < end) {
    const held = tryLock(file)
    if (!held) {
      await sleep(15)
      continue
    }
    try {
      return await work()
    } finally {
      held.close()
    }
  }
  throw new Unavailable(
    `Another Sightline has been starting on the same data for a minute (${file} is locked). Stop it, or wait for it, and start again.`,
  )
}

function tryLock(file: string): DatabaseSync | null {
  const db = new DatabaseSync(file)
  try {
    db.exec('pragma busy_timeout = 0; begin exclusive')
    return db
  } catch (error) {
    db.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null
    throw error
  }
}

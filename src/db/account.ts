import { accessSync, constants, existsSync, readFileSync, type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Unavailable } from '../errors.ts'

/** A user of the operating system. */
export interface Account {
  uid: number
  gid: number
}

/**
 * The user that PostgreSQL runs as: the one who started us, written null, except that PostgreSQL refuses root. Then
 * it is the owner of the data, if there is any, else `postgres`, else `nobody`.
 */
export function serverAccount(data: string): Account | null {
  if (process.getuid?.() !== 0) return null
  if (existsSync(data)) {
    const { uid, gid } = statSync(data)
    if (uid !== 0) return { uid, gid }
  }
  const users = readFileSync('/etc/passwd', 'utf8')
  for (const name of ['postgres', 'nobody']) {
    const entry = users.split('\n').find((line) => line.startsWith(`${name}:`))
    const [, , uid, gid] = entry?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Unavailable(
    'PostgreSQL refuses to run as root, and this machine has no user "postgres" or "nobody" to run it as. ' +
      'Start Sightline as an ordinary user, or set DATABASE_URL.',
  )
}

/** The outermost folder on the way to `path`, or `path` itself, that the account cannot enter; null when it can enter all. */
export function closedFolder(path: string, account: Account | null): string | null {
  const parent = dirname(path)
  const above = parent === path ? null : closedFolder(parent, account)
  return above ?? (mayRead(path, account, 1) ? null : path)
}

/** Whether the account may use the file: `bits` are 4 to read, 1 to run or enter, 5 for both. */
export function mayRead(path: string, account: Account | null, bits: 1 | 4 | 5): boolean {
  try {
    if (account) return allows(statSync(path), account, bits)
    accessSync(path, (bits & 4 ? constants.R_OK : 0) | (bits & 1 ? constants.X_OK : 0))
    return true
  } catch {
    return false
  }
}

function allows(stats: Stats, { uid, gid }: Account, bits: number): boolean {
  const shift = stats.uid === uid ? 6 : stats.gid === gid ? 3 : 0
  return ((stats.mode >> shift) & bits) === bits
}

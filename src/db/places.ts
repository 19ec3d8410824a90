import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Unavailable } from '../errors.ts'
import { type Account, closedFolder, serverAccount } from './account.ts'
import { inFolder } from './trouble.ts'

/** Everything that the managed PostgreSQL keeps on disk. */
export interface Places {
  home: string
  /** PostgreSQL's own data directory. */
  data: string
  log: string
  pipe: string
  /** Where the server's user may write: its socket and the watchdog's replies. */
  run: string
  account: Account | null
}

/** The longest path of a unix socket, in bytes. */
const SOCKET_PATH_BYTES = 107
const SOCKET_NAME = '/.s.PGSQL.5432'

/** Makes the folder for everything, if it is missing. Throws `Unavailable` with the remedy when it cannot be used. */
export function prepareHome(wanted: string): string {
  return inFolder(wanted, () => {
    const isNew = makeFolder(wanted)
    if (!statSync(wanted).isDirectory()) throw new Error('ENOTDIR')
    // Root's folder must let the server's user pass; the data is guarded by the folders inside.
    if (isNew) chmodSync(wanted, process.getuid?.() === 0 ? 0o711 : 0o700)
    accessSync(wanted, constants.R_OK | constants.W_OK | constants.X_OK)
    return realpathSync(wanted)
  })
}

/** Gives whether it was missing. Node's own `recursive` never returns below /proc. */
function makeFolder(folder: string): boolean {
  if (existsSync(folder)) return false
  makeFolder(dirname(folder))
  mkdirSync(folder)
  return true
}

/** Makes what else is missing in the home. Call it under the start lock. */
export function preparePlaces(home: string): Places {
  const account = inFolder(home, () => serverAccount(join(home, 'postgres')))
  const closed = account && closedFolder(home, account)
  if (closed) {
    throw new Unavailable(
      `Started as root, Sightline runs PostgreSQL as another user, and that user may not enter ${closed}, where the data lies. ` +
        `Run "chmod o+x ${closed}", or set SIGHTLINE_DATA to a folder that it can reach, such as /var/lib/sightline.`,
    )
  }
  const run = inFolder(home, () => privateFolder(join(home, 'run'), account))
  const at = (name: string) => join(home, name)
  return { home, data: at('postgres'), log: at('postgres.log'), pipe: at('users'), run, account }
}

/** The folder for the server's socket: beside the data, or where its path is short enough. */
export function socketFolder({ run, home, account }: Places): string {
  if (Buffer.byteLength(run + SOCKET_NAME) <= SOCKET_PATH_BYTES) return run
  const name = `sightline-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`
  const parent = process.getuid?.() === 0 && existsSync('/run') ? '/run' : tmpdir()
  return inFolder(parent, () => privateFolder(join(parent, name), account))
}

/** A folder for the account alone. One that somebody else has put there is refused: it could be a trap. */
function privateFolder(folder: string, account: Account | null): string {
  const owner = account?.uid ?? process.getuid?.()
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 })
    if (account) chownSync(folder, account.uid, account.gid)
  }
  const stats = lstatSync(folder)
  if (!stats.isDirectory() || stats.uid !== owner) {
    throw new Unavailable(`${folder} belongs to somebody else. Remove it and start Sightline again.`)
  }
  chmodSync(folder, 0o700)
  return folder
}

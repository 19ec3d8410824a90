import { execFile } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Unavailable } from '../errors.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { knownTrouble, lastWords } from './trouble.ts'

/** The superuser, for setting up alone: row-level security does not hold for it. */
export const SUPERUSER = 'postgres'

/** The major version of the data, or null when there is none yet. */
export function dataMajor(data: string): number | null {
  const file = join(data, 'PG_VERSION')
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : null
}

/** Throws `Unavailable` when the data was made by another major version of PostgreSQL. */
export function checkMajor(data: string, { major, folder }: Binaries): void {
  const found = dataMajor(data)
  if (found === null || found === major) return
  throw new Unavailable(
    `The data in ${data} was made by PostgreSQL ${found}, but ${folder} holds PostgreSQL ${major}. ` +
      `Set SIGHTLINE_POSTGRES to the folder with the programs of PostgreSQL ${found}, or SIGHTLINE_DATA to another folder.`,
  )
}

interface ClusterPlan {
  data: string
  binaries: Binaries
  account: Account | null
  /** False only where losing the data does not matter. */
  durable: boolean
}

/** Makes an empty PostgreSQL data directory. It takes its name only when it is finished, so there is never half of one. */
export async function createCluster({ data, binaries, account, durable }: ClusterPlan): Promise<void> {
  const home = dirname(data)
  removeUnfinished(data)
  const unfinished = mkdtempSync(`${data}.new-`)
  if (account) chownSync(unfinished, account.uid, account.gid)
  const args = ['-D', unfinished, '-U', SUPERUSER, '--auth=reject', '--auth-local=trust', '--data-checksums']
  args.push('--no-instructions', '-E', 'UTF8', ...localeOf(binaries.major))
  if (!durable) args.push('--no-sync')
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', HOME: unfinished }
  try {
    await promisify(execFile)(join(binaries.folder, 'initdb'), args, { env, cwd: '/', ...account })
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw initdbTrouble(error, home)
  }
  renameSync(unfinished, data)
  const folder = openSync(home, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/** What a killed start has left; its initdb may still be writing there, which then is for the next start to remove. */
function removeUnfinished(data: string): void {
  const left = readdirSync(dirname(data)).filter((name) => name.startsWith(`${basename(data)}.new`))
  for (const name of left) {
    try {
      rmSync(join(dirname(data), name), { recursive: true, force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error
    }
  }
}

/** Byte order, and Unicode's own upper and lower case; from 17 on PostgreSQL has this without the system's C library. */
function localeOf(major: number): string[] {
  if (major < 17) return ['--locale=C.UTF-8']
  const library = process.platform === 'darwin' ? 'C' : 'C.UTF-8'
  return ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${library}`]
}

function initdbTrouble(error: unknown, home: string): Error {
  const { code, stderr = '', message } = error as { code?: unknown; stderr?: string; message: string }
  if (code === 'ENOENT') {
    return new Unavailable(
      "PostgreSQL's programs cannot run on this system (they need glibc). " +
        'Install PostgreSQL 15 or newer and set SIGHTLINE_POSTGRES=system, or set DATABASE_URL.',
    )
  }
  const said = stderr || message
  return (
    knownTrouble(said, home) ??
    new Unavailable(`PostgreSQL could not make its data directory in ${home}. It says: ${lastWords(said)}.`)
  )
}

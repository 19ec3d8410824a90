// Brings node_modules up to date, with the Node that Sightline runs on. Plain JavaScript: any Node from 20 up can read it.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** Installs what is missing. npm's output goes to standard error, so that standard output stays free for results. */
export function setUp() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    stop(
      `Sightline needs Node 20 or newer to start; this is ${process.version}. Install a newer one from nodejs.org.`,
    )
  }
  if (isUpToDate()) return
  console.error('Installing what Sightline needs (once; about a minute) ...')
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const shell = process.platform === 'win32'
  const { status, error } = spawnSync('npm', args, { cwd: here, stdio: ['ignore', 2, 2], shell })
  if (error) stop(`Sightline could not run npm, which installs its parts: ${error.message}`)
  if (status !== 0) stop('The installation failed. npm says why above; put that right and start again.')
}

function isUpToDate() {
  const wanted = join(here, 'package-lock.json')
  const installed = join(here, 'node_modules/.package-lock.json')
  // Without a lock file this is an installed package, and npm has already brought its parts.
  if (!existsSync(wanted)) return true
  if (!existsSync(installed)) return false
  return statSync(installed).mtimeMs >= statSync(wanted).mtimeMs || haveSameParts(wanted, installed)
}

/** A checkout may give the lock file a newer time without changing what it says. */
function haveSameParts(wanted, installed) {
  const have = partsOf(installed)
  return Object.entries(partsOf(wanted)).every(([path, part]) => {
    if (path === '') return true
    const there = have[path]
    return there
      ? there.version === part.version && there.integrity === part.integrity
      : part.optional === true
  })
}

function partsOf(lock) {
  return JSON.parse(readFileSync(lock, 'utf8')).packages ?? {}
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) setUp()

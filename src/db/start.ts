import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Unavailable } from '../errors.ts'
import type { Binaries } from './binaries.ts'
import { type Places, socketFolder } from './places.ts'
import { type RunningServer, runningServer } from './server-process.ts'
import { inFolder, knownTrouble, lastWords } from './trouble.ts'

const MAX_LOG_BYTES = 10_000_000
/** After a crash PostgreSQL first reads its log again, which can take a while. */
const START_MS = 300_000
const POLL_MS = 5

export type ServerSettings = Record<string, string>

const SETTINGS: ServerSettings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: '64MB',
  max_connections: '60',
  jit: 'off',
  idle_in_transaction_session_timeout: '60s',
  log_destination: 'stderr',
  logging_collector: 'off',
}

interface StartPlan {
  places: Places
  binaries: Binaries
  settings: ServerSettings
  /** Called as soon as there is a process. */
  onProcess: (pid: number) => void
}

/** What a server that was killed leaves for a moment: its process until it is reaped, its memory until its helpers end. */
const LEFTOVERS = /lock file "postmaster.pid" already exists|pre-existing shared memory block/
const LEFTOVERS_MS = 20_000

/** Starts PostgreSQL and waits until it is ready. Throws `Unavailable` with its own last words when it does not start. */
export async function startServer(plan: StartPlan): Promise<RunningServer> {
  const { places } = plan
  for (const end = Date.now() + LEFTOVERS_MS; ; await sleep(50)) {
    const logStart = shortenLog(places.log)
    const server = await untilReady(places, launch(plan))
    if (server) return server
    const said = readFileSync(places.log, 'utf8').slice(logStart)
    if (!LEFTOVERS.test(said) || Date.now() > end) throw startTrouble(said, places)
  }
}

/** Null when it has ended instead. */
async function untilReady({ data, log }: Places, hasEnded: () => boolean): Promise<RunningServer | null> {
  for (const end = Date.now() + START_MS; Date.now() < end; await sleep(POLL_MS)) {
    const server = runningServer(data)
    if (server?.state === 'ready') return server
    if (hasEnded()) return null
  }
  throw new Unavailable(`PostgreSQL is still not ready after ${START_MS / 60_000} minutes; see ${log}.`)
}

/** Gives a function that tells whether the process has ended. */
function launch({ places, binaries, settings, onProcess }: StartPlan): () => boolean {
  const flags = Object.entries({
    ...SETTINGS,
    unix_socket_directories: `"${socketFolder(places).replaceAll('"', '""')}"`,
    ...settings,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = inFolder(places.home, () => openSync(places.log, 'a', 0o600))
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', HOME: places.data }
  const program = join(binaries.folder, 'postgres')
  // In a session of its own: Ctrl-C in the terminal is for us, and the watchdog stops the server after us.
  const stdio = ['ignore', log, log] satisfies ['ignore', number, number]
  const server = spawn(program, ['-D', places.data, ...flags], {
    stdio,
    env,
    cwd: '/',
    detached: true,
    ...places.account,
  })
  if (server.pid !== undefined) onProcess(server.pid)
  let hasEnded = false
  server.on('exit', () => {
    hasEnded = true
  })
  server.on('error', () => {
    hasEnded = true
  })
  server.unref()
  closeSync(log)
  return () => hasEnded
}

/** Keeps the log from growing for ever. Gives its length in characters as it is now. */
function shortenLog(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size === 0) return 0
  if (size > MAX_LOG_BYTES) {
    truncateSync(log)
    return 0
  }
  return readFileSync(log, 'utf8').length
}

function startTrouble(said: string, { home, log }: Places): Error {
  return (
    knownTrouble(said, home) ??
    new Unavailable(`PostgreSQL did not start. It says: ${lastWords(said)}. The whole of it is in ${log}.`)
  )
}

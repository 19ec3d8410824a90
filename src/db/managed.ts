import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ClientConfig } from 'pg'
import { Unavailable } from '../errors.ts'
import { findBinaries } from './binaries.ts'
import { checkMajor, createCluster, dataMajor, SUPERUSER } from './cluster.ts'
import { withLock } from './lock.ts'
import { type Places, prepareHome, preparePlaces } from './places.ts'
import { APPLICATION, type Connector, DATABASE, OWNER, type Server } from './server.ts'
import { type RunningServer, runningServer, untilGone } from './server-process.ts'
import { type ServerSettings, startServer } from './start.ts'
import { inFolder } from './trouble.ts'
import { Users } from './users.ts'

const HEARTBEAT_MS = 2000
const STOP_MS = 60_000

interface ManagedOptions {
  home: string
  /** `npm`, `system`, or the folder with the programs. */
  binaries: string
  settings?: ServerSettings
  /** False only where losing the data does not matter. */
  durable?: boolean
}

const ROLES: Record<Connector, string> = {
  administrator: SUPERUSER,
  owner: OWNER,
  application: APPLICATION,
}

/**
 * A PostgreSQL that Sightline looks after: made at the first start, shared by all Sightline processes on the same data,
 * stopped when the last of them is gone, however it went. It has a unix socket in a closed folder and no port.
 */
export class ManagedServer implements Server {
  readonly role = null
  readonly #options: ManagedOptions
  #users: Users | null = null
  #server: RunningServer | null = null
  #data = ''
  #ensuring: Promise<void> | null = null
  #heartbeat: NodeJS.Timeout | null = null
  #released = false

  private constructor(options: ManagedOptions) {
    this.#options = options
  }

  /** Starts the server, or joins it when it runs. Throws `Unavailable` with one sentence and its remedy. */
  static async open(options: ManagedOptions): Promise<ManagedServer> {
    const server = new ManagedServer(options)
    await server.ensure()
    server.#heartbeat = setInterval(() => server.#checkWatchdog(), HEARTBEAT_MS).unref()
    return server
  }

  connection(as: Connector, database = DATABASE): ClientConfig {
    return { host: this.#server?.socketFolder ?? '', port: 5432, user: ROLES[as], database }
  }

  ensure(): Promise<void> {
    if (this.#released) return Promise.resolve()
    this.#ensuring ??= this.#startOrJoin().finally(() => {
      this.#ensuring = null
    })
    return this.#ensuring
  }

  /** The last user of durable data waits until it has stopped: in a container, the end of our process is the end of all. */
  async release(): Promise<void> {
    this.#released = true
    if (this.#heartbeat) clearInterval(this.#heartbeat)
    await this.#ensuring?.catch(() => undefined)
    this.#users?.leave()
    const pid = this.#server?.pid
    if (pid === undefined || this.#options.durable === false) return
    for (const end = Date.now() + 500; Date.now() < end; await sleep(10)) {
      const state = runningServer(this.#data)?.state
      if (state !== 'ready') {
        await untilGone(this.#data, pid, STOP_MS)
        return
      }
    }
  }

  async #startOrJoin(): Promise<void> {
    const home = prepareHome(this.#options.home)
    await inFolderLater(home, () =>
      withLock(join(home, 'start.lock'), () => this.#underLock(preparePlaces(home))),
    )
  }

  async #underLock(places: Places): Promise<void> {
    this.#data = places.data
    this.#users ??= new Users({ data: places.data, pipe: places.pipe, replies: places.run }, places.account)
    const isThere = () => ['starting', 'ready', ''].includes(runningServer(places.data)?.state ?? 'gone')
    for (let attempt = 0; attempt < 5; attempt++) {
      const server = (await readyServer(places.data)) ?? (await this.#start(places, this.#users))
      if (await this.#users.join(server.pid, isThere)) {
        this.#server = server
        return
      }
      if (isThere())
        throw new Unavailable(`PostgreSQL runs, but its watchdog does not answer; see ${places.log}.`)
    }
    throw new Unavailable(`PostgreSQL stops again as soon as it has started; see ${places.log}.`)
  }

  async #start(places: Places, users: Users): Promise<RunningServer> {
    const { data, home, account } = places
    const { binaries: choice, settings = {}, durable = true } = this.#options
    const binaries = findBinaries({ choice, home, account, major: dataMajor(data) })
    if (dataMajor(data) === null) await createCluster({ data, binaries, account, durable })
    checkMajor(data, binaries)
    // The watchdog comes first, so that there is no moment in which our end would leave a server alone.
    users.watch()
    return startServer({ places, binaries, settings, onProcess: (pid) => users.tell(pid) })
  }

  #checkWatchdog(): void {
    const pid = this.#server?.pid
    if (pid === undefined || this.#users?.tell(pid)) return
    this.ensure().catch(() => undefined)
  }
}

/** The server that runs on the data, once it is ready; null when there is none, waiting for one that is about to stop. */
async function readyServer(data: string): Promise<RunningServer | null> {
  for (const end = Date.now() + STOP_MS; Date.now() < end; await sleep(10)) {
    const server = runningServer(data)
    if (!server || server.state === 'ready') return server
  }
  throw new Unavailable(
    `A PostgreSQL on ${data} has been starting or stopping for a minute. Stop it and start Sightline again.`,
  )
}

async function inFolderLater<T>(home: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    return inFolder(home, () => {
      throw error
    })
  }
}

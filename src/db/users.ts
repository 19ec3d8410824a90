import { spawn, spawnSync } from 'node:child_process'
import { closeSync, constants, existsSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from './account.ts'

const { O_NONBLOCK, O_RDONLY, O_RDWR, O_WRONLY } = constants
const ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C' }

/**
 * Reads until the last user has closed the pipe, however that user ended; then asks the server for a fast stop. A line
 * is the server's process number and the name of a file that tells the user: you are counted. The number may have
 * passed to another process, so it must still be the server of the data in $0.
 */
const WATCHDOG = `
while read -r number reply; do
  pid=$number
  [ "$reply" = - ] || true > "$reply"
done
case "$(tr '\\0' ' ' < "/proc/$pid/cmdline" || ps -o args= -p "$pid") " in
  *" -D $0 "*) kill -INT "$pid" ;;
esac`

/** A busy machine may let the watchdog wait. Two that read the same pipe cut each other's lines, so a second one is the last resort. */
const PATIENCE_MS = 10_000

interface UsersPlace {
  data: string
  /** The pipe's path. */
  pipe: string
  /** A folder that the watchdog can write to. */
  replies: string
}

/**
 * Counts who uses the server, without a number that a crash could falsify: every user holds a named pipe open for
 * writing, and the kernel tells its reader, the watchdog, when nobody does any more.
 */
export class Users {
  readonly #place: UsersPlace
  readonly #account: Account | null
  #pipe: number | null = null
  #replies = 0

  constructor(place: UsersPlace, account: Account | null) {
    this.#place = place
    this.#account = account
  }

  /**
   * Makes this process a user of the server, and is sure of it: the watchdog has answered. Gives false when the server
   * goes away meanwhile, since its last user has just left. Call it under the start lock.
   */
  async join(pid: number, isThere: () => boolean): Promise<boolean> {
    if (!this.tell(pid)) this.watch()
    if (await this.#isCounted(pid, isThere, PATIENCE_MS)) return true
    if (!isThere()) return false
    // Somebody holds the other end and does not read: a watchdog that is about to end, or was stopped.
    this.watch()
    return this.#isCounted(pid, isThere, 2 * PATIENCE_MS)
  }

  /** Tells the watchdog which server to stop in the end. Gives false when there is no watchdog. */
  tell(pid: number, reply = '-'): boolean {
    try {
      this.#pipe ??= openSync(this.#place.pipe, O_WRONLY | O_NONBLOCK)
      writeSync(this.#pipe, `${pid} ${reply}\n`)
      return true
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      if (code === 'EAGAIN') return true
      if (!['ENXIO', 'EPIPE', 'ENOENT'].includes(code)) throw error
      this.leave()
      return false
    }
  }

  /** Starts a watchdog and makes this process its first user. */
  watch(): void {
    const { pipe, replies, data } = this.#place
    if (!existsSync(pipe)) spawnSync('mkfifo', ['-m', '600', pipe], { env: ENVIRONMENT })
    // Opened for both first: opening for one end alone would wait for the other, or find nobody there.
    const both = openSync(pipe, O_RDWR)
    const input = openSync(pipe, O_RDONLY)
    this.#pipe ??= openSync(pipe, O_WRONLY | O_NONBLOCK)
    const stdio = [input, 'ignore', 'ignore'] satisfies [number, 'ignore', 'ignore']
    // In a session of its own: Ctrl-C in the terminal is for us, not for the server.
    const options = { cwd: replies, env: ENVIRONMENT, stdio, detached: true, ...this.#account }
    const watchdog = spawn('/bin/sh', ['-c', WATCHDOG, data], options)
    watchdog.on('error', () => undefined)
    watchdog.unref()
    closeSync(input)
    closeSync(both)
  }

  leave(): void {
    if (this.#pipe !== null) closeSync(this.#pipe)
    this.#pipe = null
  }

  async #isCounted(pid: number, isThere: () => boolean, ms: number): Promise<boolean> {
    const reply = `counted-${process.pid}-${this.#replies++}`
    const file = join(this.#place.replies, reply)
    if (!this.tell(pid, reply)) return false
    for (const end = Date.now() + ms; Date.now() < end && isThere(); await sleep(2)) {
      if (!existsSync(file)) continue
      rmSync(file, { force: true })
      return true
    }
    return false
  }
}

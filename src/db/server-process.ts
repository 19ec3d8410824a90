import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface RunningServer {
  pid: number
  /** The folder of its socket. */
  socketFolder: string
  /** What it says of itself: starting, ready or stopping; empty in its first moments. */
  state: string
}

/** The PostgreSQL that runs on the data, or null. PostgreSQL writes about itself into postmaster.pid, line by line. */
export function runningServer(data: string): RunningServer | null {
  let lines: string[]
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const pid = Number(lines[0])
  if (!isServerOf(data, pid)) return null
  return { pid, socketFolder: lines[4] ?? '', state: lines[7]?.trim() ?? '' }
}

/** Waits until the server of the data is gone. Gives false when it is still there after `ms`. */
export async function untilGone(data: string, pid: number, ms: number): Promise<boolean> {
  const end = Date.now() + ms
  while (isServerOf(data, pid)) {
    if (Date.now() > end) return false
    await sleep(10)
  }
  return true
}

/**
 * Process numbers are used again, so the number in a file left behind says little: the process must have been started
 * for this data. Its command line is readable even where its working folder is not (root without CAP_SYS_PTRACE).
 */
function isServerOf(data: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 2) return false
  return `${commandLine(pid)} `.includes(` -D ${data} `)
}

/** The words of the process, with spaces between; empty when it is gone or a zombie. */
function commandLine(pid: number): string {
  if (!existsSync('/proc/self/cmdline')) {
    return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

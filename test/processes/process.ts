/** Sightline processes for tests: started, watched and killed from outside, on a folder of their own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RunningServer, runningServer, untilGone } from '../../src/db/server-process.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A folder for data, removed after the test when its server has gone. */
export function dataFolder(t: TestContext): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sightline-process-')))
  // Run as root, the tests' PostgreSQL belongs to another user, who must be able to pass.
  chmodSync(folder, 0o711)
  const home = join(folder, 'data')
  t.after(async () => {
    const server = serverOf(home)
    if (server) await untilGone(join(home, 'postgres'), server.pid, 10_000)
    rmSync(folder, { recursive: true, force: true })
  })
  return home
}

export function serverOf(home: string): RunningServer | null {
  return runningServer(join(home, 'postgres'))
}

/** Waits until no server runs on the data; gives the milliseconds. Fails after ten seconds. */
export async function untilServerGone(home: string): Promise<number> {
  const start = performance.now()
  while (serverOf(home)) {
    if (performance.now() - start > 10_000) throw new Error('the server still runs after ten seconds')
    await sleep(20)
  }
  return performance.now() - start
}

/** The processes that watch over the data's server. */
export function watchdogsOf(home: string): number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
  return stdout
    .split('\n')
    .filter((line) => line.includes('while read -r number reply') || line.includes('/bin/sh -c'))
    .filter((line) => line.trimEnd().endsWith(`${home}/postgres`))
    .map((line) => Number.parseInt(line, 10))
}

export interface Running {
  child: ChildProcess
  /** Whole lines of standard output so far. */
  lines(): string[]
  errors(): string
  /** Waits for a line. Fails when the process ends before, or after 30 seconds. */
  untilLine(matches: (line: string) => boolean): Promise<string>
  /** Sends the signal and gives the exit code, or the signal's name where there is none. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>
  ended: Promise<number | NodeJS.Signals | null>
}

export function startWriter(t: TestContext, home: string): Running {
  return startProcess(t, [join(import.meta.dirname, 'writer.ts'), home])
}

/** A TypeScript file as a process of its own, with what it is told. */
export function startProcess(t: TestContext, args: string[]): Running {
  return start(t, ['--import', 'tsx', ...args], {})
}

/** `sightline …` with settings from the environment. */
export function startSightline(t: TestContext, args: string[], settings: Record<string, string>): Running {
  return start(t, [join(ROOT, 'sightline.js'), ...args], settings)
}

function start(t: TestContext, args: string[], settings: Record<string, string>): Running {
  const { DATABASE_URL, SIGHTLINE_POSTGRES, ...env } = process.env
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // A process that hangs must not hang the tests.
  const limit = setTimeout(() => child.kill('SIGKILL'), 60_000).unref()
  t.after(() => {
    clearTimeout(limit)
    child.kill('SIGKILL')
  })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal)),
  )
  const lines = () => output.split('\n').slice(0, -1)
  return {
    child,
    lines,
    errors: () => errors,
    untilLine: async (matches) => {
      for (const end = Date.now() + 30_000; Date.now() < end; await sleep(5)) {
        const found = lines().find(matches)
        if (found !== undefined) return found
        if (child.exitCode !== null || child.signalCode !== null) break
      }
      throw new Error(`that line did not come. Output: ${output} Errors: ${errors}`)
    },
    end: (signal) => {
      child.kill(signal)
      return ended
    },
    ended,
  }
}

/** From the command to the first page: on an empty data folder, and again on the same one. */
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const ROOT = join(import.meta.dirname, '..')
const FIRST_RUNS = 3
const LATER_RUNS = 5

/** Rows of text: what, best and median in milliseconds, and the target. */
export async function benchStart(): Promise<string[][]> {
  const first: number[] = []
  const later: number[] = []
  for (let run = 0; run < FIRST_RUNS; run++) {
    const folder = mkdtempSync(join(tmpdir(), 'sightline-bench-'))
    chmodSync(folder, 0o711)
    try {
      first.push(await timeToFirstPage(join(folder, 'data')))
      const again = run === FIRST_RUNS - 1 ? LATER_RUNS : 0
      for (let i = 0; i < again; i++) later.push(await timeToFirstPage(join(folder, 'data')))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return [
    ['first start to first page', ...bestAndMedian(first), 'under 3000 ms'],
    ['later start to first page', ...bestAndMedian(later), 'under 1500 ms'],
  ]
}

async function timeToFirstPage(home: string): Promise<number> {
  const { DATABASE_URL, ...env } = process.env
  const start = performance.now()
  const sightline = spawn(process.execPath, [join(ROOT, 'sightline.js'), 'serve'], {
    env: { ...env, SIGHTLINE_DATA: home, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => sightline.on('exit', resolve))
  let output = ''
  sightline.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  try {
    const page = await fetch(`${await address(() => output)}/framework`)
    await page.text()
    if (page.status !== 200) throw new Error(`the first page answered ${page.status}`)
    return performance.now() - start
  } finally {
    sightline.kill('SIGINT')
    await ended
  }
}

async function address(output: () => string): Promise<string> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(2)) {
    const found = /http:\S+/.exec(output())?.[0]
    if (found) return found
  }
  throw new Error('Sightline was not ready after a minute')
}

function bestAndMedian(times: number[]): [string, string] {
  const sorted = times.toSorted((a, b) => a - b)
  const show = (ms = Number.NaN) => `${Math.round(ms)} ms`
  return [`best ${show(sorted[0])}`, `median ${show(sorted[Math.floor(sorted.length / 2)])}`]
}

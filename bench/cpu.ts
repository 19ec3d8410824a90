/** Processor time: what a loaded machine cannot spoil as it spoils the clock. */
import { spawnSync } from 'node:child_process'

/** Milliseconds of processor time (user and system) of one call, the median of `rounds` after one to warm up. */
export function cpuTime(work: () => unknown, rounds = 5): number {
  work()
  const times = Array.from({ length: rounds }, () => onceCpuTime(work))
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
}

/** Milliseconds of processor time of one call, the first: what a person waits for. */
export function onceCpuTime(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * Runs an R script that prints the milliseconds of processor time it took as its last word.
 * `null` where R or a package of it is not there, with the reason on the standard error.
 */
export function cpuTimeInR(script: string, argv: string[] = []): number | null {
  const env = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' }
  const run = spawnSync('Rscript', ['--vanilla', script, ...argv], { env, encoding: 'utf8' })
  const last = Number(run.stdout?.trim().split(/\s+/).at(-1) || Number.NaN)
  if (run.status === 0 && Number.isFinite(last)) return last
  const why = run.error ? 'R is not installed (Rscript is not found)' : run.stderr.trim().split('\n').at(-1)
  console.error(`  ${script}: ${why}`)
  return null
}

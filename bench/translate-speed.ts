/** Start, one statement and many statements of Translate. CPU time beside wall time: machines are shared. */
import { openEngine } from '../src/translate/backends/engine.ts'
import { readStatements } from '../src/translate/backends/reading.ts'
import { spotlight, trainingEntries } from './translate-corpus.ts'

const SINGLES = 60
const BATCH = 200

export async function benchTranslateSpeed(): Promise<string[][]> {
  const texts = trainingEntries()
    .filter((_, i) => i % 8 === 0)
    .map(({ text }) => text)
  const start = performance.now()
  const engine = await openEngine('local')
  const translator = await engine.translator(spotlight())
  const first = engine.prepare(texts[0] ?? '')
  await readStatements(engine, translator, [first], [])
  const started = performance.now() - start
  const singles: number[] = []
  const cpuBefore = process.cpuUsage()
  for (const text of texts.slice(0, SINGLES)) {
    const from = performance.now()
    await readStatements(engine, translator, [engine.prepare(text)], [])
    singles.push(performance.now() - from)
  }
  const single = cpuSince(cpuBefore) / SINGLES
  const batchStart = performance.now()
  const batchCpu = process.cpuUsage()
  await readStatements(engine, translator, texts.slice(0, BATCH).map(engine.prepare), [])
  const batch = (performance.now() - batchStart) / BATCH
  const batchEach = cpuSince(batchCpu) / BATCH
  await engine.close()
  return [
    ['start to the first answer', `${started.toFixed(0)} ms`],
    [
      'one statement',
      `median ${quantile(singles, 0.5)} ms, p95 ${quantile(singles, 0.95)} ms, CPU ${single.toFixed(0)} ms`,
    ],
    ['many at once', `${(1000 / batch).toFixed(0)} a second, ${(1000 / batchEach).toFixed(0)} a CPU second`],
  ]
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function quantile(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0)
}

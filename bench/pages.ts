/** What pages cost: processor time, waiting time under load, bytes on the wire; and search among 20,000 statements. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { type ServerType, serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { publishFramework } from '../src/framework/actions.ts'
import { identify } from '../src/framework/identify.ts'
import { links } from '../src/routes.ts'
import type { Env } from '../src/web/site.ts'
import { appFor } from '../test/app.ts'
import { openTestDatabase } from '../test/database.ts'
import { manyStatements } from '../test/journeys/sample-frameworks.ts'
import type { Load } from './load.ts'

const PAGES: Record<string, string> = {
  Frameworks: links.frameworks(),
  'a framework (9 competencies by 5 levels)': links.framework('spotlight'),
  'a competency (77 statements)': links.competency('wyoming-customer-focus', 'customer-focus'),
  'Search with results': links.search('listening'),
  Help: links.helpFramework(),
  'a framework on paper': links.frameworkPrint('spotlight'),
  'Read a document': links.intake(),
}

const SEARCHES = {
  'search, rare words (2 % of 20,000 statements)': 'customers listening',
  'search, unfinished word': 'customers listen',
  'search, a word of one statement in four': 'bababa or cefodi or diguha',
  'search, nothing found': 'zeppelin',
}

/** Rows of text: what, and the measures of it. */
export async function benchPages(): Promise<string[][]> {
  const database = await openTestDatabase({ library: true })
  const app = appFor(database.ctx)
  const { server, url } = await listen(app)
  const worker = new Worker(new URL('./load.ts', import.meta.url))
  const rows: string[][] = []
  try {
    const bare = await cpu(app, links.health())
    rows.push(['a bare answer, for comparison', show(bare), await waiting(worker, url + links.health())])
    for (const [what, path] of Object.entries(PAGES)) {
      const cost = await cpu(app, path)
      const times = `${show(cost)} (${(cost / bare).toFixed(0)} × bare)`
      rows.push([what, times, await waiting(worker, url + path), await weight(app, path)])
    }
    const many = identify(manyStatements(500, 40), database.ctx.newId())
    const start = performance.now()
    await publishFramework(database.ctx, many, 'file')
    rows.push(['20,000 statements written', `${(performance.now() - start).toFixed(0)} ms`])
    for (const [what, words] of Object.entries(SEARCHES))
      rows.push([what, await median(app, links.search(words))])
    return rows
  } finally {
    await worker.terminate()
    server.close()
    await database.close()
  }
}

function listen(app: Hono<Env>): Promise<{ server: ServerType; url: string }> {
  return new Promise((ready) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      ready({ server, url: `http://127.0.0.1:${port}` }),
    )
  })
}

async function ask(app: Hono<Env>, path: string): Promise<ArrayBuffer> {
  const answer = await app.request(path, { headers: { 'accept-encoding': 'gzip' } })
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  return answer.arrayBuffer()
}

/** Milliseconds of this process's processor time for one request, queries and packing included, the database server's own not. */
async function cpu(app: Hono<Env>, path: string): Promise<number> {
  for (let i = 0; i < 100; i++) await ask(app, path)
  const runs = 200
  const before = process.cpuUsage()
  for (let i = 0; i < runs; i++) await ask(app, path)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / runs
}

const show = (ms: number) => `${ms.toFixed(2)} ms CPU`

async function waiting(worker: Worker, url: string): Promise<string> {
  const load: Load = { url, connections: 16, requests: 800 }
  const start = performance.now()
  worker.postMessage(load)
  const [times]: number[][] = (await once(worker, 'message')) as [number[]]
  const sorted = (times ?? []).sort((a, b) => a - b)
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN
  const rate = sorted.length / ((performance.now() - start) / 1000)
  return `p95 ${p95.toFixed(0)} ms at 16 connections (${rate.toFixed(0)} a second)`
}

/** HTML, style sheets and scripts as they go over the wire to a first visitor. */
async function weight(app: Hono<Env>, path: string): Promise<string> {
  const html = await (await app.request(path)).text()
  const assets = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)].map((m) => m[1] ?? '')
  const parts = [gzipSync(html).length]
  for (const asset of assets) parts.push((await ask(app, asset)).byteLength)
  const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1)
  const total = parts.reduce((sum, part) => sum + part, 0)
  return `${kilobytes(total)} KB packed (HTML ${kilobytes(parts[0] ?? 0)})`
}

/** The whole page, from the request to its last byte. */
async function median(app: Hono<Env>, path: string): Promise<string> {
  const times: number[] = []
  for (let i = 0; i < 15; i++) {
    const start = performance.now()
    await ask(app, path)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return `${times[7]?.toFixed(1)} ms a page (median of 15; best ${times[0]?.toFixed(1)})`
}

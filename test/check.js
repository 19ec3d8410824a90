// npm run check: what CI runs, word for word. All steps run, even after one has failed.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = (name) => join(ROOT, 'node_modules/.bin', name)

const steps = [
  ['Format and lint', bin('biome'), ['ci', '.']],
  ['Types', bin('tsc'), ['--noEmit', '-p', '.']],
  [
    'Architecture and unused code',
    process.execPath,
    ['--import', 'tsx', '--test', '--test-reporter=dot', 'test/architecture.test.ts'],
  ],
  ['Tests', process.execPath, ['test/run.js']],
]
// .ci/run says so after it has run them on the same files; nobody else should.
if (process.env.SIGHTLINE_TESTS_DONE === '1') steps.pop()

const results = steps.map(([name, command, args]) => {
  console.log(`\n=== ${name}`)
  const start = performance.now()
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' })
  return { name, passed: status === 0, seconds: ((performance.now() - start) / 1000).toFixed(1) }
})

console.log('')
for (const { name, passed, seconds } of results) {
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`)
}
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1

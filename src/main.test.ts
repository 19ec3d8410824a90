import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { main } from './main.ts'

test('sightline --version, or -v, prints the version of package.json and nothing else', async (t) => {
  const said = t.mock.method(console, 'log', () => {})
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  assert.match(version, /^\d+\.\d+\.\d+/)
  for (const option of ['--version', '-v']) assert.equal(await main([option]), 0)
  assert.deepEqual(
    said.mock.calls.map((call) => call.arguments),
    [[version], [version]],
  )
})

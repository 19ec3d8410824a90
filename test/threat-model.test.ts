import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const ROOT = join(import.meta.dirname, '..')
const rows = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| threat'))

/** "`file`: words of the test's name · `file`: …" in the last column. */
function testsOf(row: string): { file: string; words: string }[] {
  const [, , , tests = ''] = row.split('|')
  return tests.split(' · ').map((one) => {
    const [, file = '', words = ''] = /^\s*`([^`]+)`: (.+?)\s*$/.exec(one) ?? []
    return { file, words }
  })
}

test('every threat names a test, and every test that is named is there', () => {
  assert.ok(rows.length > 20)
  const faults = rows.flatMap((row) =>
    testsOf(row).flatMap(({ file, words }) => {
      if (!file || !existsSync(join(ROOT, file))) return [`No test file: ${row}`]
      const tests = readFileSync(join(ROOT, file), 'utf8').split('\n')
      const isThere = tests.some((line) => /^\s*(test\(|['"`])/.test(line) && line.includes(words))
      return isThere ? [] : [`${file} has no test “${words}”`]
    }),
  )
  assert.deepEqual(faults, [])
})

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { testFiles } from './test-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'sightline-'))
after(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'inner'))
mkdirSync(join(folder, 'empty'))
for (const name of ['b.test.ts', 'b.ts', 'inner/a.test.tsx']) writeFileSync(join(folder, name), '')

test('a folder stands for every test below it, and no file is run twice', () => {
  const { files, missing } = testFiles([`${folder}/`, join(folder, 'b.test.ts')])
  assert.deepEqual(files, [join(folder, 'b.test.ts'), join(folder, 'inner/a.test.tsx')])
  assert.equal(missing, null)
})

test('without arguments every test of the product is run', () => {
  const { files } = testFiles([])
  for (const file of ['src/framework/check.test.ts', 'test/test-files.test.ts'])
    assert.ok(files.includes(file))
})

test('a folder without tests is said to have none', () => {
  assert.match(testFiles([join(folder, 'empty')]).missing ?? '', /no test in/)
})

test('npm test with a path that is not there ends with one sentence and 2', async () => {
  const script = fileURLToPath(new URL('./run.js', import.meta.url))
  const { code, said } = await new Promise<{ code: unknown; said: string }>((resolve) =>
    execFile(process.execPath, [script, 'src/nowhere'], (error, _, said) =>
      resolve({ code: error?.code, said }),
    ),
  )
  assert.equal(code, 2)
  assert.match(said, /^There is no file or folder “src\/nowhere”;[^\n]*\n$/)
})

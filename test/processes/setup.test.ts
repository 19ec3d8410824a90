import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const ROOT = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'sightline-setup-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const part = (version: string, optional = false) => ({
  version,
  integrity: `sha512-${version}`,
  ...(optional && { optional }),
})
type Parts = Record<string, ReturnType<typeof part>>

/** Whether the set-up is content with what is installed. There is no npm on its path, so installing would fail. */
function isContent(wanted: Parts, installed: Parts, lockIsNewer: boolean): boolean {
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  copyFileSync(join(ROOT, 'setup.js'), join(folder, 'setup.js'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  const files = { 'package-lock.json': wanted, 'node_modules/.package-lock.json': installed }
  for (const [name, packages] of Object.entries(files)) {
    writeFileSync(join(folder, name), JSON.stringify({ packages }))
    const time = name.startsWith('node_modules') || !lockIsNewer ? 1_700_000_000 : 1_700_009_999
    utimesSync(join(folder, name), time, time)
  }
  const { status, stderr } = spawnSync(process.execPath, ['setup.js'], {
    cwd: folder,
    env: { PATH: '' },
    encoding: 'utf8',
  })
  if (status !== 0) assert.match(stderr, /could not run npm/)
  return status === 0
}

const parts = { 'node_modules/a': part('1.0.0'), 'node_modules/b': part('2.0.0') }

test('a lock file that is newer than what is installed, and says something else, is installed', () => {
  assert.equal(isContent({ ...parts, 'node_modules/a': part('1.0.1') }, parts, true), false)
  assert.equal(isContent({ ...parts, 'node_modules/c': part('3.0.0') }, parts, true), false)
})

test('a lock file that only has a newer time, as after a checkout, installs nothing', () => {
  assert.equal(isContent(parts, parts, true), true)
  assert.equal(isContent({ ...parts, 'node_modules/other-platform': part('1.0.0', true) }, parts, true), true)
  assert.equal(isContent(parts, parts, false), true)
})

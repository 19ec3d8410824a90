import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'

const ROOT = join(import.meta.dirname, '..')
const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'STYLE.md',
  'CONTRIBUTING.md',
  'library/README.md',
  ...globSync('docs/**/*.md', { cwd: ROOT }),
]

test('every link of the documentation leads to a file that is there', () => {
  const faults = pages.flatMap((page) =>
    [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map((m) => join(dirname(page), m[1] ?? ''))
      .filter((path) => !existsSync(join(ROOT, path)))
      .map((path) => `${page}: ${path}`),
  )
  assert.deepEqual(faults, [])
})

test('every path of the source that a page names in code marks is there', () => {
  const named = /`((?:src|test|library|migrations|docs|bench|demo)\/[\w./*-]*\w)`/g
  const faults = pages.flatMap((page) =>
    [...readFileSync(join(ROOT, page), 'utf8').matchAll(named)]
      .map((m) => m[1] ?? '')
      .filter((path) => !existsSync(join(ROOT, path)))
      .map((path) => `${page}: ${path}`),
  )
  assert.deepEqual(faults, [])
})

test('the README counts the frameworks that ship', () => {
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
  const count = globSync('library/*.yaml', { cwd: ROOT }).length
  assert.match(
    readFileSync(join(ROOT, 'README.md'), 'utf8'),
    new RegExp(`\\*\\*${words[count]} frameworks\\*\\*`),
  )
})

test('what the guide sets in bold stands on a screen in the same words', () => {
  const screens = globSync('src/**/*.{ts,tsx}', { cwd: ROOT })
    .filter((path) => !path.includes('.test.'))
    .map((path) => readFileSync(join(ROOT, path), 'utf8').replace(/\s+/g, ' '))
    .join('\n')
  const guides = globSync('docs/guide/*.md', { cwd: ROOT })
  assert.ok(guides.length >= 2)
  const faults = guides.flatMap((guide) =>
    [...readFileSync(join(ROOT, guide), 'utf8').matchAll(/\*\*([^*]+)\*\*/g)]
      .map((m) => (m[1] ?? '').replace(/\s+/g, ' '))
      .filter((words) => !screens.includes(words))
      .map((words) => `${guide}: ${words}`),
  )
  assert.deepEqual(faults, [])
})

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { PLAIN, type Screen } from '#cli/screen.ts'
import { run } from './commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'sightline-intake-'))
after(() => rmSync(folder, { recursive: true }))

function paper(): { said: string[]; complained: string[]; screen: Screen } {
  const said: string[] = []
  const complained: string[] = []
  const screen = {
    width: 72,
    style: PLAIN,
    say: (l: string) => said.push(l),
    complain: (l: string) => complained.push(l),
  }
  return { said, complained, screen: screen as Screen }
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const DOCUMENT = `Careers | Courses | Contact

Patience

Definition: Staying calm while others need time.

Level 1 – Basic
• Waits without sighing.

Level 2 – Expert
• Teaches others to wait.

Recommended courses
`

test('a document is printed as a draft to read, with the proof that no word is lost', async () => {
  const { said, screen } = paper()
  assert.equal(await run([file('patience.txt', DOCUMENT)], screen), 0)
  assert.ok(said.includes('Patience'))
  assert.ok(said.includes('  1 Basic (1)'))
  assert.ok(said.includes('    • Waits without sighing.'))
  assert.ok(said.includes('  Recommended courses (nothing under it)'))
  assert.equal(said.at(-1), 'All 26 words accounted for.')
})

test('with --json there is one object of the agreed shape, and nothing else', async () => {
  const { said, complained, screen } = paper()
  assert.equal(await run([file('patience.txt', DOCUMENT), '--json'], screen), 0)
  assert.equal(said.length, 1)
  assert.deepEqual(complained, [])
  const draft = JSON.parse(said[0] ?? '')
  assert.deepEqual(Object.keys(draft), [
    'title',
    'competencies',
    'headings',
    'unplaced',
    'furniture',
    'edits',
    'ledger',
  ])
  const [competency] = draft.competencies
  assert.deepEqual(Object.keys(competency), [
    'name',
    'group',
    'code',
    'definition',
    'levels',
    'sections',
    'emptySections',
  ])
  assert.deepEqual(Object.keys(competency.sections), [
    'underused',
    'skilled',
    'overused',
    'activities',
    'courses',
    'resources',
    'books',
    'questions',
    'keyBehaviours',
    'notes',
  ])
  assert.deepEqual(competency.levels[1], {
    number: 2,
    name: 'Expert',
    order: 1,
    indicators: [
      {
        text: 'Teaches others to wait.',
        confidence: 0.95,
        lines: [11, 11],
        rule: 'bullet-under-level',
        flags: [],
      },
    ],
  })
  assert.deepEqual(competency.emptySections, ['Recommended courses'])
  assert.deepEqual(draft.ledger, { sourceWords: 26, placedWords: 26, lostWords: 0, inventedWords: 0 })
})

test('levels that have only a name have no number', async () => {
  const { said, screen } = paper()
  await run([file('names.txt', 'Patience\n\nBasic\n• Waits.\n\nExpert\n• Teaches.\n'), '--json'], screen)
  const levels = JSON.parse(said[0] ?? '').competencies[0].levels
  assert.deepEqual(
    levels.map((l: { number: number; name: string }) => [l.number, l.name]),
    [
      [null, 'Basic'],
      [null, 'Expert'],
    ],
  )
})

test('what cannot be read says what to do', async () => {
  const { complained, screen } = paper()
  assert.equal(await run(['a.txt', 'b.txt'], screen), 2)
  assert.match(complained[0] ?? '', /sightline intake FILE/)
  await assert.rejects(run([join(folder, 'nowhere.txt')], screen), /There is no file/)
  await assert.rejects(run([folder], screen), /is a folder/)
  await assert.rejects(run([file('a.pdf', '%PDF-1.4 …')], screen), /This is a PDF/)
  await assert.rejects(run([file('empty.txt', '')], screen), /empty/)
})

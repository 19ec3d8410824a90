import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { PLAIN, type Screen } from '#cli/screen.ts'
import { widthOf } from '#cli/wrap.ts'
import { NotFound } from '#errors.ts'
import { run } from './commands.ts'
import { parseFrameworkFile } from './file.ts'
import { printFrameworkFile } from './file-print.ts'

const folder = mkdtempSync(join(tmpdir(), 'sightline-'))
after(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const BAKERY = `slug: bakery
title: Bakery
licence: { name: CC BY 4.0 }
language: en
version: 1.0.0
scale: { kind: bands, levels: [{ name: Warm }] }
competencies:
  - name: Baking
    definition: Making bread.
    levels: { warm: [Shapes a loaf.] }
    balance: { overused: [Bakes all night.] }
alignments:
  - { from: baking, to: spotlight/a1, type: related, note: Both need a nose. }
`

async function typed(...args: string[]) {
  const said: string[] = []
  const complained: string[] = []
  const screen: Screen = {
    width: 72,
    style: PLAIN,
    say: (l) => said.push(l),
    complain: (l) => complained.push(l),
  }
  const code = await run(args, screen)
  return { code, said, complained, text: said.join('\n') }
}

test('list names the frameworks of the library, and those in files', async () => {
  const { code, text } = await typed('list', file('bakery.yaml', BAKERY))
  assert.equal(code, 0)
  assert.match(text, /^spotlight +Spotlight +9 × 5 +154$/m)
  assert.match(text, /^bakery +Bakery +1 × 1 +2$/m)
})

test('list names a file with faults instead of hiding it', async () => {
  const { text } = await typed('list', file('broken.yaml', 'slug: x'))
  assert.match(text, /broken\.yaml has faults/)
})

test('show prints every statement of a framework, its levels, its source and its licence', async () => {
  const { code, said, text } = await typed('show', 'wyoming-customer-focus')
  assert.equal(code, 0)
  const running = text.replace(/\s+/g, ' ')
  const framework = JSON.parse((await typed('show', 'wyoming-customer-focus', '--json')).text)
  assert.equal(framework.competencies[0].statements.length, 77)
  for (const statement of framework.competencies[0].statements)
    assert.ok(running.includes(statement.text), statement.text)
  assert.match(running, /Restates, statement for statement/)
  assert.match(text, /^Licence +CC BY 4\.0/m)
  assert.ok(said.every((line) => widthOf(line) <= 72))
})

test('show draws which competency says how much at which level', async () => {
  const { text } = await typed('show', 'spotlight')
  assert.match(text, /A2 Monitoring and guiding reactions +3 +4 +3 +3 +3/)
  assert.match(text, /▰▰▱▱▱ {2}2 Automatic fluency/)
})

test('show prints one competency by its code or its name', async () => {
  const byCode = await typed('show', 'spotlight', 'A2')
  const byName = await typed('show', 'spotlight', 'monitoring', 'and', 'guiding', 'reactions')
  assert.equal(byCode.said[0], 'A2  Monitoring and guiding reactions')
  assert.deepEqual(byName.said, byCode.said)
  assert.match(byCode.text, /\(also\u00a0A3\)/)
})

test('show reads a file as it reads the library', async () => {
  const { text } = await typed('show', file('bakery.yaml', BAKERY))
  assert.match(text, /▰ Warm\n {4}• Shapes a loaf\./)
  assert.match(text, /Too much\n {4}• Bakes all night\./)
  assert.match(
    text.replace(/\s+/g, ' '),
    /related to spotlight\/a1, Sensing contexts or situations\. Both need a nose\./,
  )
})

test('show tells what a competency is aligned to, whichever side says so', async () => {
  const { text } = await typed('show', 'recruiter-bands', 'communication')
  assert.match(
    text.replace(/\s+/g, ' '),
    /• narrower than spotlight\/b2, Communicating verbally\/non-verbally\. Spotlight’s B2 takes in/,
  )
  assert.match(text, /narrower than customer-focus-attributes\/communication/)
})

test('show says which frameworks and competencies there are when it cannot find one', async () => {
  await assert.rejects(
    typed('show', 'spotlite'),
    (e: Error) => e instanceof NotFound && /pub-service.*spotlight/.test(e.message),
  )
  await assert.rejects(typed('show', 'spotlight', 'D1'), /has no competency “D1”. It has: a1, a2/)
  await assert.rejects(typed('show', join(folder, 'nowhere.yaml')), /There is no file/)
  await assert.rejects(typed('show', folder), /is not a file/)
  await assert.rejects(typed('show', file('broken.yaml', 'slug: x')), /has faults.*framework check/)
  assert.equal((await typed('show')).code, 2)
})

test('check finds the library sound', async () => {
  assert.deepEqual((await typed('check')).said, ['No faults in 6 files.'])
})

test('check names every fault as file:line:column, and exits with 1', async () => {
  const path = file(
    'broken.yaml',
    BAKERY.replace('spotlight/a1', 'spotlight/a9').replace('name: Baking', 'name: Baking\n    groop: X'),
  )
  const { code, said } = await typed('check', path)
  assert.equal(code, 1)
  assert.equal(said.length, 2)
  assert.match(
    said[0] ?? '',
    /broken\.yaml:9:5 fault There is no key “groop” here\. — Did you mean “group”\?/,
  )
  assert.equal(said[1], '1 fault in 1 file.')
})

test('check follows alignments into the library and among the files', async () => {
  const lost = file('lost.yaml', BAKERY.replace('spotlight/a1', 'spotlight/a9'))
  const found = await typed('check', lost)
  assert.match(
    found.said[0] ?? '',
    /lost\.yaml:13:21 fault “spotlight” has no competency “a9”\. — Use one of a1/,
  )
  const twin = await typed('check', file('bakery.yaml', BAKERY), file('twin.yaml', BAKERY))
  assert.match(twin.said[0] ?? '', /twin\.yaml:1:1 fault .*bakery\.yaml has the slug “bakery” too/)
})

test('check lets warnings pass', async () => {
  const { code, said } = await typed(
    'check',
    file('later.yaml', BAKERY.replace('spotlight/a1', 'some-day/a1')),
  )
  assert.equal(code, 0)
  assert.match(said[0] ?? '', /later\.yaml:13:21 warning There is no framework “some-day” here/)
  assert.equal(said[1], 'No faults and 1 warning in 1 file.')
})

test('with --json there is one JSON object on standard output, and nothing else', async () => {
  const path = file('broken.yaml', 'slug: x')
  const checked = await typed('check', path, '--json')
  const answer = JSON.parse(checked.text)
  assert.equal(checked.code, 1)
  assert.equal(answer.faults, answer.files[0].faults.length)
  assert.equal(JSON.parse((await typed('list', '--json')).text).frameworks.length, 6)
  assert.equal(JSON.parse((await typed('show', 'spotlight', 'b2', '--json')).text).code, 'B2')
})

test('what show --json gives can be printed as a file and read again', async () => {
  const framework = JSON.parse((await typed('show', 'pub-service', '--json')).text)
  assert.deepEqual(parseFrameworkFile(printFrameworkFile(framework)).framework, framework)
})

test('schema prints a JSON Schema', async () => {
  assert.equal(JSON.parse((await typed('schema')).text).title, 'Competency framework')
})

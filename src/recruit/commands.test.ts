import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import mammoth from 'mammoth'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import { say as terminal, useInCommands } from '../../test/terminal.ts'
import { Invalid, NotFound } from '../errors.ts'
import { run } from './commands.ts'

let database: TestDatabase
const folder = mkdtempSync(join(tmpdir(), 'sightline-recruit-'))
before(async () => {
  database = await openTestDatabase()
  await loadExample(database)
  useInCommands(database)
})
after(async () => {
  rmSync(folder, { recursive: true })
  await database.close()
})

const say = (...args: string[]) => terminal(run, [...args, '--organization', 'Marlbrook'])

test('the terminal lists vacancies, the newest first', async () => {
  const { text } = await say('list')
  assert.match(text, /^Team Leader, Calls +Being prepared +7 questions, open/m)
  assert.match(text, /^4 in all$/m)
  assert.match((await say('list', 'technician')).text, /^1 in all$/m)
})

test('the terminal lists the own questions with where they are asked; retired ones when asked for', async () => {
  const { text } = await say('bank')
  assert.match(text, /Arriving well +You ring because of a leak/)
  assert.match(text, /^9 in all$/m)
  assert.match((await say('bank', '--all')).text, /^10 in all$/m)
  const { questions } = JSON.parse((await say('bank', 'shower', '--json')).text)
  assert.deepEqual(
    questions.map((one: { askedIn: { title: string }[] }) => one.askedIn.map(({ title }) => title)),
    [['Customer Technician']],
  )
})

test('a kit comes from what a role needs, as a file with real headings or as Markdown, without a vacancy', async () => {
  const file = join(folder, 'kit.docx')
  assert.match((await say('kit', 'customer technician', '--docx', file)).text, /Written to/)
  const { value } = await mammoth.convertToHtml({ buffer: readFileSync(file) })
  assert.match(value, /<h1>(<[^>]+>)*1\. /)
  assert.match(value, /Rating guide/)
  const { text } = await say('kit', 'Customer Adviser', '--points', '9')
  assert.match(text, /^# Interview kit: Customer Adviser/m)
  assert.match(text, /9 8 7/)
  assert.match((await say('list')).text, /^4 in all$/m)
})

test('a role that is not there, or is not clear, is said', async () => {
  await assert.rejects(() => say('kit', 'astronaut'), NotFound)
  await assert.rejects(() => say('kit', 'Customer Advisr'), /Did you mean “Customer Adviser”\?/)
  await assert.rejects(() => say('kit', 'customer'), Invalid)
  assert.equal((await say('kit')).code, 2)
})

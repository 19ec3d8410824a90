import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { say as terminal, useInCommands } from '../../test/terminal.ts'
import { Invalid, NotFound } from '../errors.ts'
import { run } from './commands.ts'

let database: TestDatabase
const folder = mkdtempSync(join(tmpdir(), 'sightline-people-'))
before(async () => {
  database = await openTestDatabase()
  useInCommands(database)
})
after(async () => {
  rmSync(folder, { recursive: true })
  await database.close()
})

/** What the command prints, for our organisation. */
const say = (...args: string[]) => terminal(run, [...args, '--organization', 'our'])

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const STAFF =
  'Name,E-mail,Role,Team,Reports to\nAda Byrne,ada@example.org,Director,Service,\nBo Li,bo@example.org,Adviser,Service,Ada Byrne\n'

test('a dry run says what would come of a file and keeps nothing; without it the file is read in', async () => {
  const path = file('staff.csv', STAFF)
  const dry = await say('import', path, '--dry-run')
  assert.equal(dry.code, 0)
  assert.match(dry.text, /new team: Service[\s\S]*would be: 2 people added.*Nothing was read in/)
  assert.match((await say('list')).text, /^0 in all$/m)
  const real = await say('import', path)
  assert.match(real.text, /2 people added, 0 people changed/)
  assert.match((await say('list')).text, /Ada Byrne\s+Director[\s\S]*2 in all/)
  const again = JSON.parse((await say('import', path, '--json')).text)
  assert.deepEqual([again.added, again.unchanged, again.done], [0, 2, true])
})

test('a file with faults names each line, and the exit code is 1', async () => {
  const wrong = await say('import', file('wrong.csv', 'Name,E-mail\nCy,cy@\n,x@example.org\n'))
  assert.equal(wrong.code, 1)
  assert.match(
    wrong.text,
    /Line 2, E-mail, “cy@”: Write the address[\s\S]*Line 3, Name: Give the name\.[\s\S]*Nothing was read in/,
  )
})

test('one person is shown by name or address, with the line above and the count below', async () => {
  assert.match(
    (await say('show', 'bo', 'li')).text,
    /Bo Li\nhere · bo@example\.org\n {2}• Adviser, Service, reports to Ada Byrne\nReports to: Ada Byrne/,
  )
  assert.match((await say('show', 'ADA@example.org')).text, /Below: 1 person/)
  assert.equal(JSON.parse((await say('show', 'bo li', '--json')).text).employment.email, 'bo@example.org')
  await assert.rejects(say('show', 'nobody'), NotFound)
  assert.equal((await say('show')).code, 2)
})

test('everybody goes into a file that is read in again unchanged', async () => {
  const path = join(folder, 'out.csv')
  await say('export', path)
  assert.match(readFileSync(path, 'utf8'), /^\ufeffName,E-mail/)
  const again = JSON.parse((await say('import', path, '--dry-run', '--json')).text)
  assert.deepEqual([again.faultCount, again.added, again.changed, again.unchanged], [0, 0, 0, 2])
})

test('the check names the gaps', async () => {
  await say('import', file('gap.csv', 'Name\nEd Alone\n'))
  assert.match((await say('check')).text, /1 without a post\n {2}Ed Alone/)
  assert.ok(JSON.parse((await say('check', '--json')).text).gaps.length > 0)
})

test('what is not understood is told', async () => {
  assert.equal((await say('import')).code, 2)
  assert.equal((await say('lsit')).code, 2)
  await assert.rejects(say('import', join(folder, 'none.csv')), NotFound)
  await assert.rejects(say('import', folder), Invalid)
  await assert.rejects(say('list', '--page', '0'), Invalid)
})

import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import mammoth from 'mammoth'
import { demoId } from '../../demo/rows.ts'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import { say as terminal, useInCommands } from '../../test/terminal.ts'
import { createContext } from '../context.ts'
import { Invalid, NotFound } from '../errors.ts'
import { EXAMPLE } from '../organization.ts'
import { insider } from '../viewer.ts'
import { run } from './commands.ts'

let database: TestDatabase
const folder = mkdtempSync(join(tmpdir(), 'sightline-role-'))
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

test('the terminal lists roles and shows what one needs, must-haves first', async () => {
  assert.match(
    (await say('list')).text,
    /^Customer Adviser +Contact Centre +10 +version 2, 10 competencies$/m,
  )
  assert.match((await say('list', 'complaint')).text, /^1 in all$/m)
  const { text } = await say('show', 'customer adviser')
  assert.match(text, /Version 2, agreed on .*\nA2 Monitoring and guiding reactions +3 Proficient/)
  const json = JSON.parse((await say('show', demoId('role', 'technician'), '--json')).text)
  assert.equal(json.profiles[0].requirements[0].must, true)
})

test('a role that is not there or not the only one is told with what to do', async () => {
  await assert.rejects(say('show', 'Zeppelin'), NotFound)
  await assert.rejects(say('show', 'negotiating'), Invalid)
  assert.equal((await say('show')).code, 2)
})

test('the profile that holds is written as a word-processor file', async () => {
  const file = join(folder, 'profile.docx')
  assert.equal((await say('show', 'Customer Technician', '--docx', file)).code, 0)
  const { value } = await mammoth.extractRawText({ buffer: readFileSync(file) })
  assert.match(
    value,
    /Role profile: Customer Technician[\s\S]*Arriving well[\s\S]*Why: It is somebody's home\./,
  )
})

test('programs read roles, draft a profile, and agree the version that they have seen', async () => {
  const app = appFor(createContext(database.world, insider(EXAMPLE)))
  const ask = async (method: string, path: string, body?: object) => {
    const headers = { 'content-type': 'application/json', origin: 'http://localhost' }
    const init = body ? { method, headers, body: JSON.stringify(body) } : { method, headers }
    const response = await app.request(`http://localhost/api/role${path}`, init)
    return { status: response.status, json: await response.json() }
  }
  const { json: roles } = await ask('GET', '?q=billing')
  assert.deepEqual(
    roles.roles.map(({ title }: { title: string }) => title),
    ['Billing Specialist'],
  )
  const { json: made } = await ask('POST', '', { title: 'Sluice Keeper' })
  const { json: draft } = await ask('POST', `/${made.id}/profile`)
  const framework =
    roles.roles.length > 0 &&
    (await ask('GET', `/${roles.roles[0].id}`)).json.profiles[0].requirements[0].framework
  const put = {
    framework,
    competency: 'c1',
    level: '2',
    entryLevel: '1',
    importance: 3,
    must: true,
    version: 1,
  }
  const changed = await ask('PUT', `/${made.id}/profile/${draft.id}/requirement`, put)
  assert.deepEqual(
    [changed.status, changed.json.version, changed.json.requirements[0].words.level],
    [200, 2, '2 Automatic fluency'],
  )
  assert.equal((await ask('POST', `/${made.id}/profile/${draft.id}/agreement`, { version: 1 })).status, 409)
  const agreed = await ask('POST', `/${made.id}/profile/${draft.id}/agreement`, { version: 2 })
  assert.ok(agreed.json.agreedAt)
})

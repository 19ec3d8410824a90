import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { appOf } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { signedInMember } from '../../test/member.ts'
import { say as terminal, useInCommands } from '../../test/terminal.ts'
import { newVisitor } from '../../test/visitor.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { run } from './commands.ts'

let database: TestDatabase
let app: ReturnType<typeof appOf>

before(async () => {
  database = await openTestDatabase()
  app = appOf(database.world)
  useInCommands(database)
  await signedInMember(database, app, { name: 'Ada Byrne', roles: ['owner'] })
})
after(async () => {
  await database.close()
})

const say = (...args: string[]) => terminal(run, [...args, '--organization', 'our'])

test('everybody who can sign in is listed with their roles, as text or as JSON', async () => {
  assert.match((await say('list')).said.join('\n'), /^Ada Byrne +ada\.byrne@ours\.example +owner$/m)
  const { members } = JSON.parse((await say('list', '--json')).said.join())
  assert.deepEqual(
    members.map(({ name, roles }: { name: string; roles: string[] }) => [name, roles]),
    [['Ada Byrne', ['owner']]],
  )
})

test('somebody is invited at the terminal, and the link that is printed opens the invitation', async () => {
  const { code, said } = await say('invite', 'bo@ours.example', 'Bo', 'Li', '--roles', 'steward, hr')
  assert.equal(code, 0)
  const { html } = await newVisitor(app).get(new URL(said[0] ?? '').pathname)
  assert.match(html, /An invitation for Bo Li/)
  assert.match(html, /HR<\/strong>/)
  await assert.rejects(say('invite', 'x'), Invalid)
  await assert.rejects(say('invite', 'c@ours.example', 'C C', '--roles', 'king'), /There is no such role/)
  assert.equal((await say('invite')).code, 2)
})

test('roles are given by address; the last owner keeps the role', async () => {
  const { said } = await say('role', 'ADA.BYRNE@ours.example', 'owner,planner')
  assert.match(said.join(), /owner, planner/)
  await assert.rejects(say('role', 'ada.byrne@ours.example', 'none'), Conflict)
  await assert.rejects(say('role', 'stranger@ours.example', 'hr'), NotFound)
  assert.equal((await say('role', 'ada.byrne@ours.example')).code, 2)
})

test('an owner who is locked out gets in again by a link that the terminal prints', async () => {
  const { said } = await say('reset-link', 'ada.byrne@ours.example')
  const path = new URL(said[0] ?? '').pathname
  const ada = newVisitor(app)
  assert.equal((await ada.post(path, { password: 'copper lamp biscuit' })).location, '/sign-in?done=reset')
  const signedIn = await ada.post('/sign-in', {
    email: 'ada.byrne@ours.example',
    password: 'copper lamp biscuit',
  })
  assert.equal(signedIn.location, '/')
  await assert.rejects(say('reset-link', 'stranger@ours.example'), NotFound)
  const acts = await database.ctx.read((db) =>
    db
      .selectFrom('history_event')
      .select(['act', 'actor_kind'])
      .where('organization_id', '=', db.organizationId)
      .where('act', '=', 'password: link made')
      .execute(),
  )
  assert.deepEqual(acts, [{ act: 'password: link made', actor_kind: 'terminal' }])
})

test('there is nothing to turn off for somebody without a second factor', async () => {
  await assert.rejects(say('second-factor-off', 'ada.byrne@ours.example'), /has no second factor/)
})

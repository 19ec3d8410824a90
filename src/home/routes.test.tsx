import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { EXAMPLE_CAST } from '../../demo/cast-members.ts'
import { demoId } from '../../demo/rows.ts'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import type { Context } from '../context.ts'
import { EXAMPLE } from '../organization.ts'
import { exampleViewer } from './cast.ts'

let database: TestDatabase
let ctx: Context
before(async () => {
  database = await openTestDatabase()
  ctx = await loadExample(database)
})
after(() => database.close())

const as = (part: string, isManager = false) => {
  const member = EXAMPLE_CAST.find((one) => one.part === part)
  assert.ok(member, part)
  return ctx.as(exampleViewer(EXAMPLE, member, isManager))
}
const wordsOf = async (viewer: Context, path: string) => {
  const response = await appFor(viewer).request(`http://localhost${path}`)
  return (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

test("each of the cast finds on the first page what is theirs, and not what is others'", async () => {
  const pages = {
    member: await wordsOf(as('Job-holder'), '/'),
    manager: await wordsOf(as('Team manager', true), '/'),
    hr: await wordsOf(as('HR lead', true), '/'),
    steward: await wordsOf(as('Framework steward'), '/'),
    planner: await wordsOf(as('Planner'), '/'),
  }
  assert.match(pages.member, /You are Customer Adviser in Contact Centre, reporting to Aroha Tamihana/)
  assert.doesNotMatch(pages.member, /Your team|Documents to check|Coming and going/)
  assert.match(pages.manager, /7 people report to you/)
  assert.match(pages.hr, /Coming and going .* Noah Adeyemi starts on/)
  assert.match(pages.hr, /2 invitations are on the way/)
  assert.match(pages.steward, /1 draft waits for your check Handling Complaints/)
  assert.match(pages.planner, /Posts that end soon .* Lena Brandt/)
})

test('the search finds people, teams, pages and words, and nobody finds what is not theirs', async () => {
  const member = as('Job-holder')
  assert.match(await wordsOf(member, '/search?q=aroha'), /People Aroha Tamihana Team Leader, Calls/)
  assert.match(await wordsOf(member, '/search?q=billing'), /Teams and places Billing and Accounts/)
  assert.match(await wordsOf(member, '/search?q=second+factor'), /Pages Second factor/)
  assert.doesNotMatch(await wordsOf(member, '/search?q=invitations'), /Pages Invitations/)
  assert.match(await wordsOf(as('HR lead'), '/search?q=invitations'), /Pages Invitations/)
  const visitor = ctx.as(exampleViewer(EXAMPLE, undefined, false))
  assert.doesNotMatch(await wordsOf(visitor, '/search?q=aroha'), /Tamihana/)
})

test('outside the example nobody can be somebody else, and the page says so', async () => {
  const path = 'http://localhost/cast'
  const outside = appFor(database.ctx)
  const shown = await outside.request(path)
  assert.equal(shown.status, 404)
  assert.match(await shown.text(), /Only in the example organisation/)
  const body = new URLSearchParams({ person: demoId('person', 'helen') })
  const sent = await outside.request(path, { method: 'POST', body, headers: { origin: 'http://localhost' } })
  assert.equal(sent.status, 404)
  assert.equal(sent.headers.get('set-cookie'), null)
})

test('where there is an organisation in earnest, no passer-by makes an example beside it', async () => {
  const outside = appFor(database.ctx)
  const sent = await outside.request('http://localhost/example', {
    method: 'POST',
    headers: { origin: 'http://localhost' },
  })
  assert.equal(sent.status, 404)
})

test('an owner who is still alone is told how to begin; with others there, no more', async () => {
  assert.match(await wordsOf(database.ctx, '/'), /How to begin .* Invite a colleague/)
  assert.doesNotMatch(await wordsOf(as('Owner', true), '/'), /How to begin/)
})

/** One's own judgements by programs, with a token; and how long their words are kept. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import type { Env } from '#web/site.ts'
import { appOf } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { type SignedInMember, signedInMember } from '../../test/member.ts'
import { applyRetention, previewRetention } from '../privacy/actions/retention.ts'
import { closeTranslate } from './actions/desk.ts'

let database: TestDatabase
let app: Hono<Env>
let ada: SignedInMember
let bo: SignedInMember
let steward: SignedInMember
let writes: string
let reads: string

before(async () => {
  database = await openTestDatabase({ library: true })
  app = appOf(database.world)
  ada = await signedInMember(database, app, { name: 'Ada Byrne' })
  bo = await signedInMember(database, app, { name: 'Bo Chen' })
  steward = await signedInMember(database, app, { name: 'Stella Reed', roles: ['steward'] })
  writes = await tokenOf(ada, 'write')
  reads = await tokenOf(ada, 'read')
})
after(async () => {
  await closeTranslate()
  await database.close()
})

async function tokenOf({ visitor }: SignedInMember, scope: string): Promise<string> {
  const { html } = await visitor.post('/account/token', { name: `To ${scope}`, scope, days: '7' })
  return /<code class="secret">(sightline_[\w-]+)</.exec(html)?.[1] ?? ''
}

async function call(token: string, method: string, path: string, body?: object) {
  const answer = await app.request(`http://localhost/api/translate/judgement${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, json: await answer.json() }
}

const CALM = 'I calm people who are upset before it turns into a row.'

test('a program accepts and corrects, lists, proposes and takes back, by codes and numbers', async () => {
  const made = await call(writes, 'POST', '', {
    framework: 'spotlight',
    text: CALM,
    competency: 'A2',
    level: 3,
  })
  assert.equal(made.status, 200)
  const { id, ...rest } = made.json
  assert.deepEqual([rest.competency, rest.level, rest.words, rest.proposal], ['A2', 3, null, null])
  assert.match(rest.said.competency, /^[ABC][123]$/)
  const kept = await call(writes, 'POST', '', {
    ...{
      framework: 'spotlight',
      text: 'Waters the ferns in the hall.',
      competency: 'c1',
      level: '2',
      keep: true,
    },
  })
  assert.equal(kept.json.words, 'Waters the ferns in the hall.')
  assert.deepEqual(
    (await call(reads, 'GET', '')).json.map((one: { id: string }) => one.id),
    [kept.json.id, id],
  )
  const proposed = await call(writes, 'POST', `/${kept.json.id}/proposal`)
  assert.deepEqual(proposed.json.proposal, { state: 'waiting', answer: null })
  assert.match((await steward.visitor.get('/translate/proposal')).html, /Waters the ferns/)
  assert.equal((await call(writes, 'DELETE', `/${kept.json.id}/words`)).status, 200)
  assert.doesNotMatch((await steward.visitor.get('/translate/proposal')).html, /Waters the ferns/)
  assert.equal((await call(writes, 'POST', `/${kept.json.id}/proposal`)).status, 409)
  for (const one of [id, kept.json.id]) assert.equal((await call(writes, 'DELETE', `/${one}`)).status, 200)
  assert.deepEqual((await call(reads, 'GET', '')).json, [])
})

test('what cannot be kept is refused field by field, and a token for reading changes nothing', async () => {
  const body = { framework: 'spotlight', text: CALM, competency: 'Z9', level: 9 }
  const wrong = await call(writes, 'POST', '', body)
  assert.equal(wrong.status, 422)
  assert.deepEqual(Object.keys(wrong.json.fields).sort(), ['competency', 'level'])
  const gone = await call(writes, 'POST', '', { ...body, framework: 'gone' })
  assert.match(gone.json.fields.framework, /no such framework/)
  assert.equal((await call(reads, 'POST', '', { ...body, competency: 'A2', level: 3 })).status, 403)
  assert.equal((await call('sightline_nonsense', 'GET', '')).status, 401)
})

test('nobody reads or takes back what somebody else has judged', async () => {
  const made = await call(writes, 'POST', '', {
    framework: 'spotlight',
    text: CALM,
    competency: 'A2',
    level: 3,
  })
  const others = await tokenOf(bo, 'write')
  assert.deepEqual((await call(others, 'GET', '')).json, [])
  assert.equal((await call(others, 'DELETE', `/${made.json.id}`)).status, 404)
  assert.equal((await call(others, 'POST', `/${made.json.id}/proposal`)).status, 404)
})

test('the words of judgements go after their time, proposals that nobody accepted with them; what was judged stays', async () => {
  const keep = (text: string, propose = false) =>
    call(writes, 'POST', '', {
      framework: 'spotlight',
      text,
      competency: 'C1',
      level: 2,
      keep: true,
      propose,
    })
  await keep('Feeds the carp at noon.')
  await keep('Winds the tower clock.', true)
  await keep('Polishes the brass plates.', true)
  const list = await steward.visitor.get('/translate/proposal')
  const brass = /proposal\/([0-9a-f-]{36})">Polishes/.exec(list.html)?.[1] ?? ''
  const as = { text: 'Polishes the brass plates.', competency: 'c1', level: '2' }
  assert.equal((await steward.visitor.post(`/translate/proposal/${brass}/acceptance`, as)).status, 303)
  const later = new Date()
  later.setUTCMonth(later.getUTCMonth() + 37)
  const ctx = { ...database.ctx, now: () => later }
  const words = (await previewRetention(ctx)).find(({ kind }) => kind === 'words')
  assert.deepEqual([words?.months, words?.due], [36, 3])
  assert.equal((await previewRetention(database.ctx)).find(({ kind }) => kind === 'words')?.due, 0)
  assert.equal((await applyRetention(ctx)).words, 3)
  const left = await database.ctx.read(async (db) => ({
    judgements: await db.selectFrom('translate_judgement').selectAll().execute(),
    proposals: await db.selectFrom('translate_proposal').selectAll().execute(),
  }))
  assert.ok(left.judgements.length >= 3)
  assert.ok(left.judgements.every(({ text }) => text === null))
  assert.deepEqual(
    left.proposals.map(({ text, state }) => [text, state]),
    [['Polishes the brass plates.', 'accepted']],
  )
})

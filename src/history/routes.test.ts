import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { appFor } from '../../test/app.ts'
import { OURS, openTestDatabase, type TestDatabase } from '../../test/database.ts'
import type { Context } from '../context.ts'
import { NOBODY, type Role } from '../viewer.ts'
import { keepUnfinished } from './actions/unfinished.ts'
import { record } from './actions.ts'
import { NO_FILTER } from './happening.ts'
import { listEvents } from './store/events.ts'

const BO = { id: '22222222-2222-4222-8222-222222222222', name: 'Bo Chen' }
const FRAMEWORK = '33333333-3333-4333-8333-333333333333'
const JOB = '44444444-4444-4444-8444-444444444444'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  const { ctx } = database
  const bo = ctx.as({ ...ctx.viewer, person: BO, via: 'page' })
  const on = { kind: 'framework', id: FRAMEWORK, name: 'Spotlight' }
  const draft = { kind: 'draft', id: 'd1', name: 'Spotlight, first reading' }
  await bo.write((tx) => record(bo, tx, { act: 'framework: published', on, also: [draft] }))
  const title = { before: 'Spotlight', after: 'Spot<light>' }
  await bo.write((tx) =>
    record(bo, tx, {
      act: 'draft: changed',
      on: draft,
      also: [on],
      changes: { title },
      note: { step: 'rename' },
    }),
  )
  const noise = ctx.as({ ...ctx.viewer, via: 'terminal' })
  for (let n = 0; n < 60; n++)
    await noise.write((tx) =>
      record(noise, tx, { act: 'team: renamed', on: { kind: 'team', id: `t${n}`, name: `Team ${n}` } }),
    )
})
after(() => database.close())

const seenBy = (...roles: Role[]): Context =>
  database.ctx.as({ ...NOBODY, organization: OURS, roles: new Set(roles), person: BO })

async function get(path: string, ctx = seenBy('owner', 'member')) {
  const response = await appFor(ctx).request(path)
  return { status: response.status, text: await response.text() }
}

const post = (path: string) =>
  appFor(seenBy('owner', 'member')).request(path, { method: 'POST', headers: { origin: 'http://localhost' } })

test('the owner sees everything, newest first, page by page', async () => {
  const first = await get('/history')
  assert.equal(first.status, 200)
  assert.match(first.text, /Somebody at the terminal renamed the team/)
  assert.doesNotMatch(first.text, /Bo Chen<\/a> published/)
  const older = /href="(\/history\?before=\d+)"/.exec(first.text)?.[1]
  assert.ok(older)
  const second = await get(older)
  assert.match(second.text, /Bo Chen<\/a> published the framework/)
  assert.doesNotMatch(second.text, /before=/)
})

test('filters narrow the history down, and stay while one goes on', async () => {
  const found = async (query: string) => {
    const { text } = await get(`/history?${query}`)
    return [...text.matchAll(/id="event-(\d+)"/g)].map(([, number]) => Number(number))
  }
  assert.deepEqual(await found('who=chen'), [2, 1])
  assert.deepEqual(await found('act=publish'), [1])
  assert.deepEqual(await found('kind=draft'), [2])
  assert.deepEqual(await found(`thing=framework+${FRAMEWORK}`), [2, 1])
  assert.deepEqual(await found(`thing=framework+${FRAMEWORK}&act=draft`), [2])
  assert.deepEqual(await found('who=chen&act=renamed'), [])
  assert.equal((await found('who=&kind=team')).length, 50)
  const today = new Date().toISOString().slice(0, 10)
  assert.deepEqual(await found(`who=chen&from=${today}&to=${today}`), [2, 1])
  assert.deepEqual(await found('who=chen&to=2020-01-01'), [])
  assert.deepEqual(await found("who=%25'--&act=%00"), [])
  assert.match(
    (await get('/history?kind=team&act=renamed')).text,
    /\/history\?kind=team&amp;act=renamed&amp;before=/,
  )
})

test('a day that is none is told at its field, and what was typed stays', async () => {
  const { status, text } = await get('/history?from=2026-02-30&who=chen')
  assert.equal(status, 422)
  assert.match(text, /Give a day as year, month and day/)
  assert.match(text, /value="chen"/)
})

test('words of an event come out as text, never as markup', async () => {
  const { text } = await get('/history?kind=draft')
  assert.match(text, /Spot&lt;light>/)
  assert.match(text, /Step: rename/)
})

test('a thing has a history of its own, for whoever may see the thing', async () => {
  const { status, text } = await get(`/history/framework/${FRAMEWORK}`, seenBy('member'))
  assert.equal(status, 200)
  assert.match(text, /History of Spotlight/)
  // Drafts are the stewards': the sentence stays, but no link, no values.
  assert.match(text, /Bo Chen changed the draft Spotlight, first reading/)
  assert.doesNotMatch(text, /history\/draft|Spot&lt;light|rename/)
  const steward = await get(`/history/framework/${FRAMEWORK}`, seenBy('member', 'steward'))
  assert.match(steward.text, /history\/draft\/d1/)
  assert.match(steward.text, /Spot&lt;light/)
})

test('whoever may not see a thing is told that there is none', async () => {
  const refused = [
    ['/history/draft/d1', seenBy('member')],
    ['/history', seenBy('member', 'hr')],
    ['/history/unfinished', seenBy('member', 'hr')],
    ['/history/person/11111111-1111-4111-8111-111111111111', seenBy('member')],
    ['/history/person/nobody', seenBy('member')],
    ['/history/constructor/x', seenBy('member')],
    ['/history/framework/nothing-happened', seenBy('member')],
    [`/history/framework/${FRAMEWORK}`, database.otherOrganization()],
  ] as const
  for (const [path, ctx] of refused) assert.equal((await get(path, ctx)).status, 404, path)
})

test('programs get the same as JSON', async () => {
  const { status, text } = await get('/api/history?who=chen&act=published')
  assert.equal(status, 200)
  const { events, before: next } = JSON.parse(text)
  assert.equal(next, null)
  assert.equal(events[0].says, 'Bo Chen published the framework Spotlight')
  assert.deepEqual(events[0].also, [{ kind: 'draft', id: 'd1', name: 'Spotlight, first reading' }])
  assert.equal((await get('/api/history?from=yesterday')).status, 422)
  const head = JSON.parse((await get('/api/history/head')).text)
  assert.equal(head.number, 62)
  const thing = JSON.parse((await get(`/api/history/framework/${FRAMEWORK}`, seenBy('member'))).text)
  assert.deepEqual(
    thing.events.map((event: { changes: object }) => event.changes),
    [{}, {}],
  )
  assert.equal((await get('/api/history/draft/d1', seenBy('member'))).status, 404)
})

test('a job that was given up waits for the owner, who has it done again or puts it aside', async () => {
  const { ctx, jobs } = database
  const given = {
    id: JOB,
    job: 'people.import',
    data: { importId: 7 },
    reason: 'The file is gone.',
    tries: 10,
  }
  await keepUnfinished(ctx, given)
  assert.match((await get('/history')).text, /One job could not be done/)
  assert.match((await get('/history/unfinished')).text, /The file is gone\.[\s\S]*after 10 tries/)
  assert.equal((await post(`/history/unfinished/${JOB}/again`)).status, 303)
  assert.deepEqual(jobs.at(-1), { job: 'people.import', data: { importId: 7 } })
  assert.equal((await post(`/history/unfinished/${JOB}/again`)).status, 404)
  await keepUnfinished(ctx, given)
  assert.equal((await post(`/history/unfinished/${JOB}/removal`)).status, 303)
  assert.match((await get('/history/unfinished')).text, /Everything has been done/)
  assert.equal((await post('/history/unfinished/x/again')).status, 404)
})

test('what somebody does in their own profile stands in nobody else’s history but of those whom it concerns', async () => {
  const ctx = database.otherOrganization()
  const organization = ctx.viewer.organization
  const as = (id: string, name: string, ...roles: Role[]) =>
    ctx.as({ ...NOBODY, organization, roles: new Set<Role>(['member', ...roles]), person: { id, name } })
  const ada = { kind: 'person', id: '55555555-5555-4555-8555-555555555555', name: 'Ada Byrne' }
  const cy = { kind: 'person', id: '66666666-6666-4666-8666-666666666666', name: 'Cy Dunn' }
  const acting = as(ada.id, ada.name)
  await acting.write((tx) => record(acting, tx, { act: 'profile: shared', on: ada, also: [cy] }))
  const owner = as(BO.id, BO.name, 'owner', 'hr')
  for (const path of [
    '/history',
    '/history?act=shared',
    '/history?who=Ada',
    '/api/history',
    `/history/person/${ada.id}`,
  ])
    assert.doesNotMatch((await get(path, owner)).text, /Ada Byrne/, path)
  for (const one of [as(ada.id, ada.name, 'owner'), as(cy.id, cy.name, 'owner')])
    assert.match((await get('/history', one)).text, /Ada Byrne[\s\S]*shared something of their own profile/)
  const events = await ctx.read((db) => listEvents(db, NO_FILTER, { before: null, limit: 9 }))
  assert.deepEqual(events, [])
})

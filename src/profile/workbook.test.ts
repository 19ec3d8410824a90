import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { appFor } from '../../test/app.ts'
import { OURS, openTestDatabase, type TestDatabase } from '../../test/database.ts'
import type { Context } from '../context.ts'
import type { Framework } from '../framework/model.ts'
import { findFramework } from '../framework/store.ts'
import { addPerson } from '../people/actions/person.ts'
import { PersonInput } from '../people/model.ts'
import { aboutEverything } from '../privacy/actions/about.ts'
import { erasePerson } from '../privacy/actions/erase.ts'
import { insider, NOBODY, type Role } from '../viewer.ts'
import { keepActivity, removeActivity } from './actions/activities.ts'
import {
  changeOrder,
  finishWorkbook,
  removeWorkbook,
  saveAnswers,
  startWorkbook,
} from './actions/workbook.ts'
import type { Answer } from './model.ts'
import { questionsOf } from './order.ts'
import { listOwnLevels } from './store/levels.ts'
import { activitiesOf, answersOf, findWorkbook, listWorkbooks } from './store/workbook.ts'
import { ActivityInput, changedAnswers } from './workbook.ts'

let database: TestDatabase
let spotlight: Framework

before(async () => {
  database = await openTestDatabase({ library: true })
  const found = await database.ctx.read((db) => findFramework(db, 'spotlight'))
  assert.ok(found)
  spotlight = found
})
after(() => database.close())

async function member(name: string, ...roles: Role[]): Promise<Context> {
  const id = await addPerson(database.ctx, PersonInput.parse({ name }))
  return asPerson(id, name, ...roles)
}

const asPerson = (id: string, name: string, ...roles: Role[]) =>
  database.ctx.as({
    ...NOBODY,
    organization: OURS,
    roles: new Set<Role>(['member', ...roles]),
    person: { id, name },
  })

const idOf = ({ viewer }: Context) => viewer.person?.id ?? ''
const start = (ctx: Context, earlier = false) => startWorkbook(ctx, { framework: 'spotlight', earlier })
const statements = (competency: string, level: string) =>
  questionsOf(spotlight).filter((one) => one.competency === competency && one.level === level)
const levels = async (ctx: Context, competency: string) => {
  const all = await ctx.read((db) => listOwnLevels(db, idOf(ctx)))
  return all.find((one) => one.competency === competency)
}

/** Answers everything at one level of a competency alike. */
const say = (ctx: Context, id: string, [competency, level]: [string, string], answer: Answer | null) =>
  saveAnswers(
    ctx,
    id,
    statements(competency, level).map((one) => ({ statement: one.id, answer })),
  )

const events = (ctx: Context) =>
  database.ctx.read((db) =>
    db
      .selectFrom('history_event')
      .select('act')
      .where('organization_id', '=', OURS.id)
      .where('subject_id', '=', idOf(ctx))
      .where('act', 'like', 'profile:%')
      .orderBy('number')
      .execute(),
  )

test('answers are kept as they are given, taken back, and the levels follow at once', async () => {
  const ada = await member('Ada Workbook')
  const { id } = await start(ada)
  await say(ada, id, ['a1', '2'], 'now')
  assert.equal((await levels(ada, 'a1'))?.uses, 2)
  assert.equal((await levels(ada, 'a1'))?.firm, false)
  for (const level of ['3', '4', '5']) await say(ada, id, ['a1', level], 'not')
  assert.equal((await levels(ada, 'a1'))?.firm, true)
  await say(ada, id, ['a1', '3'], 'seldom')
  const now = await levels(ada, 'a1')
  assert.deepEqual([now?.uses, now?.can, now?.stretch], [2, 3, 3])
  for (const level of ['2', '3', '4', '5']) await say(ada, id, ['a1', level], null)
  assert.equal(await levels(ada, 'a1'), undefined, 'no answer, nothing known')
  assert.equal((await ada.read((db) => answersOf(db, id))).length, 0)
})

test('an answer that is sent again changes nothing, not even its time', async () => {
  const ada = await member('Ada Twice')
  const { id } = await start(ada)
  await say(ada, id, ['a1', '1'], 'now')
  const before = await ada.read((db) => answersOf(db, id))
  await say(ada, id, ['a1', '1'], 'now')
  assert.deepEqual(await ada.read((db) => answersOf(db, id)), before)
})

test('the last of several answers to a statement counts, and one that the framework does not have is told apart', async () => {
  const ada = await member('Ada Last')
  const { id } = await start(ada)
  const [first] = statements('b1', '1')
  const statement = first?.id ?? ''
  const unknown = '5d0c0000-0000-4000-8000-000000000009'
  const { gone } = await saveAnswers(ada, id, [
    { statement, answer: 'now' },
    { statement: unknown, answer: 'now' },
    { statement, answer: 'later' },
  ])
  assert.deepEqual(gone, [unknown])
  const answers = await ada.read((db) => answersOf(db, id))
  assert.deepEqual(
    answers.map(({ answer }) => answer),
    ['later'],
  )
})

test('answers that come at the same moment are all counted', async () => {
  const ada = await member('Ada Quick')
  const { id } = await start(ada)
  await Promise.all(
    questionsOf(spotlight)
      .filter(({ competency }) => competency === 'c1')
      .map(({ id: statement }) => saveAnswers(ada, id, [{ statement, answer: 'now' }])),
  )
  assert.deepEqual((await levels(ada, 'c1'))?.uses, 5)
})

test('one open round for a person and a framework; a finished one stays, and the next begins from it or from nothing', async () => {
  const ada = await member('Ada Rounds')
  const first = await start(ada)
  assert.equal((await start(ada)).id, first.id)
  await assert.rejects(finishWorkbook(ada, first.id), /Nothing is answered yet/)
  await say(ada, first.id, ['a2', '2'], 'now')
  await keepActivity(ada, first.id, { input: activity(), id: null })
  await finishWorkbook(ada, first.id)
  await assert.rejects(say(ada, first.id, ['a2', '3'], 'now'), /finished, and stays as it is/)
  const second = await start(ada, true)
  const copied = await ada.read(async (db) => ({
    answers: await answersOf(db, second.id),
    activities: await activitiesOf(db, second.id),
    before: await answersOf(db, first.id),
  }))
  assert.deepEqual(copied.answers, copied.before)
  assert.equal(copied.activities.length, 1)
  await removeWorkbook(ada, second.id)
  assert.equal((await levels(ada, 'a2'))?.uses, 2, 'what was known before is known again')
  const third = await start(ada)
  assert.equal((await ada.read((db) => answersOf(db, third.id))).length, 0)
  assert.deepEqual(
    (await events(ada)).map(({ act }) => act.replace('profile: workbook ', '')),
    ['started', 'finished', 'started', 'removed', 'started'],
  )
})

test('a round that has just begun does not take away what the last one said', async () => {
  const ada = await member('Ada Anew')
  const first = await start(ada)
  for (const level of ['1', '2', '3', '4', '5']) await say(ada, first.id, ['b3', level], 'now')
  await finishWorkbook(ada, first.id)
  const second = await start(ada)
  await say(ada, second.id, ['b3', '1'], 'now')
  assert.equal((await levels(ada, 'b3'))?.uses, 5)
})

test('a framework without levels has no workbook, and it is said why', async () => {
  const ada = await member('Ada Without')
  await assert.rejects(
    startWorkbook(ada, { framework: 'balanced-customer-focus' }),
    /describes no behaviour by level/,
  )
  await assert.rejects(startWorkbook(ada, { framework: 'no-such-thing' }), /There is no such framework/)
  const page = await appFor(ada).request('/profile/workbook')
  const html = await page.text()
  const headers = { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' }
  const empty = { method: 'POST', headers, body: 'framework=' }
  const refused = await appFor(ada).request('http://localhost/profile/workbook', empty)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Choose a framework/)
  assert.match(html, /Without a workbook[\s\S]*Customer Focus in Balance/)
  assert.doesNotMatch(html, /value="balanced-customer-focus"/)
})

const activity = (more: Partial<ActivityInput> = {}) =>
  ActivityInput.parse({
    ...{ text: 'I keep a list of promises.', competency: 'c1', level: '2', answer: 'now', said: 'c1 2' },
    ...more,
  })

test('an activity counts as a statement does, stands where it was put, and says who put it there', async () => {
  const ada = await member('Ada Words')
  const { id } = await start(ada)
  const kept = await keepActivity(ada, id, { input: activity(), id: null })
  assert.equal(kept.placedBy, 'translate')
  assert.equal((await levels(ada, 'c1'))?.uses, 2)
  const moved = await keepActivity(ada, id, { input: activity({ competency: 'c2' }), id: kept.id })
  assert.equal(moved.placedBy, 'person')
  assert.equal(await levels(ada, 'c1'), undefined)
  assert.equal((await levels(ada, 'c2'))?.uses, 2)
  await assert.rejects(
    keepActivity(ada, id, { input: activity({ competency: 'z9' }), id: null }),
    /Choose one of the list/,
  )
  await removeActivity(ada, id, kept.id)
  assert.equal(await levels(ada, 'c2'), undefined)
})

test('nobody else finds a workbook: not a colleague, not the owner, not another organisation', async () => {
  const ada = await member('Ada Alone')
  const { id } = await start(ada)
  await say(ada, id, ['a1', '1'], 'now')
  const owner = await member('Odo Owner', 'owner', 'hr', 'manager')
  for (const other of [await member('Bo Beside'), owner]) {
    for (const path of ['', '/part/1', '/activity'])
      assert.equal((await appFor(other).request(`/profile/workbook/${id}${path}`)).status, 404)
    assert.equal((await appFor(other).request(`/api/profile/workbook/${id}`)).status, 404)
    await assert.rejects(say(other, id, ['a1', '2'], 'now'), /no such workbook of yours/)
    await assert.rejects(removeWorkbook(other, id), /no such workbook of yours/)
    await assert.rejects(changeOrder(other, id, true), /no such workbook of yours/)
  }
  const elsewhere = database.otherOrganization()
  assert.equal(await elsewhere.read((db) => findWorkbook(db, idOf(ada), id)), undefined)
  const text = statements('a1', '1')[0]?.text ?? 'none'
  const mine = JSON.stringify(await aboutEverything(ada, idOf(ada)))
  const theirs = JSON.stringify(await aboutEverything(owner, idOf(ada)))
  assert.ok(mine.includes(text))
  assert.ok(!theirs.includes(text))
  assert.ok(!theirs.includes('"uses"'))
})

test('the answers of somebody who is erased are gone', async () => {
  const ada = await member('Ada Erased')
  const { id } = await start(ada)
  await say(ada, id, ['a1', '1'], 'now')
  await erasePerson(database.ctx.as(insider(OURS)), idOf(ada))
  assert.deepEqual(await ada.read((db) => listWorkbooks(db, idOf(ada))), [])
  assert.deepEqual(await ada.read((db) => answersOf(db, id)), [])
  assert.deepEqual(await ada.read((db) => listOwnLevels(db, idOf(ada))), [])
})

test('of a page only what was changed on it is sent, so that an old page takes nothing back', () => {
  const [one, two, three] = [1, 2, 3].map((n) => `5d0c0000-0000-4000-8000-00000000000${n}`)
  assert.deepEqual(
    changedAnswers({
      [`answer:${one}`]: 'now',
      [`shown:${one}`]: '',
      [`answer:${two}`]: 'now',
      [`shown:${two}`]: 'now',
      [`answer:${three}`]: '',
      [`shown:${three}`]: 'later',
      'answer:nonsense': 'now',
      to: 'next',
    }),
    [
      { statement: one, answer: 'now' },
      { statement: three, answer: null },
    ],
  )
})

test('a program answers, looks and finishes with one’s own token', async () => {
  const ada = await member('Ada Program')
  const app = appFor(ada)
  const ask = async (method: string, path: string, body?: unknown) => {
    const response = await app.request(`/api/profile/workbook${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json() }
  }
  const started = await ask('POST', '', { framework: 'spotlight', mixed: true })
  assert.equal(started.status, 200)
  const { id, statements, next } = started.body
  assert.equal(next, statements[0].id)
  const answers = [{ statement: next, answer: 'now' }]
  assert.deepEqual((await ask('PUT', `/${id}/answers`, answers)).body.gone, [])
  const wrong = await ask('PUT', `/${id}/answers`, [{ statement: next, answer: 'perhaps' }])
  assert.equal(wrong.status, 422)
  const shown = (await ask('GET', `/${id}`)).body
  assert.deepEqual([shown.answered, shown.next], [1, statements[1].id])
  assert.ok((await ask('POST', `/${id}/completion`)).body.finishedAt)
  assert.equal((await ask('PUT', `/${id}/answers`, answers)).status, 409)
  assert.equal(
    (await ask('GET', '')).body.find((one: { framework: string }) => one.framework === 'spotlight').finished
      .length,
    1,
  )
})

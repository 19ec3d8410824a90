import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '#context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#errors.ts'
import { EXAMPLE } from '#organization.ts'
import { listAgreedProfiles } from '#role/store.ts'
import { NOBODY, type Role } from '#viewer.ts'
import { demoId } from '../../demo/rows.ts'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import { fixKit, moveQuestionUp, reopenKit, weighCriteria } from './actions/kit.ts'
import { openVacancy } from './actions/look.ts'
import { finishPreparation, panelMeant, setPanel } from './actions/panel.ts'
import { makeVacancy } from './actions/vacancy.ts'
import { VacancyInput } from './vacancy.ts'

let database: TestDatabase
let ours: Context
before(async () => {
  database = await openTestDatabase()
  ours = await loadExample(database)
})
after(() => database.close())

/** Somebody of the example. */
function as(key: string, ...roles: Role[]): Context {
  const person = { id: demoId('person', key), name: key }
  return ours.as({ ...NOBODY, organization: EXAMPLE, person, roles: new Set(['member', ...roles]) })
}

const INPUT = VacancyInput.parse({
  ...{ title: 'Customer Adviser', purpose: 'To find out who can do the job.', places: '1' },
  ...{ applyUntil: '', decideBy: '', keepMonths: '6', questionsBefore: '', jurisdiction: 'GB' },
})
const MEMBERS = ['aroha', 'hamish', 'marcus'].map((key) => demoId('person', key))

test('from an agreed profile one step makes criteria, questions with three bands each, and who asks them', async () => {
  const profiles = await ours.read(listAgreedProfiles)
  const profile = profiles.find(({ requirements }) => requirements.some((one) => one.entryLevel === null))
  assert.ok(profile)
  const owen = as('owen', 'recruiter')
  const panel = { members: MEMBERS, chair: null }
  const id = await makeVacancy(owen, { profileId: profile.id, input: INPUT, panel, points: 7 })
  const opened = await owen.read((db) => openVacancy(owen, db, id))
  assert.deepEqual(
    opened.criteria.map(({ weight }) => weight),
    profile.requirements.map(({ entryLevel, importance }) => (entryLevel === null ? null : importance)),
  )
  const asked = opened.criteria.filter(({ weight }) => weight !== null)
  assert.deepEqual(
    opened.questions.map(({ criterion }) => criterion),
    asked.map((one) => one.id),
  )
  for (const { anchors, askedBy } of opened.questions) {
    assert.equal(anchors.length, 3)
    assert.ok(MEMBERS.includes(askedBy ?? ''))
  }
  assert.deepEqual(opened.part, { rates: false, chairs: false, oversees: true })
})

test('a vacancy is there for its panel and for those who recruit; for everybody else it is not', async () => {
  const [profile] = await ours.read(listAgreedProfiles)
  assert.ok(profile)
  const owen = as('owen', 'recruiter')
  const panel = { members: MEMBERS, chair: MEMBERS[1] ?? null }
  const id = await makeVacancy(owen, { profileId: profile.id, input: INPUT, panel, points: 5 })
  const part = async (ctx: Context) => (await ctx.read((db) => openVacancy(ctx, db, id))).part
  assert.deepEqual(await part(as('hamish')), { rates: true, chairs: true, oversees: false })
  assert.deepEqual(await part(as('ngaio', 'hr')), { rates: false, chairs: false, oversees: true })
  await assert.rejects(() => part(as('bilal')), NotFound)
  await assert.rejects(() => part(as('tomasz', 'steward')), NotFound)
})

test('a draft, and a profile that is not there, make no vacancy', async () => {
  const panel = { members: MEMBERS, chair: null }
  const drafts = await ours.read((db) =>
    db
      .selectFrom('role_profile')
      .select('id')
      .where('organization_id', '=', db.organizationId)
      .where('agreed_at', 'is', null)
      .execute(),
  )
  assert.ok(drafts.length > 0)
  for (const profileId of [...drafts.map(({ id }) => id), ours.newId()])
    await assert.rejects(
      () => makeVacancy(as('owen', 'recruiter'), { profileId, input: INPUT, panel, points: 7 }),
      Invalid,
    )
})

test('fixing a kit is an act: nothing in it changes afterwards, and it opens again only with a reason', async () => {
  const ngaio = as('ngaio', 'hr')
  const id = demoId('vacancy', 'team-leader')
  const { criteria, questions } = await ngaio.read((db) => openVacancy(ngaio, db, id))
  const [first] = questions
  assert.ok(first)
  const weights = Object.fromEntries(
    criteria.flatMap((one) => (one.weight === null ? [] : [[one.id, String(one.weight)]])),
  )
  const dropped = criteria.filter(({ must, weight }) => !must && weight !== null).at(-1)
  assert.ok(dropped)
  await weighCriteria(ngaio, id, { ...weights, [dropped.id]: '' })
  const fewer = await ngaio.read((db) => openVacancy(ngaio, db, id))
  assert.equal(fewer.questions.length, questions.length - 1)
  await weighCriteria(ngaio, id, weights)
  const again = await ngaio.read((db) => openVacancy(ngaio, db, id))
  assert.equal(again.questions.length, questions.length)
  assert.equal(again.questions.at(-1)?.criterion, dropped.id)
  await assert.rejects(() => fixKit(as('marcus'), id), Forbidden)
  await fixKit(ngaio, id)
  await assert.rejects(() => weighCriteria(ngaio, id, weights), Conflict)
  await assert.rejects(() => moveQuestionUp(ngaio, id, first.id), Conflict)
  await assert.rejects(() => reopenKit(ngaio, id, ' '), Invalid)
  await reopenKit(ngaio, id, 'A probe was missing.')
  const { vacancy } = await ngaio.read((db) => openVacancy(ngaio, db, id))
  assert.equal(vacancy.fixedAt, null)
})

test('who leaves a panel is marked, has no part in it any more, and their questions go to the others', async () => {
  const owen = as('owen', 'recruiter')
  const id = demoId('vacancy', 'team-leader')
  const panel = await owen.read((db) => panelMeant(db, ['Ngaio Ferreira', '', 'Hamish McLeod']))
  await setPanel(owen, id, panel)
  const opened = await owen.read((db) => openVacancy(owen, db, id))
  const marcus = opened.panel.find(({ personId }) => personId === demoId('person', 'marcus'))
  assert.ok(marcus?.leftAt)
  const rating = opened.panel.flatMap(({ personId, leftAt }) => (leftAt === null ? [personId] : []))
  for (const { askedBy } of opened.questions) assert.ok(rating.includes(askedBy ?? ''))
  await assert.rejects(() => as('marcus').read((db) => openVacancy(as('marcus'), db, id)), NotFound)
  await assert.rejects(() => owen.read((db) => panelMeant(db, ['Nobody Atall'])), Invalid)
})

test('preparing oneself is noted once, for who rates; a visitor of the panel is not', async () => {
  const id = demoId('vacancy', 'technician')
  const hamish = as('hamish')
  await finishPreparation(hamish, id)
  const prepared = async () =>
    (await hamish.read((db) => openVacancy(hamish, db, id))).panel.find(
      ({ personId }) => personId === demoId('person', 'hamish'),
    )?.preparedAt
  const first = await prepared()
  assert.ok(first)
  await finishPreparation(hamish, id)
  assert.deepEqual(await prepared(), first)
  await assert.rejects(() => finishPreparation(as('owen', 'recruiter'), id), Forbidden)
})

test('from a role to printed questions takes one form; the kit comes as a page and as a file', async () => {
  const app = appFor(as('owen', 'recruiter'))
  const form = new URLSearchParams({
    ...{ profileId: demoId('role-profile', 'technician'), member0: 'Stella Mbeki', places: '1' },
    ...{ purpose: 'To find out who can do it.', keepMonths: '6', jurisdiction: 'GB', points: '9' },
  })
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost',
  }
  const refused = await app.request('/recruit', { method: 'POST', body: form, headers })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Nobody here is called “Stella Mbeki”/)
  form.set('member0', 'Marcus Bell')
  const made = await app.request('/recruit', { method: 'POST', body: form, headers })
  assert.equal(made.status, 303)
  const kit = made.headers.get('location') ?? ''
  const page = await (await app.request(kit)).text()
  assert.match(page, /1 to 9/)
  assert.doesNotMatch(page, /The kit is not ready/)
  const file = await app.request(`${kit}/interviewer.docx`)
  assert.match(file.headers.get('content-type') ?? '', /wordprocessingml/)
  assert.equal((await app.request(`${kit}/candidate`)).status, 404)
})

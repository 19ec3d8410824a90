import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoId } from '../../demo/rows.ts'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import { newVisitor, type Visitor } from '../../test/visitor.ts'
import type { Context } from '../context.ts'
import { findFramework } from '../framework/store.ts'
import { EXAMPLE } from '../organization.ts'
import { aboutEverything } from '../privacy/actions/about.ts'
import { erasePerson } from '../privacy/actions/erase.ts'
import { links } from '../routes.ts'
import { NOBODY, type Role } from '../viewer.ts'
import { findAnalysis, listAnswers } from './store/analysis.ts'
import { findProfile, listProfiles } from './store.ts'

let database: TestDatabase
let ours: Context
const ADVISER = demoId('role', 'customer-adviser')
const OFFICER = demoId('role', 'case-handler')
const OPEN = demoId('role-analysis', 'case-handler')

before(async () => {
  database = await openTestDatabase()
  ours = await loadExample(database)
})
after(() => database.close())

function viewer(key: string, ...roles: Role[]): Context {
  const person = { id: demoId('person', key), name: key }
  return ours.as({ ...NOBODY, organization: EXAMPLE, person, roles: new Set<Role>(['member', ...roles]) })
}

const browserOf = (ctx: Context): Visitor => newVisitor(appFor(ctx))
const as = (key: string, ...roles: Role[]) => browserOf(viewer(key, ...roles))
const hr = () => as('ngaio', 'hr')

/** The fields of a form for a new role of nobody's. */
async function newRole(title: string): Promise<string> {
  const { location } = await hr().post(links.roles(), { title, purpose: '', teamId: '' })
  return (location ?? '').split('/').at(-1) ?? ''
}

async function draftOf(roleId: string): Promise<string> {
  const { location } = await hr().post(links.roleProfiles(roleId), {})
  return (location ?? '').split('/').at(-1) ?? ''
}

const spotlight = async () => (await ours.read((db) => findFramework(db, 'spotlight')))?.id ?? ''

test('the list finds roles by title, need, team and state, and says when nothing matches', async () => {
  const list = async (filter: Record<string, string>) => (await as('bilal').get(links.rolesWith(filter))).html
  assert.match(await list({ q: 'negotiat' }), /Complaints Officer/)
  assert.doesNotMatch(await list({ q: 'adviser' }), /Complaints Officer/)
  assert.match(await list({ state: 'in analysis' }), /<caption>1 role</)
  assert.match(await list({ team: demoId('team', 'billing') }), /Billing Specialist/)
  assert.match(await list({ q: 'zeppelin' }), /No role matches/)
})

test('a manager changes roles of their own line, and no others; everybody reads them', async () => {
  const aroha = as('aroha', 'manager')
  assert.equal((await aroha.get(links.roleForm(ADVISER))).status, 200)
  const billing = demoId('role', 'billing-adviser')
  const { status, html } = await aroha.get(links.roleForm(billing))
  assert.equal(status, 403)
  assert.match(html, /Ask one of them/)
  assert.equal((await aroha.post(links.roleClosing(billing), {})).status, 403)
  assert.equal((await aroha.get(links.role(billing))).status, 200)
  assert.equal((await as('bilal').get(links.roleForm(ADVISER))).status, 404)
})

test('a role has one title in a team, and a change that somebody else overtook keeps what was typed', async () => {
  const id = await newRole('Water Taster')
  const again = await hr().post(links.roles(), { title: 'water taster', purpose: '', teamId: '' })
  assert.deepEqual([again.status, again.html.includes('is a role “water taster” here already')], [422, true])
  const change = (title: string) => hr().post(links.role(id), { title, purpose: 'x', teamId: '', seen: '1' })
  assert.equal((await change('Chief Taster')).status, 303)
  const late = await change('Taster of Waters')
  assert.equal(late.status, 409)
  assert.match(late.html, /value="Taster of Waters"/)
})

test('posts are tied by hand, and a manager ties only people below them', async () => {
  const leo = demoId('post', 'leo/0')
  const tied = ['bilal', 'mei', 'sean', 'olive', 'rosa'].map((key) => demoId('post', `${key}/0`))
  const aroha = as('aroha', 'manager')
  assert.equal((await aroha.post(links.roleHolders(ADVISER), { post: [...tied, leo] })).status, 403)
  assert.equal((await hr().get(links.role(ADVISER))).html.includes('not tied yet: Leo Marchetti'), true)
  assert.equal((await aroha.post(links.roleHolders(ADVISER), { post: tied.slice(1) })).status, 303)
  const { html } = await hr().get(links.role(ADVISER))
  assert.ok(!html.includes(links.person(demoId('person', 'bilal'))) && html.includes('Janet Holroyd'))
  await aroha.post(links.roleHolders(ADVISER), { post: tied })
})

test('while people answer alone, nobody sees what another says', async () => {
  const path = links.roleAnalysis(OFFICER, OPEN)
  const { html } = await as('beatriz', 'manager').get(path)
  assert.match(html, /2 of 4 have answered/)
  assert.doesNotMatch(html, /What to talk about|How far they agree/)
  const hamish = (await as('hamish').get(path)).html
  assert.match(hamish, /Each answers alone first/)
  assert.equal((await as('bilal').get(path)).status, 404)
  assert.equal((await as('bilal').get(links.roleAnswers(OFFICER, OPEN))).status, 404)
  assert.match((await as('nadia').get(links.roleAnswers(OFFICER, OPEN))).html, /Take my answers back/)
  assert.match((await as('hamish').get(links.role(OFFICER))).html, /You are asked what this job needs/)
})

test('answers are kept as they are given, months that make no sense come back, and submitting ends it', async () => {
  const hamish = as('hamish')
  const page = await hamish.get(links.roleAnswers(OFFICER, OPEN))
  const [, statement = ''] = /name="(s-[0-9a-f-]+)"/.exec(page.html) ?? []
  const path = links.roleAnswers(OFFICER, OPEN, '01')
  const wrong = await hamish.post(path, { [statement]: 'entry', months: 'soon' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /value="soon"/)
  assert.equal((await hamish.post(path, { to: 'submit' })).status, 422)
  assert.equal((await hamish.post(path, { [statement]: 'entry', months: '9', to: 'end' })).status, 303)
  const mine = async () => ours.read((db) => listAnswers(db, OPEN, demoId('person', 'hamish')))
  assert.deepEqual(
    (await mine()).map(({ answers, expected }) => [answers.length, expected]),
    [[1, [{ competency: '01', months: 9 }]]],
  )
  await hamish.post(path, { [statement]: '', months: '' })
  assert.deepEqual((await mine())[0]?.answers, [])
  const ended = await hamish.post(path, { [statement]: 'learned', months: '6', to: 'submit' })
  assert.equal(ended.headers.get('location'), links.roleAnalysis(OFFICER, OPEN))
  assert.equal(
    (await mine())[0]?.answers.length,
    1,
    'what was given on the screen is submitted with the rest',
  )
  assert.equal((await hamish.post(path, { [statement]: 'not' })).status, 409)
  assert.equal((await hamish.post(links.roleTakingBack(OFFICER, OPEN), {})).status, 303)
  await hamish.post(path, { to: 'submit' })
})

test('who asked looks once all have answered; who answered, once it is closed; the same person is asked once', async () => {
  const beatriz = as('beatriz', 'manager')
  const min = demoId('person', 'min')
  const more = await beatriz.post(links.roleIncumbents(OFFICER, OPEN), {
    people: [demoId('person', 'hamish'), demoId('person', 'alice')],
  })
  assert.equal(more.status, 303)
  assert.equal((await ours.read((db) => findAnalysis(db, OPEN)))?.incumbents.length, 5)
  for (const one of [min, demoId('person', 'alice')])
    await beatriz.post(links.roleIncumbentRemoval(OFFICER, OPEN, one), {})
  const path = links.roleAnalysis(OFFICER, OPEN)
  assert.match((await beatriz.get(path)).html, /How far they agree/)
  assert.doesNotMatch((await as('hamish').get(path)).html, /How far they agree/)
  assert.equal((await as('hamish').post(links.roleTakingBack(OFFICER, OPEN), {})).status, 409)
  assert.equal((await beatriz.post(links.roleAnalysisClosing(OFFICER, OPEN), {})).status, 303)
  assert.match((await as('hamish').get(path)).html, /How far they agree/)
  assert.equal((await as('min').get(path)).status, 404)
})

test('what is settled needs a reason and stands beside what was said', async () => {
  const beatriz = as('beatriz', 'manager')
  const [first] = await ours.read((db) => listAnswers(db, OPEN))
  const statement = first?.answers[0]?.statementId ?? ''
  const path = links.roleSettlement(OFFICER, OPEN)
  const without = await beatriz.post(path, { statement, answer: 'not', reason: '' })
  assert.deepEqual([without.status, without.html.includes('Say why')], [422, true])
  assert.equal(
    (await beatriz.post(path, { statement, answer: 'not', reason: 'Another team does it.' })).status,
    303,
  )
  const { html } = await beatriz.get(links.roleAnalysis(OFFICER, OPEN))
  assert.match(html, /Settled: not used\..*Another team does it/s)
  await beatriz.post(links.roleSettlementRemoval(OFFICER, OPEN), { statement })
  assert.doesNotMatch((await beatriz.get(links.roleAnalysis(OFFICER, OPEN))).html, /Another team does it/)
})

test('two people at a draft: the later one is told, and what they typed stays', async () => {
  const [role, framework] = [await newRole('Dam Keeper'), await spotlight()]
  const draft = await draftOf(role)
  const path = links.roleRequirement(role, draft, framework, 'a1')
  const put = (why: string, seen: string) =>
    hr().post(path, { level: '3', entryLevel: '2', months: '4', importance: '3', must: 'yes', why, seen })
  assert.equal((await put('First', '1')).status, 303)
  const late = await put('Second, and longer', '1')
  assert.equal(late.status, 409)
  assert.match(late.html, /Second, and longer/)
  assert.match(late.html, /name="seen" value="2"/)
  const above = await hr().post(path, { level: '2', entryLevel: '3', importance: '2', seen: '2' })
  assert.equal(above.status, 422)
  const [profile] = await ours.read((db) => listProfiles(db, role))
  assert.equal(profile?.requirements[0]?.why, 'First')
})

test('an agreed version never changes; the next begins from it and can be compared', async () => {
  const [role, framework] = [await newRole('Pipe Layer'), await spotlight()]
  const draft = await draftOf(role)
  const empty = await hr().post(links.roleAgreement(role, draft), { seen: '1' })
  assert.deepEqual([empty.status, empty.html.includes('There is nothing in it yet')], [422, true])
  const put = (id: string, level: string, seen: string) =>
    hr().post(links.roleRequirement(role, id, framework, 'c3'), { level, importance: '2', seen })
  await put(draft, '2', '1')
  assert.equal((await as('bilal').get(links.roleProfile(role, draft))).status, 404)
  assert.equal(
    (await hr().post(links.roleAgreement(role, draft), { seen: '2', note: 'At last' })).status,
    303,
  )
  assert.equal((await put(draft, '4', '2')).status, 409)
  assert.equal((await hr().post(links.roleDiscarding(role, draft), { seen: '2' })).status, 409)
  assert.match((await as('bilal').get(links.roleProfile(role, draft))).html, /At last/)
  const next = await draftOf(role)
  assert.equal(next, await draftOf(role))
  await put(next, '3', '1')
  const { html } = await hr().get(links.roleComparison(role, next, draft))
  assert.match(html, /The job uses 3 Proficient problem-solving at most; it was 2 Automatic fluency/)
  assert.equal((await ours.read((db) => findProfile(db, draft)))?.requirements[0]?.level, '2')
})

test('a draft takes over an analysis and keeps what somebody has judged', async () => {
  const draft = await draftOf(ADVISER)
  await hr().post(links.roleTaking(ADVISER, draft), {
    analysis: demoId('role-analysis', 'customer-adviser'),
    seen: '1',
  })
  const profile = await ours.read((db) => findProfile(db, draft))
  const a2 = profile?.requirements.find(({ competency }) => competency === 'a2')
  assert.deepEqual([a2?.must, a2?.importance, a2?.level], [true, 3, '3'])
  assert.ok(profile?.requirements.some(({ competency }) => competency === 'customer-service-orientation'))
})

test('what the framework no longer has is shown with the words that it had', async () => {
  const profile = demoId('role-profile', 'case-handler')
  await ours.keep((tx) =>
    tx
      .updateTable('role_requirement')
      .set({ competency_key: 'z9' })
      .where('organization_id', '=', tx.organizationId)
      .where('profile_id', '=', profile)
      .where('competency_key', '=', 'c2')
      .execute(),
  )
  const { html } = await as('bilal').get(links.roleProfile(OFFICER, profile))
  assert.match(html, /Spotlight no longer has “C2 Interweaving activities with others’”/)
})

test('a profile is taken away as Markdown and for word processors', async () => {
  const profile = demoId('role-profile', 'customer-adviser')
  const { html, headers } = await as('bilal').get(links.roleProfileFile(ADVISER, profile, 'md'))
  assert.match(headers.get('content-disposition') ?? '', /role-profile\.md/)
  assert.match(html, /^# Role profile: Customer Adviser\n\nVersion 2, agreed on .* by Marcus Bell/)
  const docx = await as('bilal').get(links.roleProfileFile(ADVISER, profile, 'docx'))
  assert.ok(docx.html.startsWith('PK'))
})

test('what somebody said of their job is known to them, and goes with them', async () => {
  const olive = viewer('olive')
  const about = await aboutEverything(olive, demoId('person', 'olive'))
  const part = JSON.stringify(about.parts.find(({ key }) => key === 'role')?.holds)
  assert.match(part, /Customer Adviser/)
  assert.match(part, /"answer":"entry"/)
  const seenByHr = await aboutEverything(viewer('ngaio', 'hr'), demoId('person', 'olive'))
  assert.doesNotMatch(JSON.stringify(seenByHr.parts.find(({ key }) => key === 'role')?.holds), /"answer"/)
  await erasePerson(ours, demoId('person', 'olive'))
  const analysis = demoId('role-analysis', 'customer-adviser')
  assert.equal((await ours.read((db) => listAnswers(db, analysis))).length, 3)
  const { html } = await hr().get(links.roleAnalysis(ADVISER, analysis))
  assert.match(html, /the answers of 1 person were erased since/)
  assert.doesNotMatch(html, /Olive/)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { findFramework } from '#framework/store.ts'
import { erasePerson } from '#privacy/actions/erase.ts'
import type { Env } from '#web/site.ts'
import { appOf } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { type SignedInMember, signedInMember } from '../../test/member.ts'
import { renewLevels } from './actions/levels.ts'
import { endShare, share } from './actions/shares.ts'
import { listEvidence } from './store/evidence.ts'
import { insertWorkbook, putAnswers } from './store/workbook.ts'

let database: TestDatabase
let app: Hono<Env>
let ada: SignedInMember
let bo: SignedInMember
let cy: SignedInMember
let owner: SignedInMember
let spotlight = ''

before(async () => {
  database = await openTestDatabase({ library: true })
  app = appOf({ ...database.world, log: () => undefined })
  owner = await signedInMember(database, app, { name: 'Owen Marsh', roles: ['owner', 'hr'] })
  ada = await signedInMember(database, app, { name: 'Ada Byrne' })
  bo = await signedInMember(database, app, { name: 'Bo Chen' })
  cy = await signedInMember(database, app, { name: 'Cy Young' })
  await answerA2()
})
after(() => database.close())

/** Ada uses everything of A2 up to level 3 and wants the first statement of level 4. */
async function answerA2(): Promise<void> {
  const framework = await database.ctx.read((db) => findFramework(db, 'spotlight'))
  const a2 = framework?.competencies.find(({ key }) => key === 'a2')
  assert.ok(framework && a2)
  spotlight = framework.id
  const at = new Date('2026-03-01T10:00:00Z')
  const statements = a2.statements.filter(({ kind, level }) => kind === 'indicator' && Number(level) <= 4)
  const answers = statements.map(({ id, text, level, also }) => ({
    ...{ statementId: id, text, competency: 'a2', also, level: level ?? '', answeredAt: at },
    answer: level === '4' ? ('develop' as const) : ('now' as const),
  }))
  const workbook = {
    id: database.ctx.newId(),
    personId: ada.personId,
    frameworkId: framework.id,
    mixed: false,
  }
  await database.ctx.keep(async (tx) => {
    await insertWorkbook(tx, { ...workbook, startedAt: at, changedAt: at, finishedAt: at })
    await putAnswers(tx, workbook.id, answers)
    await renewLevels(tx, { personId: ada.personId, frameworkId: framework.id, competencies: null })
  })
}

const SEEN = {
  framework: 'spotlight',
  competency: 'a2',
  level: '3',
  stance: 'for',
  seenOn: '2026-04-02',
  text: 'Let a caller be angry for a minute, then asked one question.',
}

const A2 = '/profile/competency/spotlight/a2'
const a2Of = (who: SignedInMember) => `/profile/of/${who.personId}/competency/spotlight/a2`

/** As Ada: a share of these rows with Bo. Gives its id. */
async function shareWithBo(rows: string[]): Promise<string> {
  const ctx = database.ctx.as({ ...database.ctx.viewer, person: { id: ada.personId, name: 'Ada Byrne' } })
  const refs = rows.map((row) => {
    const [kind = '', one = '', key = ''] = row.split(' ')
    return kind === 'level'
      ? { kind: 'level' as const, framework: one, competency: key }
      : { kind: 'evidence' as const, thing: one }
  })
  const { id } = await share(ctx, { rows: refs, people: [bo.personId], link: false, days: null, note: null })
  return id
}

const endShareOf = (id: string) =>
  endShare(database.ctx.as({ ...database.ctx.viewer, person: { id: ada.personId, name: 'Ada Byrne' } }), id)

const entriesOf = (who: SignedInMember) => database.ctx.read((db) => listEvidence(db, who.personId))

async function writeAs(who: SignedInMember, fields: Record<string, string>): Promise<string> {
  const before = new Set((await entriesOf(ada)).map(({ id }) => id))
  const { status } = await who.visitor.post('/profile/evidence', { ...SEEN, ...fields })
  assert.equal(status, 303)
  return (await entriesOf(ada)).find(({ id }) => !before.has(id))?.id ?? ''
}

test('a person writes what was seen of them, by themselves, a colleague or a customer', async () => {
  await writeAs(ada, {})
  await writeAs(ada, { seenBy: ' bo  CHEN ', text: 'Seen by a colleague.' })
  await writeAs(ada, {
    seenBy: 'Mrs Dunmore',
    text: 'Seen by a customer.',
    link: 'https://example.org/thanks',
  })
  const { html } = await ada.visitor.get('/profile/evidence')
  assert.match(html, /by you<\/span>/)
  assert.match(html, /by Bo Chen<\/span>/)
  assert.match(html, /by Mrs Dunmore<\/span>/)
  assert.match(html, /<a href="https:\/\/example\.org\/thanks" rel="noopener/)
  for (const other of [bo, cy, owner])
    assert.doesNotMatch((await other.visitor.get('/profile/evidence')).html, /Let a caller be angry/)
})

test('what cannot be kept comes back with what was typed and what to do', async () => {
  const typed = {
    ...SEEN,
    text: 'A long day <b>and</b> a short call',
    link: 'javascript:alert(1)',
    seenOn: '2199-01-01',
  }
  const { status, html } = await ada.visitor.post('/profile/evidence', typed)
  assert.equal(status, 422)
  assert.match(html, /begins with https:\/\/ or http:\/\//)
  assert.match(html, /A long day &lt;b>and&lt;\/b> a short call/)
  const future = await ada.visitor.post('/profile/evidence', { ...SEEN, seenOn: '2199-01-01' })
  assert.match(future.html, /This day is still to come/)
  const other = await ada.visitor.post('/profile/evidence', {
    ...SEEN,
    next: 'show',
    competency: 'c1',
    text: 'Kept while I look.',
  })
  assert.equal(other.status, 200)
  assert.match(other.html, /At which level of Sequencing/)
  assert.match(other.html, /Kept while I look\./)
})

test('an entry is corrected by a new one or withdrawn with the reason, and then no longer counts', async () => {
  const first = await writeAs(ada, { text: 'Wrong day.' })
  const second = await writeAs(ada, { text: 'Right day.', corrects: first })
  const shown = await ada.visitor.get(`/profile/evidence/${first}`)
  assert.match(shown.html, /Wrong day\./)
  assert.match(shown.html, /Corrected, so it no longer counts/)
  assert.equal((await ada.visitor.post('/profile/evidence', { ...SEEN, corrects: first })).status, 409)
  const why = await ada.visitor.post(`/profile/evidence/${second}/withdrawal`, { reason: ' ' })
  assert.equal(why.status, 422)
  assert.equal(
    (await ada.visitor.post(`/profile/evidence/${second}/withdrawal`, { reason: 'It was Bo.' })).status,
    303,
  )
  assert.equal(
    (await ada.visitor.post(`/profile/evidence/${second}/withdrawal`, { reason: 'Again.' })).status,
    409,
  )
  assert.match(
    (await ada.visitor.get('/profile/evidence')).html,
    /Withdrawn on .* so it no longer counts: It was Bo\./,
  )
  const page = await ada.visitor.get(A2)
  assert.doesNotMatch(page.html, /Wrong day|Right day/)
})

test('nobody writes about somebody, or sees a level, that is not shared with them', async () => {
  for (const other of [bo, cy, owner]) {
    assert.equal((await other.visitor.get(a2Of(ada))).status, 404)
    assert.equal(
      (await other.visitor.post('/profile/evidence', { ...SEEN, about: ada.personId })).status,
      404,
    )
    assert.equal(
      (
        await other.visitor.get(
          `/profile/evidence/new?framework=spotlight&competency=a2&about=${ada.personId}`,
        )
      ).status,
      404,
    )
  }
})

test('whoever a level is shared with writes beside it; the person sees it, answers it, and cannot take it away', async () => {
  const sharing = await shareWithBo([`level ${spotlight} a2`])
  const before = await bo.visitor.get(a2Of(ada))
  assert.equal(before.status, 200)
  assert.match(before.html, /<b>3<\/b>/)
  assert.doesNotMatch(before.html, /Let a caller be angry|Use now|Mrs Dunmore/)
  const id = await writeAs(bo, { about: ada.personId, stance: 'against', text: 'Hung up on a caller.' })
  assert.equal(
    (await bo.visitor.post('/profile/evidence', { ...SEEN, competency: 'b1', about: ada.personId })).status,
    404,
  )
  assert.match((await bo.visitor.get(a2Of(ada))).html, /Hung up on a caller/)
  for (const path of ['/profile/evidence', A2])
    assert.match((await ada.visitor.get(path)).html, /Hung up on a caller\.[\s\S]*written by Bo Chen/)
  assert.equal((await ada.visitor.post(`/profile/evidence/${id}/withdrawal`, { reason: 'No.' })).status, 403)
  assert.equal((await ada.visitor.post('/profile/evidence', { ...SEEN, corrects: id })).status, 403)
  assert.equal((await bo.visitor.post(`/profile/evidence/${id}/answer`, { text: 'Me too.' })).status, 403)
  assert.equal(
    (await ada.visitor.post(`/profile/evidence/${id}/answer`, { text: 'The line broke; I rang back.' }))
      .status,
    303,
  )
  assert.match((await bo.visitor.get(a2Of(ada))).html, /The line broke; I rang back\./)
  for (const other of [cy, owner]) {
    assert.equal((await other.visitor.get(`/profile/evidence/${id}`)).status, 404)
    assert.equal((await other.visitor.post(`/profile/evidence/${id}/answer`, { text: 'x' })).status, 404)
    assert.equal((await other.visitor.get(a2Of(ada))).status, 404)
  }
  await endShareOf(sharing)
  assert.equal((await bo.visitor.get(a2Of(ada))).status, 404)
  assert.equal((await bo.visitor.post('/profile/evidence', { ...SEEN, about: ada.personId })).status, 404)
  assert.match(
    (await bo.visitor.get('/profile/evidence')).html,
    /What you wrote about others[\s\S]*Hung up on a caller/,
  )
})

test('evidence against stands beside the level and does not lower it', async () => {
  const { html } = await ada.visitor.get(A2)
  assert.match(html, /You can<\/dt><dd><span class="level-tag" data-step="3">/)
  assert.match(html, /Who disagrees[\s\S]*Hung up on a caller/)
  assert.match(html, /What would make it one higher[\s\S]*You want to develop/)
  assert.match(html, /No story shows it yet/)
  assert.match(html, /1 entry against/)
})

test('a single entry that is shared is shown without any other', async () => {
  const shown = await writeAs(ada, { text: 'This one is shared.' })
  await writeAs(ada, { text: 'This one is not.' })
  const sharing = await shareWithBo([`level ${spotlight} a2`, `evidence ${shown}`])
  const { html } = await bo.visitor.get(a2Of(ada))
  assert.match(html, /This one is shared\./)
  assert.doesNotMatch(html, /This one is not\./)
  assert.equal((await bo.visitor.get(`/profile/evidence/${shown}`)).status, 200)
  assert.equal((await cy.visitor.get(`/profile/evidence/${shown}`)).status, 404)
  await endShareOf(sharing)
  assert.equal((await bo.visitor.get(`/profile/evidence/${shown}`)).status, 404)
})

test('programs write, correct and withdraw evidence as the person does', async () => {
  const call = async (who: SignedInMember, method: string, path: string, body?: unknown) => {
    const cookie = [...who.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, 'content-type': 'application/json', origin: 'http://localhost' }
    const response = await app.request(`http://localhost${path}`, {
      ...{ method, headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return {
      status: response.status,
      json: (await response.json()) as { id: string; own: { id: string }[]; withdrawn: unknown },
    }
  }
  const made = await call(ada, 'POST', '/api/profile/evidence', { ...SEEN, text: 'By a program.' })
  assert.equal(made.status, 200)
  const path = `/api/profile/evidence/${made.json.id}`
  assert.equal((await call(bo, 'GET', path)).status, 404)
  assert.equal(
    (await call(ada, 'POST', '/api/profile/evidence', { ...SEEN, seenOn: 'yesterday' })).status,
    422,
  )
  const newer = await call(ada, 'POST', '/api/profile/evidence', { ...SEEN, corrects: made.json.id })
  assert.equal(newer.status, 200)
  assert.equal((await call(ada, 'POST', `${path}/withdrawal`, { reason: 'Too late.' })).status, 409)
  const gone = await call(ada, 'POST', `/api/profile/evidence/${newer.json.id}/withdrawal`, {
    reason: 'A test.',
  })
  assert.notEqual(gone.json.withdrawn, null)
  assert.ok((await call(ada, 'GET', '/api/profile/evidence')).json.own.some(({ id }) => id === made.json.id))
  assert.deepEqual((await call(cy, 'GET', '/api/profile/evidence')).json.own, [])
})

test('what is kept goes with the person; what they wrote about others stays under the pseudonym', async () => {
  assert.match((await ada.visitor.get('/privacy')).html, /Hung up on a caller/)
  assert.match((await bo.visitor.get('/privacy')).html, /Hung up on a caller/)
  assert.doesNotMatch(
    (await owner.visitor.get(`/privacy/person/${ada.personId}`)).html,
    /Hung up on a caller/,
  )
  await writeAs(ada, { text: 'Seen by a neighbour.', seenBy: 'Dee Ash' })
  const dee = await signedInMember(database, app, { name: 'Dee Ash' })
  const [pseudonym, other] = [
    await erasePerson(database.ctx, bo.personId),
    await erasePerson(database.ctx, dee.personId),
  ]
  const neighbour = (await entriesOf(ada)).find(({ text }) => text === 'Seen by a neighbour.')
  assert.deepEqual(neighbour?.seenBy, { id: null, name: other })
  const left = (await entriesOf(ada)).find(({ text }) => text === 'Hung up on a caller.')
  assert.equal(left?.writtenBy.name, pseudonym)
  await erasePerson(database.ctx, ada.personId)
  assert.deepEqual(await entriesOf(ada), [])
})

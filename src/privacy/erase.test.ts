import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { appFor, appOf } from '../../test/app.ts'
import { OURS, openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { type SignedInMember, signedInMember } from '../../test/member.ts'
import { createContext } from '../context.ts'
import { withClient } from '../db/client.ts'
import { keepUnfinished } from '../history/actions/unfinished.ts'
import { verifyHistory } from '../history/actions/verify.ts'
import { addPerson } from '../people/actions/person.ts'
import { addPost } from '../people/actions/post.ts'
import { PersonInput, PostInput } from '../people/model.ts'
import { insider } from '../viewer.ts'
import { privacyJobs } from './jobs.ts'
import { RETENTION_KINDS } from './retention.ts'

let database: TestDatabase
let app: ReturnType<typeof appOf>
let owner: SignedInMember
let hr: SignedInMember
let ada: SignedInMember

before(async () => {
  database = await openTestDatabase()
  app = appOf(database.world)
  owner = await signedInMember(database, app, { name: 'Owen Marsh', roles: ['owner'] })
  hr = await signedInMember(database, app, { name: 'Hella Stone', roles: ['hr'] })
  ada = await signedInMember(database, app, { name: 'Ada Byrne', roles: ['steward'] })
  const { ctx } = database
  const bo = await addPerson(ctx, PersonInput.parse({ name: 'Bo Chen', email: 'bo@ours.example' }))
  await addPost(ctx, ada.personId, PostInput.parse({ title: 'Adviser', startsOn: '2024-01-01' }))
  await addPost(ctx, bo, PostInput.parse({ title: 'Trainee', reportsTo: ada.personId }))
  const data = { letter: 'to ada.byrne@ours.example' }
  await keepUnfinished(ctx, { id: ctx.newId(), job: 'account.mail', data, reason: 'No answer.', tries: 3 })
})
after(() => database.close())

test('everyone sees what is kept about them, part by part, with who can see it, and takes it away', async () => {
  const page = await ada.visitor.get('/privacy')
  assert.equal(page.status, 200)
  for (const said of [/You at work/, /Your account/, /Adviser/, /Bo Chen/, /ada\.byrne@ours\.example/])
    assert.match(page.html, said)
  assert.match(page.html, /the owners and HR/)
  assert.match(page.html, /Owen Marsh/)
  assert.doesNotMatch(page.html, /Wishes to be erased<\/a>/)
  assert.match((await hr.visitor.get('/privacy')).html, /Wishes to be erased<\/a>/)
  const file = await ada.visitor.get('/privacy/mine.json')
  assert.match(file.headers.get('content-disposition') ?? '', /attachment; filename="sightline-[\d-]+\.json"/)
  const { parts } = JSON.parse(file.html)
  assert.deepEqual(
    parts.map(({ key }: { key: string }) => key),
    [
      'people',
      'account',
      'history',
      'translate',
      'workbook',
      'stories',
      'evidence',
      'sharing',
      'role',
      'counted',
      'texts',
      'recruit',
      'privacy',
    ],
  )
  assert.doesNotMatch(file.html, /password"|"seal|"body"/)
  const readable = await ada.visitor.get('/privacy/mine.html')
  assert.match(readable.html, /<h1>What is kept about Ada Byrne/)
  assert.doesNotMatch(readable.html, /<script|<link/)
})

test('programs get the same, and erase as people do', async () => {
  const { ctx } = database
  const asked = async (path: string, method = 'GET', as = ctx) => {
    const response = await appFor(as).request(path, { method, headers: { origin: 'http://localhost' } })
    return { status: response.status, body: JSON.parse(await response.text()) }
  }
  const person = ctx.as({ ...ctx.viewer, person: { id: ada.personId, name: 'Ada Byrne' } })
  assert.equal((await asked('/api/privacy/me', 'GET', person)).body.about.name, 'Ada Byrne')
  assert.equal((await asked('/api/privacy/me')).status, 404)
  const id = await addPerson(ctx, PersonInput.parse({ name: 'Una Program' }))
  assert.equal((await asked(`/api/privacy/person/${id}`)).body.parts[0].holds.name, 'Una Program')
  assert.match((await asked(`/api/privacy/person/${id}/erasure`, 'POST')).body.pseudonym, /^Former colleague/)
  assert.equal((await asked(`/api/privacy/person/${id}/erasure`, 'POST')).status, 404)
  assert.equal((await asked(`/api/privacy/person/${ada.personId}/erasure`, 'POST', person)).status, 403)
  assert.equal((await asked('/api/privacy/retention')).body.kinds.length, RETENTION_KINDS.length)
})

test('what is kept about others is for HR and the owners', async () => {
  for (const path of [
    `/privacy/person/${hr.personId}`,
    '/privacy/request',
    '/privacy/retention',
    `/privacy/person/${hr.personId}/erasure`,
  ])
    assert.equal((await ada.visitor.get(path)).status, 404, path)
  assert.equal((await hr.visitor.get('/privacy/retention')).status, 404)
  assert.match((await hr.visitor.get(`/privacy/person/${ada.personId}`)).html, /What is kept about Ada Byrne/)
  assert.equal((await hr.visitor.get(`/privacy/person/${ada.personId}/all.json`)).status, 200)
  assert.equal((await hr.visitor.get('/privacy/person/nobody')).status, 404)
  assert.equal((await hr.visitor.get(`/privacy/person/${OURS.id}`)).status, 404)
})

test('a wish says first what it means, must be meant, waits once, and can be taken back', async () => {
  const form = await ada.visitor.get('/privacy/erasure')
  assert.match(form.html, /What goes[\s\S]*What stays[\s\S]*What may remain/)
  const reason = 'I am leaving <soon>'
  const wrong = await ada.visitor.post('/privacy/erasure', { name: 'Ada', reason })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Type your name as it stands here: Ada Byrne/)
  assert.match(wrong.html, /I am leaving &lt;soon>/)
  const long = await ada.visitor.post('/privacy/erasure', { name: 'Ada Byrne', reason: 'x'.repeat(3000) })
  assert.match(long.html, /Use at most 2000 characters/)
  const wished = await ada.visitor.post('/privacy/erasure', { name: 'ada byrne', reason })
  assert.equal(wished.location, '/privacy')
  assert.match((await ada.visitor.get('/privacy')).html, /You wished to be erased/)
  assert.equal((await ada.visitor.post('/privacy/erasure', { name: 'Ada Byrne' })).status, 303)
  assert.equal((await ada.visitor.post('/privacy/erasure/withdrawal', {})).location, '/privacy')
  assert.doesNotMatch((await ada.visitor.get('/privacy')).html, /You wished to be erased/)
  assert.equal((await ada.visitor.post('/privacy/erasure/withdrawal', {})).status, 404)
})

test('a refusal needs a reason, which the person reads', async () => {
  await ada.visitor.post('/privacy/erasure', { name: 'Ada Byrne', reason: 'Forget Ada Byrne.' })
  assert.match((await hr.visitor.get('/privacy/request')).html, /Forget Ada Byrne\./)
  const refusal = `/privacy/person/${ada.personId}/refusal`
  const without = await hr.visitor.post(refusal, { answer: ' ' })
  assert.equal(without.status, 422)
  assert.match(without.html, /Say why, so that the person knows/)
  assert.equal(
    (await hr.visitor.post(refusal, { answer: 'Tax law: until 2031.' })).location,
    '/privacy/request',
  )
  assert.match((await ada.visitor.get('/privacy')).html, /Tax law: until 2031\.[\s\S]*Hella Stone/)
  assert.equal((await hr.visitor.post(refusal, { answer: 'Again.' })).status, 404)
})

test('how and when somebody signs in is for them and the owners; managers and HR are told the rest', async () => {
  const held = async (who: SignedInMember, path: string) => JSON.parse((await who.visitor.get(path)).html)
  const own = JSON.stringify(await held(ada, '/privacy/mine.json'))
  assert.match(own, /Firefox/)
  assert.match(own, /confirm the address/)
  const file = `/privacy/person/${owner.personId}/all.json`
  const { parts } = await held(hr, file)
  assert.deepEqual(Object.keys(parts[1].holds), ['invitations'])
  assert.doesNotMatch(JSON.stringify(parts), /Firefox|confirm the address/)
  const byOwner = await held(owner, `/privacy/person/${ada.personId}/all.json`)
  assert.deepEqual(byOwner.parts[1].holds.membership.roles, ['steward'])
  assert.doesNotMatch(JSON.stringify(byOwner), /Firefox/)
  const seen = async (who: SignedInMember) =>
    (await who.visitor.get(`/history/person/${ada.personId}`)).html.replaceAll(/<[^>]+>|\s+/g, ' ')
  assert.match(await seen(hr), /added a post of/)
  assert.doesNotMatch(await seen(hr), /confirm the address/)
  for (const who of [ada, owner]) assert.match(await seen(who), /confirm the address/)
})

test('nobody erases themselves, and the only owner stays', async () => {
  const own = await hr.visitor.get(`/privacy/person/${hr.personId}/erasure`)
  assert.match(own.html, /You cannot erase yourself/)
  assert.equal(
    (await hr.visitor.post(`/privacy/person/${hr.personId}/erasure`, { name: 'Hella Stone' })).status,
    403,
  )
  const last = await hr.visitor.post(`/privacy/person/${owner.personId}/erasure`, { name: 'Owen Marsh' })
  assert.equal(last.status, 409)
  assert.match(last.html, /Owen Marsh is the only owner/)
})

/** Every row of every table of the database that holds one of these words. */
async function rowsWith(words: RegExp): Promise<string[]> {
  return withClient(database.connection('owner'), async (client) => {
    await client.query(`select set_config('app.organization_id', '${OURS.id}', false)`)
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('public', 'identity')`,
    )
    assert.ok(tables.length > 20)
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
      found.push(...rows.filter(({ row }) => words.test(row)).map(({ row }) => `${name}: ${row}`))
    }
    return found
  })
}

test('after an erasure no row of the whole database names the person, and the history is still whole', async () => {
  await ada.visitor.post('/privacy/erasure', { name: 'Ada Byrne', reason: 'Forget Ada Byrne, please.' })
  const address = `/privacy/person/${ada.personId}/erasure`
  assert.match(
    (await hr.visitor.get(address)).html,
    /in \d+ events of the history[\s\S]*The post, with title/,
  )
  assert.ok((await rowsWith(/ada.byrne/i)).length > 5)
  const wrong = await hr.visitor.post(address, { name: 'Ada Burn' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Type the name as it stands here: Ada Byrne/)
  assert.equal(
    (await hr.visitor.post(address, { name: 'Ada Byrne' })).location,
    `/privacy/person/${ada.personId}`,
  )

  const asked = database.jobs.find(({ job }) => job === 'privacy.end-sign-in')
  assert.ok(asked)
  const later = createContext(database.world, insider(OURS))
  await privacyJobs['privacy.end-sign-in'](later, asked.data)
  await privacyJobs['privacy.end-sign-in'](later, asked.data)

  assert.deepEqual(await rowsWith(/ada.byrne/i), [])
  const { faults, erased } = await verifyHistory(database.ctx, null)
  assert.deepEqual(faults, [])
  assert.ok(erased > 3)
  assert.equal((await ada.visitor.get('/privacy')).status, 303)
  const page = await hr.visitor.get(`/privacy/person/${ada.personId}`)
  assert.match(page.html, /What is kept about Former colleague [0-9A-F]{4}/)
  assert.match(page.html, /Adviser/)
  assert.doesNotMatch(page.html, /Erase …/)
  assert.match((await hr.visitor.get('/privacy/request')).html, /Erased by Hella Stone/)
  const history = await hr.visitor.get(`/history/person/${ada.personId}`)
  assert.match(history.html, /Hella Stone erased\s+Former colleague/)
  assert.equal((await hr.visitor.post(address, { name: 'Former colleague' })).status, 404)
})

test('an owner is erased by another owner, not by HR', async () => {
  const second = await signedInMember(database, app, { name: 'Ola Field', roles: ['owner'] })
  const address = `/privacy/person/${second.personId}/erasure`
  assert.match((await hr.visitor.get(address)).html, /Ola Field is an owner\. Another owner can erase them/)
  assert.equal((await hr.visitor.post(address, { name: 'Ola Field' })).status, 403)
  assert.equal((await owner.visitor.post(address, { name: 'Ola Field' })).status, 303)
})

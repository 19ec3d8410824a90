import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { invite } from '../account/actions/invitations.ts'
import { InvitationInput } from '../account/model.ts'
import type { Context } from '../context.ts'
import { keepUnfinished } from '../history/actions/unfinished.ts'
import { verifyHistory } from '../history/actions/verify.ts'
import { NO_FILTER } from '../history/happening.ts'
import { plainSentence } from '../history/sentence.ts'
import { listEvents } from '../history/store/events.ts'
import { addPerson } from '../people/actions/person.ts'
import { PersonInput } from '../people/model.ts'
import { findPerson } from '../people/store.ts'
import { applyRetention, previewRetention } from './actions/retention.ts'
import { privacyJobs } from './jobs.ts'
import { RETENTION_KINDS } from './retention.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
})
after(() => database.close())

/** The same, some months later. */
function later(ctx: Context, months: number): Context {
  const then = new Date()
  then.setUTCMonth(then.getUTCMonth() + months)
  return { ...ctx, now: () => then }
}

const told = async (ctx: Context, act: string) =>
  (await ctx.read((db) => listEvents(db, { ...NO_FILTER, act }, { before: null, limit: 50 }))).map(
    (event) => `${plainSentence(event)} ${JSON.stringify(event.note)}`,
  )

async function lived(ctx: Context): Promise<string> {
  const left = PersonInput.parse({ name: 'Lea Vance', startsOn: '2015-01-01', endsOn: '2016-12-31' })
  await addPerson(ctx, PersonInput.parse({ name: 'Stays Here' }))
  await invite(ctx, InvitationInput.parse({ name: 'Ivo Lane', email: 'ivo@ours.example' }))
  await ctx.keep((tx) =>
    tx.updateTable('mail').set({ state: 'sent' }).where('organization_id', '=', tx.organizationId).execute(),
  )
  await keepUnfinished(ctx, { id: ctx.newId(), job: 'people.import', data: {}, reason: 'x', tries: 3 })
  return addPerson(ctx, left)
}

test('the preview says what would go today, and nothing goes by looking', async () => {
  const { ctx } = database
  const id = await lived(ctx)
  const lines = await previewRetention(ctx)
  assert.deepEqual(
    lines.find(({ kind }) => kind === 'people'),
    { kind: 'people', months: 72, due: 1, names: ['Lea Vance'] },
  )
  assert.deepEqual(
    lines.filter(({ due }) => due > 0).map(({ kind }) => kind),
    ['people'],
  )
  const then = await previewRetention(later(ctx, 4))
  assert.deepEqual(
    then.filter(({ due }) => due > 0).map(({ kind }) => kind),
    ['people', 'mails', 'jobs'],
  )
  assert.equal((await ctx.read((db) => findPerson(db, id)))?.name, 'Lea Vance')
})

test('what is too old goes, each kind with a row in the history, and nothing goes twice', async () => {
  const ctx = database.otherOrganization()
  const id = await lived(ctx)
  const soon = later(ctx, 4)
  const gone = await applyRetention(soon)
  assert.deepEqual(gone, {
    people: 1,
    vacancies: 0,
    history: 0,
    words: 0,
    mails: 1,
    invitations: 0,
    imports: 0,
    jobs: 1,
    wishes: 0,
  })
  assert.match((await ctx.read((db) => findPerson(db, id)))?.name ?? '', /^Former colleague/)
  assert.deepEqual(
    (await told(ctx, 'retention')).map((line) => line.replace(/\d{4}-\d\d-\d\d/, 'DAY')),
    [
      'Sightline removed what was too old: Jobs that could not be done {"removed":1,"olderThan":"DAY"}',
      'Sightline removed what was too old: Mails {"removed":1,"olderThan":"DAY"}',
      'Sightline removed what was too old: People who have left {"removed":1,"olderThan":"DAY"}',
    ],
  )
  assert.ok(Object.values(await applyRetention(soon)).every((count) => count === 0))
  assert.equal((await told(ctx, 'retention')).length, 3)
})

test('after ten years the words of the history go as well, and it is still whole', async () => {
  const ctx = database.otherOrganization()
  await lived(ctx)
  const gone = await applyRetention(later(ctx, 121))
  assert.ok(gone.history >= 3)
  assert.equal(gone.invitations, 1)
  const { faults, erased } = await verifyHistory(ctx, null)
  assert.deepEqual(faults, [])
  assert.ok(erased >= 3)
})

const LAST = Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, '']))

test('the owner tries periods out, sets them, and has them applied', async () => {
  const ctx = database.otherOrganization()
  const id = await lived(ctx)
  const app = appFor(ctx)
  const post = (fields: Record<string, string>, path = '/privacy/retention') =>
    app.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: 'http://localhost' },
    })
  const tried = await post({ ...LAST, people: '12', do: 'try' })
  assert.equal(tried.status, 200)
  assert.match(await tried.text(), /Nothing is saved yet[\s\S]*1 would go today: Lea Vance/)
  const wrong = await post({ ...LAST, people: 'two years', do: 'save' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /value="two years"/)
  assert.equal((await post({ ...LAST, do: 'save' })).headers.get('location'), '/privacy/retention?done=saved')
  assert.match(
    await (await app.request('/privacy/retention?done=saved')).text(),
    /Saved\. It holds from tonight/,
  )
  assert.ok(Object.values(await applyRetention(ctx)).every((count) => count === 0))
  await post({ ...LAST, people: '12', do: 'save' })
  assert.deepEqual((await told(ctx, 'retention'))[0], 'Sightline changed how long things are kept {}')
  assert.equal((await post({}, '/privacy/retention/application')).status, 303)
  const asked = database.jobs.at(-1)
  assert.equal(asked?.job, 'privacy.retention')
  await privacyJobs['privacy.retention'](ctx)
  assert.match((await ctx.read((db) => findPerson(db, id)))?.name ?? '', /^Former colleague/)
})

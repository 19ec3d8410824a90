import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { renderToString } from 'preact-render-to-string'
import { Unavailable } from '#errors.ts'
import type { Framework } from '#framework/model.ts'
import { findFramework } from '#framework/store.ts'
import { closeTranslate } from '#translate/actions/desk.ts'
import type { Band } from '#translate/model.ts'
import { type Env, SiteProvider } from '#web/site.ts'
import { appOf } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { type SignedInMember, signedInMember } from '../../test/member.ts'
import { readStory } from './actions/reading.ts'
import { StoryReadingPage } from './pages/story-reading.tsx'
import { findStory } from './store/stories.ts'

let database: TestDatabase
let app: Hono<Env>
let ada: SignedInMember
let bo: SignedInMember
let owner: SignedInMember
let bands: Framework

before(async () => {
  database = await openTestDatabase({ library: true })
  app = appOf({ ...database.world, log: () => undefined })
  owner = await signedInMember(database, app, { name: 'Owen Marsh', roles: ['owner', 'hr'] })
  ada = await signedInMember(database, app, { name: 'Ada Byrne' })
  bo = await signedInMember(database, app, { name: 'Bo Chen' })
  const found = await database.ctx.read((db) => findFramework(db, 'recruiter-bands'))
  assert.ok(found)
  bands = found
})
after(async () => {
  await closeTranslate()
  await database.close()
})

const TOLD = {
  title: 'The birthday table',
  situation: 'A party of twelve stood there, and nobody had written their booking down.',
  action:
    'I told them that the mistake was ours and put it right without excuses. I asked the kitchen to put a candle on the cake.',
  result: 'They sat after eleven minutes.',
  change: 'There is one booking sheet now.',
  setting: 'student-job',
  happened: 'summer 2022',
}

/** Gives the id of a story of Ada's. */
async function written(fields: Record<string, string> = TOLD): Promise<string> {
  const { status, location } = await ada.visitor.post('/profile/story', fields)
  assert.equal(status, 303)
  return location?.split('/').at(-1) ?? ''
}

test('a story is written, read, changed and thrown away, by the person alone', async () => {
  const id = await written()
  const shown = await ada.visitor.get(`/profile/story/${id}`)
  for (const words of Object.values(TOLD).slice(0, 5)) assert.ok(shown.html.includes(words), words)
  assert.match(shown.html, /In a student or holiday job/)
  const form = await ada.visitor.get(`/profile/story/${id}/form`)
  assert.match(form.html, /name="version" value="1"/)
  const changed = await ada.visitor.post(`/profile/story/${id}`, {
    ...TOLD,
    title: 'Twelve for a birthday',
    version: '1',
  })
  assert.equal(changed.location, `/profile/story/${id}`)
  assert.match((await ada.visitor.get('/profile/story')).html, /Twelve for a birthday/)
  for (const other of [bo, owner])
    for (const path of ['', '/form', '/reading'])
      assert.equal((await other.visitor.get(`/profile/story/${id}${path}`)).status, 404)
  for (const path of ['', '/removal', '/placement'])
    assert.equal((await owner.visitor.post(`/profile/story/${id}${path}`, TOLD)).status, 404)
  assert.equal((await ada.visitor.post(`/profile/story/${id}/removal`, {})).location, '/profile/story')
  assert.equal((await ada.visitor.get(`/profile/story/${id}`)).status, 404)
})

test('a draft of one part is kept and says kindly what is missing', async () => {
  const id = await written({ situation: 'My trainer fell ill on the second day.' })
  const { html } = await ada.visitor.get(`/profile/story/${id}`)
  assert.match(html, /My trainer fell ill on the second day\./)
  assert.match(html, /It is the heart of the story/)
  assert.match(html, /Go on writing/)
  assert.match((await ada.visitor.get(`/profile/story/${id}/reading`)).html, /There is nothing to read yet/)
  assert.match((await ada.visitor.get('/profile/story')).html, /draft: 4 parts to write/)
})

test('what cannot be kept comes back with every word that was typed', async () => {
  const long = { ...TOLD, title: 'x'.repeat(121), action: 'a word '.repeat(2000) }
  const refused = await ada.visitor.post('/profile/story', long)
  assert.equal(refused.status, 422)
  assert.match(refused.html, /Use at most 120 characters/)
  assert.match(refused.html, /Use at most 6,000 characters/)
  for (const words of [long.title, long.action.trim(), TOLD.situation, TOLD.change])
    assert.ok(refused.html.includes(words))
  assert.match(refused.html, /<option value="student-job" selected/)
  const empty = await ada.visitor.post('/profile/story', { setting: 'home', happened: '' })
  assert.equal(empty.status, 422)
  assert.match(empty.html, /Write a few words of any part first/)
  const id = await written()
  await ada.visitor.post(`/profile/story/${id}`, { ...TOLD, result: 'Changed here.', version: '1' })
  const late = await ada.visitor.post(`/profile/story/${id}`, {
    ...TOLD,
    result: 'Changed there.',
    version: '1',
  })
  assert.equal(late.status, 409)
  assert.match(late.html, /changed in another window/)
  assert.match(late.html, /Changed there\./)
  assert.match(late.html, /name="version" value="1"/)
})

test('HTML is shown as it was typed, emoji and very long words are kept', async () => {
  const action = `I said <script>alert("x")</script> & 🧑‍🚒 ${'Ü'.repeat(3000)} to her.`
  const id = await written({ ...TOLD, action })
  const { html } = await ada.visitor.get(`/profile/story/${id}`)
  assert.ok(html.includes('I said &lt;script>alert(&quot;x&quot;)&lt;/script> &amp; 🧑‍🚒 ÜÜÜ'))
  assert.ok(!html.includes('<script>alert'))
  const kept = await database.ctx.read((db) => findStory(db, ada.personId, id))
  assert.equal(kept?.action, action)
  assert.equal((await ada.visitor.get(`/profile/story/${id}/reading?framework=spotlight`)).status, 200)
})

const cellIn = (html: string) => /name="cell" value="([^"]+)"/.exec(html)?.[1] ?? ''

test('a story from a student job is read in the bands of recruiters, activity by activity, and placed by the person', async () => {
  const id = await written()
  const read = await ada.visitor.get(`/profile/story/${id}/reading?framework=recruiter-bands`)
  assert.equal(read.status, 200)
  assert.equal((read.html.match(/<article/g) ?? []).length, 2)
  assert.match(read.html, /It is most like/)
  const cell = cellIn(read.html)
  const activity = 'I told them that the mistake was ours and put it right without excuses.'
  const sent = { framework: 'recruiter-bands', activity, proposed: cell, cell }
  const placed = await ada.visitor.post(`/profile/story/${id}/placement`, sent)
  assert.equal(placed.location, `/profile/story/${id}/reading?framework=recruiter-bands`)
  assert.match((await ada.visitor.get(placed.location ?? '')).html, /Placed:/)
  assert.match((await ada.visitor.get(`/profile/story/${id}`)).html, /as Sightline proposed/)
  const again = await ada.visitor.post(`/profile/story/${id}/placement`, sent)
  assert.equal(again.status, 409)
  assert.match(again.html, /placed there already/)
})

test('a placement is moved and taken out, and the others stay', async () => {
  const id = await written()
  const place = (competency: string, level: string) =>
    ada.visitor.post(`/profile/story/${id}/placement`, { framework: 'spotlight', competency, level })
  assert.equal((await place('a2', '3')).status, 303)
  assert.equal((await place('b2', '2')).status, 303)
  assert.equal((await place('a2', '9')).status, 422)
  assert.equal((await place('', '')).status, 422)
  const { html } = await ada.visitor.get(`/profile/story/${id}`)
  const [first = ''] = [...html.matchAll(/action="(\/profile\/story\/[^"]+\/placement\/[^"/]+)"/g)].map(
    (found) => found[1],
  )
  const onto = await ada.visitor.post(first, { competency: 'b2', level: '2' })
  assert.equal(onto.status, 409)
  assert.equal((await ada.visitor.post(first, { competency: 'c1', level: '4' })).status, 303)
  const moved = await ada.visitor.get(`/profile/story/${id}`)
  assert.match(moved.html, /C1 <\/span>/)
  assert.match(moved.html, /B2 <\/span>/)
  assert.doesNotMatch(moved.html, /A2 <\/span>Monitoring/)
  for (const other of [bo, owner])
    assert.equal((await other.visitor.post(`${first}/removal`, {})).status, 404)
  assert.equal((await ada.visitor.post(`${first}/removal`, {})).status, 303)
  const left = await ada.visitor.get(`/profile/story/${id}`)
  assert.match(left.html, /B2 <\/span>/)
  assert.doesNotMatch(left.html, /C1 <\/span>/)
})

test('the map shows stories in their cells, and what kind of story would fill an empty one', async () => {
  const id = await written({ ...TOLD, title: 'Mapped at the top' })
  await ada.visitor.post(`/profile/story/${id}/placement`, {
    framework: 'recruiter-bands',
    competency: 'communication',
    level: 'top',
  })
  const { html } = await ada.visitor.get('/profile/story/map?framework=recruiter-bands')
  assert.match(html, /<b>1 story<\/b>/)
  assert.match(html, /Mapped at the top/)
  const empty = await ada.visitor.get(
    '/profile/story/map?framework=recruiter-bands&cell=communication%7Cmiddle',
  )
  assert.match(empty.html, /No story shows it yet\. Think of a time/)
  assert.match(empty.html, /Puts a matter in order beforehand/)
  const form = await ada.visitor.get('/profile/story/new?for=recruiter-bands%7Ccommunication%7Cmiddle')
  assert.match(form.html, /Puts a matter in order beforehand/)
  assert.equal((await ada.visitor.get('/profile/story/map?framework=not-there')).status, 404)
  assert.doesNotMatch(
    (await bo.visitor.get('/profile/story/map?framework=recruiter-bands')).html,
    /Mapped at the top/,
  )
})

test('three tales, one of each band, are read as what they are: two competencies, no level out of reach', async () => {
  const tales = [
    'I answered their questions politely and told them where to find the forms.',
    'I took responsibility for the wrong order, put it right the same evening and brought it to her door myself.',
    'I advised the customer against buying from us, because something smaller would meet what they really needed.',
  ]
  const { proposals, unavailable } = await readStory(database.ctx, bands, tales.join('\n'))
  assert.equal(unavailable, null)
  assert.equal(proposals.length, 3)
  const at = proposals.map(({ cell }) => bands.scale.levels.findIndex(({ key }) => key === cell?.level))
  assert.deepEqual(at, [0, 1, 2])
  for (const { cell } of proposals) assert.equal(cell?.competency, 'customer-service-orientation')
})

test('where nothing can be read the person still places the story by hand', async () => {
  const id = await written()
  const story = await database.ctx.read((db) => findStory(db, ada.personId, id))
  assert.ok(story)
  const broken = () => Promise.reject(new Unavailable('The sentence model does not answer. Try again later.'))
  const reading = await readStory(database.ctx, bands, TOLD.action, broken)
  assert.match(reading.unavailable ?? '', /does not answer/)
  assert.deepEqual(
    reading.proposals.map(({ band, cell }): [Band, unknown] => [band, cell]),
    [
      ['unsure', null],
      ['unsure', null],
    ],
  )
  const site = {
    name: 'S',
    navigation: [],
    footer: [],
    me: null,
    search: { label: 'S', href: '/' },
    asset: (name: string) => name,
  }
  const props = { story, placements: [], choices: [], ...reading }
  const html = renderToString(
    <SiteProvider value={site}>
      <StoryReadingPage {...props} />
    </SiteProvider>,
  )
  assert.match(html, /You can place it by hand/)
  assert.equal((html.match(/Place it there/g) ?? []).length >= 2, true)
  await assert.rejects(
    readStory(database.ctx, bands, TOLD.action, () => Promise.reject(new Error('A fault of ours'))),
  )
})

test('own stories are found by their words, and by nobody else anywhere', async () => {
  await written({
    ...TOLD,
    title: 'Xylophone in the lift',
    action: 'I played the xylophone until the engineer came.',
  })
  assert.match((await ada.visitor.get('/search?q=xylophone')).html, /Your own stories/)
  for (const other of [bo, owner]) {
    assert.doesNotMatch((await other.visitor.get('/search?q=xylophone')).html, /Xylophone in/)
    for (const path of ['/profile/story', '/api/profile/story', '/profile/evidence', '/profile/story/map'])
      assert.doesNotMatch((await other.visitor.get(path)).html, /ylophone/, path)
  }
  const all = await owner.visitor.get('/history')
  assert.doesNotMatch(all.html, /wrote a story|ylophone/)
  const mine = await ada.visitor.get(`/history/person/${ada.personId}`)
  assert.match(mine.html, /wrote a story into their own profile/)
  assert.doesNotMatch(mine.html, /ylophone/)
  const asHr = await owner.visitor.get(`/privacy/person/${ada.personId}`)
  assert.equal(asHr.status, 200)
  assert.doesNotMatch(asHr.html, /ylophone/)
  assert.match((await ada.visitor.get('/privacy')).html, /ylophone/)
})

test('programs write, place and read stories with the token of the person', async () => {
  const call = async (who: SignedInMember, method: string, path: string, body?: unknown) => {
    const cookie = [...who.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, 'content-type': 'application/json', origin: 'http://localhost' }
    const sent = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
    const response = await app.request(`http://localhost${path}`, sent)
    return { status: response.status, json: (await response.json()) as Record<string, never> }
  }
  const made = await call(ada, 'POST', '/api/profile/story', { action: TOLD.action })
  assert.equal(made.status, 200)
  const { id, version } = made.json as unknown as { id: string; version: number }
  assert.equal((await call(ada, 'POST', '/api/profile/story', {})).status, 422)
  const path = `/api/profile/story/${id}`
  assert.equal((await call(ada, 'PUT', path, { ...TOLD, version })).status, 200)
  assert.equal((await call(ada, 'PUT', path, { ...TOLD, title: 'Late', version })).status, 409)
  const read = await call(ada, 'GET', `${path}/reading?framework=recruiter-bands`)
  assert.equal((read.json as unknown as { proposals: unknown[] }).proposals.length, 2)
  const cell = { framework: 'recruiter-bands', competency: 'communication', level: 'basic' }
  const placed = await call(ada, 'POST', `${path}/placement`, cell)
  const { placements } = placed.json as unknown as { placements: { id: string; framework: string }[] }
  assert.equal(placements[0]?.framework, 'recruiter-bands')
  assert.equal((await call(ada, 'POST', `${path}/placement`, cell)).status, 409)
  assert.equal((await call(ada, 'DELETE', `${path}/placement/${placements[0]?.id}`)).status, 200)
  for (const other of [bo, owner]) {
    assert.equal((await call(other, 'GET', path)).status, 404)
    assert.equal((await call(other, 'DELETE', path)).status, 404)
    assert.ok(!JSON.stringify((await call(other, 'GET', '/api/profile/story')).json).includes(id))
  }
  assert.equal((await call(ada, 'DELETE', path)).status, 200)
  assert.equal((await call(ada, 'GET', path)).status, 404)
})

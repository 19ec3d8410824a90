import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { SOURCE } from './fixtures/draft.ts'
import { DraftSchema } from './json/schema.ts'
import { draftJson } from './json.ts'
import { readDocument } from './read.ts'
import { listDrafts } from './store.ts'

let database: TestDatabase
let app: ReturnType<typeof appFor>
before(async () => {
  database = await openTestDatabase()
  app = appFor(database.ctx)
})
after(() => database.close())

const origin = 'http://localhost'
const get = (path: string) => app.request(path)
const post = (
  path: string,
  fields: Record<string, string | File>,
  headers: Record<string, string> = { origin },
) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return app.request(path, { method: 'POST', body, headers })
}

async function readIn(text = SOURCE.text): Promise<string> {
  const answer = await post('/intake', { text })
  assert.equal(answer.status, 303)
  return answer.headers.get('location') ?? ''
}

test('pasted text becomes a draft whose page shows the source with its lines and every item', async () => {
  const page = await (await get(await readIn())).text()
  assert.match(page, /id="L5"/)
  assert.match(page, /Notices who has waited longest\./)
  assert.match(page, /every one has its place/)
})

test('an uploaded file is read; its name is kept', async () => {
  const file = new File([SOURCE.text], 'desk.txt', { type: 'text/plain' })
  const answer = await post('/intake', { file, text: '' })
  assert.match(await (await get(answer.headers.get('location') ?? '')).text(), /desk\.txt/)
})

test('nothing pasted, a picture or a PDF: the page comes back and says what to do', async () => {
  const empty = await post('/intake', { text: '  ' })
  assert.equal(empty.status, 422)
  assert.match(await empty.text(), /Paste some text here/)
  const pdf = await post('/intake', { file: new File(['%PDF-1.7 …'], 'a.pdf') })
  assert.equal(pdf.status, 422)
  assert.match(await pdf.text(), /PDF/)
})

test('a document over the limit is refused before it is read', async () => {
  const answer = await post('/intake', { file: new File([new Uint8Array(30_000_000)], 'big.txt') })
  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /Sightline reads up to 5 MB/)
})

test('a step moves an item and leads back to it; a wrong one says why and keeps the page', async () => {
  const draft = await readIn()
  const id = /data-item="([^"]+)"/.exec(await (await get(draft)).text())?.[1] ?? ''
  const moved = await post(`${draft}/step`, { do: 'move', items: id, to: 'unplaced', seen: '0' })
  assert.equal(moved.status, 303)
  assert.equal(moved.headers.get('location'), `${draft}#i-${id}`)
  const nowhere = await post(`${draft}/step`, { do: 'move', items: id, to: '', seen: '1' })
  assert.equal(nowhere.status, 422)
  assert.match(await nowhere.text(), /Choose a place first/)
  const old = await post(`${draft}/step`, { do: 'undo', seen: '0' })
  assert.equal(old.status, 409)
  assert.match(await old.text(), /changed in another window/)
})

test('what was typed into an item comes back when the step is refused', async () => {
  const draft = await readIn()
  const id = /data-item="([^"]+)"/.exec(await (await get(draft)).text())?.[1] ?? ''
  const page = await (await get(`${draft}?open=item&id=${id}`)).text()
  assert.match(page, /<textarea/)
  const answer = await post(`${draft}/step`, { do: 'rewrite', item: id, text: '   ', seen: '0' })
  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /Leave at least one word/)
})

test('the form for publishing says what is missing, keeps what was typed, and then publishes', async () => {
  const draft = await readIn()
  await post(`${draft}/step`, {
    do: 'keep-as-notes',
    competency: /data-competency="([^"]+)"/.exec(await (await get(draft)).text())?.[1] ?? '',
    seen: '0',
  })
  const missing = await post(`${draft}/publication`, { title: 'Desk', permission: '', url: 'example' })
  assert.equal(missing.status, 422)
  const page = await missing.text()
  assert.match(page, /Say whether you may use this text/)
  assert.match(page, /value="Desk"/)
  const done = await post(`${draft}/publication`, { title: 'Desk', permission: 'own' })
  assert.equal(done.headers.get('location'), '/framework/desk')
  assert.match(await (await get('/framework/desk')).text(), /Welcoming visitors/i)
  assert.match(await (await get(draft)).text(), /This draft is published/)
  assert.match(await (await get('/intake')).text(), /Published as Desk/)
})

test('a draft that is not there, a form from another site, a draft thrown away', async () => {
  assert.equal((await get('/intake/nothing')).status, 404)
  assert.equal((await get('/intake/7b0d9b84-5c55-4c5c-8c57-3a86cf44a6aa')).status, 404)
  const draft = await readIn()
  assert.equal((await post(`${draft}/removal`, {}, { origin: 'http://elsewhere.example' })).status, 403)
  assert.equal((await post(`${draft}/removal`, {})).status, 303)
  assert.equal((await get(draft)).status, 404)
})

test('a program reads a document and gets the draft that the terminal gives; nothing is kept', async () => {
  const ask = (body: object) =>
    app.request('/api/intake', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  const before = await database.ctx.read(listDrafts)
  const draft = DraftSchema.parse(await (await ask({ text: SOURCE.text, name: 'desk.txt' })).json())
  assert.deepEqual(draft, draftJson(readDocument({ name: 'desk.txt', text: SOURCE.text })))
  assert.equal((await database.ctx.read(listDrafts)).length, before.length)
  const wrong = await ask({ text: '' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.headers.get('content-type') ?? '', /problem\+json/)
})

test('nothing else takes more than a form needs', async () => {
  const body = JSON.stringify({ text: 'word '.repeat(2_000_000) })
  const answer = await app.request('/api/intake', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  })
  assert.equal(answer.status, 413)
  const draft = await readIn()
  assert.equal(
    (await post(`${draft}/step`, { do: 'name-framework', title: 'x'.repeat(9_000_000), seen: '0' })).status,
    413,
  )
})

test('words typed on an old page come back with the draft as it is now', async () => {
  const draft = await readIn()
  const id = /data-item="([^"]+)"/.exec(await (await get(draft)).text())?.[1] ?? ''
  await post(`${draft}/step`, { do: 'name-framework', title: 'Changed elsewhere', seen: '0' })
  const late = await post(`${draft}/step`, {
    do: 'rewrite',
    item: id,
    text: 'Typed on the old page',
    seen: '0',
  })
  assert.equal(late.status, 409)
  const page = await late.text()
  assert.match(page, /<textarea[^>]*>Typed on the old page/)
  assert.match(page, /Changed elsewhere/)
  assert.match(page, /data-seen="1"/)
})

test('text and a file at once are not taken, so that neither is lost without a word', async () => {
  const answer = await post('/intake', { text: 'Typed words', file: new File([SOURCE.text], 'a.txt') })
  assert.equal(answer.status, 422)
  const page = await answer.text()
  assert.match(page, /Send one of the two/)
  assert.match(page, /Typed words/)
})

test('a published draft offers nothing to change', async () => {
  const draft = await readIn()
  const competency = /data-competency="([^"]+)"/.exec(await (await get(draft)).text())?.[1] ?? ''
  await post(`${draft}/step`, { do: 'keep-as-notes', competency, seen: '0' })
  await post(`${draft}/publication`, { title: 'Done', permission: 'own' })
  const page = await (await get(draft)).text()
  for (const offer of ['type="checkbox"', 'Rename', 'Publish…', 'Names and levels', 'value="move"'])
    assert.ok(!page.includes(offer), offer)
  assert.equal((await get(`${draft}/publication`)).headers.get('location'), draft)
})

test('the page of a very long draft shows the first of it, and everything when asked', async () => {
  const bullets = Array.from({ length: 4000 }, (_, i) => `- Checks pump ${i} every day.`).join('\n')
  const draft = await readIn(`Pumps\n\nLevel 1\n${bullets}\n\nLevel 2\n- Mends pumps.\n`)
  const first = await (await get(draft)).text()
  assert.match(first, /3,800 more\./)
  assert.ok(first.length < 1_500_000, `${first.length}`)
  assert.match(await (await get(`${draft}?all=yes`)).text(), /Checks pump 3999 every day/)
})

test('what is no form, and characters that cannot be kept, are told so and break nothing', async () => {
  const headers = { origin, 'content-type': 'multipart/form-data; boundary=x' }
  assert.equal((await app.request('/intake', { method: 'POST', body: 'no form', headers })).status, 400)
  const draft = await readIn()
  const title = await post(`${draft}/step`, { do: 'name-framework', title: 'a\u0000b', seen: '0' })
  assert.equal(title.status, 422)
  assert.match(await title.text(), /character in it that cannot be kept/)
  for (const path of [
    '/search?q=%00',
    `/search?q=${encodeURIComponent('( '.repeat(150))}`,
    '/framework/%00',
    '/framework/spotlight/%00',
  ])
    assert.ok((await get(path)).status < 500, path)
})

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import type { Env } from '#web/site.ts'
import { appOf } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { type SignedInMember, signedInMember } from '../../test/member.ts'
import { closeTranslate } from './actions/desk.ts'

let database: TestDatabase
let app: Hono<Env>
let ada: SignedInMember
let bo: SignedInMember
let steward: SignedInMember
let owner: SignedInMember
/** Everything that was logged. */
const logged: string[] = []

before(async () => {
  database = await openTestDatabase({ library: true })
  const world = { ...database.world, log: (message: string) => void logged.push(message) }
  app = appOf(world)
  owner = await signedInMember(database, app, { name: 'Owen Marsh', roles: ['owner'] })
  steward = await signedInMember(database, app, { name: 'Stella Reed', roles: ['steward'] })
  ada = await signedInMember(database, app, { name: 'Ada Byrne' })
  bo = await signedInMember(database, app, { name: 'Bo Chen' })
})
after(async () => {
  await closeTranslate()
  await database.close()
})

const CALM = 'I calm people who are upset before it turns into a row.'
const translate = (text: string, more: Record<string, string> = {}) =>
  ada.visitor.post('/translate', { text, framework: 'spotlight', ...more })

const textOf = (html: string) => html.replace(/<[^>]+>/g, '').replace(/&quot;/g, '"')

test('an answer has three competencies, the level with its words, and the reason, and nothing is stored', async () => {
  const { status, html, headers } = await translate(CALM)
  assert.equal(status, 200)
  assert.match(headers.get('cache-control') ?? '', /no-store/)
  assert.match(html, /A2 <\/span>Monitoring and guiding reactions/)
  assert.equal((html.match(/<li><a href="\/framework\/spotlight\//g) ?? []).length, 3)
  for (const said of ['All levels', 'means', 'It is most like', 'one level higher', 'Is this right?'])
    assert.match(html, new RegExp(said))
  const rows = await database.ctx.read((db) => db.selectFrom('translate_judgement').select('id').execute())
  assert.equal(rows.length, 0)
})

test('the same words give the same answer', async () => {
  const [one, other] = [await translate(CALM), await translate(CALM)]
  assert.equal(one.html, other.html)
})

test('two frameworks stand side by side', async () => {
  const { html } = await translate(CALM, { beside: 'wyoming-customer-focus' })
  assert.match(html, /readings beside/)
  assert.match(html, /Wyoming Customer Focus<\/p>/)
})

test('what cannot be translated comes back with what was typed and what to do', async () => {
  const empty = await translate('  ')
  assert.equal(empty.status, 422)
  assert.match(empty.html, /Write what you do, in a sentence or more\./)
  const long = await translate('word '.repeat(100_000))
  assert.equal(long.status, 422)
  assert.match(long.html, /These are 100,000 words\. Translate reads 5,000 at once/)
  const pictures = await translate('🙂🙂')
  assert.match(pictures.html, /There are no words in this/)
  const gone = await translate(CALM, { framework: 'gone' })
  assert.equal(gone.status, 422)
  assert.match(gone.html, /There is no such framework any more/)
  assert.match(gone.html, /I calm people who are upset/)
})

test('HTML is read as its words and never becomes part of the page', async () => {
  const { html } = await translate(
    '<b>I calm <script>alert(1)</script>people</b> who are upset & cross "today"',
  )
  const answers = html.slice(html.indexOf('class="answers"'))
  assert.doesNotMatch(answers, /<script|<b>I calm/)
  assert.match(textOf(answers), /I calm people who are upset/)
})

test('a quality is told apart from what somebody does, and leads to a question', async () => {
  const { html } = await translate('Empathy')
  assert.match(html, /This is a quality, not something that somebody does/)
  assert.match(html, /A2 <\/span>[\s\S]*A3 <\/span>/)
  assert.match(html, /What do you do when you are at your best with “Empathy”\?/)
  assert.doesNotMatch(html, /Is this right\?/)
})

test('another language is said to be one', async () => {
  const { html } = await translate('Je calme les clients qui sont fâchés avec mes collègues dans le service.')
  assert.match(html, /This is not English: it looks like French/)
})

test('personal data that was typed is not logged, whatever happens', () => {
  assert.doesNotMatch(logged.join('\n'), /calm|upset|fâch/)
})

const judged = { framework: 'spotlight', text: CALM, competency: 'a2', level: '3' }
const idIn = (html: string) => /\/translate\/judgement\/([0-9a-f-]{36})\/removal/.exec(html)?.[1] ?? ''

test('a judgement keeps no words unless the person says so', async () => {
  const { status, location } = await ada.visitor.post('/translate/judgement', judged)
  assert.deepEqual([status, location], [303, '/translate/judgement'])
  const [row] = await database.ctx.read((db) => db.selectFrom('translate_judgement').selectAll().execute())
  assert.equal(row?.text, null)
  assert.doesNotMatch(JSON.stringify(row), /upset/)
  assert.equal(row?.said.competencies.length, 9)
  const mine = await ada.visitor.get('/translate/judgement')
  assert.match(mine.html, /Your words are not kept/)
  await ada.visitor.post(`/translate/judgement/${idIn(mine.html)}/removal`, {})
  assert.match((await ada.visitor.get('/translate/judgement')).html, /You have not judged a translation yet/)
})

test('a wrong judgement comes back with what was typed', async () => {
  const { status, html } = await ada.visitor.post('/translate/judgement', { ...judged, level: '9' })
  assert.equal(status, 422)
  assert.match(html, /This framework has no such level/)
  assert.match(html, /I calm people who are upset/)
})

const ODD = 'Keeps the aquarium in the waiting room clean and bright.'
const firstOf = (html: string) =>
  /\/framework\/spotlight\/(\w+)"/.exec(html.slice(html.indexOf('class="answers"')))?.[1]

test('kept words teach the person’s own translations at once, and nobody else’s until a steward accepts them', async () => {
  const before = firstOf((await translate(ODD)).html)
  const competency = before === 'b3' ? 'a3' : 'b3'
  await ada.visitor.post('/translate/judgement', { ...judged, text: ODD, competency, propose: 'yes' })
  const nearest = (html: string) =>
    html.slice(html.indexOf('It is most like'), html.indexOf('one level higher'))
  assert.match(nearest((await translate(ODD)).html), /aquarium/)
  const others = () => bo.visitor.post('/translate', { text: ODD, framework: 'spotlight' })
  assert.doesNotMatch(nearest((await others()).html), /aquarium/)
  const list = await steward.visitor.get('/translate/proposal')
  assert.match(list.html, /One waits[\s\S]*aquarium[\s\S]*Ada Byrne/)
  const proposal = /\/translate\/proposal\/([0-9a-f-]{36})/.exec(list.html)?.[1] ?? ''
  const wrong = await steward.visitor.post(`/translate/proposal/${proposal}/acceptance`, {
    text: '',
    competency,
  })
  assert.equal(wrong.status, 422)
  const as = { text: 'Keeps the aquarium clean.', competency, level: '2' }
  assert.equal((await steward.visitor.post(`/translate/proposal/${proposal}/acceptance`, as)).status, 303)
  assert.match(nearest((await others()).html), /Keeps the aquarium clean\./)
  // The framework's own text is as it was.
  assert.doesNotMatch((await bo.visitor.get(`/framework/spotlight/${competency}`)).html, /aquarium/)
  await steward.visitor.post(`/translate/proposal/${proposal}/reopening`, {})
  assert.doesNotMatch(nearest((await others()).html), /aquarium/)
  const silent = await steward.visitor.post(`/translate/proposal/${proposal}/rejection`, { answer: ' ' })
  assert.equal(silent.status, 422)
  await steward.visitor.post(`/translate/proposal/${proposal}/rejection`, { answer: 'It is about fish.' })
  assert.match(
    (await ada.visitor.get('/translate/judgement')).html,
    /Not accepted by Stella Reed: It is about fish\./,
  )
})

test('the same words are not proposed twice, and a judgement is nobody else’s to change', async () => {
  const statement = await database.ctx.read((db) =>
    db
      .selectFrom('statement as s')
      .innerJoin('framework as f', 'f.id', 's.framework_id')
      .select('s.text')
      .where('f.slug', '=', 'spotlight')
      .where('s.kind', '=', 'indicator')
      .executeTakeFirstOrThrow(),
  )
  const again = await ada.visitor.post('/translate/judgement', {
    ...{ ...judged, text: statement.text.toUpperCase().slice(0, 600), propose: 'yes' },
  })
  assert.equal(again.status, 409)
  assert.match(again.html, /known already/)
  const mine = await ada.visitor.get('/translate/judgement')
  assert.equal((await bo.visitor.post(`/translate/judgement/${idIn(mine.html)}/removal`, {})).status, 404)
  assert.equal((await ada.visitor.get('/translate/proposal')).status, 404)
})

test('what is kept is shown on the page of what is kept, and goes with the person', async () => {
  const file = await ada.visitor.get('/privacy/mine.json')
  assert.match(file.html, /aquarium/)
  const { status } = await owner.visitor.post(`/privacy/person/${ada.personId}/erasure`, {
    name: 'Ada Byrne',
  })
  assert.equal(status, 303)
  const left = await database.ctx.read(async (db) => ({
    judgements: await db.selectFrom('translate_judgement').selectAll().execute(),
    proposals: await db.selectFrom('translate_proposal').selectAll().execute(),
  }))
  assert.doesNotMatch(JSON.stringify(left), /aquarium/)
  assert.ok(left.judgements.length > 0)
})

test('how good it is can be read with one judgement, with its range', async () => {
  const page = await bo.visitor.get('/translate/goodness/spotlight')
  assert.match(page.html, /1 judgement so far/)
  assert.match(page.html, /Before each judgement was known/)
  assert.doesNotMatch(page.html, /<svg class="curve"/)
  assert.match(
    (await bo.visitor.get('/translate/goodness/pub-service')).html,
    /Nobody has judged a translation yet/,
  )
})

test('programs get the same in JSON, and problems field by field', async () => {
  const ask = async (body: object) => {
    const cookie = [...bo.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'content-type': 'application/json', origin: 'http://localhost', cookie }
    return app.request('http://localhost/api/translate', {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
  }
  const answer = await ask({
    text: `- ${CALM}\n- Draws up a rota that every team works by.`,
    frameworks: ['spotlight'],
  })
  const { frameworks } = await answer.json()
  assert.equal(frameworks[0].statements.length, 2)
  const [one] = frameworks[0].statements
  assert.deepEqual([one.competencies.length, one.levels.length, one.competencies[0].code], [9, 5, 'A2'])
  const sum = one.levels.reduce(
    (all: number, { probability }: { probability: number }) => all + probability,
    0,
  )
  assert.ok(Math.abs(sum - 1) < 1e-4)
  assert.ok(one.reasons.words.length > 0)
  const wrong = await ask({ text: '', frameworks: ['spotlight'] })
  assert.equal(wrong.status, 422)
  assert.match((await wrong.json()).fields.text, /Write what you do/)
})

test('a language model elsewhere is asked only after an owner agreed and the text was shown, and its key never appears', async () => {
  const seen: { authorization: string | undefined; body: string }[] = []
  const fake = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    seen.push({ authorization: request.headers.authorization, body })
    const content = '{"competency": "a2", "level": "3", "reason": "It says “calm”."}'
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ choices: [{ message: { content } }] }))
  })
  await new Promise<void>((ready) => fake.listen(0, '127.0.0.1', ready))
  const { port } = fake.address() as AddressInfo
  const settings = { baseUrl: `http://127.0.0.1:${port}/v1/`, model: 'small', key: 'sk-secret' }
  const question = { text: CALM, framework: 'spotlight' }
  try {
    assert.equal((await bo.visitor.post('/translate/endpoint/question', question)).status, 404)
    assert.equal((await bo.visitor.get('/translate/endpoint')).status, 404)
    const unagreed = await owner.visitor.post('/translate/endpoint', settings)
    assert.equal(unagreed.status, 422)
    assert.match(unagreed.html, /Tick the box to agree/)
    assert.doesNotMatch(unagreed.html, /sk-secret/)
    const open = await owner.visitor.post('/translate/endpoint', {
      ...settings,
      baseUrl: 'http://llm.example/v1',
      agrees: 'yes',
    })
    assert.match(open.html, /Give an https address/)
    assert.equal(
      (await owner.visitor.post('/translate/endpoint', { ...settings, agrees: 'yes' })).status,
      303,
    )
    assert.doesNotMatch((await owner.visitor.get('/translate/endpoint')).html, /sk-secret/)
    const stored = await database.ctx.read((db) => db.selectFrom('translate_endpoint').selectAll().execute())
    assert.doesNotMatch(JSON.stringify(stored), /sk-secret/)
    const shown = await bo.visitor.post('/translate/endpoint/question', question)
    assert.match(shown.html, /This text would leave Sightline/)
    assert.equal(seen.length, 0)
    const seal = /name="shown" value="(\w+)"/.exec(shown.html)?.[1] ?? ''
    const answer = await bo.visitor.post('/translate/endpoint/question', { ...question, shown: seal })
    assert.match(answer.html, /A2 Monitoring and guiding reactions, level 3/)
    assert.match(answer.html, /Its reason: It says “calm”\./)
    assert.equal(seen[0]?.authorization, 'Bearer sk-secret')
    for (const { content } of JSON.parse(seen[0]?.body ?? '{}').messages)
      assert.ok(textOf(shown.html).includes(content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')))
    await owner.visitor.post('/translate/endpoint/removal', {})
    assert.equal(
      (await bo.visitor.post('/translate/endpoint/question', { ...question, shown: seal })).status,
      404,
    )
  } finally {
    fake.close()
  }
})

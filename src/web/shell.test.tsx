import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { requestId } from 'hono/request-id'
import { Conflict, Forbidden, Invalid, NotFound, Unauthenticated, Unavailable } from '#errors.ts'
import { buildAssets } from './assets.ts'
import { onError, onNotFound } from './errors.tsx'
import { Field, Problems } from './field.tsx'
import { economy, securityHeaders } from './middleware.ts'
import { Page } from './page.tsx'
import { page } from './respond.tsx'
import type { Env } from './site.ts'

const assets = await buildAssets()
const logged: string[] = []
const log = (message: string) => {
  logged.push(message)
}

const six = {
  invalid: new Invalid({ title: 'Give it a title.', year: 'A year has four digits.' }),
  'not-found': new NotFound('There is no such framework.'),
  forbidden: new Forbidden('Only stewards publish.'),
  conflict: new Conflict('The name is taken.'),
  unauthenticated: new Unauthenticated('Sign in to go on.'),
  unavailable: new Unavailable('The database does not answer.'),
  bug: new TypeError('secret inner words'),
}

const app = new Hono<Env>()
  .onError(onError(log))
  .notFound(onNotFound(log))
  .use(requestId(), securityHeaders(), economy())
  .use(async (c, next) => {
    const search = { label: 'Search', href: '/search' }
    const navigation = [
      { label: 'Here', href: '/here' },
      { label: 'There', href: '/there' },
    ]
    c.set('site', { name: 'Site', navigation, footer: [], search, asset: assets.url, me: null })
    await next()
  })
  .use(csrf())
  .get('/assets/:file', assets.handler)
  .get('/long', (c) => page(c, <Page title="Long">{'many words '.repeat(400)}</Page>))
  .get('/here', (c) =>
    page(
      c,
      <Page title="Here" current="/here" crumbs={[{ label: 'Start', href: '/' }]}>
        <Problems errors={{ '': 'All of it.', name: 'Too <short>.' }} />
        <Field label="Name" name="name" hint="As on paper" error="Too <short>." value="a&b" />
      </Page>,
    ),
  )
  .post('/here', (c) => c.text('taken in'))
for (const base of ['', '/api'])
  app.get(`${base}/fail/:kind`, (c) => {
    throw six[c.req.param('kind') as keyof typeof six]
  })

const statuses: [keyof typeof six, number][] = [
  ['invalid', 422],
  ['not-found', 404],
  ['forbidden', 403],
  ['conflict', 409],
  ['unauthenticated', 401],
  ['unavailable', 503],
]

for (const [kind, status] of statuses)
  test(`"${kind}" is ${status}, with its own words for people and for programs`, async () => {
    const html = await app.request(`/fail/${kind}`)
    assert.equal(html.status, status)
    const words = await html.text()
    for (const sentence of six[kind].message.split(/(?<=\.) /)) assert.ok(words.includes(sentence), sentence)
    const json = await app.request(`/api/fail/${kind}`)
    assert.equal(json.status, status)
    assert.equal(json.headers.get('content-type'), 'application/problem+json')
    const problem = (await json.json()) as { detail: string; status: number }
    assert.deepEqual([problem.detail, problem.status], [six[kind].message, status])
  })

test('an unforeseen error shows a number and keeps its words in the log', async () => {
  logged.length = 0
  const answer = await app.request('/fail/bug')
  const words = await answer.text()
  assert.equal(answer.status, 500)
  assert.ok(!words.includes('secret inner words'))
  const id = answer.headers.get('x-request-id') ?? 'none'
  assert.ok(words.includes(id))
  assert.match(logged.join(), new RegExp(`${id} GET /fail/bug\nTypeError: secret inner words\n +at `))
})

test('an address that nothing answers offers the search and the menu', async () => {
  const answer = await app.request('/nowhere')
  assert.equal(answer.status, 404)
  assert.match(await answer.text(), /<form class="search-large" action="\/search">.*<a href="\/there">/s)
})

test('the menu says where you are, the breadcrumb how you came', async () => {
  const words = await (await app.request('/here')).text()
  assert.match(words, /<a href="\/here" aria-current="true">Here</)
  assert.match(words, /<ol><li><a href="\/">Start<\/a><\/li><li aria-current="page">Here<\/li><\/ol>/)
})

test('a field is tied to its label, its hint and its message, and keeps what was typed', async () => {
  const words = await (await app.request('/here')).text()
  assert.match(words, /<label for="field-name">/)
  assert.match(words, /aria-describedby="field-name-hint field-name-error"/)
  assert.match(words, /value="a&amp;b"/)
  assert.match(words, /<a href="#field-name">Too &lt;short/)
})

test('a form that another site sends is refused and says what to do', async () => {
  const send = (origin: string) =>
    app.request('/here', { method: 'POST', body: new URLSearchParams({ a: '1' }), headers: { origin } })
  assert.equal((await send('http://localhost')).status, 200)
  const refused = await send('https://elsewhere.example')
  assert.equal(refused.status, 403)
  assert.match(await refused.text(), /Open the page again here/)
})

test('no page lets a script in that is not one of our own files', async () => {
  for (const path of ['/here', '/nowhere', '/fail/bug']) {
    const policy = (await app.request(path)).headers.get('content-security-policy') ?? ''
    assert.match(policy, /script-src 'self';/)
    assert.doesNotMatch(policy, /unsafe/)
  }
})

test('a page that has not changed is not sent again', async () => {
  const first = await app.request('/here')
  const tag = first.headers.get('etag') ?? ''
  const again = await app.request('/here', { headers: { 'if-none-match': tag } })
  assert.deepEqual([again.status, (await again.arrayBuffer()).byteLength], [304, 0])
})

test('a long page is packed for browsers that can unpack it', async () => {
  const plain = await (await app.request('/long')).text()
  const answer = await app.request('/long', { headers: { 'accept-encoding': 'gzip' } })
  const body = Buffer.from(await answer.arrayBuffer())
  assert.equal(answer.headers.get('content-encoding'), 'gzip')
  assert.ok(body.length < plain.length / 2)
  assert.equal(gunzipSync(body).toString(), plain)
})

test('scripts and styles are kept by browsers for ever, under a name that changes with them', async () => {
  assert.match(assets.url('shell.css'), /^\/assets\/shell-[A-Z0-9]{8}\.css$/)
  const answer = await app.request(assets.url('shell.css'), { headers: { 'accept-encoding': 'br, gzip' } })
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  assert.equal(answer.headers.get('content-encoding'), 'br')
  assert.equal((await app.request('/assets/shell-OLD.css')).status, 404)
  assert.throws(() => assets.url('gone.js'), /There is no asset "gone.js"/)
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import type { Env } from '../web/site.ts'
import { publishFramework } from './actions.ts'
import { identify } from './identify.ts'

let database: TestDatabase
let app: Hono<Env>

before(async () => {
  database = await openTestDatabase({ library: true })
  app = appFor(database.ctx)
})

after(() => database.close())

const get = async (path: string) => {
  const answer = await app.request(path)
  return { status: answer.status, words: await answer.text() }
}
/** The page's words without its markup. */
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('every framework of the library has a card with its size and its scale', async () => {
  const { status, words } = await get('/framework')
  assert.equal(status, 200)
  for (const title of [
    'spotlight',
    'wyoming-customer-focus',
    'pub-service',
    'recruiter-bands',
    'balanced-customer-focus',
  ])
    assert.match(words, new RegExp(`<a href="/framework/${title}">`))
  assert.match(plain(words), /9 competencies 154 statements/)
  assert.match(plain(words), /Foundation Intermediate Advanced Leadership/)
})

test('a framework shows its matrix, its groups, its source and its licence', async () => {
  const { words } = await get('/framework/spotlight')
  assert.match(words, /<a href="\/framework\/spotlight\/b2#level-2">/)
  const text = plain(words)
  for (const part of [
    'Shaping awareness',
    'B2 Communicating verbally/non-verbally',
    'Source and licence',
    'CC BY 4.0',
  ])
    assert.ok(text.includes(part), part)
})

test('a competency shows every level with its behaviours, and its other sections', async () => {
  const { words } = await get('/framework/wyoming-customer-focus/customer-focus')
  for (const level of [1, 2, 3, 4, 5]) assert.match(words, new RegExp(`id="level-${level}"`))
  const headings = [...words.matchAll(/<h2>(.*?)<\/h2>/g)].map((m) => m[1])
  assert.deepEqual(headings, [
    ...[
      'Why it matters',
      'Level by level',
      'Activities that build it',
      'Courses',
      'To read',
      'Questions to ask',
    ],
    'In other frameworks',
  ])
  assert.match(plain(words), /Questions to ask Written by Sightline, because the source has nothing here\./)
})

test('too little, right and too much stand side by side', async () => {
  const text = plain((await get('/framework/balanced-customer-focus/customer-focus')).words)
  assert.match(text, /Too little, right, too much Too little .+ Right .+ Too much /)
})

test('a statement of two elements is reached from both', async () => {
  const { words } = await get('/framework/spotlight/a2')
  assert.match(words, /also in <span><a href="\/framework\/spotlight\/a3">A3 [^<]+<\/a>/)
})

test('what is not there is a 404 that offers the search', async () => {
  for (const path of [
    '/framework/none',
    '/framework/spotlight/none',
    '/framework/none/none',
    '/print/framework/none',
  ]) {
    const { status, words } = await get(path)
    assert.equal(status, 404, path)
    assert.match(words, /<form class="search-large" action="\/search">/)
  }
})

test('the search keeps the words, marks what it found, and pages through the rest', async () => {
  const { words } = await get('/search?q=customer+or+people')
  assert.match(words, /<input id="words"[^>]* value="customer or people"/)
  assert.match(words, /<mark>[Cc]ustomers?<\/mark>/)
  assert.match(words, /href="\/search\?q=customer%20or%20people&amp;page=2"/)
  const second = await get('/search?q=customer+or+people&page=2')
  assert.match(plain(second.words), /Page 2 of \d+/)
})

test('a search without results says what to try', async () => {
  const { words } = await get('/search?q=zeppelin+quark')
  assert.match(words, /<a href="\/search\?q=zeppelin%20or%20quark">/)
  assert.match(plain((await get('/search?q=of+the')).words), /too common/)
})

test('every example of the search page finds something in the library', async () => {
  const examples = [...(await get('/search')).words.matchAll(/href="(\/search\?q=[^"]+)"/g)].map(
    (m) => m[1] ?? '',
  )
  assert.ok(examples.length >= 5)
  for (const example of examples) assert.match((await get(example)).words, /<mark>/, example)
})

test('the search knows frameworks by title, publisher and level, and wants at least one word', async () => {
  for (const [word, slug] of [
    ['Spotlight', 'spotlight'],
    ['Wyoming', 'wyoming-customer-focus'],
    ['Foundation', 'pub-service'],
  ] as const)
    assert.match((await get(`/search?q=${word}`)).words, new RegExp(`<a href="/framework/${slug}">`), word)
  for (const sign of ['%25', '%F0%9F%99%82'])
    assert.match(plain((await get(`/search?q=${sign}`)).words), /Type at least one word/)
})

test('an odd address never breaks the search', async () => {
  for (const query of [
    'page=-1',
    'page=x',
    'q=a&page=999999999',
    `q=${'x'.repeat(5000)}`,
    'q=%00',
    'q=<script>',
  ])
    assert.equal((await get(`/search?${query}`)).status, 200, query)
})

test('words from a document cannot become markup or a script', async () => {
  const hostile = '<script>alert(1)</script>'
  const framework = {
    ...{
      slug: 'hostile',
      title: hostile,
      summary: hostile,
      publisher: hostile,
      language: 'en',
      version: '1',
    },
    source: { title: 'x', url: 'javascript:alert(1)', note: null },
    licence: { name: 'x', url: 'javascript:alert(1)', attribution: null },
    scale: { kind: 'bands' as const, levels: [] },
    groups: [],
    alignments: [],
    competencies: [
      {
        ...{
          key: 'one',
          code: hostile,
          name: `${hostile} zebra`,
          group: null,
          definition: hostile,
          why: null,
        },
        aliases: [hostile],
        statements: [
          {
            kind: 'note' as const,
            level: null,
            text: `${hostile} zebra`,
            ours: false,
            also: [],
            publication: null,
          },
        ],
      },
    ],
  }
  await publishFramework(database.ctx, identify(framework, database.ctx.newId()), 'intake')
  for (const path of [
    '/framework',
    '/framework/hostile',
    '/framework/hostile/one',
    '/print/framework/hostile',
    '/search?q=zebra',
  ]) {
    const { status, words } = await get(path)
    assert.equal(status, 200, path)
    assert.ok(!words.includes('<script>alert') && !words.includes('href="javascript:'), path)
  }
})

test('a program gets what a person gets, as JSON that keeps to its description', async () => {
  const list = (await (await app.request('/api/framework')).json()) as {
    slug: string
    competencies: number
  }[]
  assert.equal(list.find((card) => card.slug === 'spotlight')?.competencies, 9)
  const one = (await (await app.request('/api/framework/spotlight')).json()) as { competencies: unknown[] }
  assert.equal(one.competencies.length, 9)
  const found = (await (await app.request('/api/search?q=listen')).json()) as {
    hits: { statements: { found: string[] }[] }[]
  }
  assert.match(found.hits[0]?.statements[0]?.found[0] ?? '', /^listen/i)
})

test('a program that asks wrongly is told what is wrong, field by field', async () => {
  const answer = await app.request('/api/search')
  assert.equal(answer.status, 422)
  assert.deepEqual(Object.keys(((await answer.json()) as { fields: object }).fields), ['q'])
  const missing = await app.request('/api/framework/none')
  assert.equal(missing.status, 404)
  assert.match(((await missing.json()) as { detail: string }).detail, /GET \/api\/framework lists them all/)
})

test('the checked-in description of the API is what the server gives', async () => {
  const file = readFileSync(new URL('../../docs/api/openapi.json', import.meta.url), 'utf8')
  const renew =
    'Start Sightline, then: curl -s http://localhost:3000/api/openapi.json > docs/api/openapi.json'
  assert.equal(await (await app.request('/api/openapi.json')).text(), file, renew)
})

test('the page about the API names every call and leads to it', async () => {
  const { words } = await get('/api')
  for (const call of ['GET /api/framework', 'GET /api/framework/{slug}', 'GET /api/search'])
    assert.ok(words.includes(call))
  const found = [...words.matchAll(/href="(\/api\/reference\/[^"#]+)#([^"]+)"/g)]
  const leads = found.map(([, area = '', id = '']) => ({ area, id }))
  const areas = [...new Set(leads.map(({ area }) => area))]
  assert.ok(areas.length > 5)
  for (const area of areas) {
    const { words: told } = await get(area)
    for (const { id } of leads.filter((lead) => lead.area === area))
      assert.ok(told.includes(`id="${id}"`), id)
    for (const [, schema = ''] of told.matchAll(/href="#(schema-[^"]+)"/g))
      assert.ok(told.includes(`id="${schema}"`), schema)
  }
  assert.equal((await get('/api/reference/nothing')).status, 404)
})

test('the page about an area of the API tells what a call takes and answers with', async () => {
  const { words } = await get('/api/reference/intake')
  assert.match(
    plain(words),
    /What POST \/api\/intake takes, as application\/json Field Type What text string/,
  )
  assert.ok(words.includes('href="#schema-Draft"'))
  assert.ok((await get('/api/reference/search')).words.includes('href="#schema-Found"'))
})

test('the help page explains levels and balance by the library itself', async () => {
  const text = plain((await get('/help/framework')).words)
  assert.match(text, /For example, \S+ .+ in Spotlight, one statement of each level: 1 Familiarisation/)
  assert.match(text, /For example, the first statement of each measure of Customer Focus/)
})

test('the health address answers without a database', async () => {
  assert.deepEqual(await get('/health'), { status: 200, words: 'ok' })
})

test('whatever signs are typed into the search, it answers', async () => {
  for (const words of [
    '-('.repeat(100),
    '( '.repeat(120),
    '"-" -"'.repeat(40),
    '-aa '.repeat(70),
    'a & | ! <-> b',
    ':*',
  ])
    assert.equal((await app.request(`/search?q=${encodeURIComponent(words)}`)).status, 200, words)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import type { Context } from '#context.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { manyStatements } from '../../test/journeys/sample-frameworks.ts'
import { loadLibrary, publishFramework } from './actions.ts'
import { parseFrameworkFile } from './file.ts'
import { printFrameworkFile } from './file-print.ts'
import { identify, type NewFramework } from './identify.ts'
import type { Framework } from './model.ts'
import { listNeighbours } from './store/alignments.ts'
import { searchStatements } from './store/search.ts'
import { findFramework, findFrameworkAround, listFrameworks } from './store.ts'

const FILE = `
slug: care
title: Care
summary: How we look after people.
publisher: Us
source: { title: A page, url: https://example.org/care, note: Read in May }
licence: { name: CC BY 4.0, url: https://example.org/by, attribution: Ours }
language: en-GB
version: 1.0.0
scale:
  kind: bands
  levels:
    - { name: Low, description: Begins, cues: [tries] }
    - { name: High, cues: [leads] }
groups:
  - { code: A, name: People, definition: With others }
competencies:
  - code: A1
    name: Listening
    group: A
    definition: Hearing what is meant.
    why: Nobody is helped unheard.
    aliases: [hearing, attention]
    levels:
      low: [Lets others finish., { text: Asks again., ours: true, also: [A2] }]
      high: [Hears what is not said.]
    balance: { overused: [Listens and never answers.] }
    resources:
      - { title: The quiet hour, authors: N. Body, publisher: Press, year: 1999, text: How to be silent. }
    questions: [When did you last change your mind?]
  - code: A2
    name: Answering
    group: A
    levels:
      low: [Says what happens next.]
      high: [Answers the question behind the question.]
alignments:
  - { from: A1, to: other/x1, type: broader, note: Only partly }
`

/** The same framework once more, under another name and with ids of its own. */
function copyOf(framework: Framework, slug: string): Framework {
  const bare: NewFramework = JSON.parse(
    JSON.stringify(framework, (key, value) => (key === 'id' ? undefined : value)),
  )
  return identify({ ...bare, slug }, ctx.newId())
}

/** Autovacuum counts the rows within a minute; tests do not wait for it. */
async function withOwner(work: (owner: pg.Client) => Promise<unknown>): Promise<void> {
  const owner = new pg.Client(database.connection('owner'))
  await owner.connect()
  await work(owner)
  await owner.end()
}

let database: TestDatabase
let ctx: Context
let care: Framework

before(async () => {
  database = await openTestDatabase()
  ctx = database.ctx
  const parsed = parseFrameworkFile(FILE)
  assert.ok(parsed.framework, JSON.stringify(parsed.faults))
  care = parsed.framework
})

after(() => database.close())

test('a library file is loaded as it stands, and costs nothing when it has not changed', async () => {
  const files = [{ name: 'care.yaml', text: FILE }]
  assert.deepEqual(await loadLibrary(ctx, files), { loaded: 1, unchanged: 0 })
  assert.deepEqual(await ctx.read((db) => findFramework(db, 'care')), care)
  assert.deepEqual(await loadLibrary(ctx, files), { loaded: 0, unchanged: 1 })
})

test('a changed library file takes the place of the old one, and what did not change keeps its id', async () => {
  const text = FILE.replace('Lets others finish.', 'Lets everybody finish.').replace(
    'title: Care',
    'title: Caring',
  )
  assert.deepEqual(await loadLibrary(ctx, [{ name: 'care.yaml', text }]), { loaded: 1, unchanged: 0 })
  const now = await ctx.read((db) => findFramework(db, 'care'))
  assert.equal(now?.title, 'Caring')
  assert.equal(now?.id, care.id)
  const ids = (f: Framework | undefined) => f?.competencies[0]?.statements.map((s) => s.id) ?? []
  assert.deepEqual(ids(now).slice(1), ids(care).slice(1))
  assert.notEqual(ids(now)[0], ids(care)[0])
  assert.equal((await ctx.read((db) => searchStatements(db, 'everybody finish'))).statements, 1)
  assert.equal((await ctx.read((db) => searchStatements(db, '"others finish"'))).statements, 0)
})

test('a library file with faults is left out, and the log says where it is wrong', async () => {
  const logged: string[] = []
  const listening = { ...ctx, log: (message: string) => logged.push(message) }
  const files = [{ name: 'broken.yaml', text: 'slug: broken\ntitle: [' }]
  assert.deepEqual(await loadLibrary(listening, files), { loaded: 0, unchanged: 0 })
  assert.match(logged.join(), /^broken\.yaml was not loaded\. Line \d+: /)
})

test('a library file never replaces a framework of your own that has its name', async () => {
  const mine = await publishFramework(ctx, copyOf({ ...care, title: 'My own' }, 'mine'), 'intake')
  const text = printFrameworkFile({ ...care, slug: 'mine' })
  const quiet = { ...ctx, log: () => {} }
  assert.deepEqual(await loadLibrary(quiet, [{ name: 'mine.yaml', text }]), { loaded: 0, unchanged: 0 })
  assert.deepEqual(await ctx.read((db) => findFramework(db, 'mine')), mine)
})

test('a framework whose name is taken is published under the next free one', async () => {
  const again = () => publishFramework(ctx, copyOf(care, 'twice'), 'intake')
  assert.deepEqual(
    [(await again()).slug, (await again()).slug, (await again()).slug],
    ['twice', 'twice-2', 'twice-3'],
  )
})

test('the list says what each framework is and how much is in it', async () => {
  const card = (await ctx.read(listFrameworks)).find(({ slug }) => slug === 'care')
  assert.equal(card?.competencies, 2)
  assert.equal(card?.statements, 8)
  assert.deepEqual(
    card?.levels.map(({ key, name }) => [key, name]),
    [
      ['low', 'Low'],
      ['high', 'High'],
    ],
  )
})

test('the page of one competency needs no statements of the others', async () => {
  const around = await ctx.read((db) => findFrameworkAround(db, 'care', 'a2'))
  assert.deepEqual(
    around?.competencies.map((c) => [c.key, c.statements.length]),
    [
      ['a1', 0],
      ['a2', 2],
    ],
  )
})

test('what one framework says of another is seen from both sides, and what is not here is named', async () => {
  const missing = await ctx.read((db) => listNeighbours(db, 'care', 'a1'))
  assert.deepEqual(missing, [
    {
      ...{ direction: 'out', type: 'broader', note: 'Only partly', framework: 'other', competency: 'x1' },
      found: null,
    },
  ])
  const other = { ...care, title: 'Other', alignments: [] }
  const x1 = { ...other, competencies: other.competencies.slice(0, 1).map((c) => ({ ...c, key: 'x1' })) }
  await publishFramework(ctx, copyOf(x1, 'other'), 'file')
  const found = (await ctx.read((db) => listNeighbours(db, 'care', 'a1')))[0]?.found
  assert.deepEqual(found, { frameworkTitle: 'Other', name: 'Listening', code: 'A1' })
  const back = await ctx.read((db) => listNeighbours(db, 'other', 'x1'))
  assert.ok(back.some((n) => n.direction === 'in' && n.framework === 'care' && n.competency === 'a1'))
})

test('nothing of one organisation is there for another', async () => {
  const stranger = database.otherOrganization()
  assert.deepEqual(await stranger.read(listFrameworks), [])
  assert.equal(await stranger.read((db) => findFramework(db, 'care')), undefined)
  assert.deepEqual(await stranger.read((db) => listNeighbours(db, 'care', 'a1')), [])
  assert.equal((await stranger.read((db) => searchStatements(db, 'question'))).statements, 0)
})

test('search knows the forms of a word, exact words, either, without, and an unfinished last word', async () => {
  const count = async (words: string) => {
    const { hits } = await ctx.read((db) => searchStatements(db, words))
    return hits.find((hit) => hit.framework.slug === 'care' && hit.key === 'a2')?.count ?? 0
  }
  assert.equal(await count('answered questions'), 1, 'forms of both words')
  assert.equal(await count('"question behind"'), 1, 'exact words')
  assert.equal(await count('"behind question"'), 0, 'exact words in another order')
  assert.equal(await count('happening or zeppelin'), 1, 'either')
  assert.equal(await count('question -behind'), 0, 'without')
  assert.equal(await count('happens nex'), 1, 'an unfinished last word')
  assert.equal(await count('hap next'), 0, 'a word before the last is whole')
})

test('what was found is marked, a name weighs more than a statement, and a book is found by its title', async () => {
  const found = await ctx.read((db) => searchStatements(db, 'listen'))
  const [first] = found.hits
  assert.deepEqual(first?.name, [{ text: 'Listening', found: true }])
  const statement = first?.statements.find((s) => s.kind === 'overused')
  assert.deepEqual(statement?.text, [
    { text: 'Listens', found: true },
    { text: ' and never answers.', found: false },
  ])
  const book = (await ctx.read((db) => searchStatements(db, 'quiet hour'))).hits[0]?.statements[0]
  assert.equal(book?.kind, 'resource')
  assert.deepEqual(book?.text.map((piece) => piece.text).join(''), 'The quiet hour: How to be silent.')
})

test('words that are too common to look for are told from words that are not there', async () => {
  const common = await ctx.read((db) => searchStatements(db, 'of the'))
  assert.deepEqual([common.searchable, common.statements], [false, 0])
  const absent = await ctx.read((db) => searchStatements(db, 'zeppelin'))
  assert.deepEqual([absent.searchable, absent.statements], [true, 0])
})

test('whatever is typed, search answers', async () => {
  const odd = [
    '',
    ' ',
    '"',
    '-',
    "'",
    '!',
    ':*',
    'a & | b',
    '((',
    '\\',
    '%',
    '\0',
    'or',
    '🙂',
    '"open',
    "o'x",
    '<->',
  ]
  for (const words of odd) {
    const found = await ctx.read((db) => searchStatements(db, words))
    assert.ok(found.statements >= 0, words)
  }
})

test('20,000 statements are written in a few seconds and searched through the index, below row-level security', async () => {
  const many = identify(manyStatements(500, 40), ctx.newId())
  const stranger = database.otherOrganization()
  const start = performance.now()
  await publishFramework(stranger, many, 'file')
  assert.ok(performance.now() - start < 10_000)
  await withOwner((owner) => owner.query('analyze statement_words'))
  const plan = await stranger.read(async (db) => {
    const found = await searchStatements(db, 'customer listening')
    assert.equal(found.statements, 400)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select id from statement_words`.execute(db)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  assert.match(plan, /Bitmap Index Scan on statement_words_found\s[^\n]*\n\s+Index Cond: \(words @@ /)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import mammoth from 'mammoth'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import type { Context } from '../context.ts'
import { links } from '../routes.ts'
import { openTestEditor, type TestEditor } from './fixtures/text-editor.ts'

let database: TestDatabase
let ctx: Context
let editor: TestEditor

before(async () => {
  database = await openTestDatabase({ library: true })
  ctx = database.ctx
  editor = openTestEditor(ctx)
})
after(() => database.close())

test('a draft begins with statements at the levels of the profile, said to the reader, and each keeps where it comes from', async () => {
  const { id } = await editor.draftOf()
  const { content } = await editor.textOf(id)
  const section = (key: string) => content.sections.find((one) => one.key === key)
  const doing = section('doing')?.lines ?? []
  assert.ok(doing.some(({ text }) => text.startsWith('Choose the moment to break news, and tell')))
  for (const { origin } of doing) {
    assert.ok(origin.from === 'framework')
    assert.match(origin.level, /^[23] /)
    assert.match(origin.words, /^[A-Z][a-z]+s /)
  }
  const entry = section('entry')?.lines ?? []
  assert.ok(entry.every(({ origin }) => origin.from === 'framework' && /^2 /.test(origin.level)))
  const learned = section('learning')?.lines ?? []
  assert.ok(learned.every(({ under }) => under === 'Within 6 months'))
  const all = [...doing, ...entry, ...learned].map(({ id: line }) => line)
  assert.equal(new Set(all).size, all.length, 'no statement stands twice')
})

test('in an advert only what is needed on the first day is asked for; what can be learned stands under what you will learn', async () => {
  const { id } = await editor.draftOf('advert')
  const { content } = await editor.textOf(id)
  const lines = (key: string) => content.sections.find((one) => one.key === key)?.lines ?? []
  const competencies = (key: string) =>
    lines(key).map(({ origin }) => (origin.from === 'framework' ? origin.competency.slice(0, 2) : ''))
  assert.ok(!competencies('entry').includes('C3'), 'C3 is all learned in the job')
  assert.ok(competencies('learning').includes('C3'))
  assert.ok(!competencies('learning').includes('C1'), 'all of C1 is brought')
})

test('what is typed is saved: lines change, move, go and come, and the marks stand beside them', async () => {
  const { id } = await editor.draftOf()
  const fields = await editor.fieldsOf(id)
  const [first = '', second = ''] = fields['id.doing'] ?? []
  const typed = (fields['line.doing'] ?? []).with(0, 'You are a dynamic team player.')
  const answer = await editor.save(id, {
    'line.doing': typed,
    'add.doing': 'Open the post.\n- Close the day’s list.',
  })
  assert.equal(answer.status, 303)
  const { html } = await editor.visitor.get(links.roleTextEdit(id))
  assert.match(html, /<mark data-kind="unclear"[^>]*>dynamic<\/mark>/)
  assert.match(html, /<mark data-kind="trait"[^>]*>team player<\/mark>/)
  const lines = async () =>
    (await editor.textOf(id)).content.sections.find(({ key }) => key === 'doing')?.lines ?? []
  const saved = await lines()
  assert.equal(saved[0]?.text, 'You are a dynamic team player.')
  assert.equal(saved[0]?.origin.from, 'framework', 'it keeps where it comes from')
  assert.deepEqual(
    saved.slice(-2).map(({ text, origin }) => [text, origin.from]),
    [
      ['Open the post.', 'own'],
      ['Close the day’s list.', 'own'],
    ],
  )
  await editor.save(id, {}, `down:doing:${first}`)
  assert.deepEqual(
    (await lines()).slice(0, 2).map((one) => one.id),
    [second, first],
  )
  await editor.save(id, {}, `remove:doing:${second}`)
  assert.equal((await lines())[0]?.id, first)
  const emptied = ((await editor.fieldsOf(id))['line.doing'] ?? []).with(0, '')
  await editor.save(id, { 'line.doing': emptied })
  assert.ok((await lines()).every((one) => one.id !== first))
})

test('a statement that is offered is taken with where it comes from; one that nobody offers cannot be claimed', async () => {
  const { id } = await editor.draftOf()
  const { html } = await editor.visitor.get(links.roleTextEdit(id))
  const offered = /name="take\.doing" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const fields = await editor.fieldsOf(id)
  const ids = [...(fields['id.doing'] ?? []), ctx.newId()]
  const typed = [...(fields['line.doing'] ?? []), 'Claims to be of a framework.']
  await editor.save(id, { 'take.doing': offered, 'id.doing': ids, 'line.doing': typed })
  const lines = (await editor.textOf(id)).content.sections.find(({ key }) => key === 'doing')?.lines ?? []
  assert.equal(lines.find((line) => line.id === offered)?.origin.from, 'framework')
  assert.equal(lines.find(({ text }) => text === 'Claims to be of a framework.')?.origin.from, 'own')
})

test('what cannot be saved comes back with everything that was typed', async () => {
  const { id } = await editor.draftOf()
  const long = 'x'.repeat(601)
  const answer = await editor.save(id, {
    title: '',
    'text.purpose': 'A purpose of our own.',
    'line.entry': ((await editor.fieldsOf(id))['line.entry'] ?? []).with(0, long),
    'add.doing': 'Still to be added',
  })
  assert.equal(answer.status, 422)
  for (const words of [
    'A purpose of our own.',
    long,
    'Still to be added',
    'Use at most 600 characters',
    'Give the text a title',
  ])
    assert.ok(answer.html.includes(words), words.slice(0, 40))
  assert.equal((await editor.textOf(id)).version, 1)
})

test('who saves after somebody else sees it, loses nothing, and can put theirs in its place', async () => {
  const { id } = await editor.draftOf()
  const mine = await editor.fieldsOf(id)
  await editor.save(id, { 'text.purpose': 'Theirs.' })
  const answer = await editor.visitor.post(links.roleTextEdit(id), {
    ...mine,
    'text.purpose': 'Mine.',
    do: 'save',
  })
  assert.equal(answer.status, 409)
  assert.ok(answer.html.includes('Mine.'))
  assert.ok(!answer.html.includes('Theirs.'))
  const seen = /name="seen" value="(\d+)"/.exec(answer.html)?.[1] ?? ''
  const again = await editor.visitor.post(links.roleTextEdit(id), {
    ...mine,
    seen,
    'text.purpose': 'Mine.',
    do: 'save',
  })
  assert.equal(again.status, 303)
  assert.equal((await editor.textOf(id)).content.sections.find(({ key }) => key === 'purpose')?.text, 'Mine.')
})

test('what people type is shown as text and never as markup', async () => {
  const { id } = await editor.draftOf()
  const evil = '<script>alert(1)</script> & "a dynamic" <b>'
  await editor.save(id, {
    'text.purpose': evil,
    title: evil,
    'add.doing': evil,
    'fact.facts': [evil, '', '', ''],
  })
  for (const path of [links.roleTextEdit(id), links.roleText(id)]) {
    const { html } = await editor.visitor.get(path)
    assert.ok(!html.includes('<script>alert') && !html.includes('<b>'), path)
    assert.ok(html.includes('&lt;script>alert(1)'), path)
  }
})

test('as a word-processor file it has real headings and lists; as Markdown and plain text it has all its words', async () => {
  const { id } = await editor.draftOf()
  const file = async (kind: 'docx' | 'md' | 'txt') =>
    appFor(ctx).request(`http://localhost${links.roleTextFile(id, kind)}`)
  const buffer = Buffer.from(await (await file('docx')).arrayBuffer())
  const { value } = await mammoth.convertToHtml({ buffer })
  assert.match(value, /<h1>What you will do<\/h1>/)
  assert.match(value, /<h2>Within 6 months<\/h2><ul><li>/)
  assert.ok((value.match(/<li>/g) ?? []).length >= 8)
  const markdown = await (await file('md')).text()
  assert.match(markdown, /^# Clerk \d+\n/)
  assert.match(markdown, /\n## What you will do\n\nIn this job you:\n\n- /)
  const plain = await (await file('txt')).text()
  assert.match(plain, /\nWHAT YOU WILL DO\n\nIn this job you:\n\n- /)
  assert.equal((await appFor(ctx).request(`http://localhost/role/text/${id}/file/exe`)).status, 404)
})

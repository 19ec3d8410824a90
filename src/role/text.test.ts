import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import mammoth from 'mammoth'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { newVisitor, type Visitor } from '../../test/visitor.ts'
import { insertMembership } from '../account/store.ts'
import type { Context } from '../context.ts'
import { record } from '../history/actions.ts'
import { addPerson } from '../people/actions/person.ts'
import { person } from '../people/fixtures/office.ts'
import { links } from '../routes.ts'
import { NOBODY, type Role as ViewerRole } from '../viewer.ts'
import { publishText, startText } from './actions/text.ts'
import { agreedRole, asked, spotlightOf } from './fixtures/shared-team.ts'
import { roleJobs } from './jobs.ts'
import { findText, listTextsOf } from './store/texts.ts'
import { agreeDraft, insertDraft, insertRole } from './store/write.ts'
import { replaceRequirements } from './store.ts'
import type { TextKind } from './text.ts'

let database: TestDatabase
let ctx: Context
let editor: Visitor
let number = 0

before(async () => {
  database = await openTestDatabase({ library: true })
  ctx = database.ctx
  editor = newVisitor(appFor(ctx))
})
after(() => database.close())

/** A role of its own for each test, with a draft of a text about it. */
async function draftOf(kind: TextKind = 'description'): Promise<{ roleId: string; id: string }> {
  const spotlight = await spotlightOf(ctx)
  const asks = ['a2 3/2 must', 'b2 3/2', 'c3 2/-', 'c1 2/2'].map((line) => asked(spotlight, line, ctx.newId))
  number += 1
  const roleId = await agreedRole(ctx, { title: `Clerk ${number}`, asks })
  return { roleId, id: await startText(ctx, roleId, kind) }
}

const textOf = async (id: string) => {
  const text = await ctx.read((db) => findText(db, id))
  assert.ok(text)
  return text
}

/** The fields of the editor as its page sends them, read from the page itself. */
async function fieldsOf(id: string): Promise<Record<string, string[]>> {
  const { html } = await editor.get(links.roleTextEdit(id))
  const [, form = ''] = /<form id="editor"([\s\S]*?)<\/form>/.exec(html) ?? []
  const fields: Record<string, string[]> = {}
  const put = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), unescaped(value)]
  }
  for (const [, tag, attributes = '', inner = ''] of form.matchAll(
    /<(input|textarea)\b([^>]*?)\/?>(?:([^<]*)<\/textarea>)?/g,
  )) {
    const name = /\bname="([^"]*)"/.exec(attributes)?.[1]
    if (name === undefined || /type="checkbox"/.test(attributes)) continue
    put(name, tag === 'textarea' ? inner : (/\bvalue="([^"]*)"/.exec(attributes)?.[1] ?? ''))
  }
  return fields
}

const unescaped = (html: string) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

const save = async (id: string, fields: Record<string, string | string[]>, what = 'save') =>
  editor.post(links.roleTextEdit(id), { ...(await fieldsOf(id)), ...fields, do: what })

test('a draft begins with statements at the levels of the profile, said to the reader, and each keeps where it comes from', async () => {
  const { id } = await draftOf()
  const { content } = await textOf(id)
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
  const { id } = await draftOf('advert')
  const { content } = await textOf(id)
  const lines = (key: string) => content.sections.find((one) => one.key === key)?.lines ?? []
  const competencies = (key: string) =>
    lines(key).map(({ origin }) => (origin.from === 'framework' ? origin.competency.slice(0, 2) : ''))
  assert.ok(!competencies('entry').includes('C3'), 'C3 is all learned in the job')
  assert.ok(competencies('learning').includes('C3'))
  assert.ok(!competencies('learning').includes('C1'), 'all of C1 is brought')
})

test('what is typed is saved: lines change, move, go and come, and the marks stand beside them', async () => {
  const { id } = await draftOf()
  const fields = await fieldsOf(id)
  const [first = '', second = ''] = fields['id.doing'] ?? []
  const typed = (fields['line.doing'] ?? []).with(0, 'You are a dynamic team player.')
  const answer = await save(id, {
    'line.doing': typed,
    'add.doing': 'Open the post.\n- Close the day’s list.',
  })
  assert.equal(answer.status, 303)
  const { html } = await editor.get(links.roleTextEdit(id))
  assert.match(html, /<mark data-kind="unclear"[^>]*>dynamic<\/mark>/)
  assert.match(html, /<mark data-kind="trait"[^>]*>team player<\/mark>/)
  const lines = async () =>
    (await textOf(id)).content.sections.find(({ key }) => key === 'doing')?.lines ?? []
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
  await save(id, {}, `down:doing:${first}`)
  assert.deepEqual(
    (await lines()).slice(0, 2).map((one) => one.id),
    [second, first],
  )
  await save(id, {}, `remove:doing:${second}`)
  assert.equal((await lines())[0]?.id, first)
  const emptied = ((await fieldsOf(id))['line.doing'] ?? []).with(0, '')
  await save(id, { 'line.doing': emptied })
  assert.ok((await lines()).every((one) => one.id !== first))
})

test('a statement that is offered is taken with where it comes from; one that nobody offers cannot be claimed', async () => {
  const { id } = await draftOf()
  const { html } = await editor.get(links.roleTextEdit(id))
  const offered = /name="take\.doing" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const fields = await fieldsOf(id)
  const ids = [...(fields['id.doing'] ?? []), ctx.newId()]
  const typed = [...(fields['line.doing'] ?? []), 'Claims to be of a framework.']
  await save(id, { 'take.doing': offered, 'id.doing': ids, 'line.doing': typed })
  const lines = (await textOf(id)).content.sections.find(({ key }) => key === 'doing')?.lines ?? []
  assert.equal(lines.find((line) => line.id === offered)?.origin.from, 'framework')
  assert.equal(lines.find(({ text }) => text === 'Claims to be of a framework.')?.origin.from, 'own')
})

test('what cannot be saved comes back with everything that was typed', async () => {
  const { id } = await draftOf()
  const long = 'x'.repeat(601)
  const answer = await save(id, {
    title: '',
    'text.purpose': 'A purpose of our own.',
    'line.entry': ((await fieldsOf(id))['line.entry'] ?? []).with(0, long),
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
  assert.equal((await textOf(id)).version, 1)
})

test('who saves after somebody else sees it, loses nothing, and can put theirs in its place', async () => {
  const { id } = await draftOf()
  const mine = await fieldsOf(id)
  await save(id, { 'text.purpose': 'Theirs.' })
  const answer = await editor.post(links.roleTextEdit(id), { ...mine, 'text.purpose': 'Mine.', do: 'save' })
  assert.equal(answer.status, 409)
  assert.ok(answer.html.includes('Mine.'))
  assert.ok(!answer.html.includes('Theirs.'))
  const seen = /name="seen" value="(\d+)"/.exec(answer.html)?.[1] ?? ''
  const again = await editor.post(links.roleTextEdit(id), {
    ...mine,
    seen,
    'text.purpose': 'Mine.',
    do: 'save',
  })
  assert.equal(again.status, 303)
  assert.equal((await textOf(id)).content.sections.find(({ key }) => key === 'purpose')?.text, 'Mine.')
})

test('what people type is shown as text and never as markup', async () => {
  const { id } = await draftOf()
  const evil = '<script>alert(1)</script> & "a dynamic" <b>'
  await save(id, { 'text.purpose': evil, title: evil, 'add.doing': evil, 'fact.facts': [evil, '', '', ''] })
  for (const path of [links.roleTextEdit(id), links.roleText(id)]) {
    const { html } = await editor.get(path)
    assert.ok(!html.includes('<script>alert') && !html.includes('<b>'), path)
    assert.ok(html.includes('&lt;script>alert(1)'), path)
  }
})

test('as a word-processor file it has real headings and lists; as Markdown and plain text it has all its words', async () => {
  const { id } = await draftOf()
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

test('published, it never changes; a newer profile is told of, and a new version brings what it asks for', async () => {
  const { id, roleId } = await draftOf()
  assert.equal((await save(id, { 'add.doing': 'A line of ours.' }, 'publish')).location, links.roleText(id))
  const published = await textOf(id)
  assert.ok(published.publishedAt)
  assert.equal((await editor.get(links.roleTextEdit(id))).status, 303)
  assert.equal(
    (await editor.post(links.roleTextEdit(id), { title: 'Other', seen: '9', do: 'save' })).status,
    409,
  )
  const profileId = ctx.newId()
  await ctx.write(async (tx) => {
    await insertDraft(tx, { id: profileId, roleId, number: 2, note: null, madeAt: ctx.now() })
    await replaceRequirements(tx, profileId, [asked(await spotlightOf(ctx), 'b3 3/3 must', ctx.newId)])
    await agreeDraft(tx, profileId, { by: null, at: ctx.now(), note: null })
    await record(ctx, tx, { act: 'role profile: agreed', on: { kind: 'role', id: roleId } })
  })
  assert.match(
    (await editor.get(links.roleText(id))).html,
    /made from version 1 of the profile; version 2 is agreed/,
  )
  const next = await textOf(await startText(ctx, roleId, 'description'))
  assert.equal(next.number, 2)
  assert.equal(next.profileId, profileId)
  const lines = next.content.sections.flatMap((section) => section.lines)
  assert.ok(
    lines.some(({ text }) => text === 'A line of ours.'),
    'what was written stays',
  )
  assert.ok(lines.some(({ origin }) => origin.from === 'framework' && origin.competency.startsWith('B3')))
  assert.deepEqual((await textOf(id)).content, published.content)
})

const as = (...roles: ViewerRole[]) =>
  newVisitor(
    appFor(
      ctx.as({
        ...NOBODY,
        organization: ctx.viewer.organization,
        roles: new Set(roles),
        person: { id: NOBODY.organization.id, name: 'N' },
      }),
    ),
  )

test('drafts, and what was taken down, are for those who may edit the role; what is published is for everybody here', async () => {
  const { id, roleId } = await draftOf()
  const member = as('member')
  const manager = as('member', 'manager')
  assert.equal((await member.get(links.roleText(id))).status, 404)
  assert.equal((await manager.get(links.roleText(id))).status, 404, 'a manager of other people')
  assert.equal((await manager.get(links.roleTextEdit(id))).status, 404)
  assert.equal((await as('member', 'hr').get(links.roleText(id))).status, 200)
  await publishText(ctx, id, 1)
  const { status, html } = await member.get(links.roleText(id))
  assert.equal(status, 200)
  assert.ok(!html.includes('Take it down') && !html.includes('Looking at it again'))
  assert.equal((await manager.post(links.roleTextWithdrawal(id), {})).status, 403)
  assert.equal((await editor.post(links.roleTextWithdrawal(id), {})).status, 303)
  assert.equal((await member.get(links.roleText(id))).status, 404)
  assert.ok(!(await member.get(links.roleTextsOf(roleId))).html.includes(id))
  await editor.post(links.roleTextWithdrawal(id), { do: 'show' })
  assert.equal((await member.get(links.roleText(id))).status, 200)
})

test('a role without an agreed profile has no description yet, and the page says what to do', async () => {
  const roleId = ctx.newId()
  await ctx.write(async (tx) => {
    await insertRole(tx, {
      id: roleId,
      title: 'Bare',
      purpose: null,
      teamId: null,
      madeAt: ctx.now(),
      madeBy: null,
    })
    await record(ctx, tx, { act: 'role: made', on: { kind: 'role', id: roleId } })
  })
  const { status, html } = await editor.post(links.roleTextsOf(roleId), { kind: 'description' })
  assert.equal(status, 409)
  assert.match(html, /No profile of “Bare” is agreed yet/)
})

test('after six months a new job’s text is due; whoever keeps it is told once, and keeping it moves the day', async () => {
  const { id } = await draftOf()
  await publishText(ctx, id, 1)
  const { reviewOn } = await textOf(id)
  assert.ok(reviewOn)
  const later = { ...ctx, now: () => new Date(`${reviewOn}T09:00:00Z`) }
  const personId = await addPerson(ctx, person('Ada Byrne', { email: 'ada@ours.example' }))
  const member = { id: ctx.newId(), accountId: ctx.newId(), personId, roles: ['hr' as const] }
  await ctx.keep((tx) => insertMembership(tx, member, ctx.now()))
  const mails = () =>
    ctx.read((db) =>
      db
        .selectFrom('mail')
        .selectAll()
        .where('organization_id', '=', db.organizationId)
        .where('recipient', '=', 'ada@ours.example')
        .execute(),
    )
  await roleJobs['role.reviews'](later)
  await roleJobs['role.reviews'](later)
  assert.equal((await mails()).length, 1)
  const visitor = newVisitor(appFor(later))
  assert.match((await visitor.get(links.roleText(id))).html, /Due to be looked at since/)
  assert.match((await visitor.get(links.home())).html, /Texts about jobs to look at again/)
  const past = await visitor.post(links.roleTextReview(id), { reviewOn: '2020-01-01', do: 'keep' })
  assert.equal(past.status, 422)
  assert.match(past.html, /Give a day to come/)
  assert.equal(
    (await visitor.post(links.roleTextReview(id), { reviewOn: '2040-05-01', do: 'keep' })).status,
    303,
  )
  const kept = await textOf(id)
  assert.equal(kept.reviewOn, '2040-05-01')
  assert.ok(kept.reviewedAt)
})

test('a draft that is thrown away is gone, and the published version stays', async () => {
  const { id, roleId } = await draftOf()
  await publishText(ctx, id, 1)
  const draft = await startText(ctx, roleId, 'description')
  assert.equal(await startText(ctx, roleId, 'description'), draft, 'there is one draft of each')
  await editor.post(links.roleTextRemoval(draft), {})
  const left = await ctx.read((db) => listTextsOf(db, roleId))
  assert.deepEqual(
    left.map((one) => one.id),
    [id],
  )
})

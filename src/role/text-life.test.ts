import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { newVisitor } from '../../test/visitor.ts'
import { insertMembership } from '../account/store.ts'
import type { Context } from '../context.ts'
import { record } from '../history/actions.ts'
import { addPerson } from '../people/actions/person.ts'
import { person } from '../people/fixtures/office.ts'
import { links } from '../routes.ts'
import { NOBODY, type Role as ViewerRole } from '../viewer.ts'
import { publishText, startText } from './actions/text.ts'
import { asked, spotlightOf } from './fixtures/shared-team.ts'
import { openTestEditor, type TestEditor } from './fixtures/text-editor.ts'
import { roleJobs } from './jobs.ts'
import { listTextsOf } from './store/texts.ts'
import { agreeDraft, insertDraft, insertRole } from './store/write.ts'
import { replaceRequirements } from './store.ts'

let database: TestDatabase
let ctx: Context
let editor: TestEditor

before(async () => {
  database = await openTestDatabase({ library: true })
  ctx = database.ctx
  editor = openTestEditor(ctx)
})
after(() => database.close())

test('published, it never changes; a newer profile is told of, and a new version brings what it asks for', async () => {
  const { id, roleId } = await editor.draftOf()
  assert.equal(
    (await editor.save(id, { 'add.doing': 'A line of ours.' }, 'publish')).location,
    links.roleText(id),
  )
  const published = await editor.textOf(id)
  assert.ok(published.publishedAt)
  assert.equal((await editor.visitor.get(links.roleTextEdit(id))).status, 303)
  assert.equal(
    (await editor.visitor.post(links.roleTextEdit(id), { title: 'Other', seen: '9', do: 'save' })).status,
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
    (await editor.visitor.get(links.roleText(id))).html,
    /made from version 1 of the profile; version 2 is agreed/,
  )
  const next = await editor.textOf(await startText(ctx, roleId, 'description'))
  assert.equal(next.number, 2)
  assert.equal(next.profileId, profileId)
  const lines = next.content.sections.flatMap((section) => section.lines)
  assert.ok(
    lines.some(({ text }) => text === 'A line of ours.'),
    'what was written stays',
  )
  assert.ok(lines.some(({ origin }) => origin.from === 'framework' && origin.competency.startsWith('B3')))
  assert.deepEqual((await editor.textOf(id)).content, published.content)
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
  const { id, roleId } = await editor.draftOf()
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
  assert.equal((await editor.visitor.post(links.roleTextWithdrawal(id), {})).status, 303)
  assert.equal((await member.get(links.roleText(id))).status, 404)
  assert.ok(!(await member.get(links.roleTextsOf(roleId))).html.includes(id))
  await editor.visitor.post(links.roleTextWithdrawal(id), { do: 'show' })
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
  const { status, html } = await editor.visitor.post(links.roleTextsOf(roleId), { kind: 'description' })
  assert.equal(status, 409)
  assert.match(html, /No profile of “Bare” is agreed yet/)
})

test('after six months a new job’s text is due; whoever keeps it is told once, and keeping it moves the day', async () => {
  const { id } = await editor.draftOf()
  await publishText(ctx, id, 1)
  const { reviewOn } = await editor.textOf(id)
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
  const kept = await editor.textOf(id)
  assert.equal(kept.reviewOn, '2040-05-01')
  assert.ok(kept.reviewedAt)
})

test('a draft that is thrown away is gone, and the published version stays', async () => {
  const { id, roleId } = await editor.draftOf()
  await publishText(ctx, id, 1)
  const draft = await startText(ctx, roleId, 'description')
  assert.equal(await startText(ctx, roleId, 'description'), draft, 'there is one draft of each')
  await editor.visitor.post(links.roleTextRemoval(draft), {})
  const left = await ctx.read((db) => listTextsOf(db, roleId))
  assert.deepEqual(
    left.map((one) => one.id),
    [id],
  )
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { appFor, appOf } from '../../test/app.ts'
import { OURS, openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { newVisitor } from '../../test/visitor.ts'
import { Conflict, Forbidden, Invalid } from '../errors.ts'
import { EXAMPLE, ensureOrganization } from '../organization.ts'
import { insertPeople } from '../people/store/write.ts'
import { insider, NOBODY, type Viewer } from '../viewer.ts'
import { acceptWithNewAccount } from './actions/acceptance.ts'
import { invite, withdrawInvitation } from './actions/invitations.ts'
import { removeMember, setRoles } from './actions/members.ts'
import { InvitationInput } from './model.ts'
import { listInvitations } from './store/invitations.ts'
import { listMails } from './store/mails.ts'
import { findMemberByPerson, listMembers } from './store.ts'

const PASSWORD = 'tin moth kettle'
const SOMEWHERE = { headers: new Headers(), address: '192.0.2.1' }

let database: TestDatabase
let app: ReturnType<typeof appOf>

before(async () => {
  database = await openTestDatabase()
  app = appOf(database.world)
})
after(() => database.close())

const inputOf = (email: string, more: object = {}) =>
  InvitationInput.parse({ email, name: 'Somebody New', ...more })

/** The part of a link after the host. */
const pathOf = (link: string) => link.replace('http://localhost', '')

async function mailedLink(to: string): Promise<string> {
  const mails = await database.ctx.read((db) => listMails(db, { most: 100, skip: 0 }))
  const mail = mails.find(({ recipient, subject }) => recipient === to && subject.includes('invites'))
  return pathOf(/http:\/\/localhost\S+/.exec(mail?.body ?? '')?.[0] ?? '')
}

const textOf = (link: string) => pathOf(link).split('/')[2]?.split('?')[0] ?? ''
const accepting = (link: string) => ({
  name: 'Somebody New',
  password: PASSWORD,
  text: textOf(link),
  proof: '',
})

test('from the invitation to the first page: the link says who invites to what, a password is chosen, and one is in', async () => {
  const { link } = await invite(
    database.ctx,
    inputOf('nora@ours.example', { name: 'Nora Amin', roles: ['steward'] }),
  )
  const nora = newVisitor(app)
  const opened = await nora.get(pathOf(link))
  assert.match(opened.html, /An invitation for Nora Amin/)
  assert.match(opened.html, /Our organisation/)
  assert.match(opened.html, /Steward<\/strong>: brings documents in/)
  const weak = await nora.post(pathOf(link), { with: 'new', name: 'Nora Amin', password: 'password1234' })
  assert.equal(weak.status, 422)
  assert.match(weak.html, /among the passwords that are tried first/)
  assert.match(weak.html, /value="Nora Amin"/)
  const accepted = await nora.post(pathOf(link), { with: 'new', name: 'Nora Amin', password: PASSWORD })
  assert.deepEqual([accepted.status, accepted.location], [303, '/'])
  assert.match((await nora.get('/account')).html, /nora@ours\.example, in Our organisation as Steward/)
  const again = await newVisitor(app).get(pathOf(link))
  assert.match(again.html, /has been accepted: it is good once/)
})

test('the link of the mail confirms the address; the one that was passed on does not', async () => {
  const { accounts } = await database.world.identity()
  const passedOn = await invite(database.ctx, inputOf('passed@ours.example'))
  await newVisitor(app).post(pathOf(passedOn.link), { with: 'new', name: 'P P', password: PASSWORD })
  assert.equal((await accounts.findByEmail('passed@ours.example'))?.isConfirmed, false)
  await invite(database.ctx, inputOf('mailed@ours.example'))
  const link = await mailedLink('mailed@ours.example')
  await newVisitor(app).post(link, { with: 'new', name: 'M M', password: PASSWORD })
  assert.equal((await accounts.findByEmail('mailed@ours.example'))?.isConfirmed, true)
})

test('an invitation to somebody among the people makes nobody new, and a second one ends the first', async () => {
  const id = database.ctx.newId()
  const days = { number: null, startsOn: null, endsOn: null, leaveFrom: null, leaveUntil: null }
  await database.ctx.keep((tx) =>
    insertPeople(tx, [{ id, name: 'Bo Li', email: 'bo@ours.example', ...days }]),
  )
  const first = await invite(database.ctx, inputOf('BO@ours.example', { name: '' }))
  const second = await invite(database.ctx, inputOf('bo.private@ours.example', { personId: id }))
  assert.deepEqual([first.personId, second.personId], [id, id])
  const nobody = database.ctx.as(NOBODY)
  await assert.rejects(acceptWithNewAccount(nobody, accepting(first.link), SOMEWHERE), /was withdrawn/)
  await acceptWithNewAccount(nobody, accepting(second.link), SOMEWHERE)
  await assert.rejects(invite(database.ctx, inputOf('bo@ours.example')), /Bo Li can sign in already/)
})

test('of two who accept the same link at once, one is let in', async () => {
  const { link } = await invite(database.ctx, inputOf('twins@ours.example'))
  const nobody = database.ctx.as(NOBODY)
  const both = await Promise.allSettled([
    acceptWithNewAccount(nobody, accepting(link), SOMEWHERE),
    acceptWithNewAccount(nobody, accepting(link), SOMEWHERE),
  ])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('a withdrawn or expired invitation opens nothing, and says why', async () => {
  const { id, link } = await invite(database.ctx, inputOf('late@ours.example'))
  const later = { ...database.ctx.as(NOBODY), now: () => new Date(Date.now() + 8 * 86_400_000) }
  assert.match((await newVisitor(appFor(later)).get(pathOf(link))).html, /This invitation has expired/)
  await withdrawInvitation(database.ctx, id)
  await assert.rejects(withdrawInvitation(database.ctx, id), Conflict)
  assert.match((await newVisitor(app).get(pathOf(link))).html, /was withdrawn/)
  const all = await database.ctx.read((db) => listInvitations(db, 100))
  assert.ok(all.find((one) => one.id === id)?.withdrawnAt)
})

test('a link that is cut off or made up opens no invitation', async () => {
  const { link } = await invite(database.ctx, inputOf('cut@ours.example'))
  for (const path of [pathOf(link).slice(0, -3), '/invitation/x', `/invitation/${'A'.repeat(64)}`])
    assert.equal((await newVisitor(app).get(path)).status, 404)
})

test('somebody with an account elsewhere accepts by signing in, and then goes to and fro between the two', async () => {
  const { link } = await invite(database.ctx, inputOf('nora@ours.example', { name: 'Nora in two' })).catch(
    () => Promise.resolve({ link: '' }),
  )
  assert.equal(link, '', 'Nora is a member here already')
  const other = database.otherOrganization()
  const second = await invite(other, inputOf('nora@ours.example', { name: 'Nora Amin' }))
  const nora = newVisitor(app)
  assert.match((await nora.get(pathOf(second.link))).html, /has an account on this Sightline already/)
  await nora.post('/sign-in', { email: 'nora@ours.example', password: PASSWORD, next: pathOf(second.link) })
  await nora.post(pathOf(second.link), { with: 'own' })
  assert.match((await nora.get('/account')).html, /in Other organisation 1/)
  await nora.post('/account/organization', { organization: OURS.id })
  assert.match((await nora.get('/account')).html, /in Our organisation as Steward/)
  const elsewhere = await nora.post('/account/organization', { organization: NOBODY.organization.id })
  assert.equal(elsewhere.status, 404)
})

const viewerWith = (...roles: Viewer['roles'] extends ReadonlySet<infer R> ? R[] : never): Viewer => ({
  ...NOBODY,
  organization: OURS,
  roles: new Set(roles),
  person: { id: NOBODY.organization.id, name: 'N' },
})

test('only an owner gives roles with an invitation; the example organisation invites nobody', async () => {
  const hr = database.ctx.as(viewerWith('member', 'hr'))
  await assert.rejects(invite(hr, inputOf('role@ours.example', { roles: ['owner'] })), Forbidden)
  await ensureOrganization(database.world.database, EXAMPLE)
  const example = database.ctx.as(insider(EXAMPLE))
  await assert.rejects(invite(example, inputOf('anyone@anywhere.example')), Forbidden)
})

test('a wrong address, an unknown role and a missing name are told at their fields', async () => {
  const owner = newVisitor(appFor(database.ctx))
  const wrong = await owner.post('/account/invitation', {
    email: 'x',
    name: 'Kept Name',
    roles: ['owner', 'king'],
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /href="#field-email">Give an e-mail address/)
  assert.match(wrong.html, /There is no such role/)
  assert.match(wrong.html, /value="Kept Name"/)
  await assert.rejects(
    invite(database.ctx, inputOf('unknown@ours.example', { name: ' ' })),
    (error) => error instanceof Invalid && /Give their name/.test(error.fields.name ?? ''),
  )
})

test('the last owner cannot lose the role nor be removed, also when two owners go at once', async () => {
  const owners = await Promise.all(
    ['one', 'two'].map(async (name) => {
      const { link, personId } = await invite(
        database.ctx,
        inputOf(`${name}@owners.example`, { name: `Owner ${name}`, roles: ['owner'] }),
      )
      await acceptWithNewAccount(database.ctx.as(NOBODY), accepting(link), SOMEWHERE)
      const member = await database.ctx.read((db) => findMemberByPerson(db, personId))
      return member?.id ?? ''
    }),
  )
  const both = await Promise.allSettled(owners.map((id) => setRoles(database.ctx, id, [])))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const members = await database.ctx.read(listMembers)
  const last = members.find(({ roles }) => roles.includes('owner'))
  await assert.rejects(removeMember(database.ctx, last?.id ?? ''), /is the only owner/)
})

test('roles hold from the next request on, and somebody removed is out at once', async () => {
  const { link, personId } = await invite(database.ctx, inputOf('soon@ours.example', { name: 'Soon Gone' }))
  const visitor = newVisitor(app)
  await visitor.post(pathOf(link), { with: 'new', name: 'Soon Gone', password: PASSWORD })
  assert.equal((await visitor.get('/account/member')).status, 404)
  const id = (await database.ctx.read((db) => findMemberByPerson(db, personId)))?.id ?? ''
  await setRoles(database.ctx, id, ['owner', 'hr'])
  const page = await visitor.get(`/account/member/${id}`)
  assert.match(page.html, /Soon Gone/)
  await visitor.post(`/account/member/${id}/roles`, { roles: ['hr'] })
  assert.equal((await visitor.get('/account/member')).status, 404)
  await removeMember(database.ctx, id)
  assert.equal((await visitor.get('/account')).location, '/sign-in?next=%2Faccount')
  const { accounts } = await database.world.identity()
  assert.equal(await accounts.findByEmail('soon@ours.example'), undefined)
})

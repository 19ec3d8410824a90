import assert from 'node:assert/strict'
import { createServer, type Server, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { newVisitor } from '../../test/visitor.ts'
import { Invalid, Unavailable } from '../errors.ts'
import type { MailTransport } from '../mail/transport.ts'
import { openMail } from '../mail/transport.ts'
import { EXAMPLE, ensureOrganization } from '../organization.ts'
import { insider } from '../viewer.ts'
import { queueMail } from './actions/mail.ts'
import { accountJobs } from './jobs.ts'
import { MOST_TRIES } from './mail.ts'
import { countMails, findMail, listMails } from './store/mails.ts'

let database: TestDatabase

before(async () => {
  database = await openTestDatabase()
})
after(() => database.close())

/** Puts a mail on its way; gives its id. */
async function queued(to: string): Promise<string> {
  await database.ctx.keep((tx) =>
    queueMail(database.ctx, tx, { to, subject: 'A link', text: 'Open http://link' }),
  )
  const { data } = database.jobs.at(-1) ?? { data: {} }
  return (data as { mailId: string }).mailId
}

const sendVia = (transport: MailTransport, mailId: string) =>
  accountJobs(transport)['account.mail'](database.ctx, { mailId })
const mailOf = (id: string) => database.ctx.read((db) => findMail(db, id))

/** A mail server that speaks as much SMTP (RFC 5321) as a client needs; `refuses`: its answer to a recipient. */
async function openMailServer(refuses?: string): Promise<{ server: Server; url: string; letters: string[] }> {
  const letters: string[] = []
  const server = createServer((socket) => talk(socket, letters, refuses))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return { server, letters, url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` }
}

function talk(socket: Socket, letters: string[], refuses?: string): void {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let letter: string | null = null
  say('220 here')
  socket.on('error', () => {})
  socket.on('data', (bytes) => {
    const text = bytes.toString()
    if (letter !== null) {
      letter += text
      if (!letter.endsWith('\r\n.\r\n')) return
      letters.push(letter)
      letter = null
      say('250 taken')
    } else if (/^RCPT/i.test(text) && refuses) say(refuses)
    else if (/^DATA/i.test(text)) {
      letter = ''
      say('354 go on')
    } else if (/^QUIT/i.test(text)) socket.end('221 bye\r\n')
    else say('250 fine')
  })
}

const from = 'Sightline <no-reply@ours.example>'

test('a mail goes out through the mail server as it was written, and its words are not kept', async () => {
  const { server, letters, url } = await openMailServer()
  const id = await queued('ada@ours.example')
  await sendVia(openMail({ smtp: url, from, log: () => {} }), id)
  assert.match(letters[0] ?? '', /^From: Sightline <no-reply@ours\.example>/m)
  assert.match(letters[0] ?? '', /^To: ada@ours\.example/m)
  assert.match(letters[0] ?? '', /^Auto-Submitted: auto-generated/im)
  assert.match(letters[0] ?? '', /Open http:\/\/link/)
  const { state, body, tries } = (await mailOf(id)) ?? {}
  assert.deepEqual({ state, body, tries }, { state: 'sent', body: null, tries: 1 })
  // A job that comes twice sends once.
  await sendVia(openMail({ smtp: url, from, log: () => {} }), id)
  assert.equal(letters.length, 1)
  server.close()
})

test('while the mail server is down the job asks for another try, and the owner sees why', async () => {
  const id = await queued('bo@ours.example')
  const down = openMail({ smtp: 'smtp://127.0.0.1:1', from, log: () => {} })
  await assert.rejects(sendVia(down, id), Unavailable)
  const { state, tries, reason } = (await mailOf(id)) ?? {}
  assert.deepEqual({ state, tries }, { state: 'queued', tries: 1 })
  assert.match(reason ?? '', /does not answer/)
  const { html } = await newVisitor(appFor(database.ctx)).get('/account/mail')
  assert.match(html, /on its way, 1 try so far/)
  assert.match(html, /does not answer/)
})

test('after the last try it counts as not sent, and the owner sends it again', async () => {
  const id = await queued('cy@ours.example')
  const broken: MailTransport = {
    send: () => Promise.reject(new Unavailable('The mail server is on strike.')),
  }
  for (let i = 1; i < MOST_TRIES; i++) await assert.rejects(sendVia(broken, id), Unavailable)
  await sendVia(broken, id)
  assert.equal((await mailOf(id))?.state, 'failed')
  const owner = newVisitor(appFor(database.ctx))
  assert.match((await owner.get('/account/mail')).html, /One mail could not be sent/)
  await owner.post('/account/mail/another-try', {})
  const { state, tries } = (await mailOf(id)) ?? {}
  assert.deepEqual({ state, tries }, { state: 'queued', tries: 0 })
  assert.deepEqual(database.jobs.at(-1), {
    job: 'account.mail',
    data: { organizationId: database.ctx.organizationId, mailId: id },
  })
})

test('an address that the mail server refuses for good is not tried again; one that it puts off is', async () => {
  const refusing = await openMailServer('550 no such user')
  const id = await queued('nobody@ours.example')
  await sendVia(openMail({ smtp: refusing.url, from, log: () => {} }), id)
  const { state, reason } = (await mailOf(id)) ?? {}
  assert.equal(state, 'failed')
  assert.match(reason ?? '', /refuses this mail for good: .*no such user/)
  refusing.server.close()
  const busy = await openMailServer('450 come back later')
  const later = await queued('later@ours.example')
  await assert.rejects(sendVia(openMail({ smtp: busy.url, from, log: () => {} }), later), Unavailable)
  assert.equal((await mailOf(later))?.state, 'queued')
  busy.server.close()
})

test('without a mail server a mail waits for an owner, whose reading of it is recorded; the log has no word of it', async () => {
  const log: string[] = []
  const id = await queued('di@ours.example')
  await sendVia(openMail({ smtp: null, from, log: (line) => log.push(line) }), id)
  assert.match(log.join(), /waits under Mail/)
  assert.doesNotMatch(log.join(), /http:\/\/link/)
  const owner = newVisitor(appFor(database.ctx))
  const list = await owner.get('/account/mail')
  assert.match(list.html, /One mail waits to be passed on/)
  assert.doesNotMatch(list.html, /http:\/\/link/)
  const read = await owner.post(`/account/mail/${id}/reading`, {})
  assert.match(read.html, /Open http:\/\/link/)
  assert.equal(read.headers.get('cache-control'), 'no-store')
  const acts = await database.ctx.read((db) =>
    db.selectFrom('history_event').select('act').where('organization_id', '=', db.organizationId).execute(),
  )
  assert.ok(acts.some(({ act }) => act === 'mail: read'))
})

test('from the example organisation no mail leaves', async () => {
  await ensureOrganization(database.world.database, EXAMPLE)
  const example = database.ctx.as(insider(EXAMPLE))
  const jobs = database.jobs.length
  await example.keep((tx) => queueMail(example, tx, { to: 'a@b.example', subject: 'S', text: 'T' }))
  assert.equal(database.jobs.length, jobs)
  assert.deepEqual((await example.read(countMails)).kept, 1)
})

test('an address cannot smuggle in another recipient or header', async () => {
  const { server, letters, url } = await openMailServer()
  const mail = {
    to: 'eve@ours.example\r\nBcc: spy@evil.example',
    subject: 'S\r\nBcc: spy@evil.example',
    text: 'T',
  }
  await openMail({ smtp: url, from, log: () => {} })
    .send(mail)
    .catch((error: Error) => assert.ok(error instanceof Invalid || error instanceof Unavailable))
  assert.doesNotMatch(letters.join(), /^Bcc:/im)
  server.close()
})

test('mails are listed newest first, a page at a time', async () => {
  const mails = await database.ctx.read((db) => listMails(db, { most: 2, skip: 1 }))
  assert.equal(mails.length, 2)
  assert.ok((mails[0]?.madeAt ?? 0) >= (mails[1]?.madeAt ?? 0))
})

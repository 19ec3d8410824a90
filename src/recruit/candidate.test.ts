import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type Context, createContext } from '#context.ts'
import { Conflict } from '#errors.ts'
import { EXAMPLE, ensureOrganization } from '#organization.ts'
import { insider, NOBODY, type Role } from '#viewer.ts'
import { loadDemo } from '../../demo/load.ts'
import { demoId } from '../../demo/rows.ts'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { libraryFiles } from '../serve.ts'
import { addCandidate, moveCandidate, switchLink } from './actions/candidate.ts'
import { eraseExpired } from './actions/candidate-erasure.ts'
import { sealedContent } from './card.ts'
import { verifyChain } from './chain.ts'
import { aboutRecruit, eraseRecruit } from './store/about.ts'
import { closeCard, holdCard, listCandidates, listCardsOf, putEntry } from './store/cards.ts'
import { appendLink, listLinks } from './store/chain.ts'
import { listQuestions } from './store/questions.ts'
import { listPanel } from './store/vacancies.ts'

let database: TestDatabase
let ours: Context
const VACANCY = demoId('vacancy', 'team-leader')

before(async () => {
  database = await openTestDatabase()
  await ensureOrganization(database.world.database, EXAMPLE)
  ours = createContext(database.world, insider(EXAMPLE))
  await loadDemo(ours, libraryFiles())
})
after(() => database.close())

function as(key: string, ...roles: Role[]): Context {
  const person = { id: demoId('person', key), name: key }
  return ours.as({ ...NOBODY, organization: EXAMPLE, person, roles: new Set(['member', ...roles]) })
}

const stranger = () => appFor(createContext(database.world, NOBODY))

function send(app: ReturnType<typeof appFor>, path: string, form: Record<string, string>) {
  const headers = { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' }
  return app.request(`http://localhost${path}`, { method: 'POST', headers, body: new URLSearchParams(form) })
}

async function linkOf(): Promise<string> {
  await switchLink(as('owen', 'recruiter'), VACANCY, true)
  const row = await ours.read((db) =>
    db
      .selectFrom('vacancy')
      .select('link')
      .where('organization_id', '=', db.organizationId)
      .where('id', '=', VACANCY)
      .executeTakeFirstOrThrow(),
  )
  return row.link ?? ''
}

/** Applies and gives the way to the own page. */
async function applied(name: string): Promise<string> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@post.example`
  const form = { name, email, letter: 'I like to explain things.', accommodation: 'A room without steps.' }
  const answer = await send(stranger(), `/apply/${await linkOf()}`, form)
  assert.equal(answer.status, 303, await answer.text())
  return (answer.headers.get('location') ?? '').replace(/\?.*/, '')
}

const candidateNamed = async (name: string) =>
  (await ours.read((db) => listCandidates(db, VACANCY))).find((one) => one.name === name)

test('somebody without an account applies by link, gets a mail with their own page, and looks after it there', async () => {
  const own = await applied('Petra Vance')
  const shown = await stranger().request(`http://localhost${own}`)
  const html = await shown.text()
  assert.match(html, /Your application has arrived\. It is read/)
  assert.match(html, /A room without steps\./)
  assert.match(html, /How long it is kept/)
  assert.equal(shown.headers.get('cache-control'), 'no-store')
  const mails = await ours.read((db) =>
    db
      .selectFrom('mail')
      .select(['body', 'recipient'])
      .where('organization_id', '=', db.organizationId)
      .execute(),
  )
  const mail = mails.find(({ recipient }) => recipient === 'petra.vance@post.example')
  assert.ok(mail?.body?.includes(own))
  await send(stranger(), `${own}/accommodation`, { accommodation: 'A sign interpreter.' })
  await send(stranger(), `${own}/voluntary`, { sex: 'woman', age: 'nonsense', minority: '' })
  const file = await (await stranger().request(`http://localhost${own}/data.json`)).json()
  assert.equal(file.accommodation, 'A sign interpreter.')
  assert.deepEqual(file.voluntary, { sex: 'woman' })
})

test('a form that cannot be used comes back with what was typed; the same address applies once', async () => {
  const link = await linkOf()
  const empty = await send(stranger(), `/apply/${link}`, {
    name: 'Ida',
    email: 'not one',
    letter: 'Zebra words',
  })
  assert.equal(empty.status, 422)
  const html = await empty.text()
  assert.match(html, /Zebra words/)
  assert.match(html, /Give an e-mail address such as/)
  await applied('Once Only')
  const again = await send(stranger(), `/apply/${link}`, {
    name: 'Once Only',
    email: 'ONCE.only@post.example',
  })
  assert.equal(again.status, 409)
})

test('letters, needs and voluntary answers never stand in the history, nor does the name', async () => {
  await applied('Quilla Zebrowski')
  const words = await ours.read(async (db) => {
    const { rows } = await sql`select e.act, d.* from history_event e
      left join history_detail d on d.organization_id = e.organization_id and d.event_id = e.id
      where e.organization_id = ${db.organizationId}`.execute(db)
    return JSON.stringify(rows)
  })
  assert.ok(words.includes('candidate: applied'))
  assert.doesNotMatch(words, /Quilla|Zebrowski|explain things|without steps/)
})

test('those who recruit see candidates by stage and take them further; a mail goes as it was looked over', async () => {
  const owen = as('owen', 'recruiter')
  const id = await addCandidate(owen, VACANCY, {
    ...{ name: 'Rufus Hand', email: 'rufus@post.example', letter: null, accommodation: null },
  })
  const app = appFor(owen)
  const at = `/recruit/${VACANCY}/candidate`
  assert.match(await (await app.request(`http://localhost${at}`)).text(), /Rufus Hand/)
  assert.match(
    await (await app.request(`http://localhost${at}/${id}/stage?to=invited`)).text(),
    /Mail to rufus@post/,
  )
  const sent = await send(app, `${at}/${id}/stage`, {
    to: 'invited',
    mail: 'yes',
    subject: 'Come',
    text: 'Do come.',
  })
  assert.equal(sent.status, 303)
  const page = await (await app.request(`http://localhost${at}/${id}`)).text()
  assert.match(page, /Invited/)
  await assert.rejects(
    () => moveCandidate(owen, { vacancyId: VACANCY, candidateId: id }, { stage: 'hired', mail: null }),
    Conflict,
  )
  const panel = await appFor(as('marcus')).request(`http://localhost${at}`)
  assert.equal(panel.status, 404)
})

test('a candidate who withdraws stays and is taken no further', async () => {
  const own = await applied('Wanda Gone')
  await send(stranger(), `${own}/withdrawal`, {})
  assert.match(await (await stranger().request(`http://localhost${own}`)).text(), /You withdrew on/)
  const one = await candidateNamed('Wanda Gone')
  assert.ok(one?.withdrawnAt)
  await assert.rejects(
    () =>
      moveCandidate(
        as('owen', 'recruiter'),
        { vacancyId: VACANCY, candidateId: one.id },
        { stage: 'invited', mail: null },
      ),
    Conflict,
  )
})

/** A submitted card with words, as the panel gives it. */
async function scored(candidateId: string): Promise<string> {
  const [asked] = await ours.read((db) => listQuestions(db, VACANCY))
  const question = asked?.id ?? ''
  const personId = demoId('person', 'marcus')
  const cardId = ours.newId()
  await ours.keep(async (tx) => {
    await holdCard(tx, { id: cardId, candidateId, personId, at: ours.now() })
    const entry = {
      ...{
        question,
        rating: 5,
        noResponse: false,
        skipped: null,
        extraProbe: 'And then?',
        notes: 'Spoke of Zebra.',
      },
      ...{ quotes: [{ text: 'My Zebra', at: '10:00' }], level: null, months: null, revision: 1 },
    }
    await putEntry(tx, cardId, { entry, at: ours.now() })
    const [card] = await listCardsOf(tx, candidateId)
    assert.ok(card)
    const what = {
      kind: 'card' as const,
      thing: cardId,
      person: personId,
      at: ours.now(),
      ...sealedContent(card),
    }
    const sealNumber = await appendLink(tx, VACANCY, { what, salt: ours.newId() })
    await closeCard(tx, cardId, { at: ours.now(), sealNumber })
  })
  return cardId
}

test('erasure takes every word at once, leaves the numbers, and the chain still holds', async () => {
  const own = await applied('Erik Zebra')
  await send(stranger(), `${own}/voluntary`, { sex: 'man' })
  const one = await candidateNamed('Erik Zebra')
  assert.ok(one)
  const cardId = await scored(one.id)
  const answer = await send(stranger(), `${own}/erasure`, {})
  assert.match(await answer.text(), /Everything has been erased/)
  assert.equal((await stranger().request(`http://localhost${own}`)).status, 404)
  const after = (await ours.read((db) => listCandidates(db, VACANCY))).find(({ id }) => id === one.id)
  assert.ok(after?.erasedAt)
  assert.doesNotMatch(JSON.stringify(after), /Zebra|@/)
  const [card] = await ours.read((db) => listCardsOf(db, one.id))
  assert.ok(card)
  assert.doesNotMatch(JSON.stringify(card), /Zebra|And then/)
  assert.equal(card.entries[0]?.rating, 5)
  const links = await ours.read((db) => listLinks(db, VACANCY))
  assert.deepEqual(verifyChain(links, new Map([[cardId, sealedContent(card)]])), [])
  const counts = await ours.read((db) =>
    db
      .selectFrom('candidate_count')
      .select(['dimension', 'answer', 'count'])
      .where('organization_id', '=', db.organizationId)
      .execute(),
  )
  assert.deepEqual(counts, [{ dimension: 'sex', answer: 'man', count: 1 }])
  const mails = await ours.read((db) =>
    db.selectFrom('mail').select('recipient').where('organization_id', '=', db.organizationId).execute(),
  )
  assert.ok(!mails.some(({ recipient }) => recipient.startsWith('erik.zebra')))
})

test('who is not hired is erased when the months after the decision are over, and not a day before', async () => {
  const id = await addCandidate(as('owen', 'recruiter'), VACANCY, {
    ...{ name: 'Tilda Time', email: null, letter: 'Words.', accommodation: null },
  })
  const later = (days: number) => ({ ...ours, now: () => new Date(Date.now() + days * 86_400_000) })
  const find = async () => (await ours.read((db) => listCandidates(db, VACANCY))).find((one) => one.id === id)
  await eraseExpired(later(45 + 178))
  assert.equal((await find())?.name, 'Tilda Time')
  await eraseExpired(later(45 + 187))
  assert.match((await find())?.name ?? '', /^Erased candidate /)
})

test('an interview is arranged in its zone, told by mail, in the calendar, and given to the candidate with the questions', async () => {
  const owen = as('owen', 'recruiter')
  const own = await applied('Inga Asked')
  const one = await candidateNamed('Inga Asked')
  assert.ok(one)
  const app = appFor(owen)
  const at = `/recruit/${VACANCY}/candidate/${one.id}`
  const form = { day: '2030-06-03', time: '14:30', zone: 'Europe/London', minutes: '45', place: 'Room 2' }
  assert.equal((await send(app, `${at}/interview`, form)).status, 409)
  await send(app, `${at}/stage`, { to: 'invited', mail: 'no' })
  const wrong = await send(app, `${at}/interview`, { ...form, time: 'half past' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /Write the time as 14:30/)
  assert.equal((await send(app, `${at}/interview`, form)).status, 303)
  const calendar = await (await stranger().request(`http://localhost${own}/interview.ics`)).text()
  assert.match(calendar, /DTSTART:20300603T133000Z\r\nDTEND:20300603T141500Z/)
  assert.match(calendar, /SEQUENCE:0/)
  const page = await (await stranger().request(`http://localhost${own}`)).text()
  assert.match(page, /3 June 2030, 14:30 \(Europe\/London\)/)
  assert.doesNotMatch(page, /The questions<\/h3>/)
  const panel = appFor(as('marcus'))
  const list = await (await panel.request(`http://localhost/recruit/${VACANCY}/interview`)).text()
  assert.match(list, /Inga Asked/)
  assert.equal(
    (await appFor(as('bilal')).request(`http://localhost/recruit/${VACANCY}/interview`)).status,
    404,
  )
  await send(app, `${at}/interview/cancellation`, {})
  const gone = await (await stranger().request(`http://localhost${own}/interview.ics`)).text()
  assert.match(gone, /METHOD:CANCEL/)
  assert.match(gone, /SEQUENCE:1/)
})

test('two interviews of one panel at the same time are said to clash', async () => {
  const owen = as('owen', 'recruiter')
  const app = appFor(owen)
  const form = { day: '2030-07-01', zone: 'Europe/London', minutes: '60', place: 'Room 2' }
  for (const [name, time] of [
    ['Clash One', '10:00'],
    ['Clash Two', '10:30'],
  ] as const) {
    const input = { name, email: null, letter: null, accommodation: null }
    const id = await addCandidate(owen, VACANCY, input)
    await moveCandidate(owen, { vacancyId: VACANCY, candidateId: id }, { stage: 'invited', mail: null })
    await send(app, `/recruit/${VACANCY}/candidate/${id}/interview`, { ...form, time })
  }
  const list = await (await app.request(`http://localhost/recruit/${VACANCY}/interview`)).text()
  assert.match(list, /Marcus[^<]*: Team Leader, Calls, 1 July 2030, 10:30/)
})

test('fairness is for HR and owners alone, in counts, by page and program', async () => {
  for (const path of ['/recruit/fairness', '/api/recruit/fairness?by=age']) {
    assert.equal((await appFor(as('ngaio', 'hr')).request(`http://localhost${path}`)).status, 200)
    assert.equal((await appFor(as('owen', 'recruiter')).request(`http://localhost${path}`)).status, 404)
  }
})

test('programs read candidates without ratings and without what was said of their own will', async () => {
  const path = `http://localhost/api/recruit/${VACANCY}/candidate`
  const { candidates } = await (await appFor(as('owen', 'recruiter')).request(path)).json()
  assert.ok(candidates.length > 3)
  assert.doesNotMatch(JSON.stringify(candidates), /woman|rating|sex/)
  assert.equal((await appFor(as('marcus')).request(path)).status, 404)
})

test('what is known about a panel member names no candidate; erased, they leave the panel and their sealed card stays', async () => {
  const personId = demoId('person', 'marcus')
  const about = await ours.read((db) => aboutRecruit(db, personId, { words: true }))
  assert.match(JSON.stringify(about), /Team Leader, Calls/)
  assert.doesNotMatch(JSON.stringify(about), /Inga|Rufus/)
  await ours.keep((tx) => eraseRecruit(tx, personId, ours.now()))
  const left = await ours.read((db) => listPanel(db, VACANCY))
  assert.ok(left.find((one) => one.personId === personId)?.leftAt)
})

test('a link that opens nothing says so, and after many of them there is a pause', async () => {
  const wrong = 'A'.repeat(64)
  assert.equal((await stranger().request(`http://localhost/apply/${wrong}`)).status, 404)
  assert.equal((await stranger().request(`http://localhost/application/${wrong}`)).status, 404)
  let status = 0
  for (let i = 0; i < 31; i++)
    status = (await stranger().request(`http://localhost/application/${wrong}`)).status
  assert.equal(status, 429)
})

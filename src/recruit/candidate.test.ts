import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { Conflict } from '#errors.ts'
import { demoId } from '../../demo/rows.ts'
import { appFor } from '../../test/app.ts'
import { addCandidate, moveCandidate } from './actions/candidate.ts'
import { eraseExpired } from './actions/candidate-erasure.ts'
import { verifyChain } from './chain.ts'
import { openHiring, send, VACANCY } from './fixtures/hiring.ts'
import { sealedContent } from './rating/card.ts'
import { closeCard, holdCard, listCandidates, listCardsOf, putEntry } from './store/cards.ts'
import { appendLink, listLinks } from './store/chain.ts'
import { listQuestions } from './store/questions.ts'

type Hiring = Awaited<ReturnType<typeof openHiring>>
let hiring: Hiring
let ours: Hiring['ours']
before(async () => {
  hiring = await openHiring()
  ours = hiring.ours
})
after(() => hiring.close())

test('somebody without an account applies by link, gets a mail with their own page, and looks after it there', async () => {
  const own = await hiring.applied('Petra Vance')
  const shown = await hiring.stranger().request(`http://localhost${own}`)
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
  await send(hiring.stranger(), `${own}/accommodation`, { accommodation: 'A sign interpreter.' })
  await send(hiring.stranger(), `${own}/voluntary`, { sex: 'woman', age: 'nonsense', minority: '' })
  const file = await (await hiring.stranger().request(`http://localhost${own}/data.json`)).json()
  assert.equal(file.accommodation, 'A sign interpreter.')
  assert.deepEqual(file.voluntary, { sex: 'woman' })
})

test('a form that cannot be used comes back with what was typed; the same address applies once', async () => {
  const link = await hiring.linkOf()
  const empty = await send(hiring.stranger(), `/apply/${link}`, {
    name: 'Ida',
    email: 'not one',
    letter: 'Zebra words',
  })
  assert.equal(empty.status, 422)
  const html = await empty.text()
  assert.match(html, /Zebra words/)
  assert.match(html, /Give an e-mail address such as/)
  await hiring.applied('Once Only')
  const again = await send(hiring.stranger(), `/apply/${link}`, {
    name: 'Once Only',
    email: 'ONCE.only@post.example',
  })
  assert.equal(again.status, 409)
})

test('letters, needs and voluntary answers never stand in the history, nor does the name', async () => {
  await hiring.applied('Quilla Zebrowski')
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
  const owen = hiring.as('owen', 'recruiter')
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
  const panel = await appFor(hiring.as('marcus')).request(`http://localhost${at}`)
  assert.equal(panel.status, 404)
})

test('a candidate who withdraws stays and is taken no further', async () => {
  const own = await hiring.applied('Wanda Gone')
  await send(hiring.stranger(), `${own}/withdrawal`, {})
  assert.match(await (await hiring.stranger().request(`http://localhost${own}`)).text(), /You withdrew on/)
  const one = await hiring.candidateNamed('Wanda Gone')
  assert.ok(one?.withdrawnAt)
  await assert.rejects(
    () =>
      moveCandidate(
        hiring.as('owen', 'recruiter'),
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
  const own = await hiring.applied('Erik Zebra')
  await send(hiring.stranger(), `${own}/voluntary`, { sex: 'man' })
  const one = await hiring.candidateNamed('Erik Zebra')
  assert.ok(one)
  const cardId = await scored(one.id)
  const answer = await send(hiring.stranger(), `${own}/erasure`, {})
  assert.match(await answer.text(), /Everything has been erased/)
  assert.equal((await hiring.stranger().request(`http://localhost${own}`)).status, 404)
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
      .where('vacancy_id', '=', VACANCY)
      .execute(),
  )
  assert.deepEqual(counts, [{ dimension: 'sex', answer: 'man', count: 1 }])
  const mails = await ours.read((db) =>
    db.selectFrom('mail').select('recipient').where('organization_id', '=', db.organizationId).execute(),
  )
  assert.ok(!mails.some(({ recipient }) => recipient.startsWith('erik.zebra')))
})

test('who is not hired is erased when the months after the decision are over, and not a day before', async () => {
  const id = await addCandidate(hiring.as('owen', 'recruiter'), VACANCY, {
    ...{ name: 'Tilda Time', email: null, letter: 'Words.', accommodation: null },
  })
  const later = (days: number) => ({ ...ours, now: () => new Date(Date.now() + days * 86_400_000) })
  const find = async () => (await ours.read((db) => listCandidates(db, VACANCY))).find((one) => one.id === id)
  await eraseExpired(later(45 + 178))
  assert.equal((await find())?.name, 'Tilda Time')
  await eraseExpired(later(45 + 187))
  assert.match((await find())?.name ?? '', /^Erased candidate /)
})

test('a link that opens nothing says so, and after many of them there is a pause', async () => {
  const wrong = 'A'.repeat(64)
  assert.equal((await hiring.stranger().request(`http://localhost/apply/${wrong}`)).status, 404)
  assert.equal((await hiring.stranger().request(`http://localhost/application/${wrong}`)).status, 404)
  let status = 0
  for (let i = 0; i < 31; i++)
    status = (await hiring.stranger().request(`http://localhost/application/${wrong}`)).status
  assert.equal(status, 429)
})

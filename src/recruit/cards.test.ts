import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '#context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#errors.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import { openCard, saveEntries, submitCard } from './actions/card.ts'
import { openResults } from './actions/results.ts'
import { seeCards } from './actions/sight.ts'
import { agree, openTogether } from './actions/together.ts'
import { verifyChain } from './chain.ts'
import { allRated, makeTestVacancy, PANEL, sent, someone, type TestVacancy } from './fixtures/panel.ts'
import { sealedContent } from './rating/card.ts'
import { sealedConsensus } from './rating/consensus.ts'
import { listCardsOf } from './store/cards.ts'
import { listLinks } from './store/chain.ts'
import { listConsensus } from './store/consensus.ts'

let database: TestDatabase
let ours: Context
before(async () => {
  database = await openTestDatabase()
  ours = await loadExample(database)
})
after(() => database.close())

interface Place {
  vacancyId: string
  candidateId: string
}

const placeOf = ({ vacancyId, candidateIds }: TestVacancy, i = 0): Place => ({
  vacancyId,
  candidateId: candidateIds[i] ?? '',
})

async function give(member: Context, vacancy: TestVacancy, rating: number, i = 0): Promise<void> {
  await saveEntries(member, placeOf(vacancy, i), allRated(vacancy.questions, rating))
  await submitCard(member, placeOf(vacancy, i), null)
}

const sightFor = async (ctx: Context, { vacancyId, candidateId }: Place) =>
  (await openTogether(ctx, vacancyId, candidateId)).sight

const [A, B, C] = PANEL

test('what is sent twice is taken once, and what is older than what stands changes nothing', async () => {
  const vacancy = await makeTestVacancy(ours, 1)
  const [question] = vacancy.questions
  assert.ok(question)
  const aroha = someone(ours, A)
  const place = placeOf(vacancy)
  const first = sent(question.id, { rating: 4, notes: 'Rang her back.' })
  const taken = await saveEntries(aroha, place, [first])
  const again = await saveEntries(aroha, place, [first])
  assert.deepEqual([taken.entries[0]?.now.revision, again.entries[0]?.now.revision], [1, 1])
  await saveEntries(aroha, place, [sent(question.id, { rating: 5, revision: 1 })])
  const late = await saveEntries(aroha, place, [sent(question.id, { rating: 2, revision: 1 })])
  assert.equal(late.entries[0]?.isStale, true)
  assert.equal(late.entries[0]?.now.rating, 5)
  const { card } = await openCard(aroha, place.vacancyId, place.candidateId)
  assert.deepEqual([card?.entries[0]?.rating, card?.entries[0]?.revision], [5, 2])
})

test('two devices that send at the same moment: one is taken, the other hears of it', async () => {
  const vacancy = await makeTestVacancy(ours, 1)
  const [question] = vacancy.questions
  assert.ok(question)
  const sends = [3, 6].map((rating) =>
    saveEntries(someone(ours, A), placeOf(vacancy), [sent(question.id, { rating })]),
  )
  const stale = (await Promise.all(sends)).map(({ entries }) => entries[0]?.isStale)
  assert.deepEqual(stale.toSorted(), [false, true])
})

test('a card with open answers is not submitted, and says which', async () => {
  const vacancy = await makeTestVacancy(ours, 1)
  const [first, second] = vacancy.questions
  assert.ok(first && second)
  const aroha = someone(ours, A)
  await saveEntries(aroha, placeOf(vacancy), [
    sent(first.id, { noResponse: true }),
    sent(second.id, { skipped: '' }),
  ])
  await assert.rejects(
    () => submitCard(aroha, placeOf(vacancy), null),
    (error: Error) => {
      assert.ok(error instanceof Invalid)
      assert.equal(error.fields[`given:${first.id}`], undefined)
      assert.match(error.fields[`given:${second.id}`] ?? '', /why/)
      assert.equal(Object.keys(error.fields).length, vacancy.questions.length - 1)
      return true
    },
  )
})

test('a submitted card is locked: sent again or submitted again it stays, and it is sealed once', async () => {
  const vacancy = await makeTestVacancy(ours, 1)
  const aroha = someone(ours, A)
  const place = placeOf(vacancy)
  await saveEntries(aroha, place, allRated(vacancy.questions, 4))
  await assert.rejects(() => submitCard(aroha, place, 1), Conflict)
  const version = vacancy.questions.length
  const both = await Promise.all([submitCard(aroha, place, version), submitCard(aroha, place, version)])
  assert.deepEqual(
    both.map(({ sealNumber }) => sealNumber),
    [2, 2],
  )
  await assert.rejects(() => saveEntries(aroha, place, allRated(vacancy.questions, 7)), Conflict)
  const links = await ours.read((db) => listLinks(db, vacancy.vacancyId))
  assert.deepEqual(
    links.map(({ kind }) => kind),
    ['kit', 'card'],
  )
})

test('members who submit at once get numbers in a row, and the chain holds with every word that stands', async () => {
  const vacancy = await makeTestVacancy(ours, 1)
  const place = placeOf(vacancy)
  const members = PANEL.map((key) => someone(ours, key))
  await Promise.all(
    members.map((member, i) => saveEntries(member, place, allRated(vacancy.questions, 3 + i))),
  )
  const cards = await Promise.all(members.map((member) => submitCard(member, place, null)))
  assert.deepEqual(cards.map(({ sealNumber }) => sealNumber).toSorted(), [2, 3, 4])
  const [question] = vacancy.questions
  assert.ok(question)
  const input = { rating: 4, level: null, months: null, reason: 'Two of us heard the second example.' }
  await agree(someone(ours, B), { ...place, question: question.id }, input)
  const { links, now } = await standing(vacancy)
  assert.deepEqual(verifyChain(links, now), [])
  const [card] = [...now]
  assert.ok(card)
  const changed = new Map(now).set(card[0], { ...card[1], texts: {} })
  assert.match(verifyChain(links, changed)[0]?.says ?? '', /not there any more/)
})

async function standing({ vacancyId, candidateIds }: TestVacancy) {
  const { cards, agreed, links } = await ours.read(async (db) => ({
    cards: await listCardsOf(db, candidateIds[0] ?? ''),
    agreed: await listConsensus(db, vacancyId),
    links: await listLinks(db, vacancyId),
  }))
  const now = new Map([
    ...cards.map((card) => [card.id, sealedContent(card)] as const),
    ...agreed.map((one) => [one.id, sealedConsensus(one)] as const),
  ])
  return { links, now }
}

test('alone first: each sees the others when their own is submitted, those who recruit when all that were begun are', async () => {
  const vacancy = await makeTestVacancy(ours, 1)
  const place = placeOf(vacancy)
  const [aroha, hamish, owner] = [someone(ours, A), someone(ours, B), someone(ours, 'owen', 'recruiter')]
  await give(aroha, vacancy, 5)
  await saveEntries(hamish, place, allRated(vacancy.questions, 2))
  const seenBy = async (ctx: Context) => (await sightFor(ctx, place)).cards.length
  assert.deepEqual([await seenBy(aroha), await seenBy(hamish), await seenBy(owner)], [1, 0, 0])
  await submitCard(hamish, place, null)
  assert.deepEqual([await seenBy(aroha), await seenBy(hamish), await seenBy(owner)], [2, 2, 2])
  const marcus = someone(ours, C, 'hr')
  assert.deepEqual([await seenBy(marcus), (await sightFor(marcus, place)).ownFirst], [0, true])
})

test('who has seen the others’ cards rates that candidate no more, also when put on the panel afterwards', async () => {
  const vacancy = await makeTestVacancy(ours, 2)
  const marcus = someone(ours, C, 'hr')
  const leave = (at: Date | null) =>
    ours.keep((tx) =>
      tx
        .updateTable('vacancy_panel')
        .set({ left_at: at })
        .where('organization_id', '=', tx.organizationId)
        .where('vacancy_id', '=', vacancy.vacancyId)
        .where('person_id', '=', marcus.viewer.person?.id ?? '')
        .execute(),
    )
  await give(someone(ours, A), vacancy, 5)
  await leave(new Date())
  assert.equal((await sightFor(marcus, placeOf(vacancy))).cards.length, 1)
  await leave(null)
  await assert.rejects(() => saveEntries(marcus, placeOf(vacancy), []), Conflict)
  const other = await saveEntries(marcus, placeOf(vacancy, 1), allRated(vacancy.questions, 3))
  assert.equal(other.entries.length, vacancy.questions.length)
})

test('a member who leaves midway, and a candidate who withdraws, keep nobody waiting', async () => {
  const vacancy = await makeTestVacancy(ours, 2)
  const owner = someone(ours, 'owen', 'recruiter')
  const hamish = someone(ours, B)
  for (const i of [0, 1]) {
    await give(someone(ours, A), vacancy, 5, i)
    await saveEntries(hamish, placeOf(vacancy, i), allRated(vacancy.questions, 2))
  }
  await ours.keep((tx) =>
    tx
      .updateTable('candidate')
      .set({ withdrawn_at: new Date() })
      .where('organization_id', '=', tx.organizationId)
      .where('id', '=', vacancy.candidateIds[0] ?? '')
      .execute(),
  )
  const counts = async () =>
    (await seeCards(owner, vacancy.vacancyId)).sights.map(({ cards }) => cards.length)
  assert.deepEqual(await counts(), [1, 0])
  await assert.rejects(() => submitCard(hamish, placeOf(vacancy, 0), null), Conflict)
  await ours.keep((tx) =>
    tx
      .updateTable('vacancy_panel')
      .set({ left_at: new Date() })
      .where('organization_id', '=', tx.organizationId)
      .where('vacancy_id', '=', vacancy.vacancyId)
      .where('person_id', '=', hamish.viewer.person?.id ?? '')
      .execute(),
  )
  assert.deepEqual(await counts(), [1, 1])
  await assert.rejects(() => openCard(hamish, vacancy.vacancyId, vacancy.candidateIds[1] ?? ''), NotFound)
})

test('what is agreed stands beside what each gave, moves the second combination alone, and ends the rating', async () => {
  const vacancy = await makeTestVacancy(ours, 1)
  const place = placeOf(vacancy)
  const [aroha, hamish] = [someone(ours, A), someone(ours, B)]
  const [question] = vacancy.questions
  assert.ok(question)
  const input = { rating: 7, level: null, months: 3, reason: 'Heard twice.' }
  await give(aroha, vacancy, 3)
  await saveEntries(hamish, place, allRated(vacancy.questions, 5))
  await assert.rejects(() => agree(aroha, { ...place, question: question.id }, input), Conflict)
  await submitCard(hamish, place, null)
  await assert.rejects(
    () => agree(someone(ours, 'owen', 'recruiter'), { ...place, question: question.id }, input),
    Forbidden,
  )
  await agree(aroha, { ...place, question: question.id }, input)
  const { results } = await openResults(hamish, place.vacancyId)
  const [result] = results
  assert.ok(result?.together)
  assert.ok(Math.abs((result.alone.score.value ?? 0) - 50) < 1e-9)
  assert.ok((result.together.score.value ?? 0) > 50)
  await assert.rejects(() => saveEntries(someone(ours, C), place, allRated(vacancy.questions, 1)), Conflict)
})

test('only the panel rates: others who recruit are told so, and for everybody else there is nothing', async () => {
  const vacancy = await makeTestVacancy(ours, 1)
  const { vacancyId, candidateId } = placeOf(vacancy)
  await assert.rejects(() => openCard(someone(ours, 'owen', 'recruiter'), vacancyId, candidateId), Forbidden)
  await assert.rejects(() => openCard(someone(ours, 'bilal'), vacancyId, candidateId), NotFound)
  const other = await makeTestVacancy(ours, 1)
  await assert.rejects(() => openCard(someone(ours, A), other.vacancyId, candidateId), NotFound)
})

/** Who has seen the others' cards without having given one: they rate no more, and keep nobody waiting. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '#context.ts'
import { Conflict } from '#errors.ts'
import { demoId } from '../../demo/rows.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import { saveEntries, submitCard } from './actions/card.ts'
import { openDecision } from './actions/decision.ts'
import { setPanel } from './actions/panel.ts'
import { agree, openTogether, togetherObstacle } from './actions/together.ts'
import { allRated, makeTestVacancy, PANEL, sent, someone } from './fixtures/panel.ts'
import { findMailTo } from './store/outcomes.ts'

let database: TestDatabase
let ours: Context
before(async () => {
  database = await openTestDatabase()
  ours = await loadExample(database)
})
after(() => database.close())

const [A, B, C] = PANEL

test('a card that was begun before its member saw the others holds up neither the talk nor the decision', async () => {
  const { vacancyId, candidateIds, questions } = await makeTestVacancy(ours, 1)
  const place = { vacancyId, candidateId: candidateIds[0] ?? '' }
  const question = questions[0]?.id ?? ''
  for (const key of [A, B]) {
    await saveEntries(someone(ours, key), place, allRated(questions, 5))
    await submitCard(someone(ours, key), place, null)
  }
  // A recruiter who rates begins, leaves the panel, looks, and comes back.
  const marcus = someone(ours, C, 'recruiter')
  await saveEntries(marcus, place, [sent(question, { rating: 4 })])
  const before = await openTogether(marcus, vacancyId, place.candidateId)
  assert.deepEqual([before.sight.cards.length, before.sight.ownFirst], [0, true])
  const panelOf = (...keys: string[]) => {
    const members = keys.map((key) => demoId('person', key))
    return setPanel(someone(ours, 'owen', 'recruiter'), vacancyId, { members, chair: members[0] ?? null })
  }
  await panelOf(A, B)
  assert.equal((await openTogether(marcus, vacancyId, place.candidateId)).sight.cards.length, 2)
  await panelOf(A, B, C)
  await assert.rejects(() => submitCard(marcus, place, null), Conflict)
  const back = await openTogether(marcus, vacancyId, place.candidateId)
  assert.deepEqual([back.sight.cards.length, back.sight.ownFirst], [2, false])
  const aroha = someone(ours, A)
  assert.equal(togetherObstacle(await openTogether(aroha, vacancyId, place.candidateId)), null)
  await agree(aroha, { ...place, question }, { rating: 6, level: null, months: null, reason: 'We heard it.' })
  assert.equal((await openDecision(aroha, vacancyId)).obstacle, null)
})

test('who has seen one candidate’s cards still rates the others alone', async () => {
  const { vacancyId, candidateIds, questions } = await makeTestVacancy(ours, 2)
  const [seen = '', other = ''] = candidateIds
  for (const candidateId of [seen, other]) {
    await saveEntries(someone(ours, A), { vacancyId, candidateId }, allRated(questions, 5))
    await submitCard(someone(ours, A), { vacancyId, candidateId }, null)
    if (candidateId === seen) await openTogether(someone(ours, 'owen', 'recruiter'), vacancyId, seen)
  }
  const members = [A, 'owen'].map((key) => demoId('person', key))
  await setPanel(someone(ours, 'ngaio', 'hr'), vacancyId, { members, chair: members[0] ?? null })
  const owen = someone(ours, 'owen', 'recruiter')
  const { seen: all } = await openTogether(owen, vacancyId, other)
  assert.deepEqual(
    all.sights.map(({ cards, ownFirst }) => [cards.length, ownFirst]),
    [
      [1, false],
      [0, true],
    ],
  )
})

test('nobody on the panel rates their own application', async () => {
  const { vacancyId, candidateIds, questions } = await makeTestVacancy(ours, 1)
  const place = { vacancyId, candidateId: candidateIds[0] ?? '' }
  const email = await ours.read(async (db) => (await findMailTo(db, demoId('person', A)))?.email)
  assert.ok(email)
  await ours.keep((tx) =>
    tx
      .updateTable('candidate')
      .set({ email: email.toUpperCase() })
      .where('organization_id', '=', tx.organizationId)
      .where('id', '=', place.candidateId)
      .execute(),
  )
  const rate = (key: string) => saveEntries(someone(ours, key), place, allRated(questions, 7))
  await assert.rejects(() => rate(A), /You have applied here yourself/)
  assert.equal((await rate(B)).entries.length, questions.length)
})

/** What goes wrong around a vacancy while it runs: the profile changes, clocks differ, a form is sent twice. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Context, createContext } from '#context.ts'
import { NotFound } from '#errors.ts'
import { agreeProfile, dropRequirement, putRequirement, startDraft } from '#role/actions/profile.ts'
import { findProfile } from '#role/store.ts'
import { links } from '#routes.ts'
import { NOBODY } from '#viewer.ts'
import { demoId } from '../../demo/rows.ts'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import { openOwnPage } from './actions/apply.ts'
import { draftFor, moveCandidate } from './actions/candidate.ts'
import { openCard, saveEntries, submitCard } from './actions/card.ts'
import { decide, openDecision, signDecision } from './actions/decision.ts'
import { openVacancy } from './actions/look.ts'
import { ownPageOf } from './actions/own-link.ts'
import { makePack } from './actions/pack.ts'
import { agree } from './actions/together.ts'
import { makeVacancy } from './actions/vacancy.ts'
import { latestDecisions } from './decision/decision.ts'
import { send } from './fixtures/hiring.ts'
import { allRated, makeTestVacancy, PANEL, sent, someone } from './fixtures/panel.ts'
import { cardVersion } from './rating/card.ts'
import { listLinks } from './store/chain.ts'
import { VacancyInput } from './vacancy.ts'

let database: TestDatabase
let ours: Context
before(async () => {
  database = await openTestDatabase()
  ours = await loadExample(database)
})
after(() => database.close())

const [A, B, C] = PANEL
const HOUR_MS = 3_600_000

/** Somebody whose machine's clock is so many hours ahead (or behind). */
function skewed(key: string, hours: number): Context {
  return { ...someone(ours, key), now: () => new Date(Date.now() + hours * HOUR_MS) }
}

/** HR agrees a version that no longer needs one thing and makes a must of another. Gives its id. */
async function agreeNewer(roleId: string): Promise<string> {
  const hr = someone(ours, 'ngaio', 'hr')
  const profileId = await startDraft(hr, roleId)
  const draft = async () => (await hr.read((db) => findProfile(db, profileId))) ?? assert.fail()
  const [dropped, changed] = (await draft()).requirements.slice(-2)
  assert.ok(dropped && changed)
  const at = { roleId, profileId }
  await dropRequirement(hr, { ...at, ...dropped, seen: (await draft()).version })
  const { level, months, importance, why } = changed
  const input = { level, entryLevel: level, months, must: true, importance, why }
  await putRequirement(hr, { ...at, ...changed, input, seen: (await draft()).version })
  await agreeProfile(hr, { ...at, seen: (await draft()).version, note: 'The work has changed.' })
  return profileId
}

test('a role’s profile that changes while a vacancy runs changes nothing in it; its page says so, and the next one uses it', async () => {
  const id = demoId('vacancy', 'technician')
  const owen = someone(ours, 'owen', 'recruiter')
  const before = await owen.read((db) => openVacancy(owen, db, id))
  const profileId = await agreeNewer(before.vacancy.roleId)
  const now = await owen.read((db) => openVacancy(owen, db, id))
  assert.deepEqual(
    [now.criteria, now.questions, now.vacancy.profileId],
    [before.criteria, before.questions, before.vacancy.profileId],
  )
  for (const key of ['stella', 'owen']) {
    const page = await (
      await appFor(key === 'owen' ? owen : someone(ours, key)).request(links.vacancy(id))
    ).text()
    assert.match(page, /Version 2 of the profile has been agreed since/)
    assert.match(page, /everybody who applied is measured by version 1\./)
  }
  // A member who was about to rate goes on by the version that everybody meets.
  const hamish = someone(ours, 'hamish')
  const place = { vacancyId: id, candidateId: demoId('candidate', 'technician/tomos') }
  await saveEntries(hamish, place, allRated(before.questions, 4))
  await submitCard(hamish, place, null)
  assert.deepEqual((await makePack(owen, id, 'name')).verdict.faults, [])
  const input = VacancyInput.parse({
    ...{ title: 'Customer Technician', purpose: 'To find out who can do the job.', places: '1' },
    ...{ applyUntil: '', decideBy: '', keepMonths: '6', questionsBefore: '', jurisdiction: 'GB' },
  })
  const members = [demoId('person', 'stella')]
  const next = await makeVacancy(owen, { profileId, input, panel: { members, chair: null }, points: 7 })
  const { criteria } = await owen.read((db) => openVacancy(owen, db, next))
  assert.equal(criteria.length, before.criteria.length - 1)
  assert.equal(
    criteria.filter(({ must }) => must).length,
    before.criteria.filter(({ must }) => must).length + 1,
  )
})

test('clocks that differ put nothing out of order: the chain counts, and what was sealed last holds', async () => {
  const vacancy = await makeTestVacancy(ours, 1)
  const { vacancyId, candidateIds, questions } = vacancy
  const candidate = candidateIds[0] ?? ''
  const place = { vacancyId, candidateId: candidate }
  for (const [key, hours] of [
    [A, 0],
    [B, -26],
    [C, 3],
  ] as const) {
    await saveEntries(skewed(key, hours), place, allRated(questions, 5))
    await submitCard(skewed(key, hours), place, null)
  }
  const agreed = { rating: 6, level: null, months: null, reason: 'We heard the same.' }
  await agree(skewed(B, -26), { ...place, question: questions[0]?.id ?? '' }, agreed)
  const entry = { candidate, place: null, despite: '', reason: 'Saw it coming and spoke first.' }
  const decided = async (hours: number, outcome: 'offer' | 'no', changes: string) => {
    const chair = skewed(A, hours)
    const { head } = await openDecision(chair, vacancyId)
    await decide(chair, vacancyId, { seen: head, entries: [{ ...entry, outcome }], changes })
  }
  await decided(5, 'offer', '')
  await decided(-50, 'no', 'The reference could not be had.')
  await signDecision(skewed(B, -26), vacancyId, { dissent: null })
  const { decisions, signatures } = await openDecision(someone(ours, A), vacancyId)
  assert.equal(latestDecisions(decisions).get(candidate)?.outcome, 'no')
  assert.equal(signatures[0]?.upTo, decisions.at(-1)?.sealNumber)
  const sealed = await ours.read((db) => listLinks(db, vacancyId))
  assert.deepEqual(
    sealed.map(({ number }) => number),
    sealed.map((_, i) => i + 1),
  )
  assert.deepEqual((await makePack(someone(ours, 'owen', 'recruiter'), vacancyId, 'name')).verdict.faults, [])
})

test('of two devices the one that knew of the other is taken, whatever their clocks say', async () => {
  const { vacancyId, candidateIds, questions } = await makeTestVacancy(ours, 1)
  const place = { vacancyId, candidateId: candidateIds[0] ?? '' }
  const question = questions[0]?.id ?? ''
  await saveEntries(skewed(A, 9), place, [sent(question, { rating: 3 })])
  await saveEntries(skewed(A, -9), place, [sent(question, { rating: 6, revision: 1 })])
  const late = await saveEntries(skewed(A, 9), place, [sent(question, { rating: 2, revision: 1 })])
  assert.equal(late.entries[0]?.isStale, true)
  const { card } = await openCard(someone(ours, A), place.vacancyId, place.candidateId)
  assert.equal(card?.entries[0]?.rating, 6)
})

test('a card that is sent twice at once by its form is submitted once, and both times its page comes back', async () => {
  const { vacancyId, candidateIds, questions } = await makeTestVacancy(ours, 1)
  const place = { vacancyId, candidateId: candidateIds[0] ?? '' }
  const aroha = someone(ours, A)
  await saveEntries(aroha, place, allRated(questions, 4))
  const { card } = await openCard(aroha, place.vacancyId, place.candidateId)
  const form = { version: String(cardVersion(card?.entries ?? [])) }
  const address = links.scorecardSubmission(vacancyId, place.candidateId)
  const twice = await Promise.all([send(appFor(aroha), address, form), send(appFor(aroha), address, form)])
  const back = links.scorecard(vacancyId, place.candidateId)
  assert.deepEqual(
    twice.map(({ status, headers }) => [status, headers.get('location')]),
    [
      [303, back],
      [303, back],
    ],
  )
  const kinds = (await ours.read((db) => listLinks(db, vacancyId))).map(({ kind }) => kind)
  assert.deepEqual(kinds, ['kit', 'card'])
})

test('the link in a mail opens the candidate’s page, also when the installation has another key than when they applied', async () => {
  const owen = someone(ours, 'owen', 'recruiter')
  // In the example nobody has a page yet, as if every link of before were void.
  const which = {
    vacancyId: demoId('vacancy', 'technician'),
    candidateId: demoId('candidate', 'technician/priscilla'),
  }
  const { draft } = await draftFor(owen, which, 'refused')
  const { text } = await ownPageOf(owen, which.candidateId)
  const visit = { address: '192.0.2.7', headers: new Headers() }
  const stranger = createContext(database.world, NOBODY)
  await assert.rejects(() => openOwnPage(stranger, text, visit), NotFound)
  await moveCandidate(owen, which, { stage: 'refused', mail: draft })
  const { candidate } = await openOwnPage(stranger, text, visit)
  assert.equal(candidate.name, 'Priscilla Boateng')
})

test('nobody is offered to add candidates to a vacancy that is decided', async () => {
  const app = appFor(someone(ours, 'owen', 'recruiter'))
  const page = async (key: string) => (await app.request(links.candidates(demoId('vacancy', key)))).text()
  assert.match(await page('technician'), /Add somebody by hand/)
  for (const key of ['adviser', 'intake'])
    assert.doesNotMatch(await page(key), /Add somebody by hand|Open for applications/)
})

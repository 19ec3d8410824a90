/** What people typed is not lost when it cannot be taken, and what they were told holds. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { listMails } from '#account/store/mails.ts'
import { Conflict, Invalid } from '#errors.ts'
import { links } from '#routes.ts'
import { demoId } from '../../demo/rows.ts'
import { appFor } from '../../test/app.ts'
import { say } from '../../test/terminal.ts'
import { withdrawCandidate } from './actions/candidate.ts'
import { openCard, saveEntries, submitCard } from './actions/card.ts'
import { decide, openDecision } from './actions/decision.ts'
import { changeVacancy } from './actions/details.ts'
import { openVacancy } from './actions/look.ts'
import { makePack } from './actions/pack.ts'
import { agree } from './actions/together.ts'
import { run } from './commands.ts'
import { lastDecided } from './decision/decision.ts'
import { makeDecidedVacancy } from './fixtures/decided.ts'
import { openHiring, send, VACANCY } from './fixtures/hiring.ts'
import { allRated, makeTestVacancy, PANEL, sent, someone } from './fixtures/panel.ts'
import { cardField } from './rating/card.ts'
import { setStage } from './store/candidates.ts'
import { VacancyInput } from './vacancy.ts'

let there: Awaited<ReturnType<typeof openHiring>>
before(async () => {
  there = await openHiring()
})
after(() => there.close())

const [A, B] = PANEL

test('a card that cannot be saved comes back as it was typed, and what was saved before stands beside it', async () => {
  const { vacancyId, candidateIds, questions } = await makeTestVacancy(there.ours, 1)
  const place = { vacancyId, candidateId: candidateIds[0] ?? '' }
  const aroha = someone(there.ours, A)
  const [first, second] = questions.map(({ id }) => id)
  assert.ok(first && second)
  await saveEntries(aroha, place, [sent(second, { rating: 2, notes: 'Saved before.' })])
  const notes = `She ${'rang and '.repeat(700)}wrote.`
  const form = {
    [cardField('revision', first)]: '0',
    [cardField('given', first)]: '6',
    [cardField('notes', first)]: notes,
    [cardField('quotes', first)]: '14:05 I rang her back.',
    [cardField('months', first)]: '999',
  }
  const answer = await send(appFor(aroha), links.scorecard(vacancyId, place.candidateId), form)
  const page = await answer.text()
  assert.equal(answer.status, 422)
  assert.ok(page.includes(notes))
  assert.match(page, /14:05 I rang her back\./)
  assert.match(page, /Use at most 5,000 characters/)
  assert.match(page, /Saved before\./)
  const { card } = await openCard(aroha, place.vacancyId, place.candidateId)
  assert.equal(card?.entries.length, 1)
})

test('by the place of a level no words come into what outlives an erasure', async () => {
  const { vacancyId, candidateIds, questions } = await makeTestVacancy(there.ours, 1)
  const place = { vacancyId, candidateId: candidateIds[0] ?? '' }
  const question = questions[0]?.id ?? ''
  const words = { level: 'Anna Smith, of Hill Street', rating: 4 }
  await assert.rejects(() => saveEntries(someone(there.ours, A), place, [sent(question, words)]), Invalid)
  for (const key of [A, B]) {
    const member = someone(there.ours, key)
    await saveEntries(member, place, [
      ...allRated(questions.slice(1), 4),
      sent(question, { rating: 4, level: '2' }),
    ])
    await submitCard(member, place, null)
  }
  const agreed = { ...words, months: null, reason: 'Both of us heard it.' }
  await assert.rejects(() => agree(someone(there.ours, A), { ...place, question }, agreed), Invalid)
})

test('what somebody needs comes back when it is too long to be saved', async () => {
  const own = await there.applied('Ines Okafor')
  const needs = `A room ${'with a window and '.repeat(120)}a door.`
  const answer = await send(there.stranger(), `${own}/accommodation`, { accommodation: needs })
  assert.equal(answer.status, 422)
  assert.ok((await answer.text()).includes(needs))
})

test('data of candidates is kept no longer than they were told when they applied', async () => {
  const owen = there.as('owen', 'recruiter')
  const change = async (keepMonths: number) => {
    const { vacancy } = await owen.read((db) => openVacancy(owen, db, VACANCY))
    const { title, purpose, places, applyUntil, decideBy, questionsBefore, jurisdiction } = vacancy
    const typed = { title, purpose, places: String(places), jurisdiction, keepMonths: String(keepMonths) }
    const days = { applyUntil: applyUntil ?? '', decideBy: decideBy ?? '' }
    const input = VacancyInput.parse({ ...typed, ...days, questionsBefore: String(questionsBefore ?? '') })
    await changeVacancy(owen, { id: VACANCY, seen: vacancy.version, input })
    return vacancy.keepMonths
  }
  await there.applied('Pia Lund')
  const { vacancy } = await owen.read((db) => openVacancy(owen, db, VACANCY))
  await assert.rejects(() => change(vacancy.keepMonths + 1), /were told \d+ months/)
  await change(vacancy.keepMonths - 1)
  await assert.rejects(() => change(vacancy.keepMonths), Invalid)
})

test('who has the job withdraws nothing any more: their own page does not offer it, and nobody can note it', async () => {
  const own = await there.applied('Rhys Amadi')
  const one = (await there.candidateNamed('Rhys Amadi')) ?? assert.fail()
  const page = async () => (await there.stranger().request(`http://localhost${own}`)).text()
  assert.match(await page(), /Withdraw your application/)
  await there.ours.keep((tx) => setStage(tx, one.id, { stage: 'hired', reached: 'hired' }))
  assert.doesNotMatch(await page(), /Withdraw your application/)
  const answer = await send(there.stranger(), `${own}/withdrawal`, {})
  assert.equal(answer.status, 409)
  assert.match(await answer.text(), /You have the job/)
  const owen = there.as('owen', 'recruiter')
  const which = { vacancyId: VACANCY, candidateId: one.id }
  await assert.rejects(() => withdrawCandidate(owen, which), Conflict)
  assert.equal((await there.candidateNamed('Rhys Amadi'))?.withdrawnAt, null)
})

test('a file that is checked in a terminal cannot hide what is said of it', async () => {
  const id = demoId('vacancy', 'adviser')
  const { pack } = await makePack(there.as('owen', 'recruiter'), id, 'name')
  const folder = mkdtempSync(join(tmpdir(), 'sightline-steer-'))
  const steering = '\u001b[2J\u001b[8m\u202eIt holds.'
  const file = join(folder, 'pack.json')
  writeFileSync(
    file,
    JSON.stringify({ ...pack, organization: steering, vacancy: { ...pack.vacancy, title: steering } }),
  )
  const { code, text } = await say(run, ['verify', file])
  rmSync(folder, { recursive: true })
  assert.equal(code, 1)
  assert.ok(!text.includes('\u001b') && !text.includes('\u202e'))
})

test('whoever recruits never reads the link to a candidate’s page, on which stands what is for fairness alone', async () => {
  const own = await there.applied('Sanna Weiss')
  const secret = own.split('/').at(-1) ?? assert.fail()
  const one = (await there.candidateNamed('Sanna Weiss')) ?? assert.fail()
  const app = appFor(there.as('owen', 'recruiter', 'hr'))
  const step = await app.request(`http://localhost${links.candidateMove(VACANCY, one.id)}?to=invited`)
  const page = await step.text()
  assert.match(page, /Your own page: \[the link to their own page\]/)
  assert.ok(!page.includes(secret))
  const text = 'Hello. [the link to their own page]. Bring $& and $1.'
  const form = { to: 'invited', mail: 'yes', subject: 'Come and see us', text }
  assert.equal((await send(app, links.candidateMove(VACANCY, one.id), form)).status, 303)
  const mails = await there.ours.read((db) => listMails(db, { most: 20, skip: 0 }))
  const body = mails.find(({ subject }) => subject === form.subject)?.body ?? ''
  assert.match(body, new RegExp(`^Hello\\. http\\S*${own}\\. Bring \\$& and \\$1\\.`))
  for (const path of [links.candidate(VACANCY, one.id), links.candidates(VACANCY)])
    assert.ok(!(await (await app.request(`http://localhost${path}`)).text()).includes(secret), path)
})

test('what the panel agrees about one candidate names no other, so that nothing is left when the other is erased', async () => {
  const { vacancyId, candidateIds, questions } = await makeTestVacancy(there.ours, 2)
  const place = { vacancyId, candidateId: candidateIds[0] ?? '' }
  for (const key of [A, B]) {
    await saveEntries(someone(there.ours, key), place, allRated(questions, 4))
    await submitCard(someone(there.ours, key), place, null)
  }
  const question = questions[0]?.id ?? ''
  const aroha = someone(there.ours, A)
  const agreed = { rating: 5, level: null, months: null }
  const other = { ...agreed, reason: 'Said more than candidate 2 did.' }
  await assert.rejects(() => agree(aroha, { ...place, question }, other), /Leave Candidate 2 out of this/)
  await agree(aroha, { ...place, question }, { ...agreed, reason: 'Candidate 1 said what came of it.' })
})

test('a program signs the decision that it has read, and no other', async () => {
  const { vacancyId } = await makeDecidedVacancy(there.ours)
  const owen = there.as('owen', 'recruiter')
  const { head, standing, decisions } = await openDecision(owen, vacancyId)
  const entries = standing.candidates.flatMap(({ id, asked }) =>
    asked === 'asked'
      ? [{ candidate: id, outcome: 'no' as const, place: null, reason: 'No example was heard.', despite: '' }]
      : [],
  )
  await decide(owen, vacancyId, { seen: head, entries, changes: 'The post has gone.' })
  const sign = (body: object) =>
    appFor(someone(there.ours, A)).request(`http://localhost/api/recruit/${vacancyId}/decision/signature`, {
      ...{ method: 'POST', body: JSON.stringify({ dissent: null, ...body }) },
      headers: { origin: 'http://localhost', 'content-type': 'application/json' },
    })
  assert.equal((await sign({})).status, 422)
  assert.equal((await sign({ upTo: lastDecided(decisions) })).status, 409)
  const now = await openDecision(owen, vacancyId)
  assert.equal((await sign({ upTo: lastDecided(now.decisions) })).status, 200)
})

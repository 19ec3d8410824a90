/** What the pages say to somebody who uses them for the first time, and leaves out what may be left out. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '#context.ts'
import { links } from '#routes.ts'
import { appFor } from '../../test/app.ts'
import { moveCandidate } from './actions/candidate.ts'
import { saveEntries, submitCard } from './actions/card.ts'
import { openDecision } from './actions/decision.ts'
import { sheetField } from './decision/sheet.ts'
import { type App, openHiring, send, VACANCY } from './fixtures/hiring.ts'
import { allRated, makeTestVacancy, PANEL, someone, type TestVacancy } from './fixtures/panel.ts'

type Hiring = Awaited<ReturnType<typeof openHiring>>
let hiring: Hiring
let ours: Context
let vacancy: TestVacancy
let place: { vacancyId: string; candidateId: string }
before(async () => {
  hiring = await openHiring()
  ours = hiring.ours
  vacancy = await makeTestVacancy(ours, 1)
  place = { vacancyId: vacancy.vacancyId, candidateId: vacancy.candidateIds[0] ?? '' }
})
after(() => hiring.close())

const owen = () => someone(ours, 'owen', 'recruiter')
const read = async (app: App, path: string) => (await app.request(`http://localhost${path}`)).text()

test('after the kit is fixed, and for somebody who is invited, the page says what comes next', async () => {
  const { vacancyId, candidateId } = place
  const app = appFor(owen())
  assert.match(await read(app, links.kit(vacancyId)), /let people apply/)
  const html = await read(app, links.candidate(vacancyId, candidateId))
  assert.equal(html.match(/Arrange an interview/g)?.length, 1)
  assert.ok(html.indexOf('Arrange an interview') < html.indexOf('The interview has taken place'))
})

test('an answer that is rated without a level may be submitted, and the page says what is open then', async () => {
  for (const key of PANEL) {
    const member = someone(ours, key)
    await saveEntries(member, place, allRated(vacancy.questions, 5))
    const html = await read(appFor(member), links.scorecardSubmission(place.vacancyId, place.candidateId))
    assert.match(html, new RegExp(`${vacancy.questions.length} answers have a rating and no level`))
    await submitCard(member, place, null)
  }
})

test('an agreement in which nothing was chosen is not taken for “cannot be rated”', async () => {
  const app = appFor(someone(ours, PANEL[0]))
  const at = links.consensus(place.vacancyId, place.candidateId, vacancy.questions.at(-1)?.id ?? '')
  const nothing = await send(app, at, { rating: '', reason: 'We talked it over.' })
  assert.equal(nothing.status, 422)
  assert.match(await nothing.text(), /Choose the rating that you agree on, or that it cannot be rated\./)
  const none = await send(app, at, { rating: 'none', reason: 'Nobody heard the end of it.' })
  assert.equal(none.status, 303)
})

test('whoever is hired without a level being written down is not told that nobody looked', async () => {
  const { vacancyId, candidateId } = place
  const app = appFor(owen())
  const { head } = await openDecision(owen(), vacancyId)
  const sheet = {
    ...{ seen: String(head), looked: '' },
    [sheetField('outcome', candidateId)]: 'offer',
    [sheetField('reason', candidateId)]: 'Rang the customer back at six, before anything was settled.',
  }
  assert.equal((await send(app, links.decision(vacancyId), sheet)).status, 303)
  for (const stage of ['interviewed', 'offered'] as const)
    await moveCandidate(owen(), place, { stage, mail: null })
  const hired = await send(app, links.hire(vacancyId, candidateId), {
    ...{ way: 'new', startsOn: '2027-01-04', name: 'Candidate 1', title: 'Customer Adviser' },
  })
  assert.equal(hired.status, 303, await hired.text())
  const html = await read(app, hired.headers.get('location') ?? '')
  assert.match(html, /No level was written down in the interviews/)
})

test('what was said on arrival is not said again when the application is over, and promises no mail', async () => {
  const own = `${await hiring.applied('Petra Vance')}?done=applied`
  const arrived = await read(hiring.stranger(), own)
  assert.match(arrived, /Keep the address of this page/)
  assert.doesNotMatch(arrived, /have sent you a mail/)
  const candidate = await hiring.candidateNamed('Petra Vance')
  const which = { vacancyId: VACANCY, candidateId: candidate?.id ?? '' }
  await moveCandidate(owen(), which, { stage: 'refused', mail: null })
  assert.doesNotMatch(await read(hiring.stranger(), own), /Your application has arrived/)
})

test('groups with the same rate are said to have the same, not one of them the highest', async () => {
  const html = await read(appFor(someone(ours, 'ngaio', 'hr')), `${links.fairness()}?dimension=sex`)
  const whole = html.slice(html.indexOf('id="whole"'))
  assert.match(whole, /5 of 15/)
  assert.match(whole, /4 of 12/)
  assert.match(whole, /The rate is the same for all\./)
  assert.match(html.slice(0, html.indexOf('id="whole"')), /The highest rate has: Woman\./)
})

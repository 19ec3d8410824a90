import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoId } from '../../demo/rows.ts'
import { appFor } from '../../test/app.ts'
import { addCandidate, moveCandidate } from './actions/candidate.ts'
import { openHiring, send, VACANCY } from './fixtures/hiring.ts'
import { aboutRecruit, eraseRecruit } from './store/about.ts'
import { listPanel } from './store/vacancies.ts'

type Hiring = Awaited<ReturnType<typeof openHiring>>
let hiring: Hiring
let ours: Hiring['ours']
before(async () => {
  hiring = await openHiring()
  ours = hiring.ours
})
after(() => hiring.close())

test('an interview is arranged in its zone, told by mail, in the calendar, and given to the candidate with the questions', async () => {
  const owen = hiring.as('owen', 'recruiter')
  const own = await hiring.applied('Inga Asked')
  const one = await hiring.candidateNamed('Inga Asked')
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
  const calendar = await (await hiring.stranger().request(`http://localhost${own}/interview.ics`)).text()
  assert.match(calendar, /DTSTART:20300603T133000Z\r\nDTEND:20300603T141500Z/)
  assert.match(calendar, /SEQUENCE:0/)
  const page = await (await hiring.stranger().request(`http://localhost${own}`)).text()
  assert.match(page, /3 June 2030, 14:30 \(Europe\/London\)/)
  assert.doesNotMatch(page, /The questions<\/h3>/)
  const panel = appFor(hiring.as('marcus'))
  const list = await (await panel.request(`http://localhost/recruit/${VACANCY}/interview`)).text()
  assert.match(list, /Inga Asked/)
  assert.equal(
    (await appFor(hiring.as('bilal')).request(`http://localhost/recruit/${VACANCY}/interview`)).status,
    404,
  )
  await send(app, `${at}/interview/cancellation`, {})
  const gone = await (await hiring.stranger().request(`http://localhost${own}/interview.ics`)).text()
  assert.match(gone, /METHOD:CANCEL/)
  assert.match(gone, /SEQUENCE:1/)
})

test('two interviews of one panel at the same time are said to clash', async () => {
  const owen = hiring.as('owen', 'recruiter')
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
    assert.equal((await appFor(hiring.as('ngaio', 'hr')).request(`http://localhost${path}`)).status, 200)
    assert.equal(
      (await appFor(hiring.as('owen', 'recruiter')).request(`http://localhost${path}`)).status,
      404,
    )
  }
})

test('programs read candidates without ratings and without what was said of their own will', async () => {
  const path = `http://localhost/api/recruit/${VACANCY}/candidate`
  const { candidates } = await (await appFor(hiring.as('owen', 'recruiter')).request(path)).json()
  assert.ok(candidates.length >= 3)
  assert.doesNotMatch(JSON.stringify(candidates), /woman|rating|sex/)
  assert.equal((await appFor(hiring.as('marcus')).request(path)).status, 404)
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

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoId } from '../../demo/rows.ts'
import { appFor } from '../../test/app.ts'
import { moveCandidate } from './actions/candidate.ts'
import { saveEntries, submitCard } from './actions/card.ts'
import { makeDecidedVacancy } from './fixtures/decided.ts'
import { openHiring } from './fixtures/hiring.ts'
import { allRated, makeTestVacancy, PANEL } from './fixtures/panel.ts'
import { setState } from './store/state.ts'
import { listOpenWork } from './store/waiting.ts'
import { type OpenWork, waitingFor } from './waiting.ts'

let hiring: Awaited<ReturnType<typeof openHiring>>
before(async () => {
  hiring = await openHiring()
})
after(() => hiring.close())

const NOW = new Date('2026-05-31T12:00:00Z')
const WORK: OpenWork = {
  ...{ vacancy: 'v', title: 'Adviser', state: 'interviews', isFixed: true, decideBy: null, onPanel: true },
  ...{ chairs: false, prepared: true, applied: 0, interviews: [], unrated: [], unsigned: false },
  ...{ allRated: false, untold: 0 },
}
const kinds = (work: Partial<OpenWork>, oversees = false) =>
  waitingFor([{ ...WORK, ...work }], { now: NOW, oversees }).map(({ kind }) => kind)
const interview = (startsAt: string, zone = 'Europe/London') => ({
  ...{ candidate: 'c', name: 'Wren', startsAt, minutes: 60, zone },
})

test('an interview is today as the day is where it is held, and until it is over', () => {
  assert.deepEqual(kinds({ interviews: [interview('2026-05-31T11:30:00Z')] }), ['interview'])
  assert.deepEqual(kinds({ interviews: [interview('2026-05-31T10:30:00Z')] }), [])
  assert.deepEqual(kinds({ interviews: [interview('2026-06-01T08:00:00Z')] }), [])
  // In Auckland it is already the first of June.
  assert.deepEqual(kinds({ interviews: [interview('2026-05-31T22:00:00Z', 'Pacific/Auckland')] }), [
    'interview',
  ])
  const [line] = waitingFor([{ ...WORK, interviews: [interview('2026-05-31T13:30:00Z')] }], {
    now: NOW,
    oversees: false,
  })
  assert.equal(line?.detail, '14:30')
})

test('what is most pressing comes first, and each waits for whoever can do it', () => {
  const everything: Partial<OpenWork> = {
    ...{ isFixed: false, applied: 2, decideBy: '2026-06-05', prepared: false, unsigned: true, chairs: true },
    unrated: [{ candidate: 'c', name: 'Wren' }],
  }
  assert.deepEqual(kinds(everything, true), ['rate', 'sign', 'prepare', 'answer', 'decide', 'fix'])
  assert.deepEqual(kinds(everything), ['rate', 'sign', 'prepare', 'decide'])
  assert.deepEqual(kinds({ ...everything, chairs: false }), ['rate', 'sign', 'prepare'])
  assert.deepEqual(kinds({ ...everything, onPanel: false }, true), ['answer', 'decide', 'fix'])
  assert.deepEqual(kinds({ decideBy: '2026-06-08' }, true), [])
})

test('when everybody is rated a decision is due; when it is made, people wait to hear, and its interviews count no more', () => {
  assert.deepEqual(kinds({ allRated: true }, true), ['due'])
  assert.deepEqual(kinds({ allRated: true, chairs: true }), ['due'])
  assert.deepEqual(kinds({ allRated: true }), [])
  assert.deepEqual(kinds({ allRated: true, decideBy: '2026-06-05' }, true), ['due'])
  assert.deepEqual(kinds({ state: 'decided', untold: 2 }, true), ['tell'])
  assert.deepEqual(kinds({ state: 'decided', untold: 2, chairs: true }), [])
  assert.deepEqual(kinds({ state: 'decided', interviews: [interview('2026-05-31T13:30:00Z')] }, true), [])
})

test('a decision is due once the last card is in, and the results lead the chair to it', async () => {
  const { vacancyId, candidateIds, questions } = await makeTestVacancy(hiring.ours, 2)
  const aroha = hiring.as('aroha')
  const workNow = async () => {
    const me = demoId('person', 'aroha')
    const all = await aroha.read((db) => listOpenWork(db, { me, oversees: false, now: aroha.now() }))
    return all.find(({ vacancy }) => vacancy === vacancyId)
  }
  await hiring.ours.keep((tx) => setState(tx, vacancyId, 'interviews', ['planned', 'open']))
  for (const key of PANEL)
    for (const candidateId of candidateIds) {
      assert.equal((await workNow())?.allRated, false)
      const ctx = hiring.as(key)
      await saveEntries(ctx, { vacancyId, candidateId }, allRated(questions, 5))
      await submitCard(ctx, { vacancyId, candidateId }, null)
    }
  assert.equal((await workNow())?.allRated, true)
  const results = async (key: string) =>
    (await appFor(hiring.as(key)).request(`/recruit/${vacancyId}/results`)).text()
  assert.match(await results('aroha'), />Decide</)
  assert.doesNotMatch(await results('marcus'), />Decide</)
})

test('who was decided on and not moved waits to hear', async () => {
  const { vacancyId, candidateIds } = await makeDecidedVacancy(hiring.ours)
  const owen = hiring.as('owen', 'recruiter')
  const untold = async () => {
    const all = await owen.read((db) => listOpenWork(db, { me: null, oversees: true, now: owen.now() }))
    return all.find(({ vacancy }) => vacancy === vacancyId)?.untold
  }
  assert.equal(await untold(), 2)
  const which = { vacancyId, candidateId: candidateIds[1] ?? '' }
  await moveCandidate(owen, which, { stage: 'refused', mail: null })
  assert.equal(await untold(), 1)
  const page = await appFor(owen).request(`/recruit/${vacancyId}/results`)
  assert.match(await page.text(), /Read the decision/)
})

test('who recruits and who is on a panel find what waits on their first page; all others find nothing of hiring', async () => {
  const page = async (key: string, ...roles: ('recruiter' | 'steward')[]) =>
    (await appFor(hiring.as(key, ...roles)).request('/')).text()
  const owen = await page('owen', 'recruiter')
  assert.match(owen, /Hiring waits for you/)
  assert.match(owen, /A kit that is not fixed/)
  const marcus = await page('marcus')
  assert.match(marcus, /You are on a panel/)
  assert.match(marcus, /Prepare for the interviews/)
  const tomasz = await page('tomasz', 'steward')
  assert.doesNotMatch(tomasz, /Hiring waits|on a panel|Vacancies/)
})

test('a card that is submitted waits no more, and neither does one that may not be given any more', async () => {
  const id = demoId('vacancy', 'technician')
  const unratedOf = async (key: string) => {
    const ctx = hiring.as(key)
    const me = demoId('person', key)
    const work = await ctx.read((db) => listOpenWork(db, { me, oversees: false, now: ctx.now() }))
    return work.find(({ vacancy }) => vacancy === id)?.unrated.map(({ candidate }) => candidate) ?? []
  }
  const submitted = await hiring.ours.read((db) =>
    db
      .selectFrom('scorecard')
      .innerJoin('candidate', 'candidate.id', 'scorecard.candidate_id')
      .select(['scorecard.candidate_id', 'scorecard.person_id'])
      .where('scorecard.organization_id', '=', db.organizationId)
      .where('candidate.vacancy_id', '=', id)
      .where('submitted_at', 'is not', null)
      .execute(),
  )
  assert.ok(submitted.length > 0)
  for (const key of ['stella', 'aroha', 'hamish']) {
    const given = submitted.filter(({ person_id }) => person_id === demoId('person', key))
    const waiting = await unratedOf(key)
    for (const { candidate_id } of given) assert.ok(!waiting.includes(candidate_id), key)
  }
})

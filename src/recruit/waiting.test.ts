import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoId } from '../../demo/rows.ts'
import { appFor } from '../../test/app.ts'
import { openHiring } from './fixtures/hiring.ts'
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

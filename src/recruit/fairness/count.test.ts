import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { appFor } from '../../../test/app.ts'
import { moveCandidate } from '../actions/candidate.ts'
import { countDecided, openFairness } from '../actions/fairness.ts'
import { openHiring, send, VACANCY } from '../fixtures/hiring.ts'
import { countOutcomes, isCounted } from '../store/fairness.ts'
import { setState } from '../store/state.ts'

let hiring: Awaited<ReturnType<typeof openHiring>>
before(async () => {
  hiring = await openHiring()
})
after(() => hiring.close())

const ownPages = new Map<string, string>()

/** Somebody applies and, if they like, says something of themselves; then they are refused. */
async function refused(name: string, sex: string | null): Promise<void> {
  const own = await hiring.applied(name)
  ownPages.set(name, own)
  if (sex !== null) await send(hiring.stranger(), `${own}/voluntary`, { sex })
  const candidate = await hiring.candidateNamed(name)
  assert.ok(candidate)
  const place = { vacancyId: VACANCY, candidateId: candidate.id }
  await moveCandidate(hiring.as('owen', 'recruiter'), place, { stage: 'refused', mail: null })
}

const groups = async () =>
  (await hiring.ours.read((db) => countOutcomes(db, 'sex'))).find(({ vacancyId }) => vacancyId === VACANCY)
    ?.groups
const answers = () =>
  hiring.ours.read((db) =>
    db
      .selectFrom('candidate_voluntary')
      .selectAll()
      .where('organization_id', '=', db.organizationId)
      .execute(),
  )
/** The night's work, so many days from now. */
const night = (days: number) =>
  countDecided({ ...hiring.ours, now: () => new Date(Date.now() + days * 86_400_000) })

test('four weeks after it is over a vacancy’s answers become counts, and the answers go', async () => {
  await refused('Ada Zebra', 'woman')
  await refused('Bea Zebra', 'woman')
  await refused('Cy Zebra', 'man')
  await refused('Dee Zebra', null)
  await night(400)
  assert.equal(await hiring.ours.read((db) => isCounted(db, VACANCY)), false, 'it is not over')
  await hiring.ours.keep((tx) => setState(tx, VACANCY, 'decided', ['planned', 'open', 'interviews']))
  // It was to be decided in 45 days.
  await night(45 + 20)
  assert.equal(await groups(), undefined)
  const before = (await answers()).length
  await night(45 + 30)
  const told = await groups()
  const notInvited = Object.fromEntries([...(told ?? [])].map(([answer, one]) => [answer, one.notInvited]))
  assert.deepEqual(notInvited, { woman: 2, man: 1, unknown: 1 })
  assert.equal((await answers()).length, before - 3)
})

test('what happens afterwards changes no count, and no answer is taken any more', async () => {
  const was = await groups()
  const candidate = await hiring.candidateNamed('Cy Zebra')
  assert.ok(candidate)
  const place = { vacancyId: VACANCY, candidateId: candidate.id }
  await moveCandidate(hiring.as('owen', 'recruiter'), place, { stage: 'offered', mail: null })
  const late = await send(hiring.stranger(), `${ownPages.get('Dee Zebra')}/voluntary`, { sex: 'woman' })
  assert.equal(late.status, 409)
  await send(hiring.stranger(), `${ownPages.get('Ada Zebra')}/erasure`, {})
  await night(200)
  assert.deepEqual(await groups(), was)
  const page = await hiring.stranger().request(`http://localhost${ownPages.get('Dee Zebra')}/voluntary`)
  assert.match(await page.text(), /added up to counts that lead to nobody/)
})

test('so few are never told, and a day that is none comes back with the form', async () => {
  const hr = hiring.as('gwen', 'hr')
  const wanted = { by: 'sex', role: '', vacancy: '', from: '', to: '' }
  const { blocks } = await openFairness({ ...hr, now: () => new Date(Date.now() + 600 * 86_400_000) }, wanted)
  for (const { level, vacancies } of blocks)
    if (vacancies.some(({ id }) => id === VACANCY)) assert.ok(level !== 'full' && vacancies.length > 1)
  const page = await appFor(hr).request('http://localhost/recruit/fairness?from=2026-02-30')
  assert.equal(page.status, 422)
  assert.match(await page.text(), /Give a day such as 2026-05-31[\s\S]*value="2026-02-30"/)
})

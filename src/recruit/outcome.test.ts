import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '#context.ts'
import { Invalid, NotFound } from '#errors.ts'
import { NO_FILTER } from '#history/happening.ts'
import { listEvents } from '#history/store/events.ts'
import { dayOf } from '#people/day.ts'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import { openLedger } from './actions/ledger.ts'
import { askManagers, listAsks, openOutcome, sayOutcome } from './actions/outcome.ts'
import { someone } from './fixtures/panel.ts'
import { ledgerJson } from './json/ledger.ts'
import { asksOn, type Hire, monthsAfter, UNSEEN } from './ledger/outcome.ts'
import { aboutRecruit, eraseRecruit } from './store/about.ts'
import { countAgedVacancies, emptyAgedVacancies } from './store/aged.ts'
import { listHires, listOutcomesOf } from './store/outcomes.ts'

let database: TestDatabase
let ours: Context
/** Somebody of the example who was hired and reports to somebody, at the time when it is asked after 6 months. */
let hire: Hire
let manager: Context
before(async () => {
  database = await openTestDatabase()
  ours = await loadExample(database)
  const hires = await ours.read((db) => listHires(db, dayOf(new Date())))
  const found = hires.findLast(({ managerId }) => managerId !== null)
  assert.ok(found?.managerId)
  hire = found
  const person = { id: found.managerId, name: 'Their manager' }
  const viewer = { ...someone(ours, 'olive', 'manager').viewer, person }
  manager = { ...ours.as(viewer), now: () => new Date(`${monthsAfter(hire.startsOn, 6)}T12:00:00Z`) }
})
after(() => database.close())

const which = () => ({ candidateId: hire.candidateId, after: 6 as const })
const asked = () => openOutcome(manager, which())

test('months are counted by the calendar, and a shorter month ends earlier', () => {
  assert.equal(monthsAfter('2026-01-15', 6), '2026-07-15')
  assert.equal(monthsAfter('2025-08-31', 6), '2026-02-28')
  assert.equal(monthsAfter('2023-02-28', 12), '2024-02-28')
})

test('it is asked from the day on and for three months, the one that ends first on top', () => {
  const one: Hire = {
    ...{ candidateId: 'c', personId: 'p', name: 'P', vacancyId: 'v', title: 'T', startsOn: '2026-01-10' },
    ...{ managerId: 'm', answered: [6] },
  }
  assert.deepEqual(asksOn([one], '2026-07-09'), [])
  const [ask] = asksOn([one], '2026-07-10')
  assert.deepEqual([ask?.after, ask?.closesOn, ask?.isAnswered], [6, '2026-10-10', true])
  assert.equal(asksOn([one], '2026-10-11').length, 0)
  assert.equal(asksOn([one], '2027-01-10')[0]?.after, 12)
})

test('the manager is asked on their first page and in one mail, and nobody else', async () => {
  const isAsked = (ctx: Context) =>
    ctx
      .read((db) => listAsks(ctx, db))
      .then((asks) => asks.some((one) => one.hire.candidateId === hire.candidateId))
  assert.equal(await isAsked(manager), true)
  assert.equal(await isAsked({ ...someone(ours, 'gwen', 'manager', 'hr'), now: manager.now }), false)
  const mails = async () =>
    (
      await ours.read((db) =>
        db.selectFrom('mail').select('subject').where('organization_id', '=', db.organizationId).execute(),
      )
    ).filter(({ subject }) => subject.includes(`${hire.name} do after 6 months`))
  await ours.keep((tx) =>
    tx
      .updateTable('person')
      .set({ email: 'manager@ours.example' })
      .where('organization_id', '=', tx.organizationId)
      .where('id', '=', manager.viewer.person?.id ?? '')
      .execute(),
  )
  await askManagers({ ...ours, now: manager.now })
  await askManagers({ ...ours, now: manager.now })
  assert.equal((await mails()).length, 1)
})

test('the form shows the levels’ words and nothing of the interview; what is left open comes back', async () => {
  const app = appFor(manager)
  const path = `http://localhost/recruit/outcome/${hire.candidateId}/6`
  const page = await (await app.request(path)).text()
  const { criteria, frameworks } = await asked()
  assert.ok(criteria.length > 1)
  const [first] = criteria
  const words = frameworks
    .get(first?.framework ?? '')
    ?.competencies.find(({ key }) => key === first?.competency)
  assert.ok(words)
  assert.doesNotMatch(page, /of 7|Qualified|combination/i)
  const headers = { origin: 'http://localhost' }
  const body = new URLSearchParams({ [first?.id ?? '']: UNSEEN })
  const answer = await app.request(path, { method: 'POST', headers, body })
  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /Choose a level for/)
  assert.deepEqual(await ours.read((db) => listOutcomesOf(db, which())), [])
})

test('nobody but the manager says it, and nobody at another time', async () => {
  const hr = { ...someone(ours, 'gwen', 'manager', 'hr', 'recruiter'), now: manager.now }
  await assert.rejects(openOutcome(hr, which()), NotFound)
  await assert.rejects(sayOutcome(hr, which(), {}), NotFound)
  const early = { ...manager, now: () => new Date(`${hire.startsOn}T12:00:00Z`) }
  await assert.rejects(openOutcome(early, which()), NotFound)
})

test('what is said stands once, can be changed, and is told of in the history without any level', async () => {
  const { criteria, frameworks } = await asked()
  const levelsOf = (id: string) => frameworks.get(id)?.scale.levels.map(({ key }) => key) ?? []
  const all = Object.fromEntries(criteria.map(({ id, framework }) => [id, levelsOf(framework)[0] ?? '']))
  await assert.rejects(
    sayOutcome(manager, which(), { ...all, [criteria[0]?.id ?? '']: 'no such level' }),
    Invalid,
  )
  await sayOutcome(manager, which(), all)
  await sayOutcome(manager, which(), { ...all, [criteria[0]?.id ?? '']: UNSEEN })
  const said = await ours.read((db) => listOutcomesOf(db, which()))
  assert.equal(said.length, criteria.length)
  assert.equal(said.filter(({ level }) => level === null).length, 1)
  const about = await ours.read((db) => aboutRecruit(db, hire.personId, { words: true }))
  assert.match(JSON.stringify(about), /"after months":6/)
  const forOthers = await ours.read((db) => aboutRecruit(db, hire.personId, { words: false }))
  assert.doesNotMatch(JSON.stringify(forOthers), /after months/)
  const told = await ours.read((db) =>
    listEvents(db, { ...NO_FILTER, act: 'hiring' }, { before: null, limit: 50 }),
  )
  const own = told.filter(({ on }) => on.id === hire.personId)
  assert.deepEqual(
    own.slice(0, 2).map(({ note }) => note),
    [{ afterMonths: 6 }, { afterMonths: 6 }],
  )
})

test('the ledger counts it without a name, and for programs there is no row of a person', async () => {
  const owen = someone(ours, 'owen', 'recruiter')
  const ledger = await openLedger(owen)
  assert.ok(ledger.hired > 0 && ledger.given > 0)
  const rows = ledger.competencies.flatMap(({ hired }) => hired)
  assert.deepEqual(Object.keys(rows[0] ?? {}).toSorted(), ['later', 'score', 'settled', 'wasAgreed'])
  const page = await (await appFor(owen).request('http://localhost/recruit/ledger')).text()
  assert.ok(page.includes('Does it predict?') && !page.includes(hire.name))
  const json = JSON.stringify(ledgerJson(ledger))
  assert.doesNotMatch(json, /"later"|"score"|"hired":\[/)
  const answer = await appFor(owen).request('http://localhost/api/recruit/ledger')
  assert.deepEqual(await answer.json(), JSON.parse(json))
  const member = await appFor(someone(ours, 'bilal')).request('http://localhost/api/recruit/ledger')
  assert.equal(member.status, 404)
})

test('it goes with the person: after erasure nothing says how they did', async () => {
  await ours.keep((tx) => eraseRecruit(tx, hire.personId, new Date()))
  assert.deepEqual(await ours.read((db) => listOutcomesOf(db, which())), [])
  const hires = await ours.read((db) => listHires(db, dayOf(new Date())))
  assert.ok(!hires.some(({ candidateId }) => candidateId === hire.candidateId))
})

test('a vacancy that has been over for years is emptied, and its counts stay', async () => {
  const soon = new Date()
  const due = await ours.read((db) => countAgedVacancies(db, soon))
  assert.ok(due > 0)
  const counts = () =>
    ours.read((db) =>
      db.selectFrom('candidate_count').selectAll().where('organization_id', '=', db.organizationId).execute(),
    )
  const before = (await counts()).length
  assert.equal(await ours.keep((tx) => emptyAgedVacancies(tx, soon)), due)
  assert.equal((await counts()).length, before)
  assert.equal(await ours.read((db) => countAgedVacancies(db, soon)), 0)
  const page = await appFor(someone(ours, 'owen', 'recruiter')).request('http://localhost/recruit/ledger')
  assert.equal(page.status, 200)
})

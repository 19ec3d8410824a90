/** What happens when two windows, or a form that was sent twice, do the same thing at the same moment. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoId } from '../../demo/rows.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import type { Context } from '../context.ts'
import { Conflict } from '../errors.ts'
import { dayOf } from '../people/day.ts'
import { askMore, openAnalysis } from './actions/analysis.ts'
import { listAnalyses } from './store/analysis.ts'
import { listHolders } from './store/holders.ts'

let database: TestDatabase
let ours: Context
const ROLE = demoId('role', 'customer-adviser')

before(async () => {
  database = await openTestDatabase()
  ours = await loadExample(database)
})
after(() => database.close())

test('people are asked once, however often the form is sent', async () => {
  const holders = await ours.read((db) => listHolders(db, ROLE, dayOf(ours.now())))
  const people = holders.slice(0, 3).map(({ personId }) => personId)
  const asking = Array.from({ length: 4 }, () =>
    openAnalysis(ours, { roleId: ROLE, framework: 'at-the-door', people }),
  )
  const refused = (await Promise.allSettled(asking)).filter(({ status }) => status === 'rejected')
  assert.equal(refused.length, 3)
  for (const one of refused) assert.ok(one.status === 'rejected' && one.reason instanceof Conflict)
  const open = (await ours.read((db) => listAnalyses(db, ROLE))).filter(({ closedAt }) => closedAt === null)
  assert.equal(open.filter(({ framework }) => framework === 'At the Door').length, 1)
})

test('once everybody has answered nobody more is asked: the answers can be seen, and theirs would not be given alone', async () => {
  const holders = await ours.read((db) => listHolders(db, ROLE, dayOf(ours.now())))
  const people = holders.slice(0, 2).map(({ personId }) => personId)
  const id = await openAnalysis(ours, { roleId: ROLE, framework: 'pub-service', people })
  const at = new Date()
  await ours.keep((tx) =>
    tx
      .updateTable('role_incumbent')
      .set({ submitted_at: at })
      .where('organization_id', '=', tx.organizationId)
      .where('analysis_id', '=', id)
      .execute(),
  )
  const later = holders.slice(2, 3).map(({ personId }) => personId)
  await assert.rejects(() => askMore(ours, { roleId: ROLE, analysisId: id, people: later }), Conflict)
})

/** A large pack takes seconds to make and check: it is made again only when what it is made from has changed meanwhile. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Context } from '#context.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import { makePack } from './actions/pack.ts'
import { makeDecidedVacancy } from './fixtures/decided.ts'
import { someone } from './fixtures/panel.ts'
import { eraseCandidateRows } from './store/candidate-erasure.ts'

let database: TestDatabase
let ours: Context
before(async () => {
  database = await openTestDatabase()
  ours = await loadExample(database)
})
after(() => database.close())

/** Makes a pack and counts how often was read for it; `meanwhile` happens before the read of that number, from 1. */
async function makeAndCount(vacancyId: string, meanwhile?: { before: number; happens(): Promise<void> }) {
  const owen = someone(ours, 'owen', 'recruiter', 'hr')
  let reads = 0
  const counting: Context = {
    ...owen,
    read: async (work) => {
      reads += 1
      if (reads === meanwhile?.before) await meanwhile.happens()
      return owen.read(work)
    },
  }
  const { verdict } = await makePack(counting, vacancyId, 'name')
  return { reads, faults: verdict.faults.length }
}

test('a candidate who is erased while a pack is being made: it is made once more, and holds', async () => {
  const { vacancyId, candidateIds } = await makeDecidedVacancy(ours)
  const once = await makeAndCount(vacancyId)
  const erased = candidateIds[0] ?? assert.fail()
  const happens = () =>
    ours.keep((tx) => eraseCandidateRows(tx, erased, { pseudonym: 'Candidate 1', at: ours.now() }))
  // After the head and the links were read, before the cards are.
  const twice = await makeAndCount(vacancyId, { before: 3, happens })
  assert.deepEqual([once.faults, twice.faults], [0, 0])
  assert.equal(twice.reads, 2 * once.reads + 1)
})

test('a pack with faults that nobody caused meanwhile is made once, and says them', async () => {
  const { vacancyId } = await makeDecidedVacancy(ours)
  const once = await makeAndCount(vacancyId)
  await ours.keep((tx) =>
    sql`update consensus set reason = 'Another reason.' where organization_id = ${tx.organizationId}
      and candidate_id in (select id from candidate where organization_id = ${tx.organizationId} and vacancy_id = ${vacancyId})`.execute(
      tx,
    ),
  )
  const faulty = await makeAndCount(vacancyId)
  assert.ok(once.faults === 0 && faulty.faults > 0)
  assert.equal(faulty.reads, once.reads + 1)
})

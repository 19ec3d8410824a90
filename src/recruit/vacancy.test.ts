import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Context, createContext } from '#context.ts'
import { Invalid, NotFound } from '#errors.ts'
import { EXAMPLE, ensureOrganization } from '#organization.ts'
import { listAgreedProfiles } from '#role/store.ts'
import { insider, NOBODY, type Role } from '#viewer.ts'
import { loadDemo } from '../../demo/load.ts'
import { demoId } from '../../demo/rows.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { libraryFiles } from '../serve.ts'
import { openVacancy } from './actions/look.ts'
import { makeVacancy } from './actions/vacancy.ts'
import { VacancyInput } from './vacancy.ts'

let database: TestDatabase
let ours: Context
before(async () => {
  database = await openTestDatabase()
  await ensureOrganization(database.world.database, EXAMPLE)
  ours = createContext(database.world, insider(EXAMPLE))
  await loadDemo(ours, libraryFiles())
})
after(() => database.close())

/** Somebody of the example. */
function as(key: string, ...roles: Role[]): Context {
  const person = { id: demoId('person', key), name: key }
  return ours.as({ ...NOBODY, organization: EXAMPLE, person, roles: new Set(['member', ...roles]) })
}

const INPUT = VacancyInput.parse({
  ...{ title: 'Customer Adviser', purpose: 'To find out who can do the job.', places: '1' },
  ...{ applyUntil: '', decideBy: '', keepMonths: '6', questionsBefore: '', jurisdiction: 'GB' },
})
const MEMBERS = ['aroha', 'hamish', 'marcus'].map((key) => demoId('person', key))

test('from an agreed profile one step makes criteria, questions with three bands each, and who asks them', async () => {
  const profiles = await ours.read(listAgreedProfiles)
  const profile = profiles.find(({ requirements }) => requirements.some((one) => one.entryLevel === null))
  assert.ok(profile)
  const owen = as('owen', 'recruiter')
  const panel = { members: MEMBERS, chair: null }
  const id = await makeVacancy(owen, { profileId: profile.id, input: INPUT, panel, points: 7 })
  const opened = await owen.read((db) => openVacancy(owen, db, id))
  assert.deepEqual(
    opened.criteria.map(({ weight }) => weight),
    profile.requirements.map(({ entryLevel, importance }) => (entryLevel === null ? null : importance)),
  )
  const asked = opened.criteria.filter(({ weight }) => weight !== null)
  assert.deepEqual(
    opened.questions.map(({ criterion }) => criterion),
    asked.map((one) => one.id),
  )
  for (const { anchors, askedBy } of opened.questions) {
    assert.equal(anchors.length, 3)
    assert.ok(MEMBERS.includes(askedBy ?? ''))
  }
  assert.deepEqual(opened.part, { rates: false, chairs: false, oversees: true })
})

test('a vacancy is there for its panel and for those who recruit; for everybody else it is not', async () => {
  const [profile] = await ours.read(listAgreedProfiles)
  assert.ok(profile)
  const owen = as('owen', 'recruiter')
  const panel = { members: MEMBERS, chair: MEMBERS[1] ?? null }
  const id = await makeVacancy(owen, { profileId: profile.id, input: INPUT, panel, points: 5 })
  const part = async (ctx: Context) => (await ctx.read((db) => openVacancy(ctx, db, id))).part
  assert.deepEqual(await part(as('hamish')), { rates: true, chairs: true, oversees: false })
  assert.deepEqual(await part(as('ngaio', 'hr')), { rates: false, chairs: false, oversees: true })
  await assert.rejects(() => part(as('bilal')), NotFound)
  await assert.rejects(() => part(as('tomasz', 'steward')), NotFound)
})

test('a draft, and a profile that is not there, make no vacancy', async () => {
  const panel = { members: MEMBERS, chair: null }
  const drafts = await ours.read((db) =>
    db
      .selectFrom('role_profile')
      .select('id')
      .where('organization_id', '=', db.organizationId)
      .where('agreed_at', 'is', null)
      .execute(),
  )
  assert.ok(drafts.length > 0)
  for (const profileId of [...drafts.map(({ id }) => id), ours.newId()])
    await assert.rejects(
      () => makeVacancy(as('owen', 'recruiter'), { profileId, input: INPUT, panel, points: 7 }),
      Invalid,
    )
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { indicatorsAt } from '#framework/model.ts'
import { setCounted } from '#profile/store/counted.ts'
import { insertWorkbook, putAnswers } from '#profile/store/workbook.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { dayOf } from '../people/day.ts'
import { agreedRole, asked, somebody, spotlightOf } from './fixtures/shared-team.ts'
import { listCounted } from './store/hidden.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase({ library: true })
})
after(() => database.close())

/** A role with so many holders, of whom the first has a finished workbook and lets it be counted. Gives that person's id. */
async function roleOf(title: string, holders: number): Promise<string> {
  const { ctx } = database
  const spotlight = await spotlightOf(ctx)
  const people = []
  for (let i = 0; i < holders; i++) people.push(await somebody(ctx, `${title} ${'ABC'[i]}`))
  const asks = [asked(spotlight, 'a2 3/2', () => ctx.newId())]
  await agreedRole(ctx, { title, asks, posts: people.map(({ post }) => post) })
  const personId = people[0]?.id ?? ''
  const [competency] = spotlight.competencies
  const [statement] = competency ? indicatorsAt(competency, '1') : []
  assert.ok(competency && statement)
  const [id, at] = [ctx.newId(), ctx.now()]
  await ctx.keep(async (tx) => {
    const times = { startedAt: at, changedAt: at, finishedAt: at }
    await insertWorkbook(tx, { id, personId, frameworkId: spotlight.id, mixed: false, ...times })
    const place = { text: statement.text, competency: competency.key, also: [], level: '1' }
    await putAnswers(tx, id, [{ statementId: statement.id, ...place, answer: 'now', answeredAt: at }])
    await setCounted(tx, personId, at)
  })
  return personId
}

test('whoever alone, or with one other, holds a role is counted in nothing: the role would say who it is', async () => {
  const { ctx } = database
  await roleOf('Director', 1)
  await roleOf('Deputy', 2)
  const third = await roleOf('Adviser', 3)
  const counted = await ctx.read((db) => listCounted(db, dayOf(ctx.now())))
  assert.deepEqual(
    counted.map(({ personId }) => personId),
    [third],
  )
})

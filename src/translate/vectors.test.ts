import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publishFramework } from '#framework/actions.ts'
import { identify } from '#framework/identify.ts'
import { openTestDatabase } from '../../test/database.ts'
import { compoundWords } from '../../test/journeys/sample-frameworks.ts'
import { closeTranslate } from './actions/desk.ts'
import { translateJobs } from './jobs.ts'

test('a publication asks for the vectors of its texts, which are made once and kept', async () => {
  const database = await openTestDatabase()
  try {
    const { ctx, jobs } = database
    await publishFramework(ctx, identify(compoundWords(), ctx.newId()), 'file')
    assert.deepEqual(
      jobs.map(({ job }) => job),
      ['translate.vectors'],
    )
    const stored = () =>
      ctx.read((db) => db.selectFrom('translate_vector').select(['content', 'meaning']).execute())
    await translateJobs['translate.vectors'](ctx)
    const first = await stored()
    assert.ok(first.length > 5)
    assert.ok(
      first.every(({ content, meaning }) => /^[0-9a-f]{64}$/.test(content) && meaning.length === 4 * 384),
    )
    await translateJobs['translate.vectors'](ctx)
    assert.equal((await stored()).length, first.length)
  } finally {
    await closeTranslate()
    await database.close()
  }
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { findFramework } from '../framework/store.ts'
import { changeDraft, discardDraft, openDraft, publishDraft, startDraft } from './actions.ts'
import { SOURCE } from './fixtures/draft.ts'
import { PublicationForm } from './publish.ts'
import type { Operation } from './review.ts'
import { listDrafts } from './store.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
})
after(() => database.close())

const form = PublicationForm.parse({ title: 'Reception', permission: 'own' })
const read = () => startDraft(database.ctx, SOURCE)
const change = (draftId: string, seen: number, operation: Operation) =>
  changeDraft(database.ctx, { draftId, seen, operation })

/** Puts everything that the reader left over into the notes. */
async function settle(id: string) {
  const { now, position } = await openDraft(database.ctx, id)
  const [competency] = now.competencies
  assert.ok(competency)
  if (now.unplaced.length) await change(id, position, { do: 'keep-as-notes', competency: competency.id })
}

test('a document that was read is there as a draft, with its source, and stands in the list', async () => {
  const id = await read()
  const open = await openDraft(database.ctx, id)
  assert.deepEqual([open.source.name, open.source.text], [SOURCE.name, SOURCE.text])
  assert.equal(open.now.ledger.lostWords, 0)
  assert.deepEqual([open.position, open.undoable], [0, 0])
  const listing = (await database.ctx.read(listDrafts)).find((d) => d.id === id)
  assert.equal(listing?.summary.competencies, open.now.competencies.length)
})

test('each change is kept as a step, an undo is one too, and the list follows', async () => {
  const id = await read()
  await change(id, 0, { do: 'name-framework', title: 'Front desk' })
  assert.equal((await openDraft(database.ctx, id)).now.title, 'Front desk')
  assert.equal((await database.ctx.read(listDrafts)).find((d) => d.id === id)?.summary.title, 'Front desk')
  await change(id, 1, { do: 'undo' })
  const open = await openDraft(database.ctx, id)
  assert.deepEqual([open.now.title, open.position, open.undoable], [open.draft.title, 2, 0])
})

test('a change made on an old page is refused and nothing is written', async () => {
  const id = await read()
  await change(id, 0, { do: 'name-framework', title: 'First' })
  await assert.rejects(change(id, 0, { do: 'name-framework', title: 'Second' }), Conflict)
  assert.equal((await openDraft(database.ctx, id)).now.title, 'First')
})

test('of two changes at the same moment one is made and the other is told', async () => {
  const id = await read()
  const both = await Promise.allSettled([
    change(id, 0, { do: 'name-framework', title: 'One' }),
    change(id, 0, { do: 'name-framework', title: 'Two' }),
  ])
  assert.deepEqual(both.map((r) => r.status).sort(), ['fulfilled', 'rejected'])
  const refused = both.find((r) => r.status === 'rejected')
  assert.ok(refused?.status === 'rejected' && refused.reason instanceof Conflict)
  assert.equal((await openDraft(database.ctx, id)).position, 1)
})

test('a step that does not fit is not kept', async () => {
  const id = await read()
  await assert.rejects(change(id, 0, { do: 'move', items: ['nothing'], to: 'unplaced' }), Invalid)
  assert.equal((await openDraft(database.ctx, id)).position, 0)
})

test('a settled draft is published once, and then it only tells what was read', async () => {
  const id = await read()
  await settle(id)
  const framework = await publishDraft(database.ctx, id, form)
  const stored = await database.ctx.read((db) => findFramework(db, framework.slug))
  assert.deepEqual(stored?.competencies, framework.competencies)
  await assert.rejects(publishDraft(database.ctx, id, form), Conflict)
  const { position } = await openDraft(database.ctx, id)
  await assert.rejects(change(id, position, { do: 'name-framework', title: 'Late' }), Conflict)
  await discardDraft(database.ctx, id)
  assert.ok(await database.ctx.read((db) => findFramework(db, framework.slug)))
})

test('two frameworks of one title get two addresses', async () => {
  const slugs = []
  for (const id of [await read(), await read()]) {
    await settle(id)
    slugs.push((await publishDraft(database.ctx, id, { ...form, title: 'Twice' })).slug)
  }
  assert.deepEqual(slugs, ['twice', 'twice-2'])
})

test('a draft whose tray is full is not published, and stays as it was', async () => {
  const id = await read()
  const { now } = await openDraft(database.ctx, id)
  const [item] = now.competencies[0]?.levels[0]?.indicators ?? []
  await change(id, 0, { do: 'move', items: [item?.id ?? ''], to: 'unplaced' })
  await assert.rejects(publishDraft(database.ctx, id, { ...form, title: 'Unfinished' }), Invalid)
  assert.equal(await database.ctx.read((db) => findFramework(db, 'unfinished')), undefined)
})

test('another organisation finds neither the draft nor its place in the list', async () => {
  const id = await read()
  const other = database.otherOrganization()
  await assert.rejects(openDraft(other, id), NotFound)
  await assert.rejects(changeDraft(other, { draftId: id, seen: 0, operation: { do: 'undo' } }), NotFound)
  assert.deepEqual(await other.read(listDrafts), [])
  await assert.rejects(discardDraft(other, id), NotFound)
  assert.ok(await openDraft(database.ctx, id))
})

test('a change and a publication at the same moment: whichever comes second knows of the first', async () => {
  for (let round = 0; round < 5; round++) {
    const id = await read()
    await settle(id)
    const { position } = await openDraft(database.ctx, id)
    const [published, changed] = await Promise.allSettled([
      publishDraft(database.ctx, id, { ...form, title: `Race ${round}` }),
      change(id, position, { do: 'add-competency', name: 'Added meanwhile' }),
    ])
    assert.equal(published.status, 'fulfilled')
    const names = published.status === 'fulfilled' ? published.value.competencies.map((c) => c.name) : []
    assert.equal(names.includes('Added meanwhile'), changed.status === 'fulfilled')
  }
})

test('of two publications at the same moment one is made', async () => {
  const id = await read()
  await settle(id)
  const both = await Promise.allSettled(
    ['One', 'Two'].map((title) => publishDraft(database.ctx, id, { ...form, title })),
  )
  assert.deepEqual(both.map((r) => r.status).sort(), ['fulfilled', 'rejected'])
})

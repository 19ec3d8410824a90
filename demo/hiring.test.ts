import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '../src/context.ts'
import { openFairness } from '../src/recruit/actions/fairness.ts'
import { openVacancy } from '../src/recruit/actions/look.ts'
import { type SealedContent, verifyChain } from '../src/recruit/chain.ts'
import { latestDecisions, sealedDecision, sealedSignature } from '../src/recruit/decision/decision.ts'
import { sealedKit } from '../src/recruit/kit/sealed.ts'
import { sealedContent } from '../src/recruit/rating/card.ts'
import { sealedConsensus } from '../src/recruit/rating/consensus.ts'
import { listCandidates, listCards } from '../src/recruit/store/cards.ts'
import { listLinks } from '../src/recruit/store/chain.ts'
import { listConsensus } from '../src/recruit/store/consensus.ts'
import { listDecisions, listSignatures } from '../src/recruit/store/decisions.ts'
import { listInterviews } from '../src/recruit/store/interviews.ts'
import { listOnboardingIn } from '../src/recruit/store/onboarding.ts'
import type { Db } from '../src/schema.ts'
import { openTestDatabase, type TestDatabase } from '../test/database.ts'
import { loadExample } from '../test/example.ts'
import { demoId } from './rows.ts'

let database: TestDatabase
let ours: Context
before(async () => {
  database = await openTestDatabase()
  ours = await loadExample(database)
})
after(() => database.close())

/** Everything that is sealed in a vacancy, as it stands now. */
async function standing(db: Db, vacancyId: string): Promise<Map<string, SealedContent>> {
  const opened = await openVacancy(ours, db, vacancyId)
  const cards = (await listCards(db, vacancyId)).filter(({ submittedAt }) => submittedAt !== null)
  const agreed = await listConsensus(db, vacancyId)
  const decisions = await listDecisions(db, vacancyId)
  const signatures = await listSignatures(db, vacancyId)
  return new Map([
    [vacancyId, sealedKit(opened)],
    ...cards.map((one) => [one.id, sealedContent(one)] as const),
    ...agreed.map((one) => [one.id, sealedConsensus(one)] as const),
    ...decisions.map((one) => [one.id, sealedDecision(one)] as const),
    ...signatures.map((one) => [one.id, sealedSignature(one)] as const),
  ])
}

const SEALED: [vacancy: string, kinds: Record<string, number>][] = [
  ['adviser', { kit: 1, card: 15, consensus: 3, decision: 5, signature: 3 }],
  ['technician', { kit: 1, card: 12, consensus: 1 }],
  ['intake', { kit: 1, card: 57, decision: 19, signature: 3 }],
]

for (const [key, kinds] of SEALED)
  test(`everything in the example’s vacancy “${key}” is as it was sealed`, async () => {
    const vacancyId = demoId('vacancy', key)
    const { links, now } = await ours.read(async (db) => ({
      links: await listLinks(db, vacancyId),
      now: await standing(db, vacancyId),
    }))
    assert.deepEqual(verifyChain(links, now), [])
    assert.deepEqual(
      Object.fromEntries(
        [...Map.groupBy(links, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
      ),
      kinds,
    )
    for (const { thing } of links) assert.ok(now.has(thing))
    const times = links.map(({ at }) => at.getTime())
    assert.deepEqual(
      times,
      times.toSorted((a, b) => a - b),
    )
  })

test('a load that was cut short is finished by the next, and nothing stands there twice', async () => {
  const vacancyId = demoId('vacancy', 'adviser')
  const count = () => ours.read(async (db) => (await listLinks(db, vacancyId)).length)
  const before = await count()
  // As it would be had the last load ended before the letters.
  await ours.keep(async (tx) => {
    const own = { organization_id: tx.organizationId }
    await tx
      .updateTable('vacancy')
      .set({ link: 'cut short' })
      .where((eb) => eb.and({ ...own, id: vacancyId }))
      .execute()
    await tx.deleteFrom('candidate_feedback').where('organization_id', '=', tx.organizationId).execute()
  })
  await loadExample(database)
  const after = await ours.read(async (db) => ({
    letters: await db
      .selectFrom('candidate_feedback')
      .select('sent_at')
      .where('organization_id', '=', db.organizationId)
      .execute(),
    link: (await openVacancy(ours, db, vacancyId)).vacancy.link,
    handed: await listOnboardingIn(db, vacancyId),
  }))
  assert.deepEqual([after.letters.length, after.link, after.handed.length], [2, null, 1])
  assert.equal(await count(), before)
})

test('of the running vacancy some interviews are over, one is today and one tomorrow; two cards wait for Hamish', async () => {
  const vacancyId = demoId('vacancy', 'technician')
  const { candidates, cards, interviews } = await ours.read(async (db) => ({
    candidates: await listCandidates(db, vacancyId),
    cards: await listCards(db, vacancyId),
    interviews: await listInterviews(db, vacancyId),
  }))
  assert.equal(candidates.length, 7)
  assert.equal(candidates.filter(({ withdrawnAt }) => withdrawnAt !== null).length, 1)
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
  const days = interviews.map(({ startsAt }) => startsAt.toISOString().slice(0, 10))
  assert.deepEqual(days.slice(-2), [day(0), day(1)])
  const hamish = demoId('person', 'hamish')
  const waiting = candidates.filter(({ id, stage, withdrawnAt }) => {
    const own = cards.find(({ candidateId, personId }) => candidateId === id && personId === hamish)
    return stage === 'interviewed' && withdrawnAt === null && !own?.submittedAt
  })
  assert.deepEqual(
    waiting.map(({ name }) => name),
    ['Erin Gallacher', 'Tomos Bevan'],
  )
  assert.equal(cards.filter(({ submittedAt }) => submittedAt === null).length, 1)
})

test('who was decided for is among the people, with what there is to learn; everybody else has a reason', async () => {
  const vacancyId = demoId('vacancy', 'adviser')
  const { decisions, candidates, handed } = await ours.read(async (db) => ({
    decisions: latestDecisions(await listDecisions(db, vacancyId)),
    candidates: await listCandidates(db, vacancyId),
    handed: await listOnboardingIn(db, vacancyId),
  }))
  const hired = candidates.filter(({ stage }) => stage === 'hired')
  assert.deepEqual(
    hired.map(({ name, personId }) => [name, personId]),
    [['Thandi Nkosi', demoId('person', 'thandi')]],
  )
  assert.deepEqual(
    handed.map(({ personId }) => personId),
    [demoId('person', 'thandi')],
  )
  assert.ok((handed[0]?.goals.length ?? 0) > 0)
  assert.equal(decisions.size, 5)
  for (const { reason } of decisions.values()) assert.ok(reason.length > 40)
})

test('of the old intake the nine who came are known, and of all others nothing but ratings and counts', async () => {
  const vacancyId = demoId('vacancy', 'intake')
  const candidates = await ours.read((db) => listCandidates(db, vacancyId))
  const erased = candidates.filter(({ erasedAt }) => erasedAt !== null)
  assert.deepEqual([candidates.length, erased.length], [27, 18])
  for (const { name, email, notice } of erased) {
    assert.match(name, /^Erased candidate [0-9A-F]{4}$/)
    assert.deepEqual([email, notice], [null, ''])
  }
  const gone = new Set(erased.map(({ id }) => id))
  const cards = await ours.read((db) => listCards(db, vacancyId))
  const words = cards
    .filter(({ candidateId }) => gone.has(candidateId))
    .flatMap(({ entries }) =>
      entries.flatMap(({ notes, quotes }) => [notes ?? '', ...quotes.map(({ text }) => text)]),
    )
  assert.deepEqual([...new Set(words)], [''])
  const { steps } = await openFairness(ours, { by: 'sex', role: '', vacancy: '', from: '', to: '' })
  const whole = steps.find(({ step }) => step === 'whole')?.report
  assert.deepEqual([whole?.applicants, whole?.selected], [27, 9])
})

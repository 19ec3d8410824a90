/** Two people act on a vacancy at the same moment: what is sealed was so when it was sealed, and nothing stays of who was erased. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Context } from '#context.ts'
import { Conflict } from '#errors.ts'
import type { Tx } from '#schema.ts'
import { demoId } from '../../demo/rows.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import { apply } from './actions/apply.ts'
import { eraseByHand, switchLink, withdrawCandidate } from './actions/candidate.ts'
import { saveEntries, submitCard } from './actions/card.ts'
import { decide, openDecision } from './actions/decision.ts'
import { changeQuestion, fixKit, reopenKit } from './actions/kit.ts'
import { openVacancy } from './actions/look.ts'
import { makePack } from './actions/pack.ts'
import { agree } from './actions/together.ts'
import { allRated, makeTestVacancy, PANEL, sent, someone, type TestVacancy } from './fixtures/panel.ts'
import { eraseCandidateRows } from './store/candidate-erasure.ts'
import { holdCandidate, insertCandidate, setWithdrawn } from './store/candidates.ts'
import { listCandidates, listCards } from './store/cards.ts'
import { listLinks } from './store/chain.ts'
import { insertConsensus, listConsensus } from './store/consensus.ts'
import { listDecisions } from './store/decisions.ts'
import { holdVacancy } from './store/hold.ts'
import { setState } from './store/state.ts'
import { fixVacancy, unfixVacancy } from './store/write.ts'

let database: TestDatabase
let ours: Context
let owen: Context
before(async () => {
  database = await openTestDatabase()
  ours = await loadExample(database)
  owen = someone(ours, 'owen', 'recruiter')
})
after(() => database.close())

const [A, B] = PANEL

/** Somebody whose transaction begins when something else has just been done. */
function just(work: () => Promise<unknown>, who: Context): Context {
  return {
    ...who,
    write: async (todo) => {
      await work()
      return who.write(todo)
    },
  }
}

/**
 * Somebody holds rows, changes something once `rival` waits for them (or is done), and lets go. Gives what becomes of the rival:
 * it has begun before the change was there.
 */
async function against<T>(
  change: (tx: Tx) => Promise<void>,
  hold: (tx: Tx) => Promise<void>,
  rival: () => Promise<T>,
): Promise<PromiseSettledResult<T>> {
  let doing: Promise<PromiseSettledResult<T>[]> = Promise.resolve([])
  await ours.keep(async (tx) => {
    await hold(tx)
    let isDone = false
    doing = Promise.allSettled([rival()]).finally(() => {
      isDone = true
    })
    while (!isDone && !(await isWaitedFor(tx))) await new Promise((resolve) => setTimeout(resolve, 5))
    await change(tx)
  })
  const [result] = await doing
  return result ?? assert.fail()
}

async function isWaitedFor(tx: Tx): Promise<boolean> {
  const { rows } = await sql`
    select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`.execute(tx)
  return rows.length > 0
}

function refused(result: PromiseSettledResult<unknown>, why: RegExp): void {
  assert.equal(result.status, 'rejected')
  if (result.status !== 'rejected') return
  assert.ok(result.reason instanceof Conflict, String(result.reason))
  assert.match(result.reason.message, why)
}

/** Two have rated the first candidate. */
async function rated(): Promise<TestVacancy & { place: { vacancyId: string; candidateId: string } }> {
  const vacancy = await makeTestVacancy(ours, 1)
  const place = { vacancyId: vacancy.vacancyId, candidateId: vacancy.candidateIds[0] ?? '' }
  for (const key of [A, B]) {
    await saveEntries(someone(ours, key), place, allRated(vacancy.questions, 5))
    await submitCard(someone(ours, key), place, null)
  }
  return { ...vacancy, place }
}

const AGREED = { rating: 6, level: null, months: null, reason: 'Both heard the second example.' }

async function decideOn({ vacancyId, candidateId }: { vacancyId: string; candidateId: string }) {
  const { head } = await openDecision(owen, vacancyId)
  const said = { place: null, despite: 'The third member was ill.', reason: 'Spoke first, and named a step.' }
  const entries = [{ ...said, candidate: candidateId, outcome: 'offer' as const }]
  await decide(owen, vacancyId, { seen: head, entries, changes: '' })
}

const holds = async (vacancyId: string) =>
  assert.deepEqual((await makePack(owen, vacancyId, 'name')).verdict.faults, [])

test('nothing is agreed any more when it was decided while somebody wrote it down', async () => {
  const { place, questions } = await rated()
  const late = just(() => decideOn(place), someone(ours, A))
  const question = questions[0]?.id ?? ''
  await assert.rejects(() => agree(late, { ...place, question }, AGREED), Conflict)
  assert.deepEqual(await ours.read((db) => listConsensus(db, place.vacancyId)), [])
  await holds(place.vacancyId)
})

test('nothing is agreed any more about who has withdrawn or was erased while somebody wrote it down', async () => {
  for (const go of [withdrawCandidate, eraseByHand]) {
    const { place, questions } = await rated()
    const late = just(() => go(owen, place), someone(ours, A))
    const question = questions[0]?.id ?? ''
    await assert.rejects(() => agree(late, { ...place, question }, AGREED), Conflict)
    assert.deepEqual(await ours.read((db) => listConsensus(db, place.vacancyId)), [])
    await holds(place.vacancyId)
  }
})

test('an agreement that is sent twice at once is sealed once', async () => {
  const { place, questions } = await rated()
  const which = { ...place, question: questions[0]?.id ?? '' }
  const aroha = someone(ours, A)
  const [first, second] = await Promise.all([agree(aroha, which, AGREED), agree(aroha, which, AGREED)])
  assert.equal(first.sealNumber, second.sealNumber)
  const changed = await agree(aroha, which, { ...AGREED, rating: 5 })
  assert.equal(changed.sealNumber, first.sealNumber + 1)
  const again = await agree(aroha, which, AGREED)
  assert.equal(again.sealNumber, first.sealNumber + 2)
})

test('no scorecard is sealed behind a decision that was made while it was submitted', async () => {
  const { place, questions } = await rated()
  const marcus = someone(ours, PANEL[2])
  await saveEntries(marcus, place, allRated(questions, 2))
  const result = await against(
    (tx) => setState(tx, place.vacancyId, 'decided', ['planned', 'open', 'interviews']),
    (tx) => holdVacancy(tx, place.vacancyId),
    () => submitCard(marcus, place, null),
  )
  refused(result, /This vacancy is decided/)
})

test('no scorecard is sealed behind what the panel agreed while it was submitted', async () => {
  const { place, questions } = await rated()
  const marcus = someone(ours, PANEL[2])
  await saveEntries(marcus, place, allRated(questions, 2))
  const one = {
    ...{ ...AGREED, id: ours.newId(), candidateId: place.candidateId, question: questions[0]?.id ?? '' },
    ...{ madeBy: demoId('person', A), madeAt: new Date(), sealNumber: 99 },
  }
  const result = await against(
    (tx) => insertConsensus(tx, one),
    async (tx) => {
      await holdCandidate(tx, place.candidateId)
      await holdVacancy(tx, place.vacancyId)
    },
    () => submitCard(marcus, place, null),
  )
  refused(result, /has already talked about/)
})

test('nothing is decided about who withdrew or was erased while the sheet was on its way', async () => {
  const gone = {
    withdrew: (tx: Tx, id: string) => setWithdrawn(tx, id, new Date()),
    erased: (tx: Tx, id: string) =>
      eraseCandidateRows(tx, id, { pseudonym: 'Erased candidate 1', at: new Date() }),
  }
  for (const change of Object.values(gone)) {
    const { place } = await rated()
    await openDecision(owen, place.vacancyId)
    const result = await against(
      (tx) => change(tx, place.candidateId),
      async (tx) => void (await holdCandidate(tx, place.candidateId)),
      () => decideOn(place),
    )
    refused(result, /Something has been added|has been/)
    assert.deepEqual(await ours.read((db) => listDecisions(db, place.vacancyId)), [])
  }
})

test('nobody begins a scorecard of who was erased at that moment', async () => {
  const { place, questions } = await rated()
  const result = await against(
    (tx) => eraseCandidateRows(tx, place.candidateId, { pseudonym: 'Erased candidate 2', at: new Date() }),
    async (tx) => void (await holdCandidate(tx, place.candidateId)),
    () =>
      saveEntries(someone(ours, PANEL[2]), place, [sent(questions[0]?.id ?? '', { notes: 'Said more.' })]),
  )
  refused(result, /has been erased/)
  const cards = await ours.read((db) => listCards(db, place.vacancyId))
  assert.equal(cards.length, 2)
})

test('nobody begins a scorecard on a kit that is opened again at that moment', async () => {
  const { vacancyId, candidateIds, questions } = await makeTestVacancy(ours, 1)
  const place = { vacancyId, candidateId: candidateIds[0] ?? '' }
  const result = await against(
    (tx) => unfixVacancy(tx, vacancyId),
    (tx) => holdVacancy(tx, vacancyId),
    () => saveEntries(someone(ours, A), place, allRated(questions, 3)),
  )
  refused(result, /not fixed yet/)
})

test('a question that is changed while the kit is fixed stays as it was sealed, and two who fix it seal it once', async () => {
  const { vacancyId } = await makeTestVacancy(ours, 1)
  await reopenKit(owen, vacancyId, 'A question is to be put right.')
  const { questions } = await owen.read((db) => openVacancy(owen, db, vacancyId))
  const [question] = questions
  assert.ok(question)
  const { id, kind, probes, askedBy, anchors } = question
  const text = 'Tell us about a time when you explained something difficult.'
  const input = { kind, text, probes, askedBy, anchors, keep: false }
  const result = await against(
    (tx) => fixVacancy(tx, vacancyId, new Date()),
    (tx) => holdVacancy(tx, vacancyId),
    () => changeQuestion(owen, { vacancyId, questionId: id, input }),
  )
  refused(result, /The kit is fixed/)
  await reopenKit(owen, vacancyId, 'It was fixed too early.')
  const both = await Promise.allSettled([fixKit(owen, vacancyId), fixKit(owen, vacancyId)])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const kits = (await ours.read((db) => listLinks(db, vacancyId))).filter(({ kind }) => kind === 'kit')
  assert.equal(kits.length, 2)
  await holds(vacancyId)
})

test('an application that is sent twice at once arrives once', async () => {
  const vacancyId = demoId('vacancy', 'team-leader')
  await switchLink(owen, vacancyId, true)
  const { vacancy } = await owen.read((db) => openVacancy(owen, db, vacancyId))
  const text = vacancy.link ?? assert.fail()
  const input = { name: 'Wilhelmina Osei', email: 'w.osei@post.example', letter: null, accommodation: null }
  const row = { ...input, id: ours.newId(), vacancyId, notice: '', appliedAt: new Date(), pageHash: null }
  const result = await against(
    (tx) => insertCandidate(tx, row),
    (tx) => holdVacancy(tx, vacancyId),
    () => apply(ours, { text, input }, { address: '192.0.2.9', headers: new Headers() }),
  )
  refused(result, /has applied already/)
  const all = await ours.read((db) => listCandidates(db, vacancyId))
  assert.equal(all.filter(({ email }) => email === input.email).length, 1)
})

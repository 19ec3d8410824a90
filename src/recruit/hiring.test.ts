import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '#context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#errors.ts'
import { PersonInput, PostInput } from '#people/model.ts'
import { findPerson } from '#people/store.ts'
import { aboutEverything } from '#privacy/actions/about.ts'
import { erasePerson } from '#privacy/actions/erase.ts'
import { links } from '#routes.ts'
import { demoId } from '../../demo/rows.ts'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import { eraseByHand, moveCandidate, withdrawCandidate } from './actions/candidate.ts'
import { saveEntries, submitCard } from './actions/card.ts'
import { closeVacancy } from './actions/closing.ts'
import { decide, openDecision, signDecision } from './actions/decision.ts'
import { hire, openOnboarding } from './actions/hire.ts'
import { setPanel } from './actions/panel.ts'
import { verifyChain } from './chain.ts'
import { SheetInput, sealedDecision, sealedSignature } from './decision/decision.ts'
import { freeAgain } from './decision/sheet.ts'
import { allRated, makeTestVacancy, PANEL, someone, type TestVacancy } from './fixtures/panel.ts'
import { sealedContent } from './rating/card.ts'
import { listCardsOf } from './store/cards.ts'
import { listLinks } from './store/chain.ts'
import { listDecisions, listSignatures } from './store/decisions.ts'

let database: TestDatabase
let ours: Context
before(async () => {
  database = await openTestDatabase()
  ours = await loadExample(database)
})
after(() => database.close())

const [A, B, C] = PANEL
const owen = () => someone(ours, 'owen', 'recruiter')

/** A vacancy whose candidates these members have rated, each with its own rating; level and months as given. */
async function rated(candidates: number, members: readonly string[] = PANEL): Promise<TestVacancy> {
  const vacancy = await makeTestVacancy(ours, candidates)
  const { vacancyId } = vacancy
  for (const [i, candidateId] of vacancy.candidateIds.entries())
    for (const key of members) {
      const entries = allRated(vacancy.questions, 6 - i).map((one) => ({ ...one, level: '2', months: 3 + i }))
      await saveEntries(someone(ours, key), { vacancyId, candidateId }, entries)
      await submitCard(someone(ours, key), { vacancyId, candidateId }, null)
    }
  return vacancy
}

type Outcomes = ('offer' | 'reserve' | 'no')[]

async function sheetFor(ctx: Context, vacancy: TestVacancy, outcomes: Outcomes, more: object = {}) {
  const { head, standing } = await openDecision(ctx, vacancy.vacancyId)
  const asked = standing.candidates.filter((one) => one.asked === 'asked')
  return SheetInput.parse({
    seen: head,
    entries: asked.map(({ id }, i) => ({
      ...{ candidate: id, outcome: outcomes[i] ?? 'no', place: outcomes[i] === 'reserve' ? i + 1 : null },
      ...{ reason: `What was heard of number ${i + 1} speaks for it.`, despite: '' },
    })),
    ...more,
  })
}

/** Decides as somebody, as the sheet stands now. */
const decideAs = async (ctx: Context, vacancy: TestVacancy, outcomes: Outcomes, more: object = {}) =>
  decide(ctx, vacancy.vacancyId, await sheetFor(ctx, vacancy, outcomes, more))

async function chainFaults({ vacancyId, candidateIds }: TestVacancy) {
  return ours.read(async (db) => {
    const cards = (await Promise.all(candidateIds.map((id) => listCardsOf(db, id)))).flat()
    const now = new Map([
      ...cards.map((card) => [card.id, sealedContent(card)] as const),
      ...(await listDecisions(db, vacancyId)).map((one) => [one.id, sealedDecision(one)] as const),
      ...(await listSignatures(db, vacancyId)).map((one) => [one.id, sealedSignature(one)] as const),
    ])
    return verifyChain(await listLinks(db, vacancyId), now)
  })
}

test('the chair decides, the panel signs, and a later decision replaces the first without losing it', async () => {
  const vacancy = await rated(2)
  const chair = someone(ours, A)
  const { vacancyId } = vacancy
  const first = await decideAs(chair, vacancy, ['offer', 'reserve'])
  assert.deepEqual(
    first.map(({ outcome, place, madeBy }) => [outcome, place, madeBy]),
    [
      ['offer', null, demoId('person', A)],
      ['reserve', 2, demoId('person', A)],
    ],
  )
  assert.equal(first[0]?.basis.members.length, 3)
  await signDecision(someone(ours, B), vacancyId, { dissent: null })
  await signDecision(someone(ours, B), vacancyId, { dissent: 'A second thought that comes too late.' })
  await signDecision(someone(ours, C), vacancyId, { dissent: 'I would have asked once more about writing.' })
  const view = await openDecision(owen(), vacancyId)
  assert.equal(view.vacancy.state, 'decided')
  assert.deepEqual(
    view.signatures.map(({ dissent }) => dissent),
    [null, 'I would have asked once more about writing.'],
  )
  const changes = { changes: 'The first choice has let us know that they go elsewhere.' }
  await assert.rejects(() => decideAs(owen(), vacancy, ['no', 'offer']), Invalid)
  await decideAs(owen(), vacancy, ['no', 'offer'], changes)
  const after = await openDecision(owen(), vacancyId)
  assert.deepEqual(
    after.decisions.map(({ outcome }) => outcome),
    ['offer', 'reserve', 'no', 'offer'],
  )
  assert.equal((await openDecision(someone(ours, B), vacancyId)).signObstacle, null)
  await signDecision(someone(ours, B), vacancyId, { dissent: null })
  assert.equal((await openDecision(owen(), vacancyId)).signatures.length, 3)
  assert.deepEqual(await chainFaults(vacancy), [])
})

test('the same sheet sent twice is sealed once; one that was opened before something was sealed comes back', async () => {
  const vacancy = await rated(2)
  const late = await sheetFor(owen(), vacancy, ['no', 'offer'])
  const sheet = await sheetFor(owen(), vacancy, ['offer', 'no'])
  const both = await Promise.allSettled([
    decide(owen(), vacancy.vacancyId, sheet),
    decide(someone(ours, A), vacancy.vacancyId, sheet),
  ])
  assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
  await assert.rejects(() => decide(owen(), vacancy.vacancyId, late), Conflict)
  assert.deepEqual(await decideAs(owen(), vacancy, ['offer', 'no']), [])
  assert.equal((await openDecision(owen(), vacancy.vacancyId)).decisions.length, 2)
})

test('who has to rate first, and who is neither chair nor recruits, decides nothing and sees nothing of it', async () => {
  const vacancy = await rated(1, [B])
  const { vacancyId } = vacancy
  const chair = await openDecision(someone(ours, A), vacancyId)
  assert.match(chair.obstacle ?? '', /Submit your own scorecard first/)
  assert.deepEqual(chair.standing.candidates[0]?.basis.members, [])
  await assert.rejects(() => decideAs(someone(ours, A), vacancy, ['offer']), Conflict)
  await assert.rejects(() => decideAs(someone(ours, B), vacancy, ['offer']), Forbidden)
  await assert.rejects(() => openDecision(someone(ours, 'bilal'), vacancyId), NotFound)
  // A card is begun and not submitted: nobody outside the panel sees the others, so nobody decides over its head.
  const [candidateId = ''] = vacancy.candidateIds
  await saveEntries(someone(ours, C), { vacancyId, candidateId }, allRated(vacancy.questions, 2))
  await assert.rejects(() => decideAs(owen(), vacancy, ['offer']), Conflict)
})

test('a decision while cards are missing says so and needs a reason; more offers than places are refused', async () => {
  const vacancy = await rated(2, [A, B])
  const two = async () => decideAs(owen(), vacancy, ['offer', 'offer'])
  await assert.rejects(
    two,
    (error: Error) => error instanceof Invalid && /one place/.test(error.fields[''] ?? ''),
  )
  const [candidate = ''] = vacancy.candidateIds
  const refused = (error: Error) => error instanceof Invalid && `despite:${candidate}` in error.fields
  await assert.rejects(() => decideAs(owen(), vacancy, ['offer', 'no']), refused)
  const sheet = await sheetFor(owen(), vacancy, ['offer', 'no'])
  const entries = sheet.entries.map((one) => ({
    ...one,
    despite: 'The third member is ill until the summer.',
  }))
  const [offer, other] = await decide(owen(), vacancy.vacancyId, { ...sheet, entries })
  assert.equal(offer?.despite, 'The third member is ill until the summer.')
  assert.equal(other?.despite, null)
  assert.deepEqual(offer?.basis.missing, [demoId('person', C)])
})

test('a vacancy is closed when it is decided; then its decision stays, and it can be opened again', async () => {
  const vacancy = await rated(2)
  const { vacancyId, candidateIds } = vacancy
  await assert.rejects(() => closeVacancy(owen(), vacancyId, true), Conflict)
  await decideAs(owen(), vacancy, ['offer', 'reserve'])
  await assert.rejects(() => closeVacancy(someone(ours, B), vacancyId, true), Forbidden)
  await closeVacancy(owen(), vacancyId, true)
  const more = { changes: 'Something new was heard of one.' }
  await assert.rejects(() => decideAs(owen(), vacancy, ['no', 'offer'], more), Conflict)
  await closeVacancy(owen(), vacancyId, false)
  await withdrawCandidate(owen(), { vacancyId, candidateId: candidateIds[0] ?? '' })
  assert.deepEqual(freeAgain((await openDecision(owen(), vacancyId)).standing), ['Candidate 1'])
  const page = await appFor(owen()).request(`http://localhost${links.decision(vacancyId)}`)
  assert.match(await page.text(), /A place is free again.*First in reserve: Candidate 2/)
})

test('a member who left midway does not sign, and their submitted card counts', async () => {
  const vacancy = await rated(1)
  const members = [A, B].map((key) => demoId('person', key))
  await setPanel(owen(), vacancy.vacancyId, { members, chair: members[0] ?? null })
  const [made] = await decideAs(owen(), vacancy, ['offer'])
  assert.equal(made?.basis.members.length, 3)
  assert.deepEqual(made?.basis.missing, [])
  await assert.rejects(() => signDecision(someone(ours, C), vacancy.vacancyId, { dissent: null }), NotFound)
})

test('who withdrew or was erased is not asked about; the words about them go and the chain holds', async () => {
  const vacancy = await rated(3)
  const [first = '', second = ''] = vacancy.candidateIds
  const { vacancyId } = vacancy
  await withdrawCandidate(owen(), { vacancyId, candidateId: second })
  const { standing } = await openDecision(owen(), vacancyId)
  assert.deepEqual(
    standing.candidates.map(({ asked }) => asked),
    ['asked', 'withdrawn', 'asked'],
  )
  await decideAs(owen(), vacancy, ['no', 'offer'])
  await eraseByHand(owen(), { vacancyId, candidateId: first })
  const { decisions } = await openDecision(owen(), vacancyId)
  assert.deepEqual([decisions[0]?.reason, decisions[0]?.outcome], ['', 'no'])
  assert.deepEqual(await chainFaults(vacancy), [])
})

test('nothing of a decision stands in the history but how many', async () => {
  const vacancy = await rated(1)
  await decideAs(owen(), vacancy, ['offer'])
  await signDecision(someone(ours, B), vacancy.vacancyId, { dissent: 'Zebra doubts about it.' })
  const words = await ours.read(async (db) =>
    JSON.stringify(
      await db
        .selectFrom('history_detail')
        .selectAll()
        .where('organization_id', '=', db.organizationId)
        .execute(),
    ),
  )
  assert.doesNotMatch(words, /Zebra|speaks for it/)
})

const NEW = {
  person: PersonInput.parse({ name: 'Candidate 1', email: 'one@marlbrook.example', startsOn: '2027-01-04' }),
  post: PostInput.parse({ title: 'Customer Adviser', startsOn: '2027-01-04' }),
  startsOn: '2027-01-04',
}

/** Offered by decision and letter. */
async function offered(candidates = 1) {
  const vacancy = await rated(candidates)
  const which = { vacancyId: vacancy.vacancyId, candidateId: vacancy.candidateIds[0] ?? '' }
  await decideAs(owen(), vacancy, ['offer', 'no'])
  for (const stage of ['interviewed', 'offered'] as const)
    await moveCandidate(owen(), which, { stage, mail: null })
  return { vacancy, which }
}

test('whoever is hired comes among the people with a post, once, and their goals are handed over', async () => {
  const { which } = await offered()
  const { personId, onboardingId } = await hire(owen(), which, NEW)
  await assert.rejects(() => hire(owen(), which, NEW), Conflict)
  const person = await ours.read((db) => findPerson(db, personId))
  assert.deepEqual(
    person?.posts.map(({ title, startsOn }) => [title, startsOn]),
    [['Customer Adviser', '2027-01-04']],
  )
  const hired = ours.as({
    ...owen().viewer,
    person: { id: personId, name: 'Candidate 1' },
    roles: new Set(['member']),
  })
  const { onboarding, isOwn } = await openOnboarding(hired, onboardingId)
  assert.equal(isOwn, true)
  assert.ok(onboarding.goals.some(({ kind, next }) => kind === 'learned' && next.statements.length > 0))
  const gap = onboarding.goals.find(({ kind }) => kind === 'gap')
  assert.deepEqual([gap?.now?.key, gap?.next.key, gap?.estimated], ['2', '3', { from: 3, to: 3 }])
  await assert.rejects(() => openOnboarding(someone(ours, 'bilal'), onboardingId), NotFound)
  const about = JSON.stringify(await aboutEverything(hired, personId))
  assert.match(about, /for the first months/)
  await erasePerson(someone(ours, 'owen', 'owner'), personId)
  await assert.rejects(() => openOnboarding(owen(), onboardingId), NotFound)
})

test('nobody is hired without a decision or before the offer; who is there already is linked', async () => {
  const vacancy = await rated(1)
  const which = { vacancyId: vacancy.vacancyId, candidateId: vacancy.candidateIds[0] ?? '' }
  await assert.rejects(() => hire(owen(), which, NEW), Conflict)
  await decideAs(owen(), vacancy, ['offer'])
  await assert.rejects(() => hire(owen(), which, NEW), Conflict)
  for (const stage of ['interviewed', 'offered'] as const)
    await moveCandidate(owen(), which, { stage, mail: null })
  const olive = demoId('person', 'olive')
  const { personId } = await hire(owen(), which, { personId: olive, startsOn: '2027-01-04' })
  assert.equal(personId, olive)
  // A new sheet neither asks about them nor gives their place away.
  const { standing } = await openDecision(owen(), which.vacancyId)
  assert.deepEqual(
    standing.candidates.map(({ asked }) => asked),
    ['hired'],
  )
})

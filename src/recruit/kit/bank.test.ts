import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '#context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#errors.ts'
import { demoId } from '../../../demo/rows.ts'
import { appFor } from '../../../test/app.ts'
import {
  bankedQuestion,
  bringBackQuestion,
  keepQuestion,
  retireQuestion,
  rewordQuestion,
} from '../actions/bank.ts'
import { changeQuestion } from '../actions/kit.ts'
import { openVacancy } from '../actions/look.ts'
import { makeVacancy } from '../actions/vacancy.ts'
import { openHiring, send, VACANCY } from '../fixtures/hiring.ts'
import { listBank, listBankVersions } from '../store/bank.ts'
import { questionGiven, questionTyped } from '../typed.ts'
import { VacancyInput } from '../vacancy.ts'
import { BankInput, bankFilterFrom, bankThatMatches } from './bank.ts'
import { QuestionInput } from './input.ts'

let hiring: Awaited<ReturnType<typeof openHiring>>
let owen: Context
before(async () => {
  hiring = await openHiring()
  owen = hiring.as('owen', 'recruiter')
})
after(() => hiring.close())

const opened = (id: string) => owen.read((db) => openVacancy(owen, db, id))
const banked = (id: string) => owen.read((db) => bankedQuestion(owen, db, id))

/** What a question is kept for: the first criterion of the new vacancy. */
async function wordsAbout(text: string): Promise<BankInput> {
  const [criterion] = (await opened(VACANCY)).criteria
  assert.ok(criterion)
  const { framework, competency } = criterion
  return BankInput.parse({
    framework,
    competency,
    kind: 'past',
    text,
    probes: 'What happened?\nWhat came of it?',
  })
}

const TEXT = 'Think of a caller who rang for the fifth time. What did you do?'
const NEWER = 'Think of somebody who rang for the fifth time. What did you do?'

test('a question is kept once for a competency, and only those who recruit look after it', async () => {
  const input = await wordsAbout(TEXT)
  const id = await keepQuestion(owen, input)
  assert.equal((await banked(id)).text, TEXT)
  await assert.rejects(() => keepQuestion(owen, input), Invalid)
  await assert.rejects(() => keepQuestion(owen, { ...input, competency: 'nothing' }), Invalid)
  const aroha = hiring.as('aroha')
  await assert.rejects(() => aroha.read((db) => bankedQuestion(aroha, db, id)), Forbidden)
  await assert.rejects(() => retireQuestion(aroha, id), Forbidden)
  await assert.rejects(() => banked(owen.newId()), NotFound)
})

test('what is changed is a new version; a kit that asks the question keeps the words it had, and is named', async () => {
  const [question] = (await opened(VACANCY)).questions
  assert.ok(question)
  const id = await keepQuestion(owen, await wordsAbout('Tell us about a promise that you could not keep.'))
  const { text, kind, probes } = await banked(id)
  const typed = { ...questionTyped(question), text, kind, probes: probes.join('\n') }
  const input = QuestionInput.parse(questionGiven(typed, question))
  await changeQuestion(owen, { vacancyId: VACANCY, questionId: question.id, input })
  const asked = async () => (await opened(VACANCY)).questions.find((one) => one.id === question.id)
  assert.deepEqual([(await asked())?.source, (await asked())?.text], ['bank', text])
  const words = { kind, probes, text: 'Tell us about a promise that you had to take back.' }
  await rewordQuestion(owen, { id, seen: 1, input: words })
  await assert.rejects(() => rewordQuestion(owen, { id, seen: 1, input: words }), Conflict)
  // The same words again are no version.
  await rewordQuestion(owen, { id, seen: 2, input: words })
  const after = await banked(id)
  assert.deepEqual([after.number, after.text], [2, words.text])
  assert.deepEqual(after.uses, [{ vacancy: VACANCY, title: 'Team Leader, Calls', number: 1 }])
  assert.equal((await asked())?.text, text)
  const versions = await owen.read((db) => listBankVersions(db, id))
  assert.deepEqual(
    versions.map((one) => one.text),
    [words.text, text],
  )
})

test('a question of a kit that is kept stands in the bank as asked there, once', async () => {
  const question = (await opened(VACANCY)).questions[1]
  assert.ok(question)
  const typed = { ...questionTyped(question), text: 'Tell us about a day without a plan.', keep: 'yes' }
  const input = QuestionInput.parse(questionGiven(typed, question))
  for (const _ of [1, 2]) await changeQuestion(owen, { vacancyId: VACANCY, questionId: question.id, input })
  const kept = (await owen.read(listBank)).filter(({ text }) => text === typed.text)
  assert.deepEqual(
    kept.map(({ uses }) => uses.map(({ vacancy }) => vacancy)),
    [[VACANCY]],
  )
})

test('a retired question begins no kit and is changed no more; brought back, it does', async () => {
  const bare = await bareCriterion()
  const id = await keepQuestion(owen, { ...(await wordsAbout(NEWER)), ...bare })
  const begins = async () => {
    const input = VacancyInput.parse({
      ...{ title: 'Technician', purpose: 'To find out who can do it.', places: '1', keepMonths: '6' },
      ...{ applyUntil: '', decideBy: '', questionsBefore: '', jurisdiction: 'GB' },
    })
    const panel = { members: [demoId('person', 'marcus')], chair: null }
    const profileId = demoId('role-profile', 'technician')
    const vacancy = await opened(await makeVacancy(owen, { profileId, input, panel, points: 7 }))
    return vacancy.questions.some(({ text, source }) => text === NEWER && source === 'bank')
  }
  assert.equal(await begins(), true)
  await retireQuestion(owen, id)
  await assert.rejects(() => retireQuestion(owen, id), Conflict)
  const { kind, probes } = await banked(id)
  await assert.rejects(
    () => rewordQuestion(owen, { id, seen: 1, input: { kind, probes, text: TEXT } }),
    Conflict,
  )
  assert.equal(await begins(), false)
  await bringBackQuestion(owen, id)
  assert.equal(await begins(), true)
  assert.equal((await banked(id)).uses.length, 2)
})

/** A competency of the technician's for which the framework has no question of its own. */
async function bareCriterion() {
  const { criteria, questions } = await opened(demoId('vacancy', 'technician'))
  const own = questions.find(({ source }) => source !== 'framework')
  const criterion = criteria.find(({ id }) => id === own?.criterion)
  assert.ok(criterion)
  return { framework: criterion.framework, competency: criterion.competency }
}

test('the list is looked through by words, framework and state', async () => {
  const all = await owen.read(listBank)
  const texts = (query: Record<string, string>) =>
    bankThatMatches(all, bankFilterFrom(query)).map(({ text }) => text)
  assert.ok(texts({ q: 'fift call' }).includes(TEXT))
  assert.deepEqual(texts({ q: 'zebra' }), [])
  assert.ok(!texts({ state: 'unused' }).includes(NEWER))
  assert.deepEqual(texts({ state: 'all', framework: owen.newId() }), [])
})

test('by the page: the checker marks without keeping anything, what is lacking is said, and what is kept is shown', async () => {
  const app = appFor(owen)
  const { framework, competency } = await wordsAbout(TEXT)
  const form = { about: `${framework}/${competency}`, kind: 'past', probes: 'What happened?' }
  const marked = await send(app, '/recruit/bank', { ...form, text: 'Do you like people?', check: 'yes' })
  assert.match(await marked.text(), /Yes or no would answer it/)
  const refused = await send(app, '/recruit/bank', { ...form, probes: '', text: 'Tell us about a fog.' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Write at least one probe/)
  const kept = await send(app, '/recruit/bank', { ...form, text: 'Tell us about a fog.' })
  assert.equal(kept.status, 303)
  const page = await app.request(kept.headers.get('location') ?? '')
  assert.match(await page.text(), /Nowhere yet\./)
  assert.match(await (await app.request('/recruit/bank?q=fog')).text(), /Tell us about a fog\./)
  const json = (await (await app.request('/api/recruit/bank?q=fog')).json()) as {
    questions: { text: string }[]
  }
  assert.deepEqual(
    json.questions.map(({ text }) => text),
    ['Tell us about a fog.'],
  )
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import mammoth from 'mammoth'
import type { Context } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { demoId } from '../../demo/rows.ts'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import { eraseByHand } from './actions/candidate.ts'
import { openFeedback, saveFeedback, sendFeedback } from './actions/feedback.ts'
import { ownPageOf } from './actions/own-link.ts'
import { seeCards } from './actions/sight.ts'
import { hintsFor } from './feedback/check.ts'
import { draftOf, type FeedbackSource } from './feedback/draft.ts'
import type { FeedbackInput } from './feedback/feedback.ts'
import { someone } from './fixtures/panel.ts'
import { findFeedback } from './store/feedback.ts'

let database: TestDatabase
let ours: Context
let owen: Context
/** Refused after the decision, with submitted cards. */
const which = { vacancyId: demoId('vacancy', 'adviser'), candidateId: '' }
before(async () => {
  database = await openTestDatabase()
  ours = await loadExample(database)
  owen = someone(ours, 'owen', 'recruiter')
  const { sights } = await seeCards(owen, which.vacancyId)
  const refused = sights.find(
    ({ candidate, cards }) =>
      candidate.stage === 'refused' &&
      candidate.email !== null &&
      cards.length > 1 &&
      candidate.erasedAt === null,
  )
  assert.ok(refused)
  which.candidateId = refused.candidate.id
})
after(() => database.close())

function inputFrom({ feedback, version }: Awaited<ReturnType<typeof openFeedback>>): FeedbackInput {
  const { opening, closing, parts } = feedback
  return {
    ...{ opening, closing, version },
    parts: parts.map(({ criterion, shown, next }) => ({ criterion, shown, next, quotes: [] })),
  }
}

test('the draft is made of the anchors’ words at the range settled on: what was shown, and the range above', () => {
  const anchors = ['low', 'middle', 'high'].map((text, i) => ({
    ...{ from: [1, 3, 6][i] ?? 1, to: [2, 5, 7][i] ?? 7, label: text, texts: [`${text} words`], level: null },
  }))
  const source = (rating: number | null, agreed?: number | null): FeedbackSource => ({
    criteria: [
      {
        ...{ id: 'c', framework: 'f', competency: 'k', name: 'Listening', entryLevel: '1', level: '1' },
        ...{ months: null, must: true, weight: 1 },
      },
    ],
    questions: [
      {
        ...{ id: 'q', criterion: 'c', kind: 'past', text: '?', probes: [], askedBy: null, points: 7 },
        ...{ source: 'own', anchors },
      },
    ],
    cards: [1, 2].map((member) => ({
      ...{ id: String(member), candidateId: 'x', personId: String(member), startedAt: new Date(0) },
      ...{ submittedAt: new Date(0), sealNumber: 1 },
      entries: [
        {
          ...{ question: 'q', rating, noResponse: rating === null, skipped: null, extraProbe: null },
          ...{ notes: 'A private note.', quotes: [], level: null, months: null, revision: 1 },
        },
      ],
    })),
    consensus:
      agreed === undefined
        ? []
        : [
            {
              ...{ id: 'o', candidateId: 'x', question: 'q', rating: agreed, level: null, months: null },
              ...{ reason: 'A private reason.', madeBy: 'm', madeAt: new Date(0), sealNumber: 2 },
            },
          ],
  })
  const about = { name: 'Kim', title: 'Adviser', isHired: false }
  const partOf = (...given: Parameters<typeof source>) => draftOf(source(...given), about).parts[0]
  assert.deepEqual([partOf(4)?.shown, partOf(4)?.next], ['middle words', 'high words'])
  assert.deepEqual([partOf(7)?.shown, partOf(7)?.next], ['high words', ''])
  assert.equal(partOf(1)?.next, 'middle words')
  assert.doesNotMatch(partOf(1)?.shown ?? '', /low words/)
  assert.match(partOf(null)?.shown ?? '', /no example/)
  // What was agreed goes before what each gave alone.
  assert.equal(partOf(2, 6)?.shown, 'high words')
  assert.match(partOf(6, null)?.shown ?? '', /no example/)
  assert.doesNotMatch(JSON.stringify(draftOf(source(4, 6), about)), /private|[0-9] of [0-9]/)
})

test('before the decision, or before somebody knows the outcome, there is no letter', async () => {
  const running = demoId('vacancy', 'technician')
  const { sights } = await seeCards(owen, running)
  const [first] = sights
  assert.ok(first)
  const place = { vacancyId: running, candidateId: first.candidate.id }
  const opened = await openFeedback(owen, place)
  assert.match(opened.obstacle ?? '', /after the decision/)
  await assert.rejects(saveFeedback(owen, place, inputFrom(opened)), Conflict)
  await assert.rejects(openFeedback(someone(ours, 'aroha'), which), NotFound)
  await assert.rejects(openFeedback(someone(ours, 'bilal'), which), NotFound)
})

test('no name of the panel or of another candidate, no rating and no note is in the letter, and none can be put in', async () => {
  const opened = await openFeedback(owen, which)
  assert.equal(opened.obstacle, null)
  const { sights, panel } = await seeCards(owen, which.vacancyId)
  const text = JSON.stringify(opened.feedback)
  for (const { name } of panel) assert.ok(!text.includes(name))
  const notes = sights.flatMap(({ cards }) =>
    cards.flatMap(({ entries }) => entries.flatMap((entry) => (entry.notes ? [entry.notes] : []))),
  )
  assert.ok(notes.length > 5)
  for (const note of notes) assert.ok(!text.includes(note))
  for (const name of [panel[0]?.name ?? '', opened.others.at(-1) ?? '']) {
    const input = { ...inputFrom(opened), closing: `Ask ${name.toUpperCase()}, who heard you.` }
    await assert.rejects(saveFeedback(owen, which, input), (error) => {
      assert.ok(error instanceof Invalid)
      assert.match(error.fields.closing ?? '', /It names/)
      return true
    })
  }
})

test('quotes go in only when they are ticked, by their number among the candidate’s own', async () => {
  const opened = await openFeedback(owen, which)
  const [criterion, said] = [...opened.quotes].find(([, texts]) => texts.length > 0) ?? []
  assert.ok(criterion && said)
  const input = inputFrom(opened)
  await saveFeedback(owen, which, input)
  assert.ok((await openFeedback(owen, which)).feedback.parts.every(({ quotes }) => quotes.length === 0))
  const ticked = input.parts.map((part) =>
    part.criterion === criterion ? { ...part, quotes: [0, 999] } : part,
  )
  await saveFeedback(owen, which, { ...input, parts: ticked, version: opened.version + 1 })
  const saved = await openFeedback(owen, which)
  assert.deepEqual(saved.feedback.parts.find((part) => part.criterion === criterion)?.quotes, [said[0]])
  // Somebody who had the page open before is told so.
  await assert.rejects(saveFeedback(owen, which, input), Conflict)
})

test('the wording checker speaks up at the field, on the page', async () => {
  const { feedback } = await openFeedback(owen, which)
  const hints = hintsFor({ ...feedback, closing: 'You are a young and dynamic team player.' })
  assert.ok((hints.get('closing') ?? []).length > 0)
  const path = `http://localhost/recruit/${which.vacancyId}/candidate/${which.candidateId}/feedback`
  const headers = { origin: 'http://localhost' }
  const body = new URLSearchParams({ opening: '', closing: 'A young team.', version: '2' })
  const answer = await appFor(owen).request(path, { method: 'POST', headers, body })
  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /Begin with a sentence or two[\s\S]*A young team\./)
})

test('once sent it stays, goes by mail, stands on the candidate’s own page and in their data, and is erased with them', async () => {
  const opened = await openFeedback(owen, which)
  await assert.rejects(sendFeedback(owen, which, opened.version - 1), Conflict)
  const file = `http://localhost/recruit/${which.vacancyId}/candidate/${which.candidateId}/feedback/letter.docx`
  const docx = Buffer.from(await (await appFor(owen).request(file)).arrayBuffer())
  const [part] = opened.feedback.parts
  const { value: text } = await mammoth.extractRawText({ buffer: docx })
  assert.ok(text.includes(part?.heading ?? ' ') && text.includes('What you showed'))
  const own = await ownPageOf(ours, which.candidateId)
  // The example's candidates have no page, since nobody should open one of theirs.
  await ours.keep((tx) =>
    tx
      .updateTable('candidate')
      .set({ page_hash: own.hash })
      .where('organization_id', '=', tx.organizationId)
      .where('id', '=', which.candidateId)
      .execute(),
  )
  const ownPage = async () => {
    const answer = await appFor(ours).request(`http://localhost/application/${own.text}`)
    return answer.text()
  }
  assert.doesNotMatch(await ownPage(), /What we can tell you/)
  await sendFeedback(owen, which, opened.version)
  await assert.rejects(sendFeedback(owen, which, opened.version), Conflict)
  await assert.rejects(saveFeedback(owen, which, inputFrom(opened)), Conflict)
  assert.match(await ownPage(), /What we can tell you[\s\S]*What you showed/)
  const data = await (await appFor(ours).request(`http://localhost/application/${own.text}/data.json`)).json()
  assert.equal(data.feedback.parts[0].heading, part?.heading)
  const mails = await ours.read((db) =>
    db
      .selectFrom('mail')
      .select(['recipient', 'body'])
      .where('organization_id', '=', db.organizationId)
      .where('subject', 'like', 'Feedback: %')
      .execute(),
  )
  assert.deepEqual(
    mails.map(({ recipient }) => recipient),
    [opened.candidate.email],
  )
  assert.ok(mails[0]?.body?.includes(own.address))
  await eraseByHand(owen, which)
  assert.equal(await ours.read((db) => findFeedback(db, which.candidateId)), undefined)
  assert.match((await openFeedback(owen, which)).obstacle ?? '', /erased/)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import mammoth from 'mammoth'
import type { Context } from '#context.ts'
import { links } from '#routes.ts'
import { appFor } from '../../test/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import { saveEntries, submitCard } from './actions/card.ts'
import { openDecision } from './actions/decision.ts'
import { sheetField } from './decision/sheet.ts'
import { send } from './fixtures/hiring.ts'
import { allRated, makeTestVacancy, PANEL, someone, type TestVacancy } from './fixtures/panel.ts'

let database: TestDatabase
let ours: Context
let vacancy: TestVacancy
let at: string
before(async () => {
  database = await openTestDatabase()
  ours = await loadExample(database)
  vacancy = await makeTestVacancy(ours, 2)
  at = links.decision(vacancy.vacancyId)
  for (const key of PANEL)
    for (const candidateId of vacancy.candidateIds) {
      const place = { vacancyId: vacancy.vacancyId, candidateId }
      const entries = allRated(vacancy.questions, 5).map((one) => ({
        ...{ ...one, level: '2', months: 4 },
        quotes: [{ text: 'Zebra words of the candidate.', at: '14:05' }],
      }))
      await saveEntries(someone(ours, key), place, entries)
      await submitCard(someone(ours, key), place, null)
    }
})
after(() => database.close())

const owen = () => appFor(someone(ours, 'owen', 'recruiter'))
const read = async (app: ReturnType<typeof appFor>, path: string) =>
  (await app.request(`http://localhost${path}`)).text()

/** The whole sheet, the first offered and the second not. */
async function filled(more: Record<string, string> = {}): Promise<Record<string, string>> {
  const { head } = await openDecision(someone(ours, 'owen', 'recruiter'), vacancy.vacancyId)
  const [first = '', second = ''] = vacancy.candidateIds
  return {
    ...{ seen: String(head), looked: '' },
    [sheetField('outcome', first)]: 'offer',
    [sheetField('reason', first)]: 'Rang the customer back at six, before anything was settled.',
    [sheetField('outcome', second)]: 'no',
    [sheetField('reason', second)]: 'Told of no time when somebody else was asked for help.',
    ...more,
  }
}

test('a sheet that cannot be sealed comes back with what was typed and names what is missing', async () => {
  const [first = '', second = ''] = vacancy.candidateIds
  const both = { [sheetField('outcome', second)]: 'offer', [sheetField('reason', first)]: 'Short' }
  const answer = await send(owen(), at, await filled(both))
  const html = await answer.text()
  assert.equal(answer.status, 422)
  assert.match(html, /There is one place, and 2 people would be offered the job/)
  assert.match(html, /Write what was heard of Candidate 1/)
  assert.match(html, /Told of no time when somebody else was asked for help\./)
})

test('words that name a quality, or what must play no part, are shown once before the sheet is sealed', async () => {
  const [first = ''] = vacancy.candidateIds
  const reason = 'Was friendly. He rang the customer back, though he has children at home.'
  const once = await send(owen(), at, await filled({ [sheetField('reason', first)]: reason }))
  const html = await once.text()
  assert.equal(once.status, 422)
  assert.match(html, /Look at these words once more/)
  assert.match(html, /<mark>friendly<\/mark> Nobody can check a quality/)
  assert.match(html, /Family, marriage and pregnancy must play no part/)
  assert.doesNotMatch(html, /<mark>he<\/mark>/i)
  assert.match(html, /name="looked" value="[^"]+friendly/)
  // Nothing was sealed by it.
  assert.match(await read(owen(), at), /Seal the decision/)
})

test('a sheet of an older look comes back whole with what was typed', async () => {
  const answer = await send(owen(), at, await filled({ seen: '1' }))
  assert.equal(answer.status, 409)
  assert.match(await answer.text(), /Told of no time when somebody else/)
})

test('sealed and signed, the page says who was taken, on what, and who stands behind it; a program reads the same', async () => {
  const [first = ''] = vacancy.candidateIds
  const key = sheetField('reason', first)
  const seen = { [key]: 'Was calm. The caller was shouting, and was heard out.', looked: `${key} calm` }
  const sealed = await send(owen(), at, await filled(seen))
  assert.equal(sealed.status, 303, await sealed.text())
  const html = await read(owen(), at)
  assert.match(html, /Offered the job/)
  assert.match(html, /Zebra words of the candidate\./)
  assert.match(html, /has not signed yet/)
  assert.match(html, /note first that the interview has taken place/)
  const hamish = appFor(someone(ours, 'hamish'))
  const { head } = await openDecision(someone(ours, 'hamish'), vacancy.vacancyId)
  const late = await send(hamish, links.decisionSignature(vacancy.vacancyId), { dissent: '', upTo: '1' })
  assert.equal(late.status, 409)
  const dissent = 'I would have asked a second time about writing.'
  await send(hamish, links.decisionSignature(vacancy.vacancyId), { dissent, upTo: String(head) })
  const json = JSON.parse(await read(hamish, `/api${at}`))
  assert.deepEqual(
    json.signatures.map((one: { dissent: string; holds: boolean }) => [one.dissent, one.holds]),
    [[dissent, true]],
  )
  assert.deepEqual(
    json.decisions.map((one: { outcome: string; holds: boolean }) => [one.outcome, one.holds]),
    [
      ['offer', true],
      ['no', true],
    ],
  )
  assert.match(await read(owen(), links.decisionPaper(vacancy.vacancyId)), /Decision sheet: Customer Adviser/)
  const file = await owen().request(`http://localhost${links.decisionFile(vacancy.vacancyId)}`)
  const { value: paper } = await mammoth.extractRawText({ buffer: Buffer.from(await file.arrayBuffer()) })
  for (const words of [
    'offered the job',
    'Zebra words of the candidate.',
    'asked a second time about writing',
  ])
    assert.ok(paper.includes(words), words)
})

test('who is not on the panel and does not recruit finds neither page nor JSON; a member decides nothing', async () => {
  const bilal = appFor(someone(ours, 'bilal'))
  for (const path of [at, `/api${at}`, links.decisionPaper(vacancy.vacancyId)])
    assert.equal((await bilal.request(`http://localhost${path}`)).status, 404)
  const { head } = await openDecision(someone(ours, 'marcus'), vacancy.vacancyId)
  const refused = await appFor(someone(ours, 'marcus')).request(`http://localhost/api${at}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost' },
    body: JSON.stringify({ seen: head, entries: [] }),
  })
  assert.equal(refused.status, 403)
})

test('a candidate who has accepted is entered by a form, and their page and their manager’s first page say what they learn', async () => {
  const owenCtx = someone(ours, 'owen', 'recruiter')
  const [candidateId = ''] = vacancy.candidateIds
  const way = links.hire(vacancy.vacancyId, candidateId)
  assert.match(await read(appFor(owenCtx), way), /Offer Candidate 1 the job first/)
  const move = links.candidateMove(vacancy.vacancyId, candidateId)
  for (const to of ['interviewed', 'offered']) await send(owen(), move, { to, mail: 'no' })
  const [, second = ''] = vacancy.candidateIds
  await send(owen(), links.candidateMove(vacancy.vacancyId, second), { to: 'interviewed', mail: 'no' })
  const offer = await read(owen(), links.candidateMove(vacancy.vacancyId, second, 'offered'))
  assert.match(offer, /This has not been decided/)
  assert.match(await read(owen(), at), /they have accepted: enter them among the people/)
  const form = { way: 'new', name: 'Candidate 1', email: '', title: 'Customer Adviser', startsOn: '' }
  const empty = await send(owen(), way, { ...form, name: '' })
  assert.equal(empty.status, 422)
  const startsOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  const done = await send(owen(), way, { ...form, startsOn, reportsTo: 'Aroha Tamihana' })
  assert.equal(done.status, 303, await done.text())
  const page = done.headers.get('location') ?? ''
  assert.match(await read(owen(), page), /The first months of Candidate 1/)
  const manager = someone(ours, 'aroha', 'manager')
  assert.match(await read(appFor(manager), '/'), /New in your team/)
  assert.match(await read(appFor(manager), page), /What people do at|The next step/)
  const { goals } = JSON.parse(await read(appFor(manager), `/api${page}`))
  assert.ok(goals.length > 0 && goals[0].next.statements.length > 0)
  assert.equal((await appFor(someone(ours, 'bilal')).request(`http://localhost${page}`)).status, 404)
})

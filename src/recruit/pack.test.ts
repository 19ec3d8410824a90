import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Context } from '#context.ts'
import { Forbidden, NotFound } from '#errors.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import { saveEntries, submitCard } from './actions/card.ts'
import { decide, openDecision, signDecision } from './actions/decision.ts'
import { comparePack, makePack, openPacks } from './actions/pack.ts'
import { makeDecidedVacancy } from './fixtures/decided.ts'
import { allRated, makeTestVacancy, PANEL, sent, someone, type TestVacancy } from './fixtures/panel.ts'
import { checkPack } from './pack/check.ts'
import { type Pack, packSealOf } from './pack/pack.ts'

let database: TestDatabase
let ours: Context
let owen: Context
let vacancy: TestVacancy
let pack: Pack
before(async () => {
  database = await openTestDatabase()
  ours = await loadExample(database)
  owen = someone(ours, 'owen', 'recruiter', 'hr')
  vacancy = await makeDecidedVacancy(ours)
  pack = (await makePack(owen, vacancy.vacancyId, 'name')).pack
})
after(() => database.close())

/** As a forger would hand it on who knows how the seal at the end is made. */
function sealed(changed: Pack): string {
  return JSON.stringify({ ...changed, seal: packSealOf(changed) })
}
const faultsIn = (changed: Pack) => checkPack(sealed(changed)).faults
const saysOf = (changed: Pack) => faultsIn(changed).map(({ where, says }) => `${where}: ${says}`)
const copy = () => structuredClone(pack)

function firstOf<T>(all: readonly T[]): T {
  const [first] = all
  assert.ok(first !== undefined)
  return first
}

test('a pack as it was made holds: with who withdrew when they were rated, who was erased and a member who left midway', () => {
  const { faults, remarks } = checkPack(JSON.stringify(pack))
  assert.deepEqual(faults, [])
  assert.equal(remarks.filter((one) => /has been erased/.test(one)).length, 2)
  assert.ok(remarks.some((one) => /ends with number 16, seal [0-9a-f]{64}/.test(one)))
  assert.equal(pack.cards.length, 10)
  assert.deepEqual(
    pack.candidates.map(({ withdrawnAt, erasedAt, leftOut }) => [
      withdrawnAt !== null,
      erasedAt !== null,
      leftOut,
    ]),
    [
      [false, false, false],
      [false, false, false],
      [true, false, false],
      [false, true, false],
    ],
  )
  assert.ok(pack.panel.some(({ leftAt }) => leftAt !== null))
})

test('the pack names the version that the vacancy stands on, and that a newer one was agreed since', () => {
  assert.equal(pack.job.profile.number, 1)
  assert.equal(pack.job.newer, 2)
  assert.ok(checkPack(JSON.stringify(pack)).remarks.some((one) => /A newer one, version 2/.test(one)))
})

test('of who was erased the pack has ratings alone, and not one word', () => {
  const erased = pack.candidates.find(({ erasedAt }) => erasedAt !== null)
  const cards = pack.cards.filter(({ candidate }) => candidate === erased?.id)
  assert.equal(cards.length, 2)
  for (const { entries, erased: isErased } of cards) {
    assert.equal(isErased, true)
    for (const { notes, extraProbe, quotes } of entries)
      assert.deepEqual([notes, extraProbe, quotes], [null, null, []])
  }
  assert.ok(pack.results.some(({ candidate }) => candidate === erased?.id))
})

test('whichever single letter of the file is changed, it does not hold any more', () => {
  const text = JSON.stringify(pack)
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.integer({ min: 32, max: 126 }), (at, code) => {
      const changed = `${text.slice(0, at)}${String.fromCharCode(code)}${text.slice(at + 1)}`
      fc.pre(changed !== text)
      assert.notDeepEqual(checkPack(changed).faults, [], `at ${at}: ${changed.slice(at - 40, at + 40)}`)
    }),
    { numRuns: 400 },
  )
})

/** What the chain does not seal: the file's own seal and the history alone keep it. */
const UNSEALED = /^(criteria\.\d+\.(why|analysis|levels)|questions\.\d+\.askedBy)\b/
const CHAPTERS = [
  'criteria',
  'questions',
  'cards',
  'agreed',
  'results',
  'structure',
  'decisions',
  'signatures',
  'chain',
]

function leavesOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, held]) => leavesOf(held, `${path}.${key}`))
}

/** Another value of the same kind. */
function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (value === null) return 'slipped in'
  const text = String(value)
  const last = text.at(-1) === '1' ? '2' : '1'
  return `${text.slice(0, -1)}${last}`
}

function put(target: unknown, path: string): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const at = keys.reduce((held, key) => (held as Record<string, unknown>)[key], target) as Record<
    string,
    unknown
  >
  at[last] = other(at[last])
}

test('whatever a chapter or the chain says otherwise is found, also when the seal at the end is made anew', () => {
  const paths = CHAPTERS.flatMap((chapter) => leavesOf(pack[chapter as keyof Pack], chapter))
  const sealedPaths = paths.filter((path) => !UNSEALED.test(path))
  fc.assert(
    fc.property(fc.constantFrom(...sealedPaths), (path) => {
      const changed = copy()
      put(changed, path)
      assert.notDeepEqual(faultsIn(changed), [], path)
    }),
    { numRuns: 400 },
  )
})

test('links in another order, a link left out, and salts exchanged are found', () => {
  const [first, second] = pack.chain
  assert.ok(first && second)
  const exchanged = pack.chain.with(0, second).with(1, first)
  assert.match(saysOf({ ...pack, chain: exchanged }).join(), /something is missing between them/)
  assert.match(saysOf({ ...pack, chain: pack.chain.toSpliced(3, 1) }).join(), /After 3 comes 5/)
  const cards = pack.chain.filter((link) => 'kind' in link && link.kind === 'card').slice(0, 2)
  const [a, b] = cards
  assert.ok(a && b && 'salt' in a && 'salt' in b)
  const salted = pack.chain.map((link) =>
    link === a ? { ...a, salt: b.salt } : link === b ? { ...b, salt: a.salt } : link,
  )
  assert.match(saysOf({ ...pack, chain: salted }).join(), /not the one that was sealed/)
})

test('other weights with results that follow from them do not pass: the kit was sealed', () => {
  const changed = copy()
  firstOf(changed.criteria.filter(({ weight }) => weight !== null)).weight = 9
  assert.match(saysOf(changed).join(' '), /The kit: .* other criteria, weights/)
})

test('a file that leaves out a scorecard, or tells of one that nobody sealed, does not hold', () => {
  const card = firstOf(pack.cards)
  assert.match(
    saysOf({ ...pack, cards: pack.cards.slice(1) }).join(' '),
    /seals a scorecard that the chapters leave out/,
  )
  const invented = { ...card, id: ours.newId(), number: 99 }
  assert.match(
    saysOf({ ...pack, cards: [...pack.cards, invented] }).join(' '),
    /no link of the chain seals it/,
  )
})

test('nobody can call erased what was only taken out', () => {
  const changed = copy()
  const card = firstOf(changed.cards)
  card.erased = true
  for (const entry of card.entries) Object.assign(entry, { notes: null, extraProbe: null, quotes: [] })
  assert.match(saysOf(changed).join(' '), /said to be erased, and its salt is still there/)
})

test('an end that is cut off cannot be seen in the file alone; the organisation’s own chain and history show it', async () => {
  const last = pack.signatures.at(-1)
  assert.ok(last)
  const cut = {
    ...pack,
    chain: pack.chain.slice(0, -1),
    signatures: pack.signatures.slice(0, -1),
  }
  assert.deepEqual(faultsIn(cut), [])
  assert.match(checkPack(sealed(cut)).remarks.join(' '), /ends with number 15.*cannot show whether more/s)
  const house = await comparePack(owen, { ...cut, seal: packSealOf(cut) })
  assert.equal(house?.differs, true)
  assert.match(house?.says ?? '', /no pack with this seal.*ends with number 16/s)
  assert.deepEqual((await comparePack(owen, pack))?.differs, false)
  assert.equal(await comparePack(someone(ours, 'bilal'), pack), null)
})

test('candidates by number have no name in the file, and it holds as well', async () => {
  const { pack: numbered, verdict } = await makePack(owen, vacancy.vacancyId, 'number')
  assert.deepEqual(verdict.faults, [])
  assert.deepEqual(
    numbered.candidates.map(({ name }) => name),
    ['Candidate 1', 'Candidate 2', 'Candidate 3', 'Candidate 4'],
  )
})

test('every making is in the history, with the number at which the chain ended and the seal of the file', async () => {
  const { made } = await openPacks(owen, vacancy.vacancyId)
  const one = made.find(({ seal }) => seal === pack.seal)
  assert.equal(one?.number, '16')
  assert.equal(one?.by, 'owen')
})

test('who may not see a candidate’s cards yet gets a pack without them: closed links, and not a word or rating', async () => {
  const running = await makeTestVacancy(ours, 2)
  const [open = '', waiting = ''] = running.candidateIds
  const place = (candidateId: string) => ({ vacancyId: running.vacancyId, candidateId })
  for (const key of PANEL) {
    await saveEntries(someone(ours, key), place(open), allRated(running.questions, 4))
    await submitCard(someone(ours, key), place(open), null)
  }
  const [secret, other] = PANEL
  const words = { rating: 7, notes: 'Quagga heard.', quotes: [{ text: 'Zebra said.', at: '' }] }
  await saveEntries(
    someone(ours, secret),
    place(waiting),
    running.questions.map(({ id }) => sent(id, words)),
  )
  await submitCard(someone(ours, secret), place(waiting), null)
  await saveEntries(someone(ours, other), place(waiting), [
    sent(firstOf(running.questions).id, { rating: 2 }),
  ])

  const { pack: early, verdict } = await makePack(
    someone(ours, other, 'recruiter'),
    running.vacancyId,
    'name',
  )
  assert.deepEqual(verdict.faults, [])
  assert.deepEqual(
    early.candidates.map(({ leftOut }) => leftOut),
    [false, true],
  )
  assert.doesNotMatch(JSON.stringify(early), /Quagga|Zebra/)
  assert.deepEqual(Object.keys(early.chain.at(-1) ?? {}).toSorted(), ['number', 'previousSeal', 'seal'])
  assert.match(verdict.remarks.join(' '), /1 of 5 links are closed/)
  assert.equal(
    early.cards.some(({ candidate }) => candidate === waiting),
    false,
  )

  const opened = { ...early, candidates: early.candidates.map((one) => ({ ...one, leftOut: false })) }
  assert.match(saysOf(opened).join(' '), /closed links, and no candidate is said to be left out/)
})

test('only those who recruit make packs: the panel and everybody else find nothing', async () => {
  const [member] = PANEL
  for (const key of [member, 'bilal'])
    await assert.rejects(
      () => makePack(someone(ours, key), vacancy.vacancyId, 'name'),
      (error) => error instanceof NotFound || error instanceof Forbidden,
    )
})

test('a decision that was replaced stands in the pack beside the later one, with the names below each', async () => {
  const { head } = await openDecision(owen, vacancy.vacancyId)
  const [first = '', second = ''] = vacancy.candidateIds
  const reason = 'Read again: named each step, and what came of it.'
  const entry = { place: null, reason, despite: 'The missing answer was about a rare case.' }
  await decide(owen, vacancy.vacancyId, {
    ...{ seen: head, changes: 'The first has taken another job.' },
    entries: [
      { ...entry, candidate: first, outcome: 'no' },
      { ...entry, candidate: second, outcome: 'offer' },
    ],
  })
  await signDecision(someone(ours, PANEL[0]), vacancy.vacancyId, { dissent: null })
  const { pack: later, verdict } = await makePack(owen, vacancy.vacancyId, 'name')
  assert.deepEqual(verdict.faults, [])
  assert.equal(later.decisions.length, 4)
  assert.deepEqual(
    later.signatures.map(({ upTo }) => upTo),
    [14, 14, 18],
  )
})

/** What somebody might try who hands a pack on and does not like all that it says: each leaves the chain as it was sealed. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '#context.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import { makePack } from './actions/pack.ts'
import { makeDecidedVacancy } from './fixtures/decided.ts'
import { someone } from './fixtures/panel.ts'
import { checkPack } from './pack/check.ts'
import { isEndless, structureIn } from './pack/numbers.ts'
import { type Pack, type PackLink, packSealOf } from './pack/pack.ts'

let database: TestDatabase
let pack: Pack
before(async () => {
  database = await openTestDatabase()
  const ours: Context = await loadExample(database)
  const { vacancyId } = await makeDecidedVacancy(ours)
  pack = (await makePack(someone(ours, 'owen', 'recruiter', 'hr'), vacancyId, 'name')).pack
})
after(() => database.close())

/** Changes a copy, makes the seal at its end anew, and has it checked. */
function saysOf(change: (copy: Pack) => void): string {
  const copy = structuredClone(pack)
  change(copy)
  const { faults } = checkPack(JSON.stringify({ ...copy, seal: packSealOf(copy) }))
  return faults.map(({ where, says }) => `${where}: ${says}`).join('\n')
}

function closed({ number, previousSeal, seal }: PackLink): PackLink {
  return { number, previousSeal, seal }
}

test('questions and anchors that were put right afterwards are found, also when the kit is called open', () => {
  const says = saysOf((copy) => {
    copy.vacancy.fixedAt = null
    const [question] = copy.questions
    if (question) question.text = 'Tell us of a time when you helped somebody.'
  })
  assert.match(says, /The kit: .* is said to be open/)
  assert.match(says, /The kit: .* other criteria, weights, questions or anchors/)
})

test('a dissent cannot be hidden in a closed link by calling somebody left out of whom there was no card', () => {
  const says = saysOf((copy) => {
    const dissent = copy.signatures.find((one) => one.dissent !== null)
    copy.signatures = copy.signatures.filter((one) => one !== dissent)
    copy.chain = copy.chain.map((link) => (link.number === dissent?.number ? closed(link) : link))
    const [first] = copy.candidates
    assert.ok(first && dissent)
    copy.candidates.push({ ...first, id: '5d0c0000-0000-4000-8000-000000000009', leftOut: true })
  })
  assert.match(says, /closed links beside a decision/)
})

test('words cannot be called erased one by one: what is erased of a candidate is all of it, and a dissent never is', () => {
  const card = saysOf((copy) => {
    const [one] = copy.cards
    assert.ok(one)
    one.erased = true
    for (const entry of one.entries) Object.assign(entry, { notes: null, extraProbe: null, quotes: [] })
    eraseSalt(copy, one.id)
    copy.structure = structureIn(copy)
  })
  assert.match(card, /said to be erased, and its candidate is not/)
  const dissent = saysOf((copy) => {
    const one = copy.signatures.find((each) => each.dissent !== null)
    assert.ok(one)
    Object.assign(one, { erased: true, dissent: null })
    eraseSalt(copy, one.id)
  })
  assert.match(dissent, /said to be erased, which a signature never is/)
})

function eraseSalt({ chain }: Pack, thing: string): void {
  for (const link of chain) if ('kind' in link && link.thing === thing) link.salt = null
}

test('a salt that carries words of the text in front of it is no salt', () => {
  const says = saysOf((copy) => {
    const link = copy.chain.find((one) => 'salt' in one && one.salt !== null)
    assert.ok(link && 'salt' in link)
    link.salt = `${link.salt}\nsome words`
  })
  assert.match(says, /not whole as a pack at chain/)
})

test('nobody can say of a question that was rated that it was not asked', () => {
  const says = saysOf((copy) => {
    const entry = copy.cards.flatMap(({ entries }) => entries).find(({ skipped }) => skipped === null)
    assert.ok(entry)
    entry.skipped = ''
    copy.structure = structureIn(copy)
  })
  assert.match(says, /says of other questions that they were not asked/)
})

test('a file that was made up to keep whoever checks it busy is not worked out', () => {
  const [criterion, question, decision] = [pack.criteria[0], pack.questions[0], pack.decisions[0]]
  assert.ok(criterion && question && decision)
  const kit = { criteria: Array(60).fill(criterion), questions: Array(60).fill(question) }
  assert.equal(isEndless(pack), false)
  assert.equal(isEndless({ ...pack, ...kit }), false)
  assert.equal(isEndless({ ...pack, ...kit, decisions: Array(5000).fill(decision) }), true)
  const step = { step: 'whole' as const, highest: 'a', compared: [] }
  for (const applicants of [20_000_000, 2_000_000_000, -1]) {
    const counts = ['a', 'b'].map((group) => ({ group, selected: 0, applicants }))
    const says = saysOf((copy) => {
      copy.fairness = [{ by: 'sex', steps: [{ ...step, counts }] }]
    })
    assert.match(says, /not whole as a pack at fairness/)
  }
})

/** What somebody might try who hands a pack on and does not like all that it says: each leaves the chain as it was sealed. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '#context.ts'
import { fingerprint } from '#lib/fingerprint.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { loadExample } from '../../test/example.ts'
import { makePack } from './actions/pack.ts'
import { canonical } from './chain.ts'
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

/** The whole chain sealed anew in another order, with the numbers in the chapters: what somebody could do who holds the database. */
function sealAnew(copy: Pack, order: readonly PackLink[]): void {
  const numbers = new Map(order.map(({ number }, i) => [number, i + 1]))
  const now = (number: number) => numbers.get(number) ?? number
  const chain: PackLink[] = []
  for (const link of order) {
    assert.ok('kind' in link)
    const { seal: _, ...rest } = link
    const next = { ...rest, number: now(link.number), previousSeal: chain.at(-1)?.seal ?? '0'.repeat(64) }
    const { kind, thing, person, at, body, textSeals } = next
    const said = [next.previousSeal, next.number, kind, thing, person, at, body, textSeals]
    chain.push({ ...next, seal: fingerprint(canonical(said)) })
  }
  copy.chain = chain
  for (const one of [...copy.cards, ...copy.agreed, ...copy.decisions, ...copy.signatures])
    one.number = now(one.number)
}

/** The same links, one of them right after another. */
function movedAfter(chain: readonly PackLink[], moved: number, after: number): PackLink[] {
  const link = chain.find(({ number }) => number === moved)
  assert.ok(link && after > moved)
  const others = chain.filter((one) => one !== link)
  return others.flatMap((one) => (one.number === after ? [one, link] : [one]))
}

test('a chain that is sealed anew in the same order holds, so that what is found below is the order alone', () => {
  assert.equal(
    saysOf((copy) => sealAnew(copy, copy.chain)),
    '',
  )
})

test('a scorecard that was given after the panel had agreed was not given alone, whoever sealed the chain', () => {
  const says = saysOf((copy) => {
    const [agreement] = copy.agreed
    const card = copy.cards.find(
      ({ candidate, number }) => candidate === agreement?.candidate && number < agreement.number,
    )
    assert.ok(agreement && card)
    sealAnew(copy, movedAfter(copy.chain, card.number, agreement.number))
  })
  assert.match(says, /^The scorecard \d+: .* it was not given alone\.$/)
})

test('nothing that was rated or agreed after the decision counts as what it stood on', () => {
  const says = saysOf((copy) => {
    const [agreement] = copy.agreed
    const first = Math.min(...copy.decisions.map(({ number }) => number))
    assert.ok(agreement)
    sealAnew(copy, movedAfter(copy.chain, agreement.number, first))
  })
  assert.match(says, /Link \d+: It was sealed after it was decided\./)
})

test('a name cannot be put below a decision that is not there', () => {
  const says = saysOf((copy) => {
    const [signature] = copy.signatures
    const [card] = copy.cards
    assert.ok(signature && card)
    signature.upTo = card.number
    for (const link of copy.chain)
      if ('kind' in link && link.thing === signature.id) link.body = { upTo: card.number }
    sealAnew(copy, copy.chain)
  })
  assert.match(says, /^The signature \d+: It stands below a decision that is not in the file\.$/)
})

test('results in another order, and a hundredth of a point more, are found', () => {
  assert.match(
    saysOf((copy) => void copy.results.reverse()),
    /^The results: They leave somebody out, or stand in another order/,
  )
  const more = saysOf((copy) => {
    const [known] = copy.results.flatMap(({ alone }) => alone.criteria.filter(({ score }) => score !== null))
    assert.ok(known)
    known.score = (known.score ?? 0) + 0.01
  })
  assert.match(more, /^The results: .* does not follow from the sealed ratings and the fixed weights\.$/)
})

test('how alike the interviews were, and when something was sealed, cannot be told otherwise', () => {
  assert.match(
    saysOf((copy) => {
      copy.structure.same += 1
    }),
    /^How alike the interviews were: It does not follow from the scorecards\.$/,
  )
  const moment = saysOf((copy) => {
    const [card] = copy.cards
    assert.ok(card)
    card.at = new Date(new Date(card.at).getTime() - 60_000).toISOString()
  })
  assert.match(moment, /^The scorecard \d+: The chapter gives another number, person or moment/)
})

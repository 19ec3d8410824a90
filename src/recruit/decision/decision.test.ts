import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ChainFault, type Link, sealNext, verifyChain } from '../chain.ts'
import { allRated } from '../fixtures/panel.ts'
import type { Criterion, Question, Scorecard } from '../model.ts'
import type { Gate } from '../rating/combine.ts'
import { basisOf } from './basis.ts'
import {
  type Decision,
  latestDecisions,
  type SheetInput,
  sealedDecision,
  standingSignatures,
} from './decision.ts'
import {
  type Asked,
  askedOf,
  namedIn,
  newDecisions,
  openPoints,
  type Standing,
  sheetFaults,
} from './sheet.ts'

const criterion = (id: string, must: boolean): Criterion => ({
  ...{ id, framework: 'f', competency: id, name: id.toUpperCase(), entryLevel: '2', level: '3' },
  ...{ months: 6, must, weight: 1 },
})
const question = (id: string, of: string): Question => ({
  ...{ id, criterion: of, kind: 'past', text: '', probes: [], askedBy: null, points: 7, source: 'own' },
  anchors: [
    { from: 1, to: 2, label: 'Not yet', texts: [], level: null },
    { from: 3, to: 5, label: 'Qualified', texts: [], level: '2' },
    { from: 6, to: 7, label: 'Well qualified', texts: [], level: '3' },
  ],
})
const KIT = {
  criteria: [criterion('a', true), criterion('b', false)],
  questions: [question('qa', 'a'), question('qb', 'b')],
}
const card = (personId: string, ratings: (number | null)[], level: string | null = null): Scorecard => ({
  ...{ id: personId, candidateId: 'c', personId, startedAt: new Date(0), submittedAt: new Date(1) },
  sealNumber: 1,
  entries: KIT.questions.map((one, i) => ({
    ...(allRated([one], 1)[0] ?? assert.fail()),
    ...{ rating: ratings[i] ?? null, noResponse: ratings[i] === null, level, months: level && 4 },
  })) as Scorecard['entries'],
})
const rankOf = (_: Criterion, level: string) => ['1', '2', '3'].indexOf(level)
const heard = (cards: Scorecard[]) => ({ candidateId: 'c', cards, consensus: [], missing: [] })
const NOTHING = basisOf(KIT, heard([]), rankOf)

test('the level now is the middle one of those given, the lower of two; where nobody gave one there is none', () => {
  const basis = basisOf(KIT, heard([card('m', [5, 5], '3'), card('n', [3, 6], '1')]), rankOf)
  const [a] = basis.criteria
  assert.deepEqual(
    [a?.level, a?.levels, a?.months, a?.spread],
    ['1', { from: '1', to: '3' }, { from: 4, to: 4 }, 2],
  )
  const none = basisOf(KIT, heard([card('m', [5, 5])]), rankOf).criteria[0]
  assert.deepEqual([none?.level, none?.levels, none?.months, none?.spread], [null, null, null, null])
})

test('what the panel agreed stands in the place of what each gave, for the level and the months', () => {
  const agreed = {
    ...{ id: 'x', candidateId: 'c', question: 'qa', rating: 4, level: '2', months: 9, reason: 'Heard so.' },
    ...{ madeBy: 'm', madeAt: new Date(2), sealNumber: 3 },
  }
  const cards = [card('m', [6, 5], '3'), card('n', [1, 6], '1')]
  const [a] = basisOf(KIT, { ...heard(cards), consensus: [agreed] }, rankOf).criteria
  assert.deepEqual([a?.level, a?.months, a?.gate], ['2', { from: 9, to: 9 }, 'yes'])
  assert.deepEqual([a?.alone, a?.together, a?.spread], [41.67, 50, 5])
})

test('a must-have that nobody could rate never reads as met', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 7 })), { maxLength: 4 }), (others) => {
      const cards = others.map((rating, i) => card(`m${i}`, [null, rating]))
      const basis = basisOf(KIT, heard(cards), rankOf)
      assert.equal(basis.criteria[0]?.gate, 'unknown')
      assert.equal(basis.criteria[1]?.gate, null)
      assert.ok(openPoints(basis).some(({ kind }) => kind === 'unknown'))
    }),
  )
})

const gates = fc.constantFrom<Gate>('yes', 'not yet', 'unknown')
const basisWith = (gate: Gate, members: string[], missing: string[]) => ({
  ...{ ...NOTHING, members, missing },
  criteria: NOTHING.criteria.map((one) => (one.criterion === 'a' ? { ...one, gate } : one)),
})

test('somebody is taken in spite of what is open only with a reason, whatever it is', () => {
  const people = fc.array(fc.constantFrom('m', 'n'), { maxLength: 2 })
  fc.assert(
    fc.property(
      gates,
      people,
      people,
      fc.constantFrom('offer', 'reserve', 'no'),
      (gate, in_, out, outcome) => {
        const basis = basisWith(gate, in_, out)
        const standing = standingFor(['c'], 1, { c: basis })
        const input = sheet([{ candidate: 'c', outcome, place: outcome === 'reserve' ? 1 : null }])
        const isOpen = gate !== 'yes' || in_.length === 0 || out.length > 0
        const wanted = isOpen && outcome !== 'no' ? ['despite:c'] : []
        assert.deepEqual(Object.keys(sheetFaults(standing, input)), wanted)
      },
    ),
  )
})

/** Everything said of somebody in a sheet; ids stand for names. */
type Said = Partial<SheetInput['entries'][number]> & { candidate: string }

function sheet(said: Said[], changes = ''): SheetInput {
  const whole = { outcome: 'no' as const, place: null, reason: 'What was heard speaks for it.', despite: '' }
  return { seen: 0, changes, entries: said.map((one) => ({ ...whole, ...one })) }
}

function standingFor(
  ids: string[],
  places: number,
  basis: Record<string, Decision['basis']> = {},
  decisions: Decision[] = [],
): Standing {
  const sound = basisWith('yes', ['m'], [])
  return {
    places,
    latest: latestDecisions(decisions),
    candidates: ids.map((id) => ({ id, name: `Person ${id}`, asked: 'asked', basis: basis[id] ?? sound })),
  }
}

const IDS = ['c', 'd', 'e']
const outcomes = fc.constantFrom('offer' as const, 'reserve' as const, 'no' as const)

test('more people than places are never offered the job; those who are hired count', () => {
  fc.assert(
    fc.property(
      fc.tuple(outcomes, outcomes),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      (said, places, hired) => {
        const standing = standingFor(IDS, places)
        const [c, d, e] = standing.candidates
        assert.ok(c && d && e)
        const candidates = [c, d, { ...e, asked: (hired ? 'hired' : 'declined') as Asked }]
        const input = sheet(
          said.map((outcome, i) => ({
            ...{ candidate: IDS[i] ?? '', outcome, place: outcome === 'reserve' ? i + 1 : null },
          })),
        )
        const faults = sheetFaults({ ...standing, candidates }, input)
        const offers = said.filter((one) => one === 'offer').length + (hired ? 1 : 0)
        assert.equal('' in faults, offers > places)
      },
    ),
  )
})

/** Seals what a sheet adds, as the action does. */
function seal(before: { all: Decision[]; links: Link[] }, standing: Standing, input: SheetInput) {
  const { all, links } = { all: [...before.all], links: [...before.links] }
  for (const one of newDecisions(standing, input)) {
    const id = `decision-${links.length + 1}`
    const what = { kind: 'decision' as const, thing: id, person: 'm', at: new Date(links.length) }
    const link = sealNext(links.at(-1) ?? null, { ...what, ...sealedDecision(one) }, `salt-${id}`)
    links.push(link)
    all.push({ ...one, id, vacancyId: 'v', madeBy: 'm', madeAt: what.at, sealNumber: link.number })
  }
  return { all, links }
}

const faultsIn = ({ all, links }: { all: Decision[]; links: Link[] }): ChainFault[] =>
  verifyChain(links, new Map(all.map((one) => [one.id, sealedDecision(one)])))

test('no sequence of decisions loses an earlier one, the latest holds, and the chain shows every change made by hand', () => {
  const sheets = fc.array(fc.tuple(outcomes, outcomes, outcomes, fc.integer({ min: 0, max: 2 })), {
    minLength: 1,
    maxLength: 5,
  })
  fc.assert(
    fc.property(sheets, fc.nat(), (said, any) => {
      let state: { all: Decision[]; links: Link[] } = { all: [], links: [] }
      for (const [first, second, third, word] of said) {
        const standing = standingFor(IDS, 3, {}, state.all)
        const entries = [first, second, third].map((outcome, i) => ({
          ...{ candidate: IDS[i] ?? '', outcome, place: outcome === 'reserve' ? i + 1 : null },
          reason: `What was heard, told in way ${word}.`,
        }))
        const input = sheet(entries, 'The panel has heard of something new.')
        assert.deepEqual(sheetFaults(standing, input), {})
        const next = seal(state, standing, input)
        assert.deepEqual(next.all.slice(0, state.all.length), state.all)
        const latest = latestDecisions(next.all)
        for (const { candidate, outcome, reason } of entries)
          assert.deepEqual([latest.get(candidate)?.outcome, latest.get(candidate)?.reason], [outcome, reason])
        // The same sheet once more adds nothing.
        assert.deepEqual(newDecisions(standingFor(IDS, 3, {}, next.all), input), [])
        state = next
      }
      assert.deepEqual(faultsIn(state), [])
      const place = any % state.all.length
      const changed = state.all.with(place, {
        ...(state.all[place] ?? assert.fail()),
        reason: 'Another reason.',
      })
      assert.equal(faultsIn({ ...state, all: changed }).length, 1)
      assert.ok(faultsIn({ ...state, links: state.links.slice(1) }).length > 0)
    }),
    { numRuns: 60 },
  )
})

test('a word against what is open is kept only where something is open, and no form loses it', () => {
  const said = { candidate: 'c', outcome: 'offer' as const, despite: 'A mentor goes along for a month.' }
  const kept = (basis: Decision['basis']) => {
    const standing = standingFor(['c'], 1, { c: basis })
    const { all } = seal({ all: [], links: [] }, standing, sheet([said]))
    // The form of a sheet on which nothing is open has no field for it.
    const again = newDecisions(
      { ...standing, latest: latestDecisions(all) },
      sheet([{ ...said, despite: '' }]),
    )
    return [all[0]?.despite, again.length]
  }
  assert.deepEqual(kept(basisWith('yes', ['m'], [])), [null, 0])
  assert.deepEqual(kept(basisWith('not yet', ['m'], [])), [said.despite, 1])
})

test('an earlier decision is replaced with a reason and not without one', () => {
  const first = seal(
    { all: [], links: [] },
    standingFor(['c'], 1),
    sheet([{ candidate: 'c', outcome: 'offer' }]),
  )
  const standing = standingFor(['c'], 1, {}, first.all)
  assert.deepEqual(Object.keys(sheetFaults(standing, sheet([{ candidate: 'c' }]))), ['changes'])
  assert.deepEqual(sheetFaults(standing, sheet([{ candidate: 'c' }], 'They declined by telephone.')), {})
})

test('what is written about one candidate names no other, since it stays when the other is erased', () => {
  const input = sheet([
    { candidate: 'c', reason: 'More was heard than from person D, who had no example.' },
    { candidate: 'd', reason: 'Person D named one example.' },
  ])
  const faults = sheetFaults(standingFor(['c', 'd'], 1), input)
  assert.deepEqual(Object.keys(faults), ['reason:c'])
  assert.equal(namedIn('The Anne-Marie  o’Neill case', ['anne marie O’Neill']), 'anne marie O’Neill')
  assert.equal(namedIn('Candidate 10 said so', ['Candidate 1']), undefined)
})

test('each place in the reserve is given once, and the sheet asks about nobody else', () => {
  const twice = IDS.slice(0, 2).map((candidate) => ({ candidate, outcome: 'reserve' as const, place: 1 }))
  assert.deepEqual(Object.keys(sheetFaults(standingFor(['c', 'd'], 1), sheet(twice))), ['place:d'])
  const stranger = sheet([{ candidate: 'c' }, { candidate: 'x' }])
  assert.deepEqual(Object.keys(sheetFaults(standingFor(['c'], 1), stranger)), [''])
  const missing = sheetFaults(standingFor(['c', 'd'], 1), sheet([{ candidate: 'c' }]))
  assert.deepEqual(Object.keys(missing), ['outcome:d'])
})

test('who withdrew, was erased, declined or never came to an interview is not asked about', () => {
  const at = new Date(0)
  const asked = (
    stage: 'applied' | 'invited' | 'interviewed' | 'refused' | 'declined' | 'hired',
    withdrawn = false,
    erased = false,
  ) =>
    askedOf(
      { stage, withdrawnAt: withdrawn ? at : null, erasedAt: erased ? at : null },
      { cards: 0, isDecided: false },
    )
  assert.deepEqual(
    [asked('interviewed'), asked('interviewed', true), asked('interviewed', true, true), asked('declined')],
    ['asked', 'withdrawn', 'erased', 'declined'],
  )
  assert.deepEqual([asked('refused'), asked('hired', false, true)], ['not interviewed', 'hired'])
  assert.deepEqual([asked('applied'), asked('invited')], ['not interviewed', 'asked'])
  const rated = askedOf(
    { stage: 'refused', withdrawnAt: null, erasedAt: null },
    { cards: 2, isDecided: false },
  )
  assert.equal(rated, 'asked')
  // What was decided about them can be decided anew.
  const decided = askedOf(
    { stage: 'refused', withdrawnAt: null, erasedAt: null },
    { cards: 0, isDecided: true },
  )
  assert.equal(decided, 'asked')
})

test('a signature holds for the decision as it stood: after a change members sign again', () => {
  const signature = { id: 's', personId: 'm', signedAt: new Date(0), dissent: null, upTo: 4, sealNumber: 5 }
  assert.equal(standingSignatures([signature], [{ sealNumber: 4 }]).size, 1)
  assert.equal(standingSignatures([signature], [{ sealNumber: 4 }, { sealNumber: 6 }]).size, 0)
  assert.equal(standingSignatures([signature], []).size, 0)
})

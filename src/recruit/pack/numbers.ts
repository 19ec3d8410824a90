/** The numbers of a pack: worked out from its cards, agreements and fixed weights, when it is made and again when it is checked. */

import { basisOf } from '../decision/basis.ts'
import { assessed } from '../kit/criteria.ts'
import { combinedTold } from '../rating/combined-told.ts'
import { ranked, resultOf } from '../rating/results.ts'
import { structureOf } from '../rating/structure.ts'
import type { Pack } from './pack.ts'
import { consensusOf, kitOf, scorecardOf } from './read.ts'

type Chapters = Pick<Pack, 'criteria' | 'questions' | 'candidates' | 'cards' | 'agreed'>

/** Far above what a vacancy comes to: a thousand candidates, five cards of each, twenty questions, decided four times. */
const MOST_WORK = 20_000_000

/** Whether working all of it out would take longer than a file can be worth. */
export function isEndless({
  criteria,
  questions,
  cards,
  decisions,
}: Chapters & Pick<Pack, 'decisions'>): boolean {
  const looks = new Map<string, number>()
  for (const { candidate } of decisions) looks.set(candidate, (looks.get(candidate) ?? 0) + 1)
  const rated = cards.reduce((sum, { candidate }) => sum + 1 + (looks.get(candidate) ?? 0), 0)
  return rated * criteria.length * questions.length > MOST_WORK
}

/** Every candidate who has cards in the pack, in the order in which results are shown. */
export function resultsIn(pack: Chapters): Pack['results'] {
  const kit = kitOf(pack)
  const results = pack.candidates.flatMap(({ id }) => {
    const result = resultOf(kit, heardOf(pack, id, Number.POSITIVE_INFINITY))
    return result ? [result] : []
  })
  return ranked(results).map(({ candidateId, members, alone, together }) => ({
    ...{ candidate: candidateId, members, alone: combinedTold(alone) },
    together: together && combinedTold(together),
  }))
}

/** What had been given and agreed about a candidate before a number of the chain. */
function heardOf({ cards, agreed }: Chapters, candidateId: string, before: number) {
  const isHeard = (one: { candidate: string; number: number }) =>
    one.candidate === candidateId && one.number < before
  return {
    ...{ candidateId, missing: [] },
    cards: cards.filter(isHeard).map(scorecardOf),
    consensus: consensusOf(agreed.filter(isHeard)),
  }
}

export function structureIn({ questions, cards }: Chapters): Pack['structure'] {
  const { deviations, ...rest } = structureOf(questions, cards.map(scorecardOf))
  return {
    ...rest,
    deviations: deviations.map(({ candidateId, personId, question, kind, says }) => ({
      ...{ candidate: candidateId, person: personId, question, kind, says: says || null },
    })),
  }
}

/**
 * What a decision says it stood on and did not, in words. Who was missing, and which level counts as the middle one, cannot be
 * worked out from the file: the panel and the framework may have changed since.
 */
export function basisFaults(
  pack: Chapters,
  { candidate, number, basis }: Pack['decisions'][number],
): string[] {
  const heard = heardOf(pack, candidate, number)
  const again = basisOf(kitOf(pack), heard, () => -1)
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const says: string[] = []
  if (!same(basis.members.toSorted(), again.members.toSorted()))
    says.push('It says that other members’ cards counted than were sealed before it.')
  if (!near(basis.alone, again.alone) || !near(basis.together, again.together))
    says.push('Its combination does not follow from the sealed ratings and the fixed weights.')
  const names = new Map(assessed(pack.criteria).map(({ id, name }) => [id, name]))
  for (const one of again.criteria) {
    const told = basis.criteria.find(({ criterion }) => criterion === one.criterion)
    if (!told || !nearCriterion(told, one))
      says.push(`What it says of “${names.get(one.criterion)}” does not follow from the sealed ratings.`)
  }
  if (basis.criteria.length !== again.criteria.length)
    says.push('It stands on other competencies than the kit.')
  return says
}

type Basis = Pack['decisions'][number]['basis']

const close = (a: number | null, b: number | null) =>
  a === null || b === null ? a === b : Math.abs(a - b) < 0.011

function near(a: Basis['alone'], b: Basis['alone']): boolean {
  if (a === null || b === null) return a === b
  return (
    close(a.score, b.score) &&
    close(a.interval?.lower ?? null, b.interval?.lower ?? null) &&
    close(a.interval?.upper ?? null, b.interval?.upper ?? null)
  )
}

function nearCriterion(a: Basis['criteria'][number], b: Basis['criteria'][number]): boolean {
  return (
    close(a.alone, b.alone) &&
    close(a.together, b.together) &&
    a.spread === b.spread &&
    a.gate === b.gate &&
    a.months?.from === b.months?.from &&
    a.months?.to === b.months?.to
  )
}

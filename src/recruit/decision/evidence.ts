/** What was heard of a candidate, competency by competency, and the words in which a decision says what it stood on. */
import { type Framework, levelLabel } from '#framework/model.ts'
import { assessed } from '../kit/criteria.ts'
import type { Criterion, Entry, Question, Scorecard } from '../model.ts'
import type { CriterionBasis, DecisionBasis, Span } from './decision.ts'
import type { OpenPoint } from './sheet.ts'

/** An example of what the candidate did, as a member wrote it down. */
export interface Heard {
  personId: string
  text: string
  /** When it was said; '': not noted. */
  at: string
  /** In the candidate's own words; false: a note of the member's. */
  isQuote: boolean
}

/** One row of the sheet. Levels are said by their names. */
export interface EvidenceRow {
  criterion: string
  name: string
  must: boolean
  heard: Heard[]
  /** Null: nobody gave one. */
  now: string | null
  /** Where members differ: from the lowest to the highest. */
  range: string | null
  /** What must be there on the first day, and the full level. */
  entry: string | null
  full: string
  basis: CriterionBasis
}

interface Material {
  criteria: readonly Criterion[]
  questions: readonly Question[]
  frameworks: ReadonlyMap<string, Framework>
}

/** In the order of the criteria. `cards`: those that may be seen. */
export function evidenceOf(
  { criteria, questions, frameworks }: Material,
  cards: readonly Scorecard[],
  basis: DecisionBasis,
): EvidenceRow[] {
  return assessed(criteria).flatMap((criterion) => {
    const found = basis.criteria.find((one) => one.criterion === criterion.id)
    if (!found) return []
    const framework = frameworks.get(criterion.framework)
    const named = (key: string | null) => levelName(framework, key)
    const short = (key: string | null) => shortName(framework, key)
    const { levels, level } = found
    const own = questions.filter((one) => one.criterion === criterion.id)
    return {
      ...{ criterion: criterion.id, name: criterion.name, must: criterion.must, basis: found },
      heard: heardIn(own, cards),
      now: named(level),
      range: levels && levels.from !== levels.to ? `${short(levels.from)} to ${short(levels.to)}` : null,
      entry: short(criterion.entryLevel),
      full: named(criterion.level) ?? criterion.level,
    }
  })
}

function levelName(framework: Framework | undefined, key: string | null): string | null {
  const level = framework?.scale.levels.find((one) => one.key === key)
  return level ? levelLabel(level) : key
}

/** The number of a level where it has one: for places beside its name. */
function shortName(framework: Framework | undefined, key: string | null): string | null {
  const number = framework?.scale.levels.find((one) => one.key === key)?.number ?? null
  return number === null ? levelName(framework, key) : String(number)
}

/** Of every member, question by question: what they quoted, or their notes where they quoted nothing. */
function heardIn(questions: readonly Question[], cards: readonly Scorecard[]): Heard[] {
  return questions.flatMap(({ id }) =>
    cards.flatMap(({ personId, entries }) => {
      const entry = entries.find(({ question }) => question === id)
      return entry ? examplesIn(entry, personId) : []
    }),
  )
}

function examplesIn({ quotes, notes }: Entry, personId: string): Heard[] {
  if (quotes.length > 0) return quotes.map((one) => ({ personId, ...one, isQuote: true }))
  return notes ? [{ personId, text: notes, at: '', isQuote: false }] : []
}

export function monthsWords(months: Span<number> | null): string {
  if (months === null) return 'nobody said'
  const { from, to } = months
  if (from !== to) return `${from} to ${to} months`
  if (from === 0) return 'reached'
  return from === 1 ? 'about a month' : `about ${from} months`
}

/** How far the members' ratings lie apart; null: fewer than two rated. */
export function apartWords(spread: number | null): string | null {
  if (spread === null) return null
  if (spread === 0) return 'all the same'
  return spread === 1 ? '1 point apart' : `${spread} points apart`
}

export const GATE_WORDS = { yes: 'met', 'not yet': 'not met', unknown: 'not known' } as const

interface Names {
  criterionName(id: string): string
  memberName(id: string): string
}

/** What is open about somebody, in sentences. */
export function openWords(points: readonly OpenPoint[], names: Names): string[] {
  return points.map((point) => openSentence(point, names))
}

function openSentence(point: OpenPoint, { criterionName, memberName }: Names): string {
  switch (point.kind) {
    case 'no card':
      return 'Nobody has submitted a scorecard about them.'
    case 'missing':
      return `Scorecards that were not given: ${point.members.map(memberName).join(', ')}.`
    case 'not yet':
      return `A must-have is not met: ${criterionName(point.criterion)}.`
    case 'unknown':
      return `Whether a must-have is met is not known: ${criterionName(point.criterion)}.`
  }
}

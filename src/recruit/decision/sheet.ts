/** The decision sheet: about whom something is to be decided, what is open about them, and what a sheet must say to be sealed. */

import { isOver } from '../candidate/stage.ts'
import type { Candidate } from '../model.ts'
import type { Decision, DecisionBasis, SheetEntry, SheetInput } from './decision.ts'

/** The fields of the form that hold one candidate's entry, each followed by a colon and the candidate's id. */
const SHEET_FIELDS = ['outcome', 'place', 'reason', 'despite'] as const
export type SheetField = (typeof SHEET_FIELDS)[number]

export const sheetField = (field: SheetField, candidate: string) => `${field}:${candidate}`

/** Whether the sheet asks about a candidate; where it does not, why. */
export type Asked = 'asked' | 'hired' | 'declined' | 'withdrawn' | 'erased' | 'not interviewed'

/**
 * Whoever withdrew, was erased or has declined is asked about no more, and the decision about who is hired stays. Who was never
 * rated and only applied, or was refused, needs none: of thousands who apply, the sheet asks about those who were met.
 */
export function askedOf(
  candidate: Pick<Candidate, 'stage' | 'withdrawnAt' | 'erasedAt'>,
  { cards, isDecided }: { cards: number; isDecided: boolean },
): Asked {
  // First: somebody who is hired has a place, even when what they gave as a candidate is erased.
  if (candidate.stage === 'hired') return 'hired'
  if (candidate.erasedAt) return 'erased'
  if (isOver(candidate)) return 'withdrawn'
  if (candidate.stage === 'declined') return 'declined'
  const isMet = cards > 0 || isDecided || (candidate.stage !== 'refused' && candidate.stage !== 'applied')
  return isMet ? 'asked' : 'not interviewed'
}

/** What is open about somebody who is taken nevertheless. Criteria and members are named by their ids. */
export type OpenPoint =
  | { kind: 'no card' }
  | { kind: 'missing'; members: string[] }
  | { kind: 'unknown'; criterion: string }
  | { kind: 'not yet'; criterion: string }

/** In the order in which they weigh; none: nothing is open. */
export function openPoints({ members, missing, criteria }: DecisionBasis): OpenPoint[] {
  const gates = (['not yet', 'unknown'] as const).flatMap((kind) =>
    criteria.filter(({ gate }) => gate === kind).map(({ criterion }) => ({ kind, criterion })),
  )
  if (members.length === 0) return [...gates, { kind: 'no card' }]
  return missing.length === 0 ? gates : [...gates, { kind: 'missing', members: missing }]
}

/** What a sheet is held against. */
export interface Standing {
  places: number
  /** Every candidate, those about whom nothing is asked too. */
  candidates: readonly (Pick<Candidate, 'id' | 'name'> & { asked: Asked; basis: DecisionBasis })[]
  /** What holds now, by the candidate. */
  latest: ReadonlyMap<string, Decision>
}

/** A decision that is to be sealed. */
export type NewDecision = Pick<
  Decision,
  'candidateId' | 'outcome' | 'place' | 'reason' | 'despite' | 'changes' | 'basis'
>

/** What is wrong with a sheet, by the form's fields; none: it can be sealed. */
export function sheetFaults(standing: Standing, input: SheetInput): Record<string, string> {
  const entries = new Map(input.entries.map((one) => [one.candidate, one]))
  const asked = standing.candidates.filter((one) => one.asked === 'asked')
  if (entries.size !== input.entries.length || input.entries.some((one) => !asked.some(isOf(one.candidate))))
    return { '': 'The sheet has one entry for each candidate who is still in it, and for nobody else.' }
  const faults = asked.flatMap((one): [string, string][] => {
    const entry = entries.get(one.id)
    return entry
      ? entryFaults(one, entry)
      : [[sheetField('outcome', one.id), `Say what is decided about ${one.name}.`]]
  })
  return {
    ...Object.fromEntries(faults),
    ...placeFaults(input.entries),
    ...nameFaults(standing, input),
    ...changeFault(standing, input),
    ...offerFault(standing, input),
  }
}

const isOf = (id: string) => (one: { id: string }) => one.id === id

/** Whoever reads it years later has to know what was heard. */
const SHORTEST = 10

function entryFaults(
  { id, name, basis }: Standing['candidates'][number],
  { outcome, place, reason, despite }: SheetEntry,
): [string, string][] {
  const faults: [string, string][] = []
  if (outcome === null) faults.push([sheetField('outcome', id), `Say what is decided about ${name}.`])
  if (outcome === 'reserve' && place === null)
    faults.push([sheetField('place', id), `Give the place of ${name} in the reserve: 1 is asked first.`])
  if (reason.length < SHORTEST)
    faults.push([sheetField('reason', id), `Write what was heard of ${name} that speaks for this.`])
  if (isTaken(outcome) && openPoints(basis).length > 0 && despite.length < SHORTEST)
    faults.push([
      sheetField('despite', id),
      `Something is open about ${name}, as said beside this. Write why they are taken nevertheless.`,
    ])
  return faults
}

const isTaken = (outcome: SheetEntry['outcome']) => outcome === 'offer' || outcome === 'reserve'

function placeFaults(entries: readonly SheetEntry[]): Record<string, string> {
  const seen = new Set<number>()
  const doubled = entries.filter(({ outcome, place }) => {
    if (outcome !== 'reserve' || place === null) return false
    if (seen.has(place)) return true
    seen.add(place)
    return false
  })
  return Object.fromEntries(
    doubled.map(({ candidate }) => [
      sheetField('place', candidate),
      'Somebody else has this place in the reserve. Give each their own.',
    ]),
  )
}

/** What is written about one candidate stays when another is erased, so it names no other. */
function nameFaults({ candidates }: Standing, input: SheetInput): Record<string, string> {
  const there = candidates.filter(({ asked }) => asked !== 'erased')
  const others = (own: string) => there.filter(({ id }) => id !== own).map(({ name }) => name)
  const faults = input.entries.flatMap(({ candidate, reason, despite }) => {
    const named = (text: string) => namedIn(text, others(candidate))
    return [
      faultOf(sheetField('reason', candidate), named(reason)),
      faultOf(sheetField('despite', candidate), named(despite)),
    ].flat()
  })
  return Object.fromEntries([...faults, ...faultOf('changes', namedIn(input.changes, others('')))])
}

function faultOf(field: string, named: string | undefined): [string, string][] {
  return named === undefined ? [] : [[field, leaveOut(named)]]
}

export const leaveOut = (name: string) =>
  `Leave ${name} out of this: it stays when their data is erased. Say what was heard and what follows from it.`

/** The first of the names that stands in a text as whole words, whatever the case; undefined: none. */
export function namedIn(text: string, names: readonly string[]): string | undefined {
  if (text.trim() === '') return undefined
  const said = letters(text)
  return names.find((name) => name.trim() !== '' && said.includes(letters(name)))
}

function letters(given: string): string {
  const words = given.toLocaleLowerCase('en-GB').replace(/[^\p{L}\p{N}]+/gu, ' ')
  return ` ${words.trim()} `
}

function changeFault(standing: Standing, input: SheetInput): Record<string, string> {
  const replaces = input.entries.some(
    (entry) => isNew(standing, entry) && standing.latest.has(entry.candidate),
  )
  if (!replaces || input.changes.length >= SHORTEST) return {}
  return { changes: 'Write why the earlier decision is replaced. Both stay on the sheet.' }
}

/** More people than places are never offered the job; who is hired has one, who declined has given theirs back. */
function offerFault({ places, candidates }: Standing, { entries }: SheetInput): Record<string, string> {
  const hired = candidates.filter(({ asked }) => asked === 'hired').length
  const offers = entries.filter(({ outcome }) => outcome === 'offer').length
  if (hired + offers <= places) return {}
  const taken = hired > 0 ? `, and ${hired} of them ${hired === 1 ? 'is' : 'are'} taken` : ''
  return {
    '': `${places === 1 ? 'There is one place' : `There are ${places} places`}${taken}, and ${offers} people would be offered the job. Put those who may come later in reserve.`,
  }
}

/** Places that were offered and are free again, since whoever had them withdrew, declined or was erased. */
export function freeAgain({ candidates, latest }: Pick<Standing, 'candidates' | 'latest'>): string[] {
  return candidates
    .filter(({ id, asked }) => GONE.includes(asked) && latest.get(id)?.outcome === 'offer')
    .map(({ name }) => name)
}

const GONE: readonly Asked[] = ['withdrawn', 'declined', 'erased']

/** Whether an entry says something else than what holds now. */
function isNew({ latest, candidates }: Standing, entry: SheetEntry): boolean {
  const now = latest.get(entry.candidate)
  const basis = candidates.find(isOf(entry.candidate))?.basis
  if (!now) return true
  const place = entry.outcome === 'reserve' ? entry.place : null
  const despite = basis ? despiteOf(entry, basis) : null
  return (
    now.outcome !== entry.outcome ||
    now.place !== place ||
    now.reason !== entry.reason ||
    now.despite !== despite
  )
}

/** Where nothing is open about somebody, or they are not taken, there is nothing to say against. */
function despiteOf({ outcome, despite }: SheetEntry, basis: DecisionBasis): string | null {
  return (isTaken(outcome) && openPoints(basis).length > 0 && despite) || null
}

/** What a sheet without faults adds, in the order of the candidates; what is said already is not said again. */
export function newDecisions(standing: Standing, input: SheetInput): NewDecision[] {
  return standing.candidates.flatMap(({ id, basis }) => {
    const entry = input.entries.find(({ candidate }) => candidate === id)
    if (!entry?.outcome || !isNew(standing, entry)) return []
    const { outcome, place, reason } = entry
    return {
      ...{ candidateId: id, outcome, reason, basis, place: outcome === 'reserve' ? place : null },
      despite: despiteOf(entry, basis),
      changes: standing.latest.has(id) ? input.changes : null,
    }
  })
}

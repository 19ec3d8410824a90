/**
 * History: what happened, who did it, when, and on what. One event for each act, numbered without a gap, sealed together
 * with the one before. The words that could name a person stand apart (`detail`), so that they can be erased while the
 * seals still hold.
 */
import { fingerprint } from '#lib/fingerprint.ts'
import type { Viewer } from '#viewer.ts'

/** What an act was about. `kind` is the product's word: person, team, framework, draft … */
export interface Subject {
  kind: string
  id: string
  /** Its name at the time; kept in the detail. */
  name?: string
}

/** The words of an act: names, and values before and after, as far as they matter. */
export interface Detail {
  /** The actor's name at the time. */
  actor?: string
  /** The names at the time of the subject and of the further subjects, in the order of the event. */
  names?: (string | null)[]
  /** Field by field; null: there was or is no value. */
  changes?: Record<string, { before: unknown; after: unknown }>
  /** Anything else that belongs to the act, such as counts. */
  note?: Record<string, unknown>
}

export interface Act {
  /** The thing and what was done to it, as people say it: "person: added". One closed word pair for each kind of act. */
  act: string
  on: Subject
  /** Further things the act was about. */
  also?: Subject[]
  changes?: Detail['changes']
  note?: Detail['note']
}

export type ActorKind = 'person' | 'visitor' | 'terminal' | 'system'

/** An event as it is sealed: all of it but the detail's words. */
export interface Event {
  organizationId: string
  number: number
  id: string
  at: Date
  actorKind: ActorKind
  actorId: string | null
  via: Viewer['via']
  act: string
  subjectKind: string
  subjectId: string
  /** Every further subject, as "kind id", sorted. */
  also: string[]
  detailSeal: string
  previousSeal: string
}

/** The further subjects of an act, each once, in the order in which they are sealed; the names of the detail follow it. */
export function alsoOf({ also = [] }: Act): Subject[] {
  const byKey = new Map(also.map((subject) => [`${subject.kind} ${subject.id}`, subject]))
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, subject]) => subject)
}

/** What the first event of an organisation is sealed with. */
export const FIRST_SEAL = '0'.repeat(64)

/** SHA-256 over the seal before and all that the event says. Any change to either gives another seal. */
export function sealOf(event: Event): string {
  const { organizationId, number, id, at, actorKind, actorId, via, act } = event
  const said = [organizationId, number, id, at.toISOString(), actorKind, actorId, via, act]
  const on = [event.subjectKind, event.subjectId, event.also, event.detailSeal]
  return fingerprint(JSON.stringify([event.previousSeal, ...said, ...on]))
}

/** SHA-256 over the salt and the words, whatever the order of the keys. */
export function detailSealOf(salt: string, detail: Detail): string {
  return fingerprint(salt + canonical(detail))
}

/** JSON with the keys in order at every depth, as the database may give them back in another. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`
}

/** Whose act it is, in the four kinds that the history tells apart. */
export function actorOf({ person, via }: Viewer): { kind: ActorKind; id: string | null; name?: string } {
  if (person) return { kind: 'person', id: person.id, name: person.name }
  if (via === 'terminal' || via === 'system') return { kind: via, id: null }
  return { kind: 'visitor', id: null }
}

/** The fields that differ, for `Act.changes`; undefined and null are the same "no value". */
export function changesBetween(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): NonNullable<Detail['changes']> {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const differing = keys.filter((key) => canonical(before[key] ?? null) !== canonical(after[key] ?? null))
  return Object.fromEntries(
    differing.map((key) => [key, { before: before[key] ?? null, after: after[key] ?? null }]),
  )
}

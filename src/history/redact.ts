import type { Detail, Event } from './model.ts'

/** The person whose words go, and what they are called from now on. */
export interface Erasure {
  personId: string
  pseudonym: string
  /** What names them in plain text: names they have or had, addresses, numbers. The longest first. */
  words: string[]
  /** Of these the ones that may mean somebody else too; they count only in events that are about this person. */
  shared: string[]
}

/** What stands where something about the person stood. */
const GONE = '(erased)'

type Told = Pick<Event, 'actorId' | 'subjectKind' | 'subjectId' | 'also'>

/**
 * The words of an event without those that name the person: names become the pseudonym; where the person is what the
 * act was on, every value before and after goes, since all of it is about them. Gives equal words when nothing named them.
 */
export function redact(event: Told, detail: Detail, erasure: Erasure): Detail {
  const isOnThem = isPerson(event.subjectKind, event.subjectId, erasure)
  const alsoThem = event.also.map((one) => one === `person ${erasure.personId}`)
  const didThey = event.actorId === erasure.personId
  const isAboutThem = isOnThem || didThey || alsoThem.includes(true)
  const words = erasure.words.filter((word) => isAboutThem || !erasure.shared.includes(word))
  const rename = (text: string) => withoutWords(text, words, erasure.pseudonym)
  const { actor, names, changes, note } = detail
  const areThem = [isOnThem, ...alsoThem]
  return {
    ...(actor !== undefined && { actor: didThey ? erasure.pseudonym : rename(actor) }),
    ...(names && { names: names.map((name, i) => name && (areThem[i] ? erasure.pseudonym : rename(name))) }),
    ...(changes && { changes: isOnThem ? allGone(changes) : deeply(changes, rename) }),
    ...(note && { note: isOnThem ? gone(note) : deeply(note, rename) }),
  }
}

const isPerson = (kind: string, id: string, { personId }: Erasure) => kind === 'person' && id === personId

/** Each of the words, where it stands as a whole, in whatever case, becomes the pseudonym. */
export function withoutWords(text: string, words: readonly string[], pseudonym: string): string {
  return words.reduce((left, word) => left.replaceAll(wholeWord(word), pseudonym), text)
}

function wholeWord(word: string): RegExp {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu')
}

function allGone(changes: NonNullable<Detail['changes']>): NonNullable<Detail['changes']> {
  return Object.fromEntries(
    Object.entries(changes).map(([field, { before, after }]) => [field, gone({ before, after })]),
  )
}

/** Where there was a value stands that there was one. */
function gone<T extends Record<string, unknown>>(values: T): T {
  const entries = Object.entries(values).map(([key, value]) => [key, value === null ? null : GONE])
  return Object.fromEntries(entries) as T
}

/** The same with every text in it changed. */
function deeply<T>(value: T, change: (text: string) => string): T {
  const inside = (held: unknown): unknown => {
    if (typeof held === 'string') return change(held)
    if (Array.isArray(held)) return held.map(inside)
    if (held === null || typeof held !== 'object') return held
    return Object.fromEntries(Object.entries(held).map(([key, one]) => [key, inside(one)]))
  }
  return inside(value) as T
}

/** A word must be this long to be looked for in events that are not about the person: "Al" is in too many. */
const SHORTEST = 5

/** The words that are looked for everywhere, and not only in events that are about the person. */
export function wordsToSearch({ words, shared }: Erasure): string[] {
  return words.filter((word) => word.length >= SHORTEST && !shared.includes(word))
}

/** What else names the person, from the words of events on them: other names they had, and addresses. */
export function namingWords(details: readonly Detail[]): string[] {
  const found = details.flatMap(({ names, changes = {} }) => [
    ...(names?.[0] ? [names[0]] : []),
    ...Object.entries(changes).flatMap(([field, { before, after }]) =>
      [before, after].filter((value): value is string => typeof value === 'string' && isNaming(field, value)),
    ),
  ])
  return [...new Set(found)].filter((word) => word !== GONE).toSorted((a, b) => b.length - a.length)
}

const isNaming = (field: string, value: string) =>
  /^(name|email|phone|number)$/.test(field) || /^\S+@\S+$/.test(value)

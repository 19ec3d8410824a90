import type { Happening } from './happening.ts'
import type { Detail } from './model.ts'

/** Participles that are not what people say of the past. */
const PAST: Record<string, string> = {
  begun: 'began',
  chosen: 'chose',
  drawn: 'drew',
  given: 'gave',
  seen: 'saw',
  taken: 'took',
  thrown: 'threw',
  withdrawn: 'withdrew',
  written: 'wrote',
}

/** Acts that the pattern "somebody did the thing" does not fit; `…` is the thing's name. */
const PHRASES: Record<string, string> = {
  'history: words erased': 'erased words in the history',
  'history: words forgotten': 'let the words of old events be forgotten',
  'account: signed in': 'signed in',
  'account: signed out': 'signed out',
  'job: given up': 'gave up the work …',
}

export interface Sentence {
  /** Who did it; begins the sentence. */
  who: string
  /** What they did, up to the name of the thing: "published the framework". */
  did: string
  /** The thing's name, where it had one and the sentence needs it. */
  name: string
}

/** "framework: published" on Spotlight by Ada Byrne is: Ada Byrne | published the framework | Spotlight. */
export function sentenceOf({ actor, act, on }: Pick<Happening, 'actor' | 'act' | 'on'>): Sentence {
  const who = actorWords(actor)
  const phrase = PHRASES[act]
  if (phrase !== undefined) {
    return { who, did: phrase.replace('…', '').trim(), name: phrase.includes('…') ? (on.name ?? '') : '' }
  }
  const [thing = '', done = ''] = act.split(': ')
  const [verb = '', ...particle] = done.split(' ')
  const did = [PAST[verb] ?? verb, 'the', thing].join(' ')
  return particle.length === 0
    ? { who, did, name: on.name ?? '' }
    : { who, did: [PAST[verb] ?? verb, ...particle, 'the', thing].join(' '), name: on.name ?? '' }
}

/** As plain text, for programs and the terminal. */
export function plainSentence(happening: Pick<Happening, 'actor' | 'act' | 'on'>): string {
  const { who, did, name } = sentenceOf(happening)
  return [who, did, name].filter(Boolean).join(' ')
}

function actorWords({ kind, name }: Happening['actor']): string {
  if (kind === 'person') return name ?? 'Somebody whose name was erased'
  if (kind === 'visitor') return 'A visitor'
  return kind === 'terminal' ? 'Somebody at the terminal' : 'Sightline'
}

/** "reportsTo" is read as "Reports to". */
export function fieldWords(field: string): string {
  const words = field
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A stored value as people read it; empty: there was none. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(valueWords).filter(Boolean).join(', ')
  const parts = Object.entries(value).map(([key, held]) => [fieldWords(key), valueWords(held)] as const)
  return parts.flatMap(([key, held]) => (held ? [`${key}: ${held}`] : [])).join('; ')
}

export interface ChangeWords {
  field: string
  before: string
  after: string
}

export function changeWords(changes: NonNullable<Detail['changes']>): ChangeWords[] {
  return Object.entries(changes).map(([field, { before, after }]) => ({
    field: fieldWords(field),
    before: valueWords(before),
    after: valueWords(after),
  }))
}

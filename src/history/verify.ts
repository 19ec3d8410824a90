/**
 * Whether the history is whole: walks all events in order and compares every seal with what it seals. Words that were
 * erased by an act of erasure are told apart from words that somebody has removed or changed.
 */
import { type Detail, detailSealOf, type Event, FIRST_SEAL, sealOf } from './model.ts'

/** The act that erases words; its note says of which events, and the seal of what was left of the words. */
export const ERASED = 'history: words erased'
/** The same, for words that have become too old to be kept. */
export const FORGOTTEN = 'history: words forgotten'

/** Event id to the seal of the words that stand there now; null: none do. */
export type Erased = Record<string, string | null>

export interface KeptEvent {
  event: Event
  seal: string
  /** Null: there are none. */
  words: { salt: string; detail: Detail } | null
  /** Whether its further subjects carry its own time and number, which is what they are found by. */
  subjectsAgree: boolean
}

export interface HistoryFault {
  /** The event's number. */
  number: number
  says: string
}

export interface Verdict {
  events: number
  /** The newest event; null before anything has happened. */
  head: { number: number; seal: string } | null
  /** In the order of the numbers; at most a hundred. */
  faults: HistoryFault[]
  /** Events whose words were erased by an act that says so. */
  erased: number
}

const MOST_FAULTS = 100

interface Walk {
  count: number
  number: number
  seal: string
  faults: HistoryFault[]
  /** Events whose words are not those that were sealed: what stands there now. */
  unlike: Map<string, { number: number; seal: string | null }>
  /** What the acts of erasure say; the last one counts. */
  erased: Map<string, string | null>
  /** A seal that must occur, and whether it has. */
  wanted: string | null
  met: boolean
}

/** `wanted`: a seal that was noted earlier; if it is not there, events were cut off or all seals made anew. */
export function beginWalk(wanted: string | null): Walk {
  const none = { faults: [], unlike: new Map(), erased: new Map() }
  return {
    count: 0,
    number: 0,
    seal: FIRST_SEAL,
    ...none,
    wanted,
    met: wanted === null || wanted === FIRST_SEAL,
  }
}

/** Looks at the next event; they come in the order of their numbers. */
export function step(walk: Walk, kept: KeptEvent): void {
  const { event, seal } = kept
  const fault = (says: string) => walk.faults.push({ number: event.number, says })
  if (event.number !== walk.number + 1)
    walk.faults.push({ number: walk.number + 1, says: missingWords(walk.number + 1, event.number - 1) })
  else if (event.previousSeal !== walk.seal)
    fault('It does not follow from the event before: one of the two was put in or exchanged.')
  if (sealOf(event) !== seal) fault('It is not as it was sealed: somebody has changed it.')
  else if (!kept.subjectsAgree) fault('The list of what it was about has been changed.')
  checkWords(walk, kept)
  walk.count += 1
  walk.number = event.number
  walk.seal = seal
  walk.met ||= seal === walk.wanted
}

const missingWords = (first: number, last: number) =>
  first === last ? 'It is missing.' : `It is missing, and so are all up to number ${last}.`

function checkWords(walk: Walk, { event, words }: KeptEvent): void {
  const seal = words && detailSealOf(words.salt, words.detail)
  if (seal !== event.detailSeal) {
    walk.unlike.set(event.id, { number: event.number, seal })
    return
  }
  if (event.act !== ERASED && event.act !== FORGOTTEN) return
  const erased = (words?.detail.note?.erased ?? {}) as Erased
  for (const [id, left] of Object.entries(erased)) {
    walk.erased.set(id, left)
    if (!walk.unlike.has(id))
      walk.faults.push({
        number: event.number,
        says: `It erased the words of another event (${id}), and they are there again.`,
      })
  }
}

/** After the last event. `head` is what the history itself believes its newest event to be. */
export function conclude(walk: Walk, head: { number: number; seal: string } | null): Verdict {
  for (const [id, { number, seal }] of walk.unlike) {
    if (walk.erased.get(id) === seal) continue
    const what = seal === null ? 'Its words are missing' : 'Its words have been changed'
    walk.faults.push({ number, says: `${what}, and no act of erasure says so.` })
  }
  const end = { number: walk.number, seal: walk.seal }
  const believed = head ?? { number: 0, seal: FIRST_SEAL }
  if (believed.number !== end.number || believed.seal !== end.seal)
    walk.faults.push({ number: end.number + 1, says: endWords(believed.number, end.number) })
  if (!walk.met)
    walk.faults.push({
      number: end.number + 1,
      says: 'The seal that you noted does not occur: events were cut off at the end, or all seals were made anew.',
    })
  const faults = walk.faults.toSorted((a, b) => a.number - b.number)
  return {
    events: walk.count,
    head: walk.count > 0 ? end : null,
    faults: faults.slice(0, MOST_FAULTS),
    erased: [...walk.unlike].filter(([id, { seal }]) => walk.erased.get(id) === seal).length,
  }
}

function endWords(believed: number, found: number): string {
  if (believed > found) return `The end is cut off: there should be events up to number ${believed}.`
  return 'The note of the newest event does not agree with the newest event that is there.'
}

/**
 * Statements for the generated test pages, written for Sightline and kept apart from `english.json`, so that the search
 * is tested on sentences it has not learned from. They are put together from parts; the parts with even and with odd
 * numbers make two sets that share none: one to set weights with, one to measure with.
 */

import parts from './sample-parts.json' with { type: 'json' }

export type SampleSet = 'tuning' | 'measuring'

/** How the statements of one page begin: a page is usually of one voice. */
export type Voice = 'imperative' | 'third person' | 'gerund' | 'mixed'

/** A random number from 0 up to, but not including, 1; the same seed gives the same numbers. */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function pick<T>(random: Random, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)]
  if (chosen === undefined) throw new RangeError('Nothing to pick from: the list is empty.')
  return chosen
}

/** One statement, without a final stop. */
export function sampleStatement(random: Random, set: SampleSet, voice: Voice): string {
  const mine = (parts: string[]): string =>
    pick(
      random,
      parts.filter((_, at) => (at % 2 === 0) === (set === 'tuning')),
    )
  const kind = random()
  if (kind < 0.15) return mine(parts.whole)
  if (kind < 0.27) return `${pick(random, parts.leads)} ${mine(parts.topics)}`
  const spoken = voice === 'mixed' ? pick(random, ['imperative', 'third person', 'gerund'] as const) : voice
  let text = inVoice(mine(parts.actions), spoken)
  if (random() < 0.2) text += ` ${mine(parts.examples)}`
  if (random() < 0.4) text += ` ${mine(parts.tails)}`
  if (random() < 0.35)
    text += `${pick(random, [' and', ' to', ' in order to', ', and'])} ${mine(parts.seconds)}`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function inVoice(action: string, voice: Voice): string {
  const [verb = '', ...rest] = action.split(' ')
  if (voice === 'third person') return [thirdPerson(verb), ...rest].join(' ')
  return voice === 'gerund' ? [gerund(verb), ...rest].join(' ') : action
}

function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`
}

function gerund(verb: string): string {
  if (/[^e]e$/.test(verb) && verb !== 'be') return `${verb.slice(0, -1)}ing`
  return /^(?:[^aeiou]*[aeiou][bdgmnptl])$/.test(verb) ? `${verb}${verb.at(-1)}ing` : `${verb}ing`
}

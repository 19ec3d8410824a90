/**
 * How well words follow each other, judged by their classes: a smoothed trigram model over symbols (function words
 * as themselves, other words as classes), counted from the statements of `english.ts` when it is first asked.
 */

import { bareWord, functionClassOf, symbolsOf } from './classes.ts'
import { STATEMENTS } from './english.ts'

const MOST_SYMBOLS = 1024
const ids = new Map<string, number>()
const names: string[] = []

/** The number that stands for a symbol, so that the search need not handle text. */
export function symbolId(name: string): number {
  const known = ids.get(name)
  if (known !== undefined) return known
  ids.set(name, names.length)
  return names.push(name) - 1
}

export const START = symbolId('^')
export const END = symbolId('$')

/** How many sightings a shorter history counts for against a longer one. */
export const TRUST = { trigram: 1000, bigram: 8, classTrigram: 1000, classBigram: 8 }

export interface Language {
  /** Natural logarithm of the probability of `symbol` after the two symbols before it. */
  follows(before: number, last: number, symbol: number): number
}

interface Counts {
  seen: Map<string, number>
  total: number
}

/** Counts the statements, one a line. */
export function learn(statements: string): Language {
  const counts: Counts = { seen: new Map(), total: 0 }
  for (const statement of statements.trim().split('\n')) {
    const symbols = statement.split(/\s+/).flatMap((word) => symbolsOf(word, bareWord(word)).symbols)
    if (symbols.length > 0) countStatement(counts, ['^', '^', ...symbols, '$'])
  }
  const known = new Map<number, number>()
  return {
    follows(before, last, symbol) {
      const key = (before * MOST_SYMBOLS + last) * MOST_SYMBOLS + symbol
      const found = known.get(key)
      if (found !== undefined) return found
      const value = Math.log(
        probability(counts, [names[before] ?? '', names[last] ?? '', names[symbol] ?? '']),
      )
      known.set(key, value)
      return value
    },
  }
}

let own: Language | null = null

/** The model of Sightline's own statements. */
export function ownLanguage(): Language {
  own ??= learn(STATEMENTS)
  return own
}

const kindOf = (symbol: string): string => functionClassOf(symbol) ?? symbol

function countStatement(counts: Counts, symbols: readonly string[]): void {
  for (let at = 2; at < symbols.length; at++) {
    const [a, b, c] = [symbols[at - 2] ?? '', symbols[at - 1] ?? '', symbols[at] ?? '']
    const [ka, kb, kc] = [kindOf(a), kindOf(b), kindOf(c)]
    const keys = [`3 ${a} ${b} ${c}`, `3 ${a} ${b}`, `2 ${b} ${c}`, `2 ${b}`, `1 ${c}`, `k1 ${kc}`]
    keys.push(`k3 ${ka} ${kb} ${kc}`, `k3 ${ka} ${kb}`, `k2 ${kb} ${kc}`, `k2 ${kb}`)
    for (const key of keys) counts.seen.set(key, (counts.seen.get(key) ?? 0) + 1)
    counts.total++
  }
}

/** Each longer history leans on the next shorter one, in proportion to how often it was seen. */
function probability(counts: Counts, [a, b, c]: readonly [string, string, string]): number {
  const n = (key: string): number => counts.seen.get(key) ?? 0
  const [ka, kb, kc] = [kindOf(a), kindOf(b), kindOf(c)]
  const blend = (joint: number, history: number, trust: number, shorter: number): number =>
    (joint + trust * shorter) / (history + trust)
  const kind = (n(`k1 ${kc}`) + 0.5) / (counts.total + 30)
  const emission = kc === c ? 1 : (n(`1 ${c}`) + 0.5) / (n(`k1 ${kc}`) + 5)
  const afterOneKind = blend(n(`k2 ${kb} ${kc}`), n(`k2 ${kb}`), TRUST.classBigram, kind)
  const afterKinds = blend(n(`k3 ${ka} ${kb} ${kc}`), n(`k3 ${ka} ${kb}`), TRUST.classTrigram, afterOneKind)
  const afterOne = blend(n(`2 ${b} ${c}`), n(`2 ${b}`), TRUST.bigram, afterKinds * emission)
  return blend(n(`3 ${a} ${b} ${c}`), n(`3 ${a} ${b}`), TRUST.trigram, afterOne)
}

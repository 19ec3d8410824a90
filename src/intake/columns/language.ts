/**
 * How well words follow each other, judged by their classes: a smoothed bigram model over symbols (function words
 * as themselves, other words as classes), counted from the statements of `english.json` when it is first asked.
 * Longer histories were tried: with so little text they fit generated pages worse.
 */

import { bareWord, functionClassOf, symbolsOf } from './classes.ts'
import statements from './english.json' with { type: 'json' }

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

/** How many sightings of a word, or of its class, its followers are trusted against those of the rest. */
const TRUST = { word: 8, kind: 8 }

export interface Language {
  /** Natural logarithm of the probability of `symbol` right after `last`. */
  follows(last: number, symbol: number): number
}

interface Counts {
  seen: Map<string, number>
  total: number
}

/** Counts the statements. */
function learn(statements: readonly string[]): Language {
  const counts: Counts = { seen: new Map(), total: 0 }
  for (const statement of statements) {
    const symbols = statement.split(/\s+/).flatMap((word) => symbolsOf(word, bareWord(word)).symbols)
    if (symbols.length > 0) countStatement(counts, ['^', ...symbols, '$'])
  }
  const known = new Map<number, number>()
  return {
    follows(last, symbol) {
      const key = last * MOST_SYMBOLS + symbol
      const found = known.get(key)
      if (found !== undefined) return found
      const value = Math.log(probability(counts, names[last] ?? '', names[symbol] ?? ''))
      known.set(key, value)
      return value
    },
  }
}

let own: Language | null = null

/** The model of Sightline's own statements. */
export function ownLanguage(): Language {
  own ??= learn(statements)
  return own
}

const kindOf = (symbol: string): string => functionClassOf(symbol) ?? symbol

function countStatement(counts: Counts, symbols: readonly string[]): void {
  for (const [at, symbol] of symbols.entries()) {
    const last = symbols[at - 1]
    if (last === undefined) continue
    const [lastKind, kind] = [kindOf(last), kindOf(symbol)]
    const words = [`${last} ${symbol}`, `${last} *`, `* ${symbol}`]
    const kinds = [`kind ${lastKind} ${kind}`, `kind ${lastKind} *`, `kind * ${kind}`]
    for (const key of [...words, ...kinds]) counts.seen.set(key, (counts.seen.get(key) ?? 0) + 1)
    counts.total++
  }
}

/** Pairs of words lean on pairs of classes, and those on how common the class is; nothing is impossible. */
function probability({ seen, total }: Counts, last: string, symbol: string): number {
  const n = (key: string): number => seen.get(key) ?? 0
  const [lastKind, kind] = [kindOf(last), kindOf(symbol)]
  const common = (n(`kind * ${kind}`) + 0.5) / (total + 30)
  const inKind = kind === symbol ? 1 : (n(`* ${symbol}`) + 0.5) / (n(`kind * ${kind}`) + 5)
  const afterKind = blend(n(`kind ${lastKind} ${kind}`), n(`kind ${lastKind} *`), TRUST.kind, common)
  return blend(n(`${last} ${symbol}`), n(`${last} *`), TRUST.word, afterKind * inKind)
}

/** The share `joint` of `history`, drawn towards `prior` as if that had been seen `trust` times. */
function blend(joint: number, history: number, trust: number, prior: number): number {
  return (joint + trust * prior) / (history + trust)
}

/**
 * Words that keep company in texts about work, looked up in `word-pairs.json`. Its lists hold base forms and were
 * written down for Sightline from general knowledge of English: `companions` are words that follow each other, next or
 * with function words between; `governed` are the words after which a function word often comes.
 */

import { stemOf } from './classes.ts'
import tables from './word-pairs.json' with { type: 'json' }

const listed = (table: Record<string, string>): [string, string[]][] =>
  Object.entries(table).map(([head, words]) => [head, words.split(' ')])

/** By stem, the stems that follow it. */
const companions = new Map(
  listed(tables.companions).map(([head, words]) => [stemOf(head), new Set(words.map(stemOf))]),
)
/** By function word, the stems that ask for it. */
const governed = new Map(listed(tables.governed).map(([head, words]) => [head, new Set(words.map(stemOf))]))

/** Words with a meaning, by their stems: `right` is known to follow `left`, with or without function words between. */
export function areCompanions(left: string, right: string): boolean {
  return companions.get(left)?.has(right) ?? false
}

/** The function word often comes right after the word with this stem. */
export function governs(stem: string, functionWord: string): boolean {
  return governed.get(functionWord)?.has(stem) ?? false
}

/** Looks words up in the lists of `word-pairs.ts`. */

import { stemOf } from './classes.ts'
import { COMPANIONS, GOVERNED } from './word-pairs.ts'

const listed = (text: string): [string, string[]][] =>
  text
    .trim()
    .split(/\n(?=[^\n:]+:)/)
    .map((entry) => {
      const [head = '', words = ''] = entry.split(':')
      return [head.trim(), words.trim().split(/\s+/)]
    })

const companions = new Map(
  listed(COMPANIONS).map(([head, words]) => [stemOf(head), new Set(words.map(stemOf))]),
)
const governed = new Map(listed(GOVERNED).map(([head, words]) => [head, new Set(words.map(stemOf))]))

/** Words with a meaning, by their stems: `right` is known to follow `left`, with or without function words between. */
export function areCompanions(left: string, right: string): boolean {
  return companions.get(left)?.has(right) ?? false
}

/** The function word often comes right after the word with this stem. */
export function governs(stem: string, functionWord: string): boolean {
  return governed.get(functionWord)?.has(stem) ?? false
}

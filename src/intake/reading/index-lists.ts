/** Indexes: groups with the names of their competencies in a list below each. */
import type { Entry } from './entry.ts'
import { isClosed, wordCount } from './vocabulary.ts'

/** Marks names in lists as competencies where at least two groups are followed by nothing but such lists. */
export function settleIndex(entries: readonly Entry[]): void {
  const lists = entries.flatMap((entry, i) => (isGroup(entry) ? [namesUnder(entries, i)] : []))
  if (lists.length < 2 || lists.some((names) => names.length === 0)) return
  for (const name of lists.flat()) name.competency = true
}

function isGroup({ heading, level }: Entry): boolean {
  return heading?.kind === 'group' && heading.runIn && level === null
}

function namesUnder(entries: readonly Entry[], group: number): Entry[] {
  const names: Entry[] = []
  for (let i = group + 1; i < entries.length; i++) {
    const entry = entries[i]
    if (entry?.line.mark?.kind !== 'bullet') break
    if (entry.heading || entry.level || isClosed(entry.line.text) || wordCount(entry.line.text) > 6) return []
    names.push(entry)
  }
  return names
}

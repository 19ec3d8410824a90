import { closest } from '../lib/closest.ts'

/** “Did you mean …?”, else all there are. */
export function suggest(word: string, known: Iterable<string>): string {
  const names = [...new Set(known)]
  const meant = closest(word, names)
  if (meant !== null) return `Did you mean “${meant}”?`
  return names.length === 0 ? 'Take the reference away.' : `Use one of ${names.slice(0, 12).join(', ')}.`
}

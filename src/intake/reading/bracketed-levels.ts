/** "At this level you will (Officer)", "At this level you will (Head of service)": one phrase, and the level in brackets. */
import type { Entry } from './entry.ts'
import type { LevelMark } from './level-marks.ts'
import { size, wordCount } from './vocabulary.ts'

const BRACKETED = /^(\p{Lu}[^()[\].;!?]{2,60}?)\s*[([]([^()[\]]{2,40})[)\]]\s*:?$/u

interface Bracketed {
  entry: Entry
  stem: string
  name: string
}

/**
 * Gives a level to each line of a phrase that comes back with two names or more, one of them more than once: a name
 * with its abbreviation does not come back. Entries are changed in place.
 */
export function learnBracketedNames(entries: readonly Entry[]): void {
  if (entries.some(({ level }) => level !== null && level.form !== 'name')) return
  const stems = Map.groupBy(entries.flatMap(bracketed), ({ stem }) => stem)
  for (const found of stems.values()) {
    const names = new Set(found.map(({ name }) => name.toLowerCase()))
    if (names.size < 2 || names.size === found.length) continue
    for (const { entry, name } of found) {
      entry.heading = null
      entry.level = bracketedLevel(entry, name)
    }
  }
}

function bracketed(entry: Entry): Bracketed[] {
  const { line } = entry
  if (line.mark || line.cells || entry.columns) return []
  const [, stem, name] = BRACKETED.exec(line.text) ?? []
  if (!stem || !name || wordCount(stem) < 2 || wordCount(stem) > 9 || wordCount(name) > 5) return []
  return [{ entry, stem: stem.toLowerCase(), name }]
}

function bracketedLevel({ line }: Entry, name: string): LevelMark {
  const letters = size(line.text)
  const made = { form: 'repeated-name', number: null, name, prefix: '', letters } as const
  return { ...made, runIn: false, owner: null, doubtful: false }
}

/** The corpus, group by group; the test half apart. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFrameworkFile } from '../src/framework/file.ts'
import type { Framework } from '../src/framework/model.ts'
import { type CorpusEntry, parseCorpus } from '../src/translate/corpus.ts'

const LIBRARY = join(import.meta.dirname, '..', 'library')
/** Offices, IT, farming, construction, arts and volunteering: nothing is trained or set on it. */
export const TEST_GROUP = 5

/** The groups of occupations by number. */
export function corpusGroups(): Map<number, CorpusEntry[]> {
  const folder = join(LIBRARY, 'corpus')
  const files = readdirSync(folder).filter((name) => /^spotlight-\d.*\.yaml$/.test(name))
  return new Map(
    files.map((name) => {
      const { group, statements } = parseCorpus(readFileSync(join(folder, name), 'utf8'), name)
      return [group, statements]
    }),
  )
}

/** All but the test half. */
export function trainingEntries(): CorpusEntry[] {
  return [...corpusGroups()].flatMap(([group, entries]) => (group === TEST_GROUP ? [] : entries))
}

/** The frameworks that ship. */
export function libraryFrameworks(): Framework[] {
  return readdirSync(LIBRARY)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => parseFrameworkFile(readFileSync(join(LIBRARY, name), 'utf8')).framework ?? [])
}

export function spotlight(): Framework {
  const found = libraryFrameworks().find(({ slug }) => slug === 'spotlight')
  if (!found) throw new Error('library/spotlight.yaml cannot be read')
  return found
}

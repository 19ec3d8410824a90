import type { Path } from './fault.ts'
import { COMPETENCY_KEYS } from './file-schema.ts'

/**
 * What can be recognised of a framework file that may be faulty: the names and texts that refer to each other,
 * each with its place. Whatever has the wrong shape is left out here; the schema reports it.
 */
export interface Outline {
  slug: Word | null
  language: Word | null
  levels: LevelOutline[]
  groups: EntryOutline[]
  competencies: CompetencyOutline[]
  alignments: AlignmentOutline[]
}

interface Word {
  text: string
  path: Path
}

export interface LevelOutline {
  path: Path
  number: number | null
  name: string | null
  cues: Word[]
}

export interface EntryOutline {
  path: Path
  code: string | undefined
  name: string
}

export interface CompetencyOutline extends EntryOutline {
  group: Word | null
  /** One for each key under `levels`, as it is written. */
  levels: LevelEntryOutline[]
  /** What it says at its levels may stand under a key that no file knows, or in a shape that cannot be read. */
  levelsUnread: boolean
  /** The statements of all other lists. */
  others: StatementOutline[]
}

interface LevelEntryOutline {
  level: Word
  statements: StatementOutline[]
  /** Whether anything is written there, be it of the wrong shape. */
  written: boolean
}

export interface StatementOutline extends Word {
  also: Word[]
}

interface AlignmentOutline {
  path: Path
  from: Word | null
  to: Word | null
  type: string
}

export function outline(value: unknown): Outline {
  const file = new Spot(value, [])
  return {
    slug: file.at('slug').word(),
    language: file.at('language').word(),
    levels: file.at('scale').at('levels').list().map(levelOutline),
    groups: file.at('groups').list().flatMap(entryOutline),
    competencies: file.at('competencies').list().flatMap(competencyOutline),
    alignments: file.at('alignments').list().map(alignmentOutline),
  }
}

/** A value and its place. Asking it for what it is not gives nothing. */
class Spot {
  readonly value: unknown
  readonly path: Path
  constructor(value: unknown, path: Path) {
    this.value = value
    this.path = path
  }

  at(key: string): Spot {
    const record = this.hasKeys() ? (this.value as Record<string, unknown>) : {}
    return new Spot(Object.hasOwn(record, key) ? record[key] : undefined, [...this.path, key])
  }

  list(): Spot[] {
    const items: unknown[] = Array.isArray(this.value) ? this.value : []
    return items.map((item, i) => new Spot(item, [...this.path, i]))
  }

  hasKeys(): boolean {
    return typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value)
  }

  keys(): string[] {
    return this.hasKeys() ? Object.keys(this.value as object) : []
  }

  word(): Word | null {
    const text = typeof this.value === 'string' ? this.value.trim() : ''
    return text === '' ? null : { text, path: this.path }
  }

  isEmptyList(): boolean {
    return Array.isArray(this.value) && this.value.length === 0
  }

  words(): Word[] {
    return this.list().flatMap((item) => item.word() ?? [])
  }
}

function levelOutline(level: Spot): LevelOutline {
  const number = level.at('number').value
  return {
    path: level.path,
    number: typeof number === 'number' ? number : null,
    name: level.at('name').word()?.text ?? null,
    cues: level.at('cues').words(),
  }
}

function entryOutline(entry: Spot): EntryOutline[] {
  const name = entry.at('name').word()?.text
  const code = entry.at('code').word()?.text
  return name === undefined && code === undefined
    ? []
    : [{ path: entry.path, code, name: name ?? code ?? '' }]
}

const OTHER_LISTS = ['activities', 'courses', 'resources', 'questions', 'key', 'notes']

function competencyOutline(competency: Spot): CompetencyOutline[] {
  const levels = competency.at('levels')
  const balance = competency.at('balance')
  const lists = [
    ...balance.keys().map((key) => balance.at(key)),
    ...OTHER_LISTS.map((key) => competency.at(key)),
  ]
  return entryOutline(competency).map((entry) => ({
    ...entry,
    group: competency.at('group').word(),
    levels: levels.keys().map((key) => ({
      level: { text: key, path: [...levels.path, key] },
      statements: levels.at(key).list().flatMap(statementOutline),
      written: !levels.at(key).isEmptyList(),
    })),
    levelsUnread: areUnread(competency, levels),
    others: lists.flatMap((list) => list.list().flatMap(statementOutline)),
  }))
}

function areUnread(competency: Spot, levels: Spot): boolean {
  if (levels.value !== undefined) return !levels.hasKeys()
  return competency.keys().some((key) => !COMPETENCY_KEYS.has(key))
}

function statementOutline(statement: Spot): StatementOutline[] {
  const word = statement.word() ?? statement.at('text').word()
  return word === null ? [] : [{ ...word, also: statement.at('also').words() }]
}

function alignmentOutline(alignment: Spot): AlignmentOutline {
  return {
    path: alignment.path,
    from: alignment.at('from').word(),
    to: alignment.at('to').word(),
    type: alignment.at('type').word()?.text ?? '',
  }
}

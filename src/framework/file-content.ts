import type { FileCompetency, FileLevel, FileResource, FileStatement, FrameworkFile } from './file-schema.ts'
import {
  itemKey,
  levelKey,
  type NewCompetency,
  type NewFramework,
  type NewLevel,
  type NewStatement,
} from './identify.ts'
import { type Publication, type StatementKind, slugify } from './model.ts'

/** The lists of a competency that stand under a key of their own, in reading order. */
export const LISTS = [
  ['activity', 'activities'],
  ['course', 'courses'],
  ['resource', 'resources'],
  ['question', 'questions'],
  ['key', 'key'],
  ['note', 'notes'],
] as const satisfies readonly (readonly [StatementKind, keyof FileCompetency])[]

export const BALANCE = ['underused', 'skilled', 'overused'] as const satisfies readonly StatementKind[]

/** What a file says, as a framework without ids. References become keys; the checker reports those that lead nowhere. */
export function readContent(file: FrameworkFile): NewFramework {
  const levels = file.scale.levels.map(readLevel)
  const groups = file.groups ?? []
  const known = {
    levels: levelNames(levels),
    groups: namesOf(groups),
    competencies: namesOf(file.competencies),
  }
  return {
    slug: file.slug,
    title: file.title,
    summary: file.summary ?? null,
    publisher: file.publisher ?? null,
    source: file.source ? readSource(file.source) : null,
    licence: {
      name: file.licence.name,
      url: file.licence.url ?? null,
      attribution: file.licence.attribution ?? null,
    },
    language: file.language,
    version: file.version,
    scale: { kind: file.scale.kind, levels },
    groups: groups.map((group) => ({ ...named(group), definition: group.definition ?? null })),
    competencies: file.competencies.map((competency) => readCompetency(competency, known)),
    alignments: (file.alignments ?? []).map((alignment) => ({
      from: keyOf(alignment.from, known.competencies),
      to: readTarget(alignment.to),
      type: alignment.type,
      note: alignment.note ?? null,
    })),
  }
}

function readSource({ title, url, note }: NonNullable<FrameworkFile['source']>) {
  return { title, url: url ?? null, note: note ?? null }
}

/** "spotlight/a2" is the competency a2 of the framework spotlight. */
export function readTarget(to: string): { framework: string; competency: string } {
  const slash = to.indexOf('/')
  return { framework: to.slice(0, Math.max(0, slash)), competency: to.slice(slash + 1) }
}

type Names = Map<string, string>

/** How a file may name its entries: by key, by code or by name, in any case. A code wins over a name. */
export function namesOf(entries: { code?: string | undefined; name: string }[]): Names {
  const names: Names = new Map()
  for (const entry of entries) names.set(slugify(entry.name), keyOfEntry(entry))
  for (const entry of entries) names.set(keyOfEntry(entry), keyOfEntry(entry))
  return names
}

/** How a file may name its levels: by number or by name. A number wins over a name. */
export function levelNames(levels: Pick<NewLevel, 'key' | 'name'>[]): Names {
  const names: Names = new Map()
  for (const level of levels) if (level.name !== null) names.set(slugify(level.name), level.key)
  for (const level of levels) names.set(level.key, level.key)
  return names
}

function keyOf(reference: string, names: Names): string {
  return names.get(slugify(reference)) ?? slugify(reference)
}

function keyOfEntry(entry: { code?: string | undefined; name: string }): string {
  return itemKey({ code: entry.code ?? null, name: entry.name })
}

function named(entry: { code?: string | undefined; name: string }) {
  return { key: keyOfEntry(entry), code: entry.code ?? null, name: entry.name }
}

function readLevel(level: FileLevel): NewLevel {
  const number = level.number ?? null
  const name = level.name ?? null
  const description = level.description ?? null
  return { key: levelKey({ number, name }), number, name, description, cues: level.cues ?? [] }
}

interface Known {
  levels: Names
  groups: Names
  competencies: Names
}

function readCompetency(file: FileCompetency, known: Known): NewCompetency {
  const read = (kind: StatementKind, level: string | null) => (entry: FileResource) =>
    readStatement(entry, { kind, level, competencies: known.competencies })
  const indicators = Object.entries(file.levels ?? {}).flatMap(([level, statements]) =>
    statements.map(read('indicator', keyOf(level, known.levels))),
  )
  return {
    ...named(file),
    group: file.group === undefined ? null : keyOf(file.group, known.groups),
    definition: file.definition ?? null,
    why: file.why ?? null,
    aliases: file.aliases ?? [],
    statements: [
      ...indicators,
      ...BALANCE.flatMap((kind) => (file.balance?.[kind] ?? []).map(read(kind, null))),
      ...LISTS.flatMap(([kind, list]) => (file[list] ?? []).map(read(kind, null))),
    ],
  }
}

interface Place {
  kind: StatementKind
  level: string | null
  competencies: Names
}

function readStatement(
  entry: FileStatement | FileResource,
  { kind, level, competencies }: Place,
): NewStatement {
  const saying = typeof entry === 'string' ? { text: entry } : entry
  return {
    kind,
    level,
    text: saying.text ?? '',
    ours: ('ours' in saying ? saying.ours : undefined) ?? false,
    also: (('also' in saying ? saying.also : undefined) ?? []).map((name) => keyOf(name, competencies)),
    publication: 'title' in saying ? readPublication(saying) : null,
  }
}

function readPublication(entry: Extract<FileResource, { title: string }>): Publication {
  const { title, authors, publisher, year, url } = entry
  return {
    title,
    authors: authors ?? null,
    publisher: publisher ?? null,
    year: year ?? null,
    url: url ?? null,
  }
}

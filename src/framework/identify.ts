import { uuidFromName } from '../lib/uuid.ts'
import {
  type Alignment,
  type Competency,
  type Framework,
  type Group,
  type Level,
  type Scale,
  STATEMENT_KINDS,
  type Statement,
  slugify,
} from './model.ts'

/** Everything that Sightline names by itself gets its id from this namespace. */
const SIGHTLINE = '5f0c1a9e-6d43-4b8e-9f27-c3a1d2e4b576'

export type NewLevel = Omit<Level, 'id'>
type NewGroup = Omit<Group, 'id'>
export type NewStatement = Omit<Statement, 'id'>
export type NewCompetency = Omit<Competency, 'id' | 'statements'> & { statements: NewStatement[] }
type NewAlignment = Omit<Alignment, 'id'>

/** A framework that nobody has given ids yet: read from a file, or drafted from a document. */
export type NewFramework = Omit<Framework, 'id' | 'scale' | 'groups' | 'competencies' | 'alignments'> & {
  scale: Omit<Scale, 'levels'> & { levels: NewLevel[] }
  groups: NewGroup[]
  competencies: NewCompetency[]
  alignments: NewAlignment[]
}

/** How files and links name a level: its number, else its name. */
export function levelKey(level: Pick<Level, 'number' | 'name'>): string {
  return level.number === null ? slugify(level.name ?? '') : String(level.number)
}

/** How files and links name a group or a competency: its code, else its name. */
export function itemKey(item: { code: string | null; name: string }): string {
  return slugify(item.code ?? item.name)
}

/** The id that the framework of this name has in every installation. */
export function frameworkIdOf(slug: string): string {
  return uuidFromName(SIGHTLINE, `framework/${slug}`)
}

/**
 * Gives a framework and all its parts their ids, and its statements their reading order.
 *
 * The ids follow from `frameworkId`, the keys, and for statements from their words: reading the same file again
 * keeps every id, and a statement keeps its id when others are added before it or when it moves to another level.
 * A statement with other words is another statement.
 */
export function identify(framework: NewFramework, frameworkId = frameworkIdOf(framework.slug)): Framework {
  const id = (name: string) => uuidFromName(frameworkId, name)
  const levels = framework.scale.levels.map((level) => ({ id: id(`level/${level.key}`), ...level }))
  const order = new Map(levels.map((level, position) => [level.key, position]))
  const named = namer(id)
  return {
    id: frameworkId,
    ...framework,
    scale: { ...framework.scale, levels },
    groups: framework.groups.map((group) => ({ id: id(`group/${group.key}`), ...group })),
    competencies: framework.competencies.map((competency) => ({
      id: id(`competency/${competency.key}`),
      ...competency,
      statements: inReadingOrder(competency.statements, order).map((statement) => ({
        id: named(`statement/${competency.key}/${statement.kind}/${wordsOf(statement)}`),
        ...statement,
      })),
    })),
    alignments: framework.alignments.map((alignment) => ({
      id: named(nameOfAlignment(alignment)),
      ...alignment,
    })),
  }
}

/** Like `id`, but a name that comes again gets an id of its own. */
function namer(id: (name: string) => string): (name: string) => string {
  const seen = new Map<string, number>()
  return (name) => {
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return id(times === 1 ? name : `${name}#${times}`)
  }
}

function wordsOf(statement: NewStatement): string {
  return JSON.stringify([statement.text, statement.publication?.title ?? null])
}

function nameOfAlignment({ from, to, type }: NewAlignment): string {
  return `alignment/${from}/${to.framework}/${to.competency}/${type}`
}

function inReadingOrder(statements: NewStatement[], levels: Map<string, number>): NewStatement[] {
  const rank = (s: NewStatement) => STATEMENT_KINDS.indexOf(s.kind)
  const level = (s: NewStatement) => (s.level === null ? 0 : (levels.get(s.level) ?? levels.size))
  return [...statements].sort((a, b) => rank(a) - rank(b) || level(a) - level(b))
}

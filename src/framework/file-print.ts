import { Document, isMap, isScalar, isSeq, type Scalar, visit } from 'yaml'
import { BALANCE, LISTS } from './file-content.ts'
import {
  type Competency,
  type Framework,
  indicatorsAt,
  type Level,
  type Statement,
  statementsOf,
} from './model.ts'

/**
 * A framework as a file that reads back as the same framework. What is missing is left out; a level at which a
 * competency says nothing is written as an empty list, so that the silence is seen.
 * Keys must be those that `levelKey` and `itemKey` give, since the file holds codes, numbers and names only.
 */
export function printFrameworkFile(framework: Framework): string {
  const document = new Document(written(framework))
  document.commentBefore = ' yaml-language-server: $schema=./framework.schema.json'
  visit(document, {
    Pair(_, pair) {
      const key = isScalar(pair.key) ? pair.key : null
      if (key !== null && AIRY.has(String(key.value))) (key as Scalar).spaceBefore = true
      if (key?.value !== 'competencies' || !isSeq(pair.value)) return
      for (const item of pair.value.items.slice(1)) if (isMap(item)) item.spaceBefore = true
    },
  })
  return document.toString({ lineWidth: 110 })
}

/** A blank line stands before these parts of the file. */
const AIRY = new Set(['scale', 'groups', 'competencies', 'alignments'])

function written(framework: Framework) {
  const { slug, title, summary, publisher, source, licence, language, version, scale } = framework
  return given({
    slug,
    title,
    summary,
    publisher,
    source: source === null ? null : given({ ...source }),
    licence: given({ ...licence }),
    language,
    version,
    scale: { kind: scale.kind, levels: scale.levels.map(writtenLevel) },
    groups: framework.groups.map(({ code, name, definition }) => given({ code, name, definition })),
    competencies: framework.competencies.map((competency) => writtenCompetency(competency, framework)),
    alignments: framework.alignments.map(({ from, to, type, note }) =>
      given({ from: codeOf(from, framework), to: `${to.framework}/${to.competency}`, type, note }),
    ),
  })
}

function writtenLevel({ number, name, description, cues }: Level) {
  return given({ number, name, description, cues })
}

function writtenCompetency(competency: Competency, framework: Framework) {
  const { code, name, definition, why, aliases } = competency
  const group = framework.groups.find((g) => g.key === competency.group)
  const all = (statements: Statement[]) =>
    statements.map((statement) => writtenStatement(statement, framework))
  return given({
    code,
    name,
    group: group === undefined ? null : (group.code ?? group.name),
    definition,
    why,
    aliases,
    // A map, since a plain object would write its numbers in quotes.
    levels: new Map(
      framework.scale.levels.map((level) => [
        level.number ?? level.name ?? level.key,
        all(indicatorsAt(competency, level.key)),
      ]),
    ),
    balance: given(Object.fromEntries(BALANCE.map((kind) => [kind, all(statementsOf(competency, kind))]))),
    ...Object.fromEntries(LISTS.map(([kind, list]) => [list, all(statementsOf(competency, kind))])),
  })
}

function writtenStatement({ text, ours, also, publication }: Statement, framework: Framework) {
  if (publication === null && !ours && also.length === 0) return text
  return given({
    ...publication,
    text: text === '' ? null : text,
    ours: ours || null,
    also: also.map((key) => codeOf(key, framework)),
  })
}

function codeOf(key: string, framework: Framework): string {
  return framework.competencies.find((competency) => competency.key === key)?.code ?? key
}

/** Leaves out what is missing: nulls, empty lists, objects and maps without entries. */
function given(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isNothing(value)))
}

function isNothing(value: unknown): boolean {
  if (value === null) return true
  if (Array.isArray(value)) return value.length === 0
  if (value instanceof Map) return value.size === 0
  return typeof value === 'object' && Object.keys(value ?? {}).length === 0
}

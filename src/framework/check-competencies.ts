import { fault, type Problem, warning } from './fault.ts'
import { levelNames, namesOf } from './file-content.ts'
import { itemKey, levelKey } from './identify.ts'
import { slugify } from './model.ts'
import type { CompetencyOutline, EntryOutline, LevelOutline, Outline, StatementOutline } from './outline.ts'
import { suggest } from './suggest.ts'

/** Checks groups and competencies: names of their own, references that lead somewhere, statements that stand once. */
export function checkCompetencies(file: Outline): Problem[] {
  const groups = namesOf(file.groups)
  const names = namesOf(file.competencies)
  return [
    ...checkTwins(file.groups, 'group'),
    ...checkTwins(file.competencies, 'competency'),
    ...file.competencies.flatMap((competency) => [
      ...checkGroup(competency, groups),
      ...checkLevels(competency, file.levels),
      ...checkStatements(competency),
      ...statements(competency).flatMap((statement) => checkAlso(statement, competency, names)),
    ]),
  ]
}

function checkTwins(entries: EntryOutline[], what: string): Problem[] {
  const first = new Map<string, EntryOutline>()
  return entries.flatMap((entry) => {
    const key = itemKey({ code: entry.code ?? null, name: entry.name })
    const twin = first.get(key)
    first.set(key, twin ?? entry)
    if (twin === undefined) return []
    const both = entry.code === undefined ? 'name' : 'code'
    const message = `Two entries have the ${both} “${entry.code ?? entry.name}”, this ${what} and “${twin.name}”.`
    return [fault([...entry.path, both], message, `Give each ${what} a ${both} of its own.`)]
  })
}

function checkGroup({ group }: CompetencyOutline, groups: Map<string, string>): Problem[] {
  if (group === null || groups.has(slugify(group.text))) return []
  return [fault(group.path, `There is no group “${group.text}”.`, suggest(group.text, groups.values()))]
}

function checkLevels(competency: CompetencyOutline, scale: LevelOutline[]): Problem[] {
  const { levels, name, path, levelsUnread } = competency
  const named = scale.map((level) => ({ ...level, key: levelKey(level) }))
  const known = levelNames(named)
  const seen = new Set<string>()
  const problems = levels.flatMap(({ level }) => {
    const key = known.get(slugify(level.text))
    if (key === undefined)
      return [fault(level.path, `The scale has no level “${level.text}”.`, suggest(level.text, known.keys()))]
    const twice = seen.has(key)
    seen.add(key)
    return twice
      ? [
          fault(
            level.path,
            `Level “${level.text}” stands here twice.`,
            'Put all its statements under one key.',
          ),
        ]
      : []
  })
  const silent = named
    .filter((level) => !seen.has(level.key))
    .map((level) => level.number ?? level.name ?? level.key)
  if (silent.length === 0 || levelsUnread) return problems
  const where = silent.length === 1 ? `level ${silent[0]}` : `levels ${silent.join(', ')}`
  const remedy = `Write it, or “${silent[0]}: []” if the source has nothing there.`
  return [...problems, warning([...path, 'name'], `“${name}” says nothing about ${where}.`, remedy)]
}

function statements(competency: CompetencyOutline): StatementOutline[] {
  return [...competency.levels.flatMap((level) => level.statements), ...competency.others]
}

function checkStatements(competency: CompetencyOutline): Problem[] {
  const seen = new Set<string>()
  return statements(competency).flatMap((statement) => {
    const words = statement.text
      .toLowerCase()
      .replace(/[\s.]+/g, ' ')
      .trim()
    const twice = seen.has(words)
    seen.add(words)
    return twice
      ? [warning(statement.path, `“${competency.name}” says this twice.`, 'Keep it in one place.')]
      : []
  })
}

function checkAlso(
  statement: StatementOutline,
  competency: CompetencyOutline,
  names: Map<string, string>,
): Problem[] {
  const own = itemKey({ code: competency.code ?? null, name: competency.name })
  return statement.also.flatMap((word) => {
    const key = names.get(slugify(word.text))
    if (key === undefined)
      return [
        fault(
          word.path,
          `There is no competency “${word.text}” in this file.`,
          suggest(word.text, names.values()),
        ),
      ]
    if (key !== own) return []
    return [
      fault(
        word.path,
        '“also” names the competency that the statement already stands under.',
        'Take it away.',
      ),
    ]
  })
}

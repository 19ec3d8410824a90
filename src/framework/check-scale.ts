import { fault, type Problem, warning } from './fault.ts'
import { levelNames } from './file-content.ts'
import { levelKey } from './identify.ts'
import { levelLabel, slugify } from './model.ts'
import type { LevelOutline, Outline } from './outline.ts'

/** Checks the levels of the scale: that each has a name of its own, in ascending order, and that somebody describes it. */
export function checkScale(file: Outline): Problem[] {
  return [
    ...file.levels.flatMap(checkName),
    ...checkOrder(file.levels),
    ...checkTwins(file.levels),
    ...checkCues(file.levels),
    ...checkDescribed(file),
  ]
}

function checkName({ number, name, path }: LevelOutline): Problem[] {
  if (number !== null || name !== null) return []
  return [fault(path, 'This level has neither a number nor a name.', 'Give it one of the two.')]
}

function checkOrder(levels: LevelOutline[]): Problem[] {
  return levels.flatMap(({ number, path }, i) => {
    const before = levels.slice(0, i).findLast((level) => level.number !== null)?.number ?? null
    if (number === null || before === null || number > before) return []
    const message =
      number === before ? `There are two levels ${number}.` : `Level ${number} stands after level ${before}.`
    return [fault([...path, 'number'], message, 'Write the lowest level first; each number once.')]
  })
}

function checkTwins(levels: LevelOutline[]): Problem[] {
  const seen = new Set<string>()
  return levels.flatMap(({ name, path }) => {
    const key = name === null ? null : slugify(name)
    if (key === null || !seen.has(key)) {
      if (key !== null) seen.add(key)
      return []
    }
    return [fault([...path, 'name'], `There are two levels “${name}”.`, 'Give each level a name of its own.')]
  })
}

function checkCues(levels: LevelOutline[]): Problem[] {
  const owners = new Map<string, LevelOutline>()
  return levels.flatMap((level) =>
    level.cues.flatMap((cue) => {
      const owner = owners.get(cue.text.toLowerCase())
      owners.set(cue.text.toLowerCase(), owner ?? level)
      if (owner === undefined) return []
      const where =
        owner === level ? 'stands here twice' : `is a cue of ${levelLabel(owner)} too, so it tells nothing`
      return [warning(cue.path, `“${cue.text}” ${where}.`, 'Keep it at one level only.')]
    }),
  )
}

/**
 * Each level must be described by some competency; otherwise nobody can tell when it is reached. Where words could not
 * be read, that is told instead.
 */
function checkDescribed({ levels, competencies }: Outline): Problem[] {
  if (competencies.length === 0 || competencies.some((competency) => competency.levelsUnread)) return []
  const keys = levels.map((level) => ({ ...level, key: levelKey(level) }))
  const names = levelNames(keys)
  const described = new Set(
    competencies
      .flatMap((competency) => competency.levels)
      .filter(({ written }) => written)
      .map(({ level }) => names.get(slugify(level.text))),
  )
  return keys
    .filter((level) => !described.has(level.key) && (level.number !== null || level.name !== null))
    .map((level) =>
      fault(
        level.path,
        `No competency says what ${levelLabel(level)} looks like.`,
        'Write a statement for it, or take the level away.',
      ),
    )
}

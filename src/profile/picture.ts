/** Where somebody stands in a framework: the rows behind the picture, what they say in words, and how two rounds differ. */
import { type Competency, type Framework, indicatorsAt, type Level, levelLabel } from '#framework/model.ts'
import { printTable } from '#people/csv/table.ts'
import { countLevels, levelsFrom, type Placed, placesIn, rungsOf } from './levels.ts'
import type { LevelsOf } from './model.ts'

/** One competency of the picture. Places of levels from 1; 0: none is reached; null: not known. */
export interface PictureRow extends Pick<LevelsOf, 'uses' | 'can' | 'stretch' | 'firm'> {
  key: string
  name: string
  /** The last answer that it rests on; null: there is none. */
  asOf: Date | null
}

const NOTHING = { uses: null, can: null, stretch: null, firm: false, asOf: null }

/** Every competency that has behaviours at levels, in the framework's order, with what is known of it. */
export function picture(framework: Framework, levels: readonly LevelsOf[]): PictureRow[] {
  const known = new Map(
    levels.filter((one) => one.framework === framework.id).map((one) => [one.competency, one]),
  )
  return drawn(framework).map((competency) => {
    const { uses, can, stretch, firm, asOf } = known.get(competency.key) ?? NOTHING
    return { key: competency.key, name: nameOf(competency), uses, can, stretch, firm, asOf }
  })
}

/** The same for one earlier round by itself. */
export function pictureOfRound(
  framework: Framework,
  placed: readonly (Placed & { at: Date })[],
): PictureRow[] {
  const places = placesIn(framework)
  const keys = framework.scale.levels.map(({ key }) => key)
  return drawn(framework).map((competency) => {
    const counts = countLevels(competency.key, rungsOf(competency.key, keys, places), placed)
    const own = placed.filter(
      ({ competency: key, also }) => key === competency.key || also.includes(competency.key),
    )
    const asOf = own.length > 0 ? new Date(Math.max(...own.map(({ at }) => at.getTime()))) : null
    return { key: competency.key, name: nameOf(competency), ...levelsFrom(counts), asOf }
  })
}

const drawn = ({ competencies }: Framework) =>
  competencies.filter(({ statements }) =>
    statements.some(({ kind, level }) => kind === 'indicator' && level !== null),
  )

export const nameOf = ({ code, name }: Pick<Competency, 'code' | 'name'>) => (code ? `${code} ${name}` : name)

/** Something is known of it. */
export const isKnown = ({ uses, can, stretch }: PictureRow) =>
  uses !== null || can !== null || stretch !== null

/** "3 Solving problems", "no level yet", "not known". */
export function placeWords(place: number | null, levels: readonly Level[]): string {
  if (place === null) return 'not known'
  const level = levels[place - 1]
  return level ? levelLabel(level) : 'no level yet'
}

/** Short names for the rings of a picture. */
export function ringNames(levels: readonly Level[]): string[] {
  return levels.map(({ number, name }, i) => (number === null ? (name ?? String(i + 1)) : String(number)))
}

/** How far what somebody says may be relied on. */
export function sureWords({ firm, ...row }: PictureRow): string {
  if (!isKnown({ firm, ...row })) return 'nothing answered'
  return firm ? 'firm' : 'a first guess: few answers'
}

/** What the framework says somebody does at this level: its first statement there, else what the level is. */
export function wordsAt(framework: Framework, key: string, place: number | null): string | null {
  const level = place === null ? undefined : framework.scale.levels[place - 1]
  const competency = framework.competencies.find((one) => one.key === key)
  if (!level || !competency) return null
  return indicatorsAt(competency, level.key)[0]?.text ?? level.description
}

/** All that the picture shows, in words, for those who hear it. */
export function describe(rows: readonly PictureRow[], levels: readonly Level[]): string {
  const known = rows.filter(isKnown)
  const unknown = rows.filter((row) => !isKnown(row)).map(({ name }) => name)
  const each = known.map(({ name, uses, can, stretch }) => {
    const parts = [`uses ${placeWords(uses, levels)}`]
    if (can !== uses) parts.push(`can ${placeWords(can, levels)}`)
    if (stretch !== can) parts.push(`wants ${placeWords(stretch, levels)}`)
    return `${name}: ${parts.join(', ')}.`
  })
  const rest = unknown.length > 0 ? [`Not known: ${unknown.join(', ')}.`] : []
  return [...each, ...rest].join(' ')
}

export interface Change {
  key: string
  name: string
  before: PictureRow
  after: PictureRow
  /** What has changed, in sentences; empty: nothing. */
  says: string[]
}

const CURVES = [
  { key: 'uses', up: 'You use it at a higher level', down: 'You use it at a lower level' },
  { key: 'can', up: 'You can more than you could', down: 'You put what you can lower than before' },
  { key: 'stretch', up: 'You want to go further', down: 'You no longer want to go as far' },
] as const

/** Competency by competency, how the second picture differs from the first. What was not known cannot have changed. */
export function changesBetween(
  before: readonly PictureRow[],
  after: readonly PictureRow[],
  levels: readonly Level[],
): Change[] {
  return after.flatMap((now) => {
    const then = before.find(({ key }) => key === now.key)
    return then
      ? [{ key: now.key, name: now.name, before: then, after: now, says: changeWords(then, now, levels) }]
      : []
  })
}

function changeWords(then: PictureRow, now: PictureRow, levels: readonly Level[]): string[] {
  if (!isKnown(then) && isKnown(now))
    return ['Not answered in the round before, so there is nothing to compare with.']
  if (isKnown(then) && !isKnown(now)) return ['No longer known.']
  return CURVES.flatMap(({ key, up, down }) => {
    const [from, to] = [then[key], now[key]]
    if (from === null || to === null || from === to) return []
    return [`${to > from ? up : down}: ${placeWords(from, levels)} → ${placeWords(to, levels)}.`]
  })
}

/** The table behind the picture as a file. What is not known is an empty cell, never a nought. */
export function pictureCsv(rows: readonly PictureRow[], levels: readonly Level[]): string {
  const words = (place: number | null) => (place === null ? '' : placeWords(place, levels))
  return printTable([
    ['Competency', 'Uses now', 'Can', 'Wants for this job', 'How sure', 'Answered on'],
    ...rows.map((row) => [
      row.name,
      ...[row.uses, row.can, row.stretch].map(words),
      sureWords(row),
      row.asOf?.toISOString().slice(0, 10) ?? '',
    ]),
  ])
}

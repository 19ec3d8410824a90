/** The gap in words, for pages, sheets and programs alike. */
import { type Competency, type Framework, indicatorsAt, type Level, levelLabel } from '#framework/model.ts'
import { type Gap, monthsSince, type Standing, type Summary, surenessOf, type Tally } from './gap.ts'

const STANDING_WORDS: Record<Standing, string> = {
  below: 'Not yet',
  at: 'At the level',
  above: 'Above the level',
  unknown: 'Not known',
  'not shared': 'Not shared',
}

/** What stands beside a competency: "2 levels to go". */
export function standingInWords({ standing, missing }: Gap): string {
  if (standing === 'below' && missing !== null)
    return `${missing} ${missing === 1 ? 'level' : 'levels'} to go`
  return STANDING_WORDS[standing]
}

/** Where somebody stands on the first day; "all learned in the job" where nothing is needed then. */
export function firstDayInWords({ firstDay }: Gap): string {
  if (firstDay === null) return 'All learned in the job'
  if (firstDay === 'at' || firstDay === 'above') return 'Ready'
  return STANDING_WORDS[firstDay]
}

/** "1 met, 2 not yet, 1 unknown": what there is none of is left out. */
export function tallyInWords({ met, below, unknown, notShared }: Tally): string {
  const parts = [
    met > 0 && `${met} met`,
    below > 0 && `${below} not yet`,
    unknown > 0 && `${unknown} unknown`,
    notShared > 0 && `${notShared} not shared`,
  ]
  return parts.filter(Boolean).join(', ')
}

const mustHaves = (count: number) => `${count} ${count === 1 ? 'must-have' : 'must-haves'}`

/** As `tallyInWords`, without those that are met; empty: all are. */
export const openInWords = (tally: Tally): string => tallyInWords({ ...tally, met: 0 })

/** The must-haves in one sentence; nothing else can change what it says. */
export function headlineOf({ must: { full } }: Summary): string {
  if (full.total === 0) return 'Nothing is a must-have here.'
  const open = [
    full.below > 0 && `${mustHaves(full.below)} not yet`,
    full.unknown > 0 && `${full.below > 0 ? full.unknown : mustHaves(full.unknown)} unknown`,
    full.notShared > 0 &&
      `${full.below + full.unknown > 0 ? full.notShared : mustHaves(full.notShared)} not shared`,
  ].filter(Boolean)
  if (open.length > 0) return `${open.join(', ')}.`
  if (full.total === 1) return 'The one must-have is met.'
  return full.total === 2 ? 'Both must-haves are met.' : `All ${full.total} must-haves are met.`
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** How far the level can be relied on, and why; null where there is none. */
export function surenessInWords(gap: Gap, now: Date): string | null {
  const sureness = surenessOf(gap, now)
  if (sureness === null || gap.asOf === null) return null
  const month = MONTH.format(gap.asOf)
  if (sureness === 'old')
    return `From ${month}, ${Math.floor(monthsSince(gap.asOf, now) / 12)} years ago: time to answer again`
  return sureness === 'sure' ? `Enough answers, ${month}` : `Few answers, ${month}: a first hint`
}

/** "C2 Interweaving activities"; the words that were agreed where the framework no longer has it. */
export function competencyLabel({ code, name, yardstick, requirement }: Gap): string {
  if (!yardstick?.competencies.some(({ key }) => key === requirement.competency))
    return requirement.words.competency
  return code === null ? name : `${code} ${name}`
}

/** The level at a place on the gap's scale, in words; null stands for none. */
export function levelAt({ yardstick }: Gap, place: number | null): string | null {
  if (place === null) return null
  if (place === 0) return 'No level yet'
  const level = yardstick?.scale.levels[place - 1]
  return level ? levelLabel(level) : null
}

/** The level that the role uses at most; the words that were agreed where the framework no longer has it. */
export const requiredLabel = (gap: Gap): string => levelAt(gap, gap.required) ?? gap.requirement.words.level

export const entryLabel = (gap: Gap): string | null =>
  levelAt(gap, gap.entry) ?? gap.requirement.words.entryLevel

/** Months up to two years, half years from then on: nobody knows it better. Null: not said. */
export function monthsInWords(months: number | null): string | null {
  if (months === null) return null
  if (months === 0) return 'at once'
  if (months < 24) return months === 1 ? '1 month' : `${months} months`
  const years = Math.round(months / 6) / 2
  return `${years.toLocaleString('en-GB')} years`
}

/** A level with what people do at it. */
export interface LevelText {
  place: number
  level: Level
  statements: string[]
}

/** What people do at a place of the scale; undefined where the framework says nothing. */
export function textAt(
  framework: Framework | undefined,
  { requirement }: Gap,
  place: number | null,
): LevelText | undefined {
  const level = framework?.scale.levels[(place ?? 0) - 1]
  const competency = competencyIn(framework, requirement.competency)
  if (!level || !competency || place === null) return
  const statements = indicatorsAt(competency, level.key).map(({ text }) => text)
  return statements.length > 0 ? { place, level, statements } : undefined
}

/**
 * What would close the gap: what people do at the next level that the framework describes, as long as the role asks for it.
 * For somebody of whom nothing is known: what the role asks for.
 */
export function nextStep(framework: Framework | undefined, gap: Gap): LevelText | undefined {
  const { can, required } = gap
  if (required === null) return
  if (can === null) return textAt(framework, gap, required)
  for (let place = can + 1; place <= required; place++) {
    const text = textAt(framework, gap, place)
    if (text) return text
  }
}

export function competencyIn(framework: Framework | undefined, key: string): Competency | undefined {
  return framework?.competencies.find((one) => one.key === key)
}

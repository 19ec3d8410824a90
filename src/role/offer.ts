/** Which statements a section of a text can be filled with, and which of them it begins with. */
import {
  type Competency,
  competencyLabel,
  type Framework,
  indicatorsAt,
  levelLabel,
  type Statement,
} from '#framework/model.ts'
import type { Requirement, RoleProfile } from './model.ts'
import { toReader } from './second-person.ts'
import type { Source } from './templates.ts'
import type { Line, TextKind } from './text.ts'

/** How many incumbents need a statement from the first day, or at all, where all who answered agree; by statement id. */
export interface Agreed {
  /** Everybody who was asked about it says that the job needs it. */
  needed: ReadonlyMap<string, number>
  /** Everybody says that it is needed from the first day. */
  atEntry: ReadonlyMap<string, number>
}

export interface OfferFrom {
  profile: Pick<RoleProfile, 'requirements'>
  /** By id. */
  frameworks: ReadonlyMap<string, Framework>
  agreed: Agreed
}

/** Statements of one requirement that a section can take. */
export interface Offer {
  requirement: Requirement
  /** What all of them have in common, such as "A1 Sensing contexts: 2 Automatic fluency". */
  label: string
  lines: Line[]
}

/** By requirement, in the order of the profile; those that are learned, the soonest first. */
export function offersFor(source: Source, from: OfferFrom): Offer[] {
  if (source !== 'doing' && source !== 'entry' && source !== 'learning' && source !== 'levels') return []
  const wanted = from.profile.requirements.filter((one) => hasPart(one, source))
  const ordered = source === 'learning' ? wanted.toSorted((a, b) => monthsOf(a) - monthsOf(b)) : wanted
  return ordered.flatMap((requirement) => {
    const lines = linesOf(requirement, source, from)
    return lines.length === 0 ? [] : [{ requirement, label: labelOf(requirement, source), lines }]
  })
}

const monthsOf = ({ months }: Requirement) => months ?? 1000

/** What is learned here is no requirement: it stands under "you learn", must-have or not. */
function hasPart({ level, entryLevel }: Requirement, source: Source): boolean {
  if (source === 'entry') return entryLevel !== null
  return source === 'learning' ? entryLevel !== level : true
}

function labelOf({ words }: Requirement, source: Source): string {
  const level = source === 'entry' ? (words.entryLevel ?? words.level) : words.level
  return `${words.competency}: ${level}`
}

function linesOf(requirement: Requirement, source: Source, { frameworks, agreed }: OfferFrom): Line[] {
  const framework = frameworks.get(requirement.framework)
  const competency = framework?.competencies.find(({ key }) => key === requirement.competency)
  if (!framework || !competency) return []
  const level = source === 'entry' ? (requirement.entryLevel ?? requirement.level) : requirement.level
  const counts = source === 'entry' ? agreed.atEntry : agreed.needed
  const found = statementsAt(competency, level).map((statement) => {
    const says = counts.get(statement.id) ?? null
    return lineOf(statement, {
      framework,
      competency,
      level,
      agreed: says,
      under: underOf(requirement, source),
    })
  })
  const own = source === 'levels' ? found : found.map((line) => inReadersWords(line, framework))
  return own.toSorted((a, b) => Number(isAgreed(b)) - Number(isAgreed(a)))
}

/** Where a level has no statements of its own, what is right at any level. */
function statementsAt(competency: Competency, level: string): Statement[] {
  const own = indicatorsAt(competency, level)
  return own.length > 0 ? own : competency.statements.filter(({ kind }) => kind === 'skilled')
}

interface Place {
  framework: Framework
  competency: Competency
  level: string
  agreed: number | null
  under: string | null
}

/** A statement as a line of a text, in the framework's own words. */
export function lineOf(statement: Statement, { framework, competency, level, agreed, under }: Place): Line {
  const found = framework.scale.levels.find(({ key }) => key === level)
  return {
    id: statement.id,
    text: statement.text,
    under,
    origin: {
      from: 'framework',
      framework: framework.title,
      competency: competencyLabel(competency),
      level: found ? levelLabel(found) : '',
      words: statement.text,
      agreed,
    },
  }
}

export function inReadersWords(line: Line, { language }: Pick<Framework, 'language'>): Line {
  return language.startsWith('en') ? { ...line, text: toReader(line.text) } : line
}

function underOf(requirement: Requirement, source: Source): string | null {
  if (source === 'learning') return timeWords(requirement.months)
  return source === 'levels' ? cardWords(requirement) : null
}

/** "Within 6 months"; where nobody has said how many, no promise is made. */
function timeWords(months: number | null): string {
  if (months === null) return 'With time'
  if (months === 0) return 'From the start'
  return months === 1 ? 'Within a month' : `Within ${months} months`
}

/** "A2 Monitoring reactions: 3 Proficient; 2 Fluent on the first day, the rest within 9 months; a must-have". */
function cardWords({ words, level, entryLevel, months, must }: Requirement): string {
  const time = timeWords(months).replace(/^./, (letter) => letter.toLowerCase())
  const first =
    entryLevel === level
      ? 'all of it on the first day'
      : `${words.entryLevel ?? 'nothing'} on the first day, the rest ${time}`
  return `${words.competency}: ${words.level}; ${first}${must ? '; a must-have' : ''}`
}

const isAgreed = ({ origin }: Line) => origin.from === 'framework' && origin.agreed !== null

/** So many lines a requirement gives to a new text, by how much it matters (useful, important, essential). */
const FIRST: Record<TextKind, Record<'doing' | 'entry' | 'learning', [number, number, number]>> = {
  description: { doing: [1, 1, 2], entry: [1, 1, 2], learning: [0, 1, 1] },
  advert: { doing: [0, 1, 1], entry: [0, 1, 1], learning: [0, 1, 1] },
  card: { doing: [0, 0, 0], entry: [0, 0, 0], learning: [0, 0, 0] },
}
const MOST_FIRST = { description: 12, advert: 5, card: 60 } as const

/** What a new text begins with, from these offers; `taken`: ids of statements that another section has already. */
export function firstLines(
  kind: TextKind,
  source: Source,
  offers: readonly Offer[],
  taken: ReadonlySet<string>,
): Line[] {
  if (source === 'levels') return offers.flatMap(({ lines }) => lines)
  if (source !== 'doing' && source !== 'entry' && source !== 'learning') return []
  const wanted = offers.map(({ requirement, lines }) => {
    const count = FIRST[kind][source][requirement.importance - 1] ?? 1
    const least = requirement.must ? Math.max(1, count) : count
    const fresh = lines.filter(({ id }) => !taken.has(id))
    return fresh.slice(0, least)
  })
  return wanted.flat().slice(0, MOST_FIRST[kind])
}

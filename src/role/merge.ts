/**
 * What several incumbents say of a job, put together: statement by statement, then competency by competency. The rules, with
 * worked numbers, stand in docs/methods/job-analysis.md. Who has not answered counts neither for nor against anything.
 */
import { JOB_ANSWERS, type JobAnswer } from './model.ts'

/** What one incumbent says of one statement, with its words and place as they were then. */
export interface JobStatement {
  statementId: string
  text: string
  competency: string
  /** Keys of further competencies that the statement counts for. */
  also: readonly string[]
  level: string
  answer: JobAnswer
}

/** All that one incumbent says. */
export interface IncumbentAnswers {
  person: string
  /** In the job when they were asked; null: not known. */
  months: number | null
  answers: readonly JobStatement[]
  /** Months until somebody new does it well, by competency. */
  expected: readonly { competency: string; months: number }[]
}

/** What was settled together about a statement; it holds instead of the counts, which stay beside it. */
export interface Settled {
  statementId: string
  answer: JobAnswer
}

export interface MergedStatement extends Omit<JobStatement, 'answer'> {
  counts: Record<JobAnswer, number>
  answered: number
  /** What the counts say. */
  verdict: JobAnswer
  /** What was settled together; null: nothing. */
  settled: JobAnswer | null
  /** How far two of those who answered are apart on average, from 0 to 1; null: fewer than two answered. */
  apart: number | null
}

/** So many statements at one level say that the job uses them, or needs them from the first day. */
interface LevelCount {
  level: string
  statements: number
  needed: number
  atEntry: number
}

export interface MergedCompetency {
  competency: string
  levels: LevelCount[]
  /** The place of the level that the job uses at most, from 1; 0: it uses none; null: nobody answered. */
  full: number | null
  /** The place of the level that is needed on the first day; 0: none is; null: nobody answered. */
  entry: number | null
  /** Two statements at the full level say so; or two were answered, and none is needed. */
  firm: boolean
  /** What those who said so expect, in months; null: nobody did. */
  expected: { median: number; least: number; most: number; said: number } | null
}

const text = (a: string, b: string) => (a < b ? -1 : Number(a > b))

/** Every statement that somebody answered, in the order of their ids. */
export function mergeStatements(
  incumbents: readonly IncumbentAnswers[],
  settled: readonly Settled[] = [],
): MergedStatement[] {
  const all = Map.groupBy(
    incumbents.flatMap(({ answers }) => answers),
    (one) => one.statementId,
  )
  const together = new Map(settled.map((one) => [one.statementId, one.answer]))
  return [...all.values()]
    .flatMap((said) => mergedOf(said, together))
    .toSorted((a, b) => text(a.statementId, b.statementId))
}

function mergedOf(
  said: readonly JobStatement[],
  together: ReadonlyMap<string, JobAnswer>,
): MergedStatement[] {
  // The same id is the same words; a place may have moved between two answers, and the last in order stands.
  const [first] = said.toSorted((a, b) => text(`${b.competency} ${b.level}`, `${a.competency} ${a.level}`))
  if (!first) return []
  const { answer, ...statement } = first
  const counts = { entry: 0, learned: 0, not: 0 }
  for (const one of said) counts[one.answer]++
  return [
    {
      ...statement,
      counts,
      answered: said.length,
      verdict: verdictOf(counts),
      settled: together.get(statement.statementId) ?? null,
      apart: apartOf(counts),
    },
  ]
}

/** At least half of those who answered say that it is needed, or needed from the first day. */
function verdictOf({ entry, learned, not }: Record<JobAnswer, number>): JobAnswer {
  const answered = entry + learned + not
  if (2 * (entry + learned) < answered) return 'not'
  return 2 * entry >= answered ? 'entry' : 'learned'
}

/** "Not used" is twice as far from "from the first day" as either is from "learned in the job". */
function apartOf({ entry, learned, not }: Record<JobAnswer, number>): number | null {
  const answered = entry + learned + not
  if (answered < 2) return null
  const pairs = (answered * (answered - 1)) / 2
  return (entry * learned + learned * not + 2 * entry * not) / (2 * pairs)
}

/** What holds of a statement: what was settled together, else what the counts say. */
export const holds = ({ settled, verdict }: MergedStatement): JobAnswer => settled ?? verdict

/** Two statements make a level firm, as in a profile. */
const FIRM = 2

/**
 * One competency by its statements. The full level is the highest at which at least half of the answered statements are
 * needed; the entry level the highest at which at least half are needed from the first day. `levels`: the keys of the scale,
 * from the lowest.
 */
export function mergeCompetency(
  competency: string,
  levels: readonly string[],
  {
    statements,
    incumbents,
  }: { statements: readonly MergedStatement[]; incumbents: readonly IncumbentAnswers[] },
): MergedCompetency {
  const own = statements.filter((one) => one.competency === competency || one.also.includes(competency))
  const counts = levels.map((level) => countOf(level, own))
  const answered = counts.some(({ statements }) => statements > 0)
  const full = answered ? highest(counts, 'needed') : null
  const atFull = counts[(full ?? 0) - 1]
  const all = counts.reduce((sum, one) => sum + one.statements, 0)
  return {
    competency,
    levels: counts,
    full,
    entry: answered ? highest(counts, 'atEntry') : null,
    firm: (atFull ? atFull.needed : all) >= FIRM,
    expected: expectedOf(competency, incumbents),
  }
}

function countOf(level: string, own: readonly MergedStatement[]): LevelCount {
  const here = own.filter((one) => one.level === level)
  return {
    level,
    statements: here.length,
    needed: here.filter((one) => holds(one) !== 'not').length,
    atEntry: here.filter((one) => holds(one) === 'entry').length,
  }
}

const highest = (counts: readonly LevelCount[], yes: 'needed' | 'atEntry') =>
  counts.findLastIndex((one) => one[yes] > 0 && 2 * one[yes] >= one.statements) + 1

function expectedOf(
  competency: string,
  incumbents: readonly IncumbentAnswers[],
): MergedCompetency['expected'] {
  const said = incumbents
    .flatMap(({ expected }) => expected.filter((one) => one.competency === competency))
    .map(({ months }) => months)
    .toSorted((a, b) => a - b)
  const [least] = said
  const most = said.at(-1)
  if (least === undefined || most === undefined) return null
  const middle = (said.length - 1) / 2
  const median = ((said[Math.floor(middle)] ?? least) + (said[Math.ceil(middle)] ?? most)) / 2
  return { median, least, most, said: said.length }
}

/** What there is most to talk about comes first; what nobody can be compared on is left out. */
export function mostApart(statements: readonly MergedStatement[]): MergedStatement[] {
  return statements
    .filter(({ apart }) => apart !== null && apart > 0)
    .toSorted((a, b) => (b.apart ?? 0) - (a.apart ?? 0) || text(a.statementId, b.statementId))
}

/** So many of each answer among the incumbents that are given, for one statement. */
export function countsOf(
  statementId: string,
  incumbents: readonly IncumbentAnswers[],
): Record<JobAnswer, number> {
  const said = incumbents.flatMap(({ answers }) => answers.filter((one) => one.statementId === statementId))
  const count = (answer: JobAnswer) => said.filter((one) => one.answer === answer).length
  const [entry, learned, not] = JOB_ANSWERS
  return { entry: count(entry), learned: count(learned), not: count(not) }
}

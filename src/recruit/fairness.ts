/**
 * Whether groups are chosen alike, from voluntary answers, in counts alone. Every vacancy is counted in exactly one block, alone
 * when it is large enough and else together with the others of its year; everything shown is a sum of whole blocks, so that
 * no difference of two tables comes down to a few people. docs/methods/fairness-report.md says the rules.
 */
import type { Estimate } from '#measure/estimate.ts'
import { adverseImpact, type GroupImpact, type GroupSelection } from '#measure/impact/adverse-impact.ts'

/** How a candidate fared: not invited; invited and not taken; offered the job. Who withdrew before is in none of them. */
export interface Outcome {
  notInvited: number
  notOffered: number
  offered: number
}

/** The counts of one dimension in one vacancy, by answer; `unknown` is an answer like any other. */
export interface VacancyCounts {
  vacancyId: string
  title: string
  year: number
  groups: ReadonlyMap<string, Outcome>
}

/** What a block may tell: every step, the first, the whole way, or nothing. */
export type Level = 'full' | 'first' | 'whole'

export interface Block {
  /** The vacancy that stands alone; null: the others of the year together. */
  vacancy: { id: string; title: string } | null
  year: number
  vacancies: number
  /** Null: too few to tell anything. */
  level: Level | null
  /** By group as it may be told; where the level is not full, the counts that it does not tell apart are put together. */
  groups: ReadonlyMap<string, Outcome>
}

/** Fewest people in a group, and fewest with an outcome, that are told. */
export const FEWEST = 5
/** Where all with an outcome are of one group, they are told of only when they are so many. */
const FEWEST_ALIKE = 10
/** Small groups of a block, put together. */
export const TOGETHER = 'small groups together'

const NOBODY: Outcome = { notInvited: 0, notOffered: 0, offered: 0 }

function plus(a: Outcome, b: Outcome): Outcome {
  return {
    notInvited: a.notInvited + b.notInvited,
    notOffered: a.notOffered + b.notOffered,
    offered: a.offered + b.offered,
  }
}

/** The blocks of all vacancies that are over. */
export function blocksOf(vacancies: readonly VacancyCounts[]): Block[] {
  const alone = vacancies.map((one) => ({ one, told: toldOf(one.groups) }))
  const large = alone.filter(({ told }) => told.level === 'full')
  const small = alone.filter(({ told }) => told.level !== 'full').map(({ one }) => one)
  const years = [...Map.groupBy(small, ({ year }) => year)]
  return [
    ...large.map(({ one, told }) => ({
      ...{ vacancy: { id: one.vacancyId, title: one.title }, year: one.year, vacancies: 1, ...told },
    })),
    ...years.map(([year, those]) => {
      const groups = sumGroups(those.map((one) => one.groups))
      return { vacancy: null, year, vacancies: those.length, ...toldOf(groups) }
    }),
  ].toSorted((a, b) => b.year - a.year)
}

function sumGroups(all: readonly ReadonlyMap<string, Outcome>[]): Map<string, Outcome> {
  const sum = new Map<string, Outcome>()
  for (const groups of all)
    for (const [group, outcome] of groups) sum.set(group, plus(sum.get(group) ?? NOBODY, outcome))
  return sum
}

/** The finest level at which a block can be told, with its groups. */
function toldOf(groups: ReadonlyMap<string, Outcome>): Pick<Block, 'level' | 'groups'> {
  for (const level of ['full', 'first', 'whole'] as const) {
    const told = joinSmall(new Map([...groups].map(([group, one]) => [group, atLevel(one, level)])), level)
    if (told.size > 1 && isSafe([...told.values()], level)) return { level, groups: told }
  }
  return { level: null, groups: new Map() }
}

/** What a level does not tell apart is put together: `first` knows no offers, `whole` no invitations. */
function atLevel({ notInvited, notOffered, offered }: Outcome, level: Level): Outcome {
  if (level === 'first') return { notInvited, notOffered: notOffered + offered, offered: 0 }
  if (level === 'whole') return { notInvited: 0, notOffered: notInvited + notOffered, offered }
  return { notInvited, notOffered, offered }
}

const sizeOf = ({ notInvited, notOffered, offered }: Outcome, level: Level) =>
  level === 'full' ? notOffered + offered : notInvited + notOffered + offered

/** Groups with too few are joined with each other; if they are too few even so, with the next smallest. */
function joinSmall(groups: ReadonlyMap<string, Outcome>, level: Level): Map<string, Outcome> {
  const sorted = [...groups].toSorted(([, a], [, b]) => sizeOf(b, level) - sizeOf(a, level))
  const kept = sorted.filter(([, one]) => sizeOf(one, level) >= FEWEST)
  const small = sorted.filter(([, one]) => sizeOf(one, level) < FEWEST)
  let joined = small.reduce((sum, [, one]) => plus(sum, one), NOBODY)
  const isAnybody = joined.notInvited + joined.notOffered + joined.offered > 0
  while (isAnybody && sizeOf(joined, level) < FEWEST) {
    const next = kept.pop()
    if (!next) return new Map()
    joined = plus(joined, next[1])
  }
  return new Map(isAnybody ? [...kept, [TOGETHER, joined]] : kept)
}

/** Every outcome that is told has enough people, and not all of them from one group where they are few. */
function isSafe(groups: readonly Outcome[], level: Level): boolean {
  const keys = {
    full: ['notInvited', 'notOffered', 'offered'],
    first: ['notInvited', 'notOffered'],
    whole: ['notOffered', 'offered'],
  } as const
  return keys[level].every((key) => {
    const total = groups.reduce((sum, one) => sum + one[key], 0)
    const isAlike = groups.some((one) => one[key] === total)
    return total >= (isAlike ? FEWEST_ALIKE : FEWEST)
  })
}

const STEPS = ['invitation', 'decision', 'whole'] as const
export type Step = (typeof STEPS)[number]

export const STEP_WORDS: Record<Step, { title: string; of: string }> = {
  invitation: { title: 'Invited to an interview', of: 'of those who applied' },
  decision: { title: 'Offered the job', of: 'of those who were invited' },
  whole: { title: 'Offered the job, the whole way', of: 'of those who applied' },
}

const TELLS: Record<Step, readonly Level[]> = {
  invitation: ['full', 'first'],
  decision: ['full'],
  whole: ['full', 'whole'],
}

/** How a step went for the groups: the blocks that tell of it, added up. */
export function selectionsOf(blocks: readonly Block[], step: Step): GroupSelection[] {
  const telling = blocks.filter(({ level }) => level !== null && TELLS[step].includes(level))
  const sum = sumGroups(telling.map(({ groups }) => groups))
  return [...sum].map(([group, one]) => ({ group, ...selectionAt(one, step) }))
}

function selectionAt({ notInvited, notOffered, offered }: Outcome, step: Step) {
  const invited = notOffered + offered
  if (step === 'invitation') return { selected: invited, applicants: notInvited + invited }
  return { selected: offered, applicants: step === 'decision' ? invited : notInvited + invited }
}

/** A step with the comparison of its groups; null: too few to compare anything. */
export interface StepReport {
  step: Step
  applicants: number
  selected: number
  reference: GroupSelection | null
  groups: readonly GroupImpact[]
  leftOut: readonly GroupSelection[]
}

/** Each step of the blocks; `unknown` and small groups are compared like the others and never guessed at. */
export function reportOf(blocks: readonly Block[]): { step: Step; report: StepReport | null }[] {
  return STEPS.map((step) => {
    const groups = selectionsOf(blocks, step)
    return { step, report: groups.length < 2 ? null : { step, ...adverseImpact(groups) } }
  })
}

/** A number as the report prints it; what cannot be computed is its reason. */
export function printed(estimate: Estimate, digits: number): string {
  return estimate.value === null ? estimate.reason : estimate.value.toFixed(digits)
}

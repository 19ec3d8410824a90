/** What is handed over when somebody is hired: what they learn in their first months, in the framework's own words. */
import { z } from 'zod'
import { type Competency, type Framework, indicatorsAt, type Level, levelLabel } from '#framework/model.ts'
import { isDay } from '#people/day.ts'
import type { Criterion } from '../model.ts'
import type { DecisionBasis, Span } from './decision.ts'

/** The first day of somebody who is hired. */
export const StartInput = z.object({
  startsOn: z
    .string('Give the first day, as 2026-05-31.')
    .trim()
    .refine(isDay, 'Give the first day, as 2026-05-31.'),
})

/** A level with its words as they were when somebody was hired. */
export interface StatedLevel {
  key: string
  label: string
  /** What people do at it; none: the framework says nothing there. */
  statements: string[]
}

/** One competency that is to be learned, or carried on from where the interviews found it. */
export interface OnboardingGoal {
  framework: string
  competency: string
  name: string
  must: boolean
  /** `gap`: looked at in the interviews, the full level is not reached yet; `learned`: not asked for on the first day. */
  kind: 'gap' | 'learned'
  /** Shown in the interviews; null: not looked at (`learned`), or nobody wrote down a level (`gap`). */
  now: StatedLevel | null
  /** The level that the job requires in full. */
  target: StatedLevel
  /** The next step on the way from `now`; the target itself where it is the next one or `now` is not known. */
  next: StatedLevel
  /** Until the full level, as the panel estimated; null: nobody said. */
  estimated: Span<number> | null
  /** In which the job expects it; null: it does not say. */
  expected: number | null
}

export interface Onboarding {
  id: string
  vacancyId: string
  candidateId: string
  personId: string
  startsOn: string
  goals: OnboardingGoal[]
  madeBy: string | null
  madeAt: Date
}

/**
 * The goals of somebody who was offered the job on this basis: what was not needed on the first day, and what was looked at and
 * lies below the full level; the shortest way first is not ours to say, so they stand in the profile's order, must-haves first.
 * A competency whose framework is gone is left out. `null` for a basis: nothing was looked at.
 */
export function goalsOf(
  criteria: readonly Criterion[],
  basis: DecisionBasis | null,
  frameworks: ReadonlyMap<string, Framework>,
): OnboardingGoal[] {
  const goals = criteria.flatMap((criterion) => {
    const found = basis?.criteria.find((one) => one.criterion === criterion.id)
    const framework = frameworks.get(criterion.framework)
    return framework ? goalOf(criterion, framework, found) : []
  })
  return [...goals.filter(({ must }) => must), ...goals.filter(({ must }) => !must)]
}

function goalOf(
  criterion: Criterion,
  framework: Framework,
  found: DecisionBasis['criteria'][number] | undefined,
): OnboardingGoal[] {
  const { levels } = framework.scale
  const placeOf = (key: string | null) => levels.findIndex((level) => level.key === key)
  const [now, target] = [placeOf(found?.level ?? null), placeOf(criterion.level)]
  const competency = framework.competencies.find(({ key }) => key === criterion.competency)
  const stated = (place: number) => statedLevel(competency, levels[place])
  const full = stated(target)
  if (full === null || now >= target) return []
  const { name, must, months } = criterion
  return [
    {
      ...{ framework: criterion.framework, competency: criterion.competency, name, must },
      kind: criterion.weight === null ? 'learned' : 'gap',
      now: stated(now),
      target: full,
      next: (now < 0 ? null : stated(now + 1)) ?? full,
      estimated: found?.months ?? null,
      expected: months,
    },
  ]
}

function statedLevel(competency: Competency | undefined, level: Level | undefined): StatedLevel | null {
  if (!level) return null
  const statements = competency ? indicatorsAt(competency, level.key).map(({ text }) => text) : []
  return { key: level.key, label: levelLabel(level), statements }
}

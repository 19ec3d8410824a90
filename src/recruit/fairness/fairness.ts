/**
 * Whether groups are chosen alike, from voluntary answers, in counts alone: each step of hiring over the blocks that are told.
 * docs/methods/fairness-report.md says the rules.
 */
import type { Estimate } from '#measure/estimate.ts'
import { adverseImpact, type GroupImpact, type GroupSelection } from '#measure/impact/adverse-impact.ts'
import { type Block, type Level, type Outcome, sumGroups } from './blocks.ts'

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

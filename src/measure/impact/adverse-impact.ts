/** Adverse impact of one stage of selection: each group against the one with the highest rate. */
import { Invalid } from '#errors.ts'
import type { Estimate, Interval } from '../estimate.ts'
import { type ExactTest, fisherExact } from './fisher.ts'
import {
  checkSelection,
  impactRatio,
  isBelowFourFifths,
  type RateTest,
  rateTest,
  ratioInterval,
  type Selection,
  type Shortfall,
  shortfall,
} from './selection.ts'

export interface GroupSelection extends Selection {
  readonly group: string
}

export interface GroupImpact extends GroupSelection {
  readonly rate: number
  readonly ratio: Estimate
  readonly ratioInterval: Estimate<Interval>
  readonly belowFourFifths: boolean
  readonly exact: ExactTest
  /** For large numbers only; read the exact test where `few`. */
  readonly large: Estimate<RateTest>
  readonly shortfall: Estimate<Shortfall>
  /** A count below 5 is to be expected somewhere, or the group has fewer than 5 applicants: only a large difference could show. */
  readonly few: boolean
  /** One person of this group selected more, or fewer, would change whether it is flagged. */
  readonly turnsOnOne: { readonly fourFifths: boolean; readonly exact: boolean }
}

export interface AdverseImpact {
  readonly applicants: number
  readonly selected: number
  /** The group with the highest rate among those large enough; null when nobody was selected. */
  readonly reference: GroupSelection | null
  /** Every group of the comparison except the reference group, in the order given. */
  readonly groups: readonly GroupImpact[]
  /** Groups too small a part of the pool to be compared: named, never dropped in silence. */
  readonly leftOut: readonly GroupSelection[]
}

/**
 * Impact ratio with interval, four-fifths rule, exact and large-sample tests and shortfall of every group. None of them alone
 * decides: they often disagree, and with few persons all are weak.
 * @param options.leastShare of all applicants that a group needs to be compared, 0.02 unless told.
 * @param options.significance at which `turnsOnOne.exact` looks, 0.05 unless told.
 * @throws Invalid when there are fewer than two groups, two of one name, or numbers that cannot be.
 * Source: Uniform Guidelines, 29 CFR 1607.4 D and their questions and answers; Morris and Lobsenz 2000, Personnel Psychology 53:89.
 */
export function adverseImpact(
  groups: readonly GroupSelection[],
  { leastShare = 0.02, significance = 0.05, confidence = 0.95 } = {},
): AdverseImpact {
  checkGroups(groups)
  const applicants = groups.reduce((sum, g) => sum + g.applicants, 0)
  const selected = groups.reduce((sum, g) => sum + g.selected, 0)
  const isLarge = (g: GroupSelection) => g.applicants > 0 && g.applicants >= leastShare * applicants
  const compared = groups.filter(isLarge)
  const leftOut = groups.filter((g) => !isLarge(g))
  const reference = selected === 0 ? null : highest(compared)
  const others = reference ? compared.filter((g) => g !== reference) : []
  return {
    applicants,
    selected,
    reference,
    groups: others.map((g) => impactOf(g, reference ?? g, { significance, confidence })),
    leftOut,
  }
}

function checkGroups(groups: readonly GroupSelection[]) {
  if (groups.length < 2) throw new Invalid('Give at least two groups to compare.')
  if (new Set(groups.map((g) => g.group)).size < groups.length)
    throw new Invalid('Two groups have the same name. Join them, or name them apart.')
  groups.forEach(checkSelection)
}

/** The highest rate, compared in whole numbers; of equal rates the larger group. */
function highest(groups: readonly GroupSelection[]): GroupSelection | null {
  const before = (a: GroupSelection, b: GroupSelection) =>
    b.selected * a.applicants - a.selected * b.applicants || b.applicants - a.applicants
  return groups.toSorted(before)[0] ?? null
}

function impactOf(
  group: GroupSelection,
  reference: GroupSelection,
  { significance, confidence }: { significance: number; confidence: number },
): GroupImpact {
  const isSignificant = (g: Selection) => fisherExact(g, reference).twoSided < significance
  const near = [group.selected - 1, group.selected + 1]
    .filter((selected) => selected >= 0 && selected <= group.applicants)
    .map((selected) => ({ selected, applicants: group.applicants }))
  const below = isBelowFourFifths(group, reference)
  const exact = fisherExact(group, reference)
  return {
    ...group,
    rate: group.selected / group.applicants,
    ratio: impactRatio(group, reference),
    ratioInterval: ratioInterval(group, reference, confidence),
    belowFourFifths: below,
    exact,
    large: rateTest(group, reference),
    shortfall: shortfall(group, reference),
    few: areFew(group, reference),
    turnsOnOne: {
      fourFifths: near.some((g) => isBelowFourFifths(g, reference) !== below),
      exact: near.some((g) => isSignificant(g) !== exact.twoSided < significance),
    },
  }
}

function areFew(group: Selection, reference: Selection): boolean {
  const all = group.applicants + reference.applicants
  const share = (group.selected + reference.selected) / all
  const smaller = Math.min(group.applicants, reference.applicants)
  return smaller < 5 || smaller * Math.min(share, 1 - share) < 5
}

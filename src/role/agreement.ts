/** How far incumbents agree about a job, by the slice `measure`; docs/methods/job-analysis.md has the numbers. */
import { krippendorffAlpha } from '#measure/agreement/alpha.ts'
import { bootstrapInterval } from '#measure/agreement/bootstrap.ts'
import { categoryCounts } from '#measure/agreement/category-counts.ts'
import { gwetAgreement } from '#measure/agreement/chance-corrected.ts'
import { seededRandom } from '#measure/distributions/random.ts'
import { type Estimate, type Interval, reason } from '#measure/estimate.ts'
import type { IncumbentAnswers } from './merge.ts'
import type { JobAnswer } from './model.ts'
import { tenureBoundary } from './tenure.ts'

/** How early and how much the job needs it. */
const RANK: Record<JobAnswer, number> = { not: 0, learned: 1, entry: 2 }

export interface JobAgreement {
  people: number
  /** Statements that at least two of them answered. */
  statements: number
  /** Share of pairs of answers to the same statement that are equal. */
  same: Estimate
  /** Krippendorff's alpha, ordinal. */
  alpha: Estimate
  /** Of alpha, 95 %, over the statements. */
  interval: Estimate<Interval>
}

/** With fewer statements an interval would be too short to be believed. */
const ENOUGH = 12
/** A percentile of 400 draws is good to some two hundredths, which is all that the words beside it say. */
const DRAWS = 400

/** How far the people agree about these statements. The order of people and answers never matters. */
export function agreementOf(incumbents: readonly IncumbentAnswers[]): JobAgreement {
  const table = tableOf(incumbents)
  const people = incumbents.length
  if (table.length === 0 || people < 2) {
    const nothing = reason('One person alone has answered, so there is nothing to compare.')
    return { people, statements: 0, same: nothing, alpha: nothing, interval: nothing }
  }
  const { estimate, units } = krippendorffAlpha(table, 'ordinal')
  const { observed } = gwetAgreement(categoryCounts(table, Object.values(RANK).toSorted()))
  return { people, statements: units, same: observed, alpha: estimate, interval: intervalOf(table, units) }
}

/** Statements (rows) by people (columns), both in the order of their ids; null: no answer. */
function tableOf(incumbents: readonly IncumbentAnswers[]): (number | null)[][] {
  const people = incumbents
    .toSorted((a, b) => (a.person < b.person ? -1 : 1))
    .map(({ answers }) => new Map(answers.map((one) => [one.statementId, RANK[one.answer]])))
  const ids = [...new Set(people.flatMap((said) => [...said.keys()]))].toSorted()
  return ids.map((id) => people.map((said) => said.get(id) ?? null))
}

function intervalOf(table: (number | null)[][], units: number): Estimate<Interval> {
  if (units < ENOUGH) return reason(`There are fewer than ${ENOUGH} statements that two people answered.`)
  const paired = table.filter((row) => row.filter((one) => one !== null).length > 1)
  return bootstrapInterval(paired, (drawn) => krippendorffAlpha(drawn, 'ordinal').estimate, {
    random: seededRandom(1),
    draws: DRAWS,
  }).interval
}

/** How alpha is read, after Krippendorff (2004, p. 241): 0.8 and more may be relied on, 0.667 for tentative conclusions. */
export function agreementWords({ alpha }: Pick<JobAgreement, 'alpha'>): string {
  if (alpha.value === null) return alpha.reason
  if (alpha.value >= 0.8) return 'They agree so far that one may rely on it.'
  if (alpha.value >= 0.667) return 'They agree well enough for a first conclusion.'
  if (alpha.value >= 0.4) return 'They agree in part. Talk about what stands on top of the list below.'
  if (alpha.value > 0)
    return 'They agree little. Do they do the same job? Talk before you take anything over.'
  return 'They agree no more than chance would. Talk before you take anything over.'
}

export interface ByTenure {
  /** In months: beginners have been in the job for less. */
  boundary: number
  beginners: IncumbentAnswers[]
  experienced: IncumbentAnswers[]
}

/** Beginners and the experienced, side by side; null: all have been in the job about as long. Unknown months are in neither. */
export function byTenure(incumbents: readonly IncumbentAnswers[]): ByTenure | null {
  const boundary = tenureBoundary(incumbents.map(({ months }) => months))
  if (boundary === null) return null
  return {
    boundary,
    beginners: incumbents.filter(({ months }) => months !== null && months < boundary),
    experienced: incumbents.filter(({ months }) => months !== null && months >= boundary),
  }
}

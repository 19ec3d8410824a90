/** Krippendorff's alpha: agreement of any number of raters on any scale, whatever is missing. */
import { Invalid } from '#errors.ts'
import { type Estimate, reason, value } from '../estimate.ts'
import { matrixFrom, type Ratings } from '../matrix.ts'
import {
  type Disagreement,
  nominalDisagreement,
  ratioDisagreement,
  squaredDisagreement,
} from './disagreement.ts'
import { midRanks, type Pairable, pairable } from './pairable.ts'

/** How far apart two categories are: another one is another one; by rank; by distance; by distance relative to size. */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

export interface Alpha {
  /** 1 is perfect agreement, 0 what chance would give, below 0 systematic disagreement. */
  readonly estimate: Estimate
  /** Ratings that can be paired with another of the same unit. */
  readonly ratings: number
  /** Units (targets) with at least two ratings. */
  readonly units: number
}

/**
 * Krippendorff's alpha of units (rows) by raters (columns). A missing rating (NaN or null) takes no part; units with fewer than
 * two ratings are left out. Ordinal distances depend on all ratings together, so alphas of parts are not comparable with that
 * of the whole. For an interval draw units with `bootstrapInterval`.
 * @throws Invalid when the ratings are no table, and for the ratio metric when one is negative or over 5,000 values differ.
 * Source: Krippendorff 2011, "Computing Krippendorff's alpha-reliability"; Hayes and Krippendorff 2007.
 */
export function krippendorffAlpha(ratings: Ratings, metric: Metric): Alpha {
  const data = pairable(matrixFrom(ratings))
  return { estimate: estimateOf(data, metric), ratings: data.codes.length, units: data.starts.length - 1 }
}

function estimateOf(data: Pairable, metric: Metric): Estimate {
  if (data.codes.length === 0)
    return reason('No target has been rated twice, so there is nothing to compare. Ask a second rater.')
  if (data.categories.length === 1)
    return reason('All ratings are the same, so there is no variation on which raters could agree.')
  const { observed, expected } = disagreement(data, metric)
  return value(1 - ((data.codes.length - 1) * observed) / expected)
}

function disagreement(data: Pairable, metric: Metric): Disagreement {
  if (metric === 'nominal') return nominalDisagreement(data)
  if (metric === 'ordinal') return squaredDisagreement(data, midRanks(data.counts))
  if (metric === 'interval') return squaredDisagreement(data, data.categories)
  if (metric === 'ratio') return ratioDisagreement(data)
  throw new Invalid(`There is no metric "${metric}". There are nominal, ordinal, interval and ratio.`)
}

/**
 * `sightline/measure`: the statistics of Sightline for anyone. Pure functions; nothing here reads a clock, draws at random or
 * touches a file. What each method answers, with its formula, limits and a worked example, is in `docs/methods/measure`.
 * Exports are sorted by topic, one line a file.
 */

// What comes back, and what is thrown

export { Invalid } from '#errors.ts'
export { type Estimate, finite, type Interval, type Known, reason, type Unknown, value } from './estimate.ts'
export { type Matrix, matrixFrom, type Ratings } from './matrix.ts'

// Chance and distributions

export {
  betaQuantile,
  chiSquaredQuantile,
  chiSquaredUpper,
  fQuantile,
  fUpper,
  studentQuantile,
  studentUpper,
} from './distributions/continuous.ts'
export { binomialTails, hypergeometricProbability } from './distributions/discrete.ts'
export { normalDensity, normalLower, normalQuantile, normalUpper } from './distributions/normal.ts'
export { normalFrom, seededRandom } from './distributions/random.ts'

// Agreement

export { type Alpha, krippendorffAlpha, type Metric } from './agreement/alpha.ts'
export { type Bootstrap, bootstrapInterval } from './agreement/bootstrap.ts'
export { categoryCounts } from './agreement/category-counts.ts'
export { type ChanceCorrected, fleissKappa, gwetAgreement } from './agreement/chance-corrected.ts'
export { ICC_FORMS, type Icc, type IccForm, type IccTable, icc } from './agreement/icc.ts'
export { cohenKappa, crossTable, type Kappa, type KappaOptions } from './agreement/kappa.ts'
export { type AgreementWeights, agreementFromDisagreement } from './agreement/weights.ts'
export {
  type Awg,
  averageDeviation,
  awg,
  LEANING_VARIANCE,
  rwg,
  rwgFromVariance,
  rwgOfItems,
  type Scale,
  uniformVariance,
} from './agreement/within-group.ts'

// Reliability and uncertainty

export {
  type Aim,
  type Coefficient,
  type DecisionStudy,
  decisionStudy,
  itemsNeeded,
  type Panel,
  ratersNeeded,
} from './generalizability/decision-study.ts'
export { reliabilityInterval } from './generalizability/reliability-interval.ts'
export { spearmanBrown, timesNeeded } from './generalizability/spearman-brown.ts'
export {
  kelleyEstimate,
  minimalDetectableChange,
  reliableChange,
  standardError,
  type TrueScore,
} from './uncertainty/classical.ts'
export {
  type Difference,
  type LevelChances,
  levelChances,
  type Score,
  scoreDifference,
  scoreInterval,
  scoreOfPerson,
  scoreReliability,
} from './uncertainty/score.ts'
export { momentComponents, USUAL_TERMS, type VarianceComponents } from './variance/moments.ts'
export { type CrossedEffects, crossedEffects, type Predictions } from './variance/predictions.ts'
export { type PlainRating, type RatingList, ratingList } from './variance/rating-list.ts'
export { type RemlOptions, type RestrictedLikelihood, remlComponents } from './variance/reml.ts'
export { type Component, type Merged, TERMS, type Term } from './variance/terms.ts'

// Severity

export { type CategoryUse, categoryUse } from './facets/categories.ts'
export { ratingSubsets, type Subset } from './facets/connected.ts'
export type { Measures } from './facets/extreme-measures.ts'
export { type Facet, STANDING } from './facets/extremes.ts'
export { fairAverages } from './facets/fair.ts'
export { type FacetFit, type FacetOptions, fitFacets, measureOf } from './facets/fit.ts'
export { type FitStatistics, fitStatistics } from './facets/fit-statistics.ts'
export type { Progress, Report } from './facets/iterate.ts'
export { type FacetRatings, facetRatings } from './facets/ratings.ts'
export { type Separation, separation } from './facets/separation.ts'

// Response models

export {
  type Ability,
  type AbilityMethod,
  type AbilityOfTotal,
  abilityByTotal,
  abilityFrom,
} from './responses/ability.ts'
export {
  type AdaptiveBank,
  type AdaptiveRules,
  type AdaptiveStep,
  type Answered,
  adaptiveBank,
  nextQuestion,
} from './responses/adaptive.ts'
export { type Calibration, type CalibrationOptions, calibrate, type Step } from './responses/calibrate.ts'
export { type Answering, answering, gradedItem, type Item, partialCreditItem } from './responses/item.ts'
export type { Prior } from './responses/posterior.ts'

// Levels

export type { IndicatorAnswers, Indicators } from './levels/answers.ts'
export { type LevelDecider, type LevelModel, levelModel } from './levels/model.ts'
export { type Gated, levelByCompensation, levelByShareMet, withMustHaves } from './levels/rules.ts'

// Adverse impact

export {
  type AdverseImpact,
  adverseImpact,
  type GroupImpact,
  type GroupSelection,
} from './impact/adverse-impact.ts'
export { type ExactTest, fisherExact } from './impact/fisher.ts'
export { fisherTable } from './impact/fisher-table.ts'
export { type OddsRatio, oddsRatio } from './impact/odds-ratio.ts'
export { scoringRates } from './impact/scoring-rate.ts'
export {
  impactRatio,
  isBelowFourFifths,
  type RateTest,
  type Representation,
  rateTest,
  ratioInterval,
  representation,
  type Selection,
  type Shortfall,
  shortfall,
} from './impact/selection.ts'

// Two-sided ratings

export { type Direction, twoSidedDirection } from './two-sided/direction.ts'
export { type QuadraticTerm, quadraticTerm } from './two-sided/quadratic.ts'
export { type RaterMean, type TwoSided, twoSided } from './two-sided/summary.ts'
export { type Slope, type TwoLines, twoLines } from './two-sided/two-lines.ts'

// Anonymity

export {
  type Block,
  formBlocks,
  isWholeBlocks,
  type Partition,
  type Rater,
  type Rules,
  type View,
  viewsOf,
} from './anonymity/blocks.ts'
export { publishComments } from './anonymity/comments.ts'
export { fewestIsolated, smallestSupport } from './anonymity/isolation.ts'
export {
  type Answers,
  type PublishedMean,
  type PublishedQuestion,
  type PublishedView,
  publishView,
  type Questionnaire,
  type Spread,
} from './anonymity/published.ts'

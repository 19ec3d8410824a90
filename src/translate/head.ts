import type { Features } from './features.ts'
import { minimise } from './lbfgs.ts'

/** Multinomial logistic regression: one row of weights a class, over the dense features, then the terms, then a constant. */
export interface Head {
  /** Keys of competencies or levels, in the order of the rows. */
  classes: string[]
  dense: number
  terms: number
  /** classes × (dense + terms + 1). */
  weights: Float32Array
}

/** A training text: what is seen of it, which class it is (shares that add up to 1) and how much it counts. */
export interface Lesson {
  features: Features
  target: readonly number[]
  weight: number
}

const ROUNDS = 200

/** Log-probabilities of the classes; `warmth` above 1 makes them less sure. */
export function ask(head: Head, features: Features, warmth = 1): number[] {
  const row = head.dense + head.terms + 1
  const scores = head.classes.map((_, c) => score(head.weights, c * row, features, head) / warmth)
  return logSoftmax(scores)
}

/**
 * Fits a head by penalised maximum likelihood: `strength` is the inverse of the ridge penalty, as C in LIBLINEAR.
 * Deterministic.
 */
export function fitHead(
  classes: string[],
  lessons: readonly Lesson[],
  sizes: { dense: number; terms: number },
  strength: number,
): Head {
  const row = sizes.dense + sizes.terms + 1
  const start = new Float64Array(classes.length * row)
  const objective = (at: Float64Array) => loss(at, lessons, { ...sizes, classes: classes.length }, strength)
  return { classes, ...sizes, weights: Float32Array.from(minimise(objective, start, ROUNDS)) }
}

interface Sizes {
  classes: number
  dense: number
  terms: number
}

/** Cross-entropy and its slope, the constant left out of the penalty. */
function loss(at: Float64Array, lessons: readonly Lesson[], sizes: Sizes, strength: number) {
  const row = sizes.dense + sizes.terms + 1
  const slope = new Float64Array(at.length)
  let value = 0
  for (const { features, target, weight } of lessons) {
    const scores = target.map((_, c) => score(at, c * row, features, sizes))
    const logs = logSoftmax(scores)
    logs.forEach((log, c) => {
      const wanted = target[c] ?? 0
      if (wanted > 0) value -= weight * wanted * log
      push(slope, c * row, features, {
        by: weight * (Math.exp(log) - wanted),
        dense: sizes.dense,
        terms: sizes.terms,
      })
    })
  }
  for (let i = 0; i < at.length; i++) {
    if (i % row === row - 1) continue
    const here = at[i] ?? 0
    value += (here * here) / (2 * strength)
    slope[i] = (slope[i] ?? 0) + here / strength
  }
  return { value, slope }
}

type Numbers = Float32Array | Float64Array

function score(
  weights: Numbers,
  from: number,
  { dense, terms, weights: values }: Features,
  sizes: Pick<Sizes, 'dense' | 'terms'>,
): number {
  let sum = weights[from + sizes.dense + sizes.terms] ?? 0
  for (let i = 0; i < dense.length; i++) sum += (weights[from + i] as number) * (dense[i] as number)
  for (let i = 0; i < terms.length; i++)
    sum += (weights[from + sizes.dense + (terms[i] as number)] as number) * (values[i] as number)
  return sum
}

function push(
  slope: Float64Array,
  from: number,
  { dense, terms, weights }: Features,
  { by, ...sizes }: { by: number } & Pick<Sizes, 'dense' | 'terms'>,
): void {
  const last = from + sizes.dense + sizes.terms
  slope[last] = (slope[last] ?? 0) + by
  for (let i = 0; i < dense.length; i++)
    slope[from + i] = (slope[from + i] as number) + by * (dense[i] as number)
  for (let i = 0; i < terms.length; i++) {
    const place = from + sizes.dense + (terms[i] as number)
    slope[place] = (slope[place] ?? 0) + by * (weights[i] as number)
  }
}

/** Logarithms of shares that add up to 1; keeps its footing with large scores. */
export function logSoftmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const sum = scores.reduce((total, score) => total + Math.exp(score - top), 0)
  return scores.map((score) => score - top - Math.log(sum))
}

/**
 * Steps with a matrix that stays the same fall short, or overshoot, in much the same way each time. Two of them tell by how
 * much (Anderson 1965, Journal of the ACM 12:547, with one step of memory, in the metric of the matrix).
 */

export interface Secant {
  /** Whether the last step was made with the matrix of now. */
  known: boolean
  /** The last step as the matrix gave it, as it was then taken, and the gradient it answered. */
  readonly step: Float64Array
  readonly move: Float64Array
  readonly gradient: Float64Array
}

/** Beyond these shares of it, back and on, the last step tells too little. */
const BACK = 0.5
const ON = 3

export function secantFor(length: number): Secant {
  const vector = () => new Float64Array(length)
  return { known: false, step: vector(), move: vector(), gradient: vector() }
}

/** Improves `step`, the answer to `gradient`, by what the step before has shown; remembers both. */
export function improve(secant: Secant, gradient: Float64Array, step: Float64Array): void {
  const share = secant.known ? shareOfBefore(secant, gradient, step) : 0
  for (let i = 0; i < step.length; i++) {
    const given = step[i] as number
    const turn = given - (secant.step[i] as number)
    const move = given - share * ((secant.move[i] as number) + turn)
    secant.step[i] = given
    secant.gradient[i] = gradient[i] as number
    secant.move[i] = move
    step[i] = move
  }
  secant.known = true
}

function shareOfBefore(secant: Secant, gradient: Float64Array, step: Float64Array): number {
  let along = 0
  let size = 0
  for (let i = 0; i < step.length; i++) {
    const turn = (step[i] as number) - (secant.step[i] as number)
    along += turn * (gradient[i] as number)
    size += turn * ((gradient[i] as number) - (secant.gradient[i] as number))
  }
  const share = size > 0 ? along / size : 0
  return Math.max(-ON, Math.min(BACK, share))
}

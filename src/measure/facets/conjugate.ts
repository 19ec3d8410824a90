/** Conjugate gradients: solves matrix × step = right with nothing but products of the matrix. */

export interface Room {
  readonly step: Float64Array
  readonly rest: Float64Array
  readonly eased: Float64Array
  readonly direction: Float64Array
  readonly image: Float64Array
}

export interface Operator {
  readonly multiply: (v: Float64Array, into: Float64Array) => void
  /** The preconditioner: about the inverse of the matrix, cheaply. */
  readonly ease: (v: Float64Array, into: Float64Array) => void
}

export function roomFor(length: number): Room {
  const vector = () => new Float64Array(length)
  return { step: vector(), rest: vector(), eased: vector(), direction: vector(), image: vector() }
}

/**
 * Solves until the rest is `tolerance` of the right side, in the metric of the preconditioner, for a symmetric positive
 * definite matrix (Hestenes and Stiefel 1952). `room.step` holds the result.
 * @returns how many products it took
 */
export function conjugateGradients(
  operator: Operator,
  right: Float64Array,
  tolerance: number,
  room: Room,
): number {
  const { step, rest, eased, direction, image } = room
  const most = 2 * right.length + 50
  step.fill(0)
  rest.set(right)
  operator.ease(rest, eased)
  direction.set(eased)
  let size = dot(rest, eased)
  const goal = size * tolerance * tolerance
  for (let products = 1; ; products++) {
    operator.multiply(direction, image)
    const along = size / dot(direction, image)
    if (!(along > 0 && along < Number.POSITIVE_INFINITY)) return products
    for (let i = 0; i < step.length; i++) {
      step[i] = (step[i] as number) + along * (direction[i] as number)
      rest[i] = (rest[i] as number) - along * (image[i] as number)
    }
    operator.ease(rest, eased)
    const next = dot(rest, eased)
    if (!(next > goal) || products >= most) return products
    const turn = next / size
    size = next
    for (let i = 0; i < direction.length; i++)
      direction[i] = (eased[i] as number) + turn * (direction[i] as number)
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

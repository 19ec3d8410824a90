/** A function to make small, given its value and slope at a point. */
export type Objective = (at: Float64Array) => { value: number; slope: Float64Array }

const MEMORY = 10
const ENOUGH = 1e-4

interface Step {
  moved: Float64Array
  turned: Float64Array
  scale: number
}

/**
 * Where a smooth convex function is smallest: limited-memory BFGS (Liu & Nocedal 1989, two-loop recursion) with
 * halving steps until the function falls enough (Armijo). Stops after `rounds`, or when a round changes it by less
 * than a ten-thousandth.
 */
export function minimise(objective: Objective, start: Float64Array, rounds: number): Float64Array {
  let at = start
  let here = objective(at)
  const past: Step[] = []
  for (let round = 0; round < rounds; round++) {
    const direction = descent(here.slope, past)
    const next = search(objective, at, here, direction)
    if (next === null) break
    remember(past, at, here.slope, next)
    const gain = here.value - next.value
    at = next.at
    here = next
    if (gain < ENOUGH * Math.max(1, Math.abs(here.value)) * 0.01) break
  }
  return at
}

function descent(slope: Float64Array, past: readonly Step[]): Float64Array {
  const direction = slope.map((value) => -value)
  const shares = past.map(() => 0)
  for (let i = past.length - 1; i >= 0; i--) {
    const step = past[i] as Step
    shares[i] = dot(step.moved, direction) * step.scale
    add(direction, step.turned, -(shares[i] ?? 0))
  }
  const last = past.at(-1)
  if (last) scale(direction, 1 / (last.scale * dot(last.turned, last.turned)))
  past.forEach((step, i) => {
    const back = dot(step.turned, direction) * step.scale
    add(direction, step.moved, (shares[i] ?? 0) - back)
  })
  return direction
}

type Here = ReturnType<Objective>

function search(objective: Objective, at: Float64Array, here: Here, direction: Float64Array) {
  const fall = dot(here.slope, direction)
  if (!(fall < 0)) return null
  for (let size = 1; size > 1e-10; size /= 2) {
    const there = at.map((value, i) => value + size * (direction[i] ?? 0))
    const found = objective(there)
    if (found.value <= here.value + 1e-4 * size * fall) return { ...found, at: there }
  }
  return null
}

function remember(
  past: Step[],
  at: Float64Array,
  slope: Float64Array,
  next: Here & { at: Float64Array },
): void {
  const moved = next.at.map((value, i) => value - (at[i] ?? 0))
  const turned = next.slope.map((value, i) => value - (slope[i] ?? 0))
  const bend = dot(moved, turned)
  if (bend <= 1e-12) return
  past.push({ moved, turned, scale: 1 / bend })
  if (past.length > MEMORY) past.shift()
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + times * (what[i] ?? 0)
}

function scale(what: Float64Array, times: number): void {
  for (let i = 0; i < what.length; i++) what[i] = (what[i] ?? 0) * times
}

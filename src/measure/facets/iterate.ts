/** Newton's steps, pass after pass, until nothing moves. */
import type { Rule } from '../quadrature.ts'
import { conjugateGradients, type Room, roomFor } from './conjugate.ts'
import { improve, type Secant, secantFor } from './secant.ts'
import { ease, findMoves, multiply, type System, systemFrom } from './solve.ts'
import type { State } from './state.ts'
import { passForGradient, passOver } from './sweep.ts'
import { type Model, type Workspace, workspaceFor } from './workspace.ts'

/** Told after every step of a long fit. */
export type Report = (progress: Progress) => void

export interface Progress {
  /** Passes over the ratings so far. */
  readonly passes: number
  /** The largest change of the last step, in logits. */
  readonly change: number
  /** How far the fit has come, from 0 to 1; a guess. */
  readonly done: number
}

export interface Search {
  readonly model: Model
  readonly state: State
  readonly work: Workspace
  readonly room: Room
  readonly report: Report
  /** Severities come from a normal distribution whose standard deviation is estimated as well. */
  readonly randomRaters: boolean
  readonly secant: Secant
  system: System | null
  passes: number
  /** The first step's change, which `done` is reckoned from. */
  first: number
}

/** Largest step of a severity, difficulty or T, and of a person; a longer one is a start far off. */
const LONGEST = 1.5
/** Nobody goes further out; where the ratings ask for it, the fit has no end and says that it has not converged. */
const FARTHEST_PERSON = 25
const FARTHEST_OTHER = 12
/** With several points the matrix is approximate anyway: one made this near to the end serves to the end. */
const NEAR = 0.5
/** So far off, this many ratings settle what steps have in common. */
const FAR = 0.1
const ENOUGH_RATINGS = 200_000
const MOST_PASSES = 200
/** The least standard deviation: persons (or raters) who do not differ would send it to 0, which has no logarithm. */
const SMALLEST_SD = 0.05
const NEARLY_NONE = 0.15

export function searchFor(model: Model, state: State, report: Report): Search {
  const work = workspaceFor(model)
  const length = work.sweep.gradient.length
  return {
    model,
    state,
    work,
    room: roomFor(length),
    report,
    randomRaters: state.raterSd < Number.POSITIVE_INFINITY,
    secant: secantFor(length),
    system: null,
    passes: 0,
    first: 0,
  }
}

/**
 * Steps until what is left to change is below `tolerance`: the last change, times how much smaller it was than the one before
 * (squared for Newton's own steps, whose digits double). `goal` is the tolerance of the last of several rules.
 * @returns whether it got there
 */
export function iterate(search: Search, rule: Rule, tolerance: number, goal = tolerance): boolean {
  const newton = !search.model.marginal
  let before = 1
  search.system = null
  while (search.passes < MOST_PASSES) {
    const near = before < NEAR
    const precision = Math.min(0.05, newton ? before ** 2 : before / 10)
    const change = step(search, rule, { before, precision })
    const ratio = Math.min(1, change / before)
    const left = change * Math.max(newton ? ratio ** 2 : ratio, precision)
    before = change
    search.passes++
    search.first ||= Math.max(change, 10 * goal)
    const done = Math.log(search.first / Math.max(left, goal)) / Math.log(search.first / goal)
    search.report({ passes: search.passes, change, done: Math.min(1, Math.max(0, done)) })
    if (left < tolerance && change < 1000 * tolerance) return true
    if (rule.points.length === 1 || !near || search.randomRaters) search.system = null
  }
  return false
}

/** One pass and one step; gives the largest change. `before` is the change of the step before. */
function step(
  search: Search,
  rule: Rule,
  { before, precision }: { before: number; precision: number },
): number {
  const { model, state, work, room, secant } = search
  const kept = search.system
  work.stride = before > FAR ? Math.max(1, Math.floor(model.design.item.length / ENOUGH_RATINGS)) : 1
  const { gradient, folded } =
    kept === null ? passOver(model, state, rule, work) : passForGradient(model, state, rule, work)
  const fresh = holdSd(search, gradient) || kept === null
  const system = fresh ? systemFrom(model.design, folded, state.raterSd) : kept
  search.system = system
  pullRaters(gradient, state)
  balance(model, gradient, work)
  const operator = {
    multiply: (v: Float64Array, into: Float64Array) => multiply(system, v, into),
    ease: (v: Float64Array, into: Float64Array) => ease(system, v, into),
  }
  conjugateGradients(operator, gradient, precision, room)
  if (fresh) secant.known = false
  improve(secant, gradient, room.step)
  const longest = room.step.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
  const share = Math.min(1, LONGEST / longest)
  for (let i = 0; i < room.step.length; i++) room.step[i] = (room.step[i] as number) * share
  const persons = movePersons(search, system.moves)
  const others = moveOthers(model, state, work, room.step)
  recentre(model, state, work)
  const spread = search.randomRaters ? moveRaterSd(state, work) : 0
  return Math.max(others, spread, work.onePoint ? persons : 0)
}

/**
 * The standard deviation of severities from the severities themselves, each counting for as much as its ratings tell of it
 * (MacKay 1992, Neural Computation 4:415). Gives the change.
 */
function moveRaterSd(state: State, { sweep }: Workspace): number {
  const { raterWeight, raterLeft } = sweep.folded
  const before = state.raterSd
  const pull = 1 / before ** 2
  let squares = 0
  let told = -1
  for (let r = 0; r < raterWeight.length; r++) {
    if (raterWeight[r] === 0) continue
    squares += (state.rater[r] as number) ** 2
    told += 1 - pull / ((raterWeight[r] as number) + (raterLeft[r] as number) + pull)
  }
  const found = Math.sqrt(squares / Math.max(told, 1))
  state.raterSd = found < Math.min(before, NEARLY_NONE) ? SMALLEST_SD : Math.max(SMALLEST_SD, found)
  return Math.abs(state.raterSd - before)
}

/**
 * Persons who differ by less than chance alone would make them send their standard deviation to 0. It is then held at its
 * least, as long as more would fit worse. Gives whether that has changed.
 */
function holdSd({ model, state, work }: Search, gradient: Float64Array): boolean {
  const { folded } = work.sweep
  const held = model.marginal && !work.onePoint && state.sd < NEARLY_NONE && (gradient.at(-1) as number) < 0
  if (held) {
    state.sd = SMALLEST_SD
    gradient[gradient.length - 1] = 0
  }
  const changed = folded.sdHeld !== held
  folded.sdHeld = held
  return changed
}

function pullRaters(gradient: Float64Array, { rater, raterSd }: State) {
  const pull = 1 / raterSd ** 2
  for (let r = 0; r < rater.length; r++) gradient[r] = (gradient[r] as number) - pull * (rater[r] as number)
}

/**
 * Moving all severities (or difficulties) and the persons by the same amount changes nothing, so no gradient leads that way.
 * What a finite number of points leaves of one is taken out.
 */
function balance({ marginal }: Model, gradient: Float64Array, { sweep, itemCount }: Workspace) {
  const { raters, items, steps, raterWeight } = sweep.folded
  const mean = marginal ? (gradient[raters + items + steps] as number) : 0
  spreadOut(gradient.subarray(0, raters), raterWeight, mean)
  spreadOut(gradient.subarray(raters, raters + items), itemCount, mean)
}

/** Takes the same from all that have weight, so that their sum and `other` are 0. */
function spreadOut(gradient: Float64Array, weight: Float64Array, other: number) {
  let sum = other
  let count = 0
  for (let i = 0; i < gradient.length; i++) {
    if ((weight[i] as number) <= 0) continue
    sum += gradient[i] as number
    count++
  }
  for (let i = 0; i < gradient.length; i++)
    if ((weight[i] as number) > 0) gradient[i] = (gradient[i] as number) - sum / count
}

/** Persons go their own step, and with the others what hangs on them. */
function movePersons({ model, state, work, room }: Search, moves: Float64Array): number {
  const { design } = model
  const { sweep } = work
  findMoves(design, sweep.folded, room.step, moves)
  let longest = 0
  for (let p = 0; p < design.persons; p++) {
    if (design.pairFrom[p] === design.pairFrom[p + 1]) continue
    const move = (sweep.ownStep[p] as number) + (moves[p] as number)
    const bounded = within(move, LONGEST)
    state.person[p] = within((state.person[p] as number) + bounded, FARTHEST_PERSON)
    longest = Math.max(longest, Math.abs(move))
  }
  return longest
}

/** Gives the largest change; a standard deviation that would fall below the least stays there. */
function moveOthers(
  { scale, marginal }: Model,
  state: State,
  { sweep }: Workspace,
  step: Float64Array,
): number {
  const { raters, items, steps, core } = sweep.folded
  const others = raters + items + (core > steps ? steps + 1 : steps)
  let longest = 0
  for (let a = 0; a < others; a++) longest = Math.max(longest, Math.abs(step[a] as number))
  for (let r = 0; r < raters; r++)
    state.rater[r] = within((state.rater[r] as number) + (step[r] as number), FARTHEST_OTHER)
  for (let i = 0; i < items; i++)
    state.item[i] = within((state.item[i] as number) + (step[raters + i] as number), FARTHEST_OTHER)
  for (let f = 0; f < steps; f++) {
    const k = scale.free[f] as number
    state.cumulative[k] = within(
      (state.cumulative[k] as number) + (step[raters + items + f] as number),
      2 * FARTHEST_OTHER,
    )
  }
  if (!marginal) return longest
  const before = state.sd
  state.mean += step[raters + items + steps] as number
  state.sd = Math.max(SMALLEST_SD, before * Math.exp(step[raters + items + steps + 1] as number))
  return Math.max(longest, Math.abs(state.sd - before))
}

const within = (x: number, bound: number) => Math.max(-bound, Math.min(bound, x))

/** Severities and difficulties have mean 0; what they lose, the persons gain. */
function recentre({ design }: Model, state: State, { sweep, itemCount }: Workspace) {
  const shift = centre(state.rater, sweep.folded.raterWeight) + centre(state.item, itemCount)
  for (let p = 0; p < design.persons; p++) state.person[p] = (state.person[p] as number) - shift
  state.mean -= shift
}

/** Takes the mean off all that have weight; gives the mean. */
function centre(measures: Float64Array, weight: Float64Array): number {
  let sum = 0
  let count = 0
  for (let i = 0; i < measures.length; i++) {
    if ((weight[i] as number) <= 0) continue
    sum += measures[i] as number
    count++
  }
  const mean = sum / count
  for (let i = 0; i < measures.length; i++)
    if ((weight[i] as number) > 0) measures[i] = (measures[i] as number) - mean
  return mean
}

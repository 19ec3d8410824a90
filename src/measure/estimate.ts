/**
 * What a method of this slice gives back: a number, or the reason why there is none. A page shows either of the two, and
 * nothing downstream ever meets NaN. Input that is wrong (ids out of range, nothing at all) is thrown as `Invalid` instead.
 */

/** `value` is null when it cannot be computed; `reason` then says why, in a sentence fit for a page. */
export type Estimate<T = number> = Known<T> | Unknown

export interface Known<T> {
  readonly value: T
}

export interface Unknown {
  readonly value: null
  readonly reason: string
}

/** From the lower to the upper limit; either may lie outside what is possible, as the method gives it. */
export interface Interval {
  readonly lower: number
  readonly upper: number
}

export const value = <T>(known: T): Known<T> => ({ value: known })

export const reason = (why: string): Unknown => ({ value: null, reason: why })

/** The number if it is one; NaN and infinities become the reason. */
export const finite = (number: number, why: string): Estimate =>
  Number.isFinite(number) ? value(number) : reason(why)

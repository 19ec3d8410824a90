/** Functions that do nothing useful, for the tests of the threads. */
import { Invalid } from '#errors.ts'

/** Counts to `limit`, telling every million. */
export function count(limit: number, report: (done: number) => void): number {
  let sum = 0
  for (let i = 0; i < limit; i++) {
    sum += i % 7
    if (i % 1_000_000 === 0) report(i / limit)
  }
  return sum
}

export function refuse(why: string, _report: (done: number) => void): number {
  throw new Invalid({ '': why })
}

export function fail(why: string, _report: (done: number) => void): number {
  throw new TypeError(why)
}

import type { Allowed } from '#viewer.ts'

/** Who may do what with the history. */
export const historyAccess = {
  /** All that has happened, by anybody, to anything; and whether it is whole. */
  readAll: ['owner'],
  /** What has happened to one thing; only by those who may see the thing, which its own slice says. */
  readOfThing: ['visitor', 'member'],
  /** Jobs that could not be done. */
  unfinished: ['owner'],
} as const satisfies Record<string, Allowed>

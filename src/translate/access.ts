import type { Allowed } from '#viewer.ts'

/** Who may do what in Translate. */
export const translateAccess = {
  /** Translate, and see how good it is. Nothing of it is kept. */
  read: ['visitor', 'member'],
  /** Accept or correct a translation, keep examples of one's own and propose them. */
  judge: ['member'],
  /** Decide about proposed examples. */
  review: ['steward', 'owner'],
  /** Let people ask a language model elsewhere. */
  endpoint: ['owner'],
} as const satisfies Record<string, Allowed>

import type { Allowed } from '#viewer.ts'

/** Who may do what with what is kept about people. */
export const privacyAccess = {
  /** What is kept about oneself; wish to be erased. */
  own: ['member'],
  /** What is kept about anybody; erase them. */
  erase: ['owner', 'hr'],
  /** How long things are kept. */
  retention: ['owner'],
} as const satisfies Record<string, Allowed>

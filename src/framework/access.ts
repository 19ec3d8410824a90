import type { Allowed } from '#viewer.ts'

/** Who may do what with frameworks. */
export const frameworkAccess = {
  read: ['visitor', 'member'],
  help: 'anyone',
} as const satisfies Record<string, Allowed>

import type { Allowed } from '#viewer.ts'

/** Who may do what with documents and drafts. */
export const intakeAccess = {
  /** Read a document into a draft, change, publish and throw away drafts. */
  edit: ['owner', 'steward'],
  /** Read a document without keeping anything. */
  read: ['visitor', 'member'],
  help: 'anyone',
} as const satisfies Record<string, Allowed>

import type { Allowed } from '#viewer.ts'

/** Who may do what with accounts. What belongs to one account is for whoever has signed in with it; the actions see to that. */
export const accountAccess = {
  /** Sign in and out, choose a new password by a link, accept an invitation. */
  enter: 'anyone',
  /** One's own account: password, second factor, sessions, tokens. */
  own: ['member'],
  /** Bring in colleagues, without roles. */
  invite: ['owner', 'hr'],
  /** Members and their roles; mails that could not be sent. */
  manage: ['owner'],
} as const satisfies Record<string, Allowed>

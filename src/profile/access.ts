import type { Allowed } from '#viewer.ts'

/** Who may do what with profiles. Whose profile it is decides the rest: everybody has their own, and sees what is shared. */
export const profileAccess = {
  /** Fill in one's own workbook, write one's own stories, share, take it all along; look at what others share. */
  own: ['member'],
  /** Open a link that somebody gave away; the link itself is the permission. */
  openLink: 'anyone',
} as const satisfies Record<string, Allowed>

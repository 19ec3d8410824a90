import type { Allowed } from '#viewer.ts'

/** Who may see the front door. */
export const homeAccess = {
  /** Before anybody has signed in it offers the ways in. */
  front: 'anyone',
  setUp: 'anyone',
  /** The rest of the rule is that there is an example organisation and one is in it. */
  cast: 'anyone',
  search: ['visitor', 'member'],
  /** Find people and teams; as the directory of people has it. */
  people: ['member'],
} as const satisfies Record<string, Allowed>

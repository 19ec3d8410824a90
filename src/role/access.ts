import type { Allowed } from '#viewer.ts'

/** Who may do what with roles. */
export const roleAccess = {
  /** See roles, what they need, their descriptions and adverts; prepare for one. Visitors of the example, too. */
  read: ['visitor', 'member'],
  /** Answer an analysis that one is asked for. */
  answer: ['member'],
  /** Make and change roles, ask incumbents, agree profiles, write descriptions and adverts. A manager those of their own line. */
  edit: ['owner', 'hr', 'manager'],
  /** All of that with every role, whoever holds it. */
  editAll: ['owner', 'hr'],
  /** See the map of who can, uses and needs what, as far as people share it. */
  map: ['owner', 'hr', 'planner', 'manager'],
} as const satisfies Record<string, Allowed>

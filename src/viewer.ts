/**
 * Who is looking, and what they may do. Every context carries one viewer; the tables in the slices' `access.ts` say which
 * roles may do what, and nothing else decides it.
 */

/** The roles that an owner gives. */
export const GIVEN_ROLES = ['owner', 'steward', 'hr', 'recruiter', 'planner'] as const
export type GivenRole = (typeof GIVEN_ROLES)[number]

/**
 * `member`: everybody who belongs to the organisation. `manager`: somebody to whom others report, which the reporting
 * lines say and nobody gives. `visitor`: somebody without an account, in the example organisation only.
 */
export type Role = GivenRole | 'manager' | 'member' | 'visitor'

/** One line of an access table: the roles that may, or anyone at all, signed in or not. */
export type Allowed = readonly Role[] | 'anyone'

export interface Viewer {
  readonly organization: { readonly id: string; readonly name: string; readonly isExample: boolean }
  /** Empty: nobody has signed in. */
  readonly roles: ReadonlySet<Role>
  /** Who it is among the people of the organisation; null for the terminal, the system, and visitors. */
  readonly person: { readonly id: string; readonly name: string } | null
  /** The account that signed in, which may belong to several organisations; null where none did. */
  readonly accountId: string | null
  /** By which door. `system`: Sightline itself, at its start and in its jobs. */
  readonly via: 'page' | 'token' | 'terminal' | 'system'
  /** A token may have been made for reading only. */
  readonly mayWrite: boolean
}

/** No organisation has this id, so whoever looks with it sees no row. */
const NO_ORGANIZATION = { id: '00000000-0000-0000-0000-000000000000', name: '', isExample: false }

/** Nobody has signed in. */
export const NOBODY: Viewer = {
  organization: NO_ORGANIZATION,
  roles: new Set(),
  person: null,
  accountId: null,
  via: 'page',
  mayWrite: true,
}

/** Whether any of the viewer's roles is allowed. */
export function isAllowed(viewer: Viewer, allowed: Allowed): boolean {
  return allowed === 'anyone' || allowed.some((role) => viewer.roles.has(role))
}

const ALL_ROLES: ReadonlySet<Role> = new Set<Role>([...GIVEN_ROLES, 'manager', 'member'])

/** Sightline itself, or whoever has the terminal of its machine: whoever holds the database may everything. */
export function insider(organization: Viewer['organization'], via: 'terminal' | 'system' = 'system'): Viewer {
  return { ...NOBODY, organization, roles: ALL_ROLES, via }
}

import type { GivenRole, Role, Viewer } from '#viewer.ts'
import { NOBODY } from '#viewer.ts'

/** Somebody of the example organisation whom a visitor can be. */
export interface CastMember {
  personId: string
  name: string
  /** What they are here, such as "Team manager". */
  part: string
  /** What they come to Sightline for, as a sentence. */
  comesFor: string
  roles: readonly GivenRole[]
}

/** The cookie that says whom a visitor is; signed, and worth nothing outside the example organisation. */
export const EXAMPLE_COOKIE = 'sightline_example'

/** A visitor of the example organisation who is nobody in it. */
export const VISITOR = 'visitor'

/** Who looks at the example. `member`: whom the visitor chose to be; undefined: nobody of them. */
export function exampleViewer(
  organization: Viewer['organization'],
  member: CastMember | undefined,
  isManager: boolean,
): Viewer {
  if (!organization.isExample) throw new Error('Only in the example organisation can one be somebody else.')
  if (!member) return { ...NOBODY, organization, roles: new Set<Role>(['visitor']) }
  const derived: Role[] = isManager ? ['member', 'manager'] : ['member']
  const person = { id: member.personId, name: member.name }
  return { ...NOBODY, organization, person, roles: new Set<Role>([...derived, ...member.roles]) }
}

import { type Allowed, isAllowed, type Viewer } from '#viewer.ts'
import type { PersonCard } from './card.ts'
import { statusOn } from './day.ts'
import { postsOn } from './main-post.ts'

/** Who may do what with people, teams, places and posts. */
export const peopleAccess = {
  /** The directory: name, role, team, place, and who reports to whom, of everybody who is here. */
  read: ['member'],
  /** Change anybody and anything; read files in and out. */
  edit: ['owner', 'hr'],
  /** Go from a team to the map of its levels; roleAccess.map opens it. */
  map: ['owner', 'hr', 'planner', 'manager'],
} as const satisfies Record<string, Allowed>

/** `whole`: also address, number, days of employment and leave, past posts, and people who are to come or have left. */
export type Sight = 'whole' | 'directory'

/** Of one person the whole is for themselves, for their managers at any distance, for HR and the owner. */
export function sightOf(viewer: Viewer, personId: string, lineAbove: string[]): Sight {
  if (isAllowed(viewer, peopleAccess.edit)) return 'whole'
  const own = viewer.person?.id
  return own !== undefined && (own === personId || lineAbove.includes(own)) ? 'whole' : 'directory'
}

export function mayEdit(viewer: Viewer): boolean {
  return isAllowed(viewer, peopleAccess.edit)
}

/**
 * What the viewer sees of a person: everything; or, by the directory, the posts of today without their days; or nothing
 * (undefined), where the directory has nobody because they are to come or have left.
 */
export function seenAs(sight: Sight, person: PersonCard, today: string): PersonCard | undefined {
  if (sight === 'whole') return person
  if (['to come', 'left'].includes(statusOn(person, today))) return
  const nothing = { startsOn: null, endsOn: null }
  return {
    ...{ id: person.id, name: person.name, version: person.version, email: null, number: null },
    ...{ ...nothing, leaveFrom: null, leaveUntil: null },
    posts: postsOn(person.posts, today).map((post) => ({ ...post, ...nothing, share: null })),
  }
}

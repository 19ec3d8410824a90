/** A file of people on its way in: what was found wrong with it, and what would come of it. */
import type { Person, Place, Post, Team } from '../model.ts'

/** How 03/04/2026 is to be read. */
export const DATE_ORDERS = ['day first', 'month first'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

/** What keeps a row from being read in. */
export interface RowFault {
  line: number
  /** The heading of the column, where one is to blame. */
  column: string | null
  /** What stands in the cell. */
  value: string | null
  message: string
}

/** What is stored before an import. */
export interface Standing {
  people: Person[]
  posts: Post[]
  teams: Team[]
  places: Place[]
}

export type NewPerson = Omit<Person, 'version'>
export type NewPost = Omit<Post, 'version'>

/** What an import does, when it has no faults. */
export interface Plan {
  /** Parents before their parts. */
  teams: Team[]
  places: Place[]
  added: NewPerson[]
  changed: { before: Person; after: NewPerson }[]
  /** People of the file who are stored just so already. */
  unchanged: number
  postsAdded: NewPost[]
  postsChanged: { before: Post; after: NewPost }[]
  faults: RowFault[]
}

/** What planning needs from outside. */
export interface Planning {
  standing: Standing
  dateOrder: DateOrder
  today: string
  newId: () => string
}

import type { CastMember } from '../src/home/cast.ts'
import { CAST } from './cast.ts'
import { PEOPLE } from './people.ts'
import { demoId } from './rows.ts'

/** Those whom a visitor can be, for the front door. */
export const EXAMPLE_CAST: readonly CastMember[] = CAST.map(({ key, part, comesFor, roles }) => ({
  personId: demoId('person', key),
  name: nameOf(key),
  ...{ part, comesFor, roles },
}))

/** How many work there today. */
export const EXAMPLE_PEOPLE = PEOPLE.filter(({ status }) => status === 'active' || status === 'leave').length

/** The name behind a key. */
export function nameOf(key: string): string {
  return PEOPLE.find((person) => person.key === key)?.name ?? key
}

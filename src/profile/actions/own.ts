import type { Context } from '#context.ts'
import { Forbidden } from '#errors.ts'
import type { Subject } from '#history/model.ts'

/** Whose profile it is, as the history names it. Throws Forbidden for whoever is nobody among the people. */
export function ownProfile({ viewer }: Context): Subject & { name: string } {
  if (viewer.person) return { kind: 'person', id: viewer.person.id, name: viewer.person.name }
  throw new Forbidden('A profile belongs to somebody. Sign in as one of the people, then come back.')
}

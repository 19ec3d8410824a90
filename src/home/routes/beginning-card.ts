import { dayOf } from '#people/day.ts'
import { queryFrom } from '#people/query.ts'
import { listPeople } from '#people/store/list.ts'
import { links } from '#routes.ts'
import type { CardSource } from './card-source.ts'

/** For an owner who is still alone: what makes an organisation of it. It goes when somebody else is there. */
export const beginningCard: CardSource = async (db, { roles }, now) => {
  if (!roles.has('owner')) return null
  const query = queryFrom({}, { on: dayOf(now), isPrivate: true })
  const { total } = await listPeople(db, { ...query, size: 1 })
  if (total > 1) return null
  return {
    key: 'beginning',
    title: 'How to begin',
    says: 'You are alone here so far. In any order:',
    items: [
      { label: 'Read in your people from a file', href: links.peopleImports() },
      { label: 'Add a person', href: links.personNew() },
      { label: 'Invite a colleague', href: links.invitations() },
      {
        label: 'Bring in a document of your own',
        href: links.intake(),
        note: 'or use the frameworks of the library',
      },
      { label: 'Set up your second factor', href: links.secondFactor() },
    ],
    waits: true,
  }
}

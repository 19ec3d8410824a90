import { links } from '#routes.ts'
import type { CardSource } from './card-source.ts'

/** For visitors of the example: there is more to see as somebody. */
export const castCard: CardSource = async (_db, { roles }) =>
  roles.has('visitor')
    ? {
        key: 'cast',
        title: 'Be somebody',
        says: 'A manager, a customer adviser, the HR lead: everyone sees another side of Sightline.',
        items: [],
        action: { label: 'Choose whom to be', href: links.cast() },
        waits: true,
      }
    : null

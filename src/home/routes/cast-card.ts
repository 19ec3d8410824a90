import { links } from '#routes.ts'
import { translateAccess } from '#translate/access.ts'
import { isAllowed } from '#viewer.ts'
import type { CardSource } from './card-source.ts'

/** For visitors, who have no workbook: what can be tried at once. */
export const trialCard: CardSource = async (_db, viewer) =>
  viewer.roles.has('visitor') && isAllowed(viewer, translateAccess.read)
    ? {
        key: 'trial',
        title: 'Try it with a sentence',
        says: 'Say in plain words what you do at work, and see which competency it shows, at which level, and why.',
        items: [],
        action: { label: 'Translate', href: links.translate() },
        waits: false,
      }
    : null

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

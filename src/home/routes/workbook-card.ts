import { counted } from '#framework/pages/words.ts'
import { profileAccess } from '#profile/access.ts'
import { listWorkbooks } from '#profile/store/workbook.ts'
import { listUnfinished } from '#profile/store/workbook-overview.ts'
import { links } from '#routes.ts'
import { isAllowed } from '#viewer.ts'
import type { CardSource } from './card-source.ts'

/** For somebody who has begun a workbook and not finished it, and for who has never had one. */
export const workbookCard: CardSource = async (db, viewer) => {
  if (viewer.person === null || !isAllowed(viewer, profileAccess.own)) return null
  const open = await listUnfinished(db, viewer.person.id)
  const card = { key: 'workbook', title: 'Your workbook' }
  if (open.length > 0)
    return {
      ...card,
      says: 'You can go on where you stopped.',
      items: open.map(({ id, title, answered }) => ({
        label: title,
        href: links.workbook(id),
        note: counted(answered, 'answer'),
      })),
      action: { label: 'See your workbooks', href: links.workbooks() },
      waits: true,
    }
  if ((await listWorkbooks(db, viewer.person.id)).length > 0) return null
  return {
    ...card,
    says: 'Put words to what you do, statement by statement. Nobody sees it unless you share it.',
    items: [
      { label: 'Tell something that happened', href: links.storyNew() },
      { label: 'Try one sentence', href: links.translate() },
    ],
    action: { label: 'Start a workbook', href: links.workbooks() },
    waits: false,
  }
}

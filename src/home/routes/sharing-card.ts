import { namesOf } from '#people/store.ts'
import { profileAccess } from '#profile/access.ts'
import { rowsInWords } from '#profile/share.ts'
import { listSharesWith } from '#profile/store/shares.ts'
import { links } from '#routes.ts'
import { isAllowed } from '#viewer.ts'
import type { CardSource } from './card-source.ts'

const SHOWN = 6

/** For whoever somebody shares something of their profile with: what came last comes first. */
export const sharingCard: CardSource = async (db, viewer, now) => {
  if (viewer.person === null || !isAllowed(viewer, profileAccess.own)) return null
  const shares = await listSharesWith(db, { personId: viewer.person.id, at: now }, null)
  if (shares.length === 0) return null
  const byPerson = [...Map.groupBy(shares, ({ personId }) => personId)]
  const names = await namesOf(
    db,
    byPerson.map(([id]) => id),
  )
  return {
    key: 'shared',
    title: 'Shared with you',
    says:
      byPerson.length === 1
        ? 'A colleague shows you something of their profile.'
        : `${byPerson.length} colleagues show you something of their profiles.`,
    items: byPerson.slice(0, SHOWN).map(([id, own]) => ({
      label: names.get(id) ?? '',
      href: links.profileOf(id),
      note: rowsInWords(own.flatMap(({ rows }) => rows)),
    })),
    action: { label: 'See all that is shared', href: links.profileShares() },
    waits: false,
  }
}

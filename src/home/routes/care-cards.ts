import { accountAccess } from '#account/access.ts'
import { invitationState } from '#account/model.ts'
import { listInvitations } from '#account/store/invitations.ts'
import { countMails } from '#account/store/mails.ts'
import { counted } from '#framework/pages/words.ts'
import { historyAccess } from '#history/access.ts'
import { listUnfinished } from '#history/store/unfinished.ts'
import { privacyAccess } from '#privacy/access.ts'
import { listWishes } from '#privacy/store.ts'
import { links } from '#routes.ts'
import { isAllowed } from '#viewer.ts'
import type { CardSource } from './card-source.ts'

const SHOWN = 5
/** Newer invitations than these are looked through for open ones. */
const LOOKED_AT = 200

/** For whoever invites: who has not come yet. */
export const invitationsCard: CardSource = async (db, viewer, now) => {
  if (!isAllowed(viewer, accountAccess.invite)) return null
  const all = await listInvitations(db, LOOKED_AT)
  const open = all.filter((one) => invitationState(one, now) === 'open')
  if (open.length === 0) return null
  return {
    key: 'invitations',
    title: 'Invitations',
    says: `${counted(open.length, 'invitation is', 'invitations are')} on the way and not accepted yet.`,
    items: open
      .slice(0, SHOWN)
      .map(({ name, email }) => ({ label: name, href: links.invitations(), note: email })),
    waits: false,
  }
}

/** For those who carry erasures out: who wishes to be erased. */
export const wishesCard: CardSource = async (db, viewer) => {
  if (!isAllowed(viewer, privacyAccess.erase)) return null
  const open = (await listWishes(db)).filter(({ state }) => state === 'open')
  if (open.length === 0) return null
  return {
    key: 'wishes',
    title: 'Wishes to be erased',
    says: `${counted(open.length, 'person waits', 'people wait')} for an answer.`,
    items: [],
    action: { label: 'See the wishes', href: links.erasures() },
    waits: true,
  }
}

/** For owners: what went wrong where nobody was looking. */
export const troubleCard: CardSource = async (db, viewer) => {
  if (!isAllowed(viewer, historyAccess.readAll)) return null
  const { failed } = await countMails(db)
  const jobs = (await listUnfinished(db)).length
  if (failed + jobs === 0) return null
  return {
    key: 'trouble',
    title: 'What did not work',
    says: 'Sightline tried several times and gave up.',
    items: [
      ...(failed > 0 ? [{ label: counted(failed, 'mail', 'mails'), href: links.mails() }] : []),
      ...(jobs > 0 ? [{ label: counted(jobs, 'job', 'jobs'), href: links.unfinished() }] : []),
    ],
    waits: true,
  }
}

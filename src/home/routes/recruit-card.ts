import { recruitAccess } from '#recruit/access.ts'
import { STATE_WORDS } from '#recruit/model.ts'
import { listVacancyCards } from '#recruit/store/list.ts'
import { vacanciesOf } from '#recruit/vacancy-card.ts'
import { links } from '#routes.ts'
import { isAllowed } from '#viewer.ts'
import type { CardSource } from './card-source.ts'

/** For whoever is on a panel, or recruits: the vacancies that are not closed, and what they wait for. */
export const recruitCard: CardSource = async (db, viewer) => {
  if (!isAllowed(viewer, recruitAccess.read)) return null
  const oversees = isAllowed(viewer, recruitAccess.recruit)
  const me = viewer.person?.id ?? null
  const mine = vacanciesOf(await listVacancyCards(db), { personId: me, oversees })
  const open = mine.filter(({ state }) => state !== 'closed' && state !== 'decided')
  const [first] = open
  if (!first) return null
  const unprepared = open.find(({ panel }) =>
    panel.some(({ personId, preparedAt }) => personId === me && preparedAt === null),
  )
  return {
    key: 'recruit',
    title: unprepared ? 'You are on a panel' : 'Vacancies',
    says: unprepared
      ? 'Before the first interview there are twenty minutes of preparation: how answers are rated, with a practice.'
      : 'What is being filled, and how far it is.',
    items: open.map(({ id, title, state, fixedAt }) => ({
      label: title,
      href: links.vacancy(id),
      note: fixedAt ? STATE_WORDS[state] : 'the kit is not fixed yet',
    })),
    action: unprepared
      ? { label: 'Prepare', href: links.vacancyPreparation(unprepared.id) }
      : { label: 'All vacancies', href: links.recruit() },
    waits: unprepared !== undefined,
  }
}

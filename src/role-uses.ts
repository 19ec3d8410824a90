/** What is done with a role beyond its own pages. A slice that builds on roles adds its lines here. */
import { recruitAccess } from './recruit/access.ts'
import { STATE_WORDS } from './recruit/model.ts'
import { listVacancyCards } from './recruit/store/list.ts'
import type { RoleUses } from './role/routes/uses.ts'
import { links } from './routes.ts'
import { isAllowed } from './viewer.ts'

/** For those who recruit: the role's vacancies, and beginning another while it is not closed. */
export const ROLE_USES: RoleUses = async ({ viewer }, db, { role, profileId }) => {
  if (!isAllowed(viewer, recruitAccess.recruit)) return []
  const cards = (await listVacancyCards(db)).filter(({ roleId }) => roleId === role.id)
  const start = {
    label: 'Make a vacancy',
    href: links.vacancyNew(profileId),
    says: 'One form, and questions, probes and rating guides are there',
  }
  return [
    ...(role.closedAt === null ? [start] : []),
    ...cards.map(({ id, title, state, profileNumber }) => ({
      label: `Vacancy: ${title}`,
      href: links.vacancy(id),
      says: `${STATE_WORDS[state]}, with version ${profileNumber} of the profile`,
    })),
  ]
}

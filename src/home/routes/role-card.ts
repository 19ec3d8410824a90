import { roleAccess } from '#role/access.ts'
import { listWaitingFor } from '#role/store/analysis.ts'
import { links } from '#routes.ts'
import { isAllowed } from '#viewer.ts'
import type { CardSource } from './card-source.ts'

/** For whoever is asked what their job needs and has not said it yet. */
export const analysisCard: CardSource = async (db, viewer) => {
  const { person } = viewer
  if (!person || !isAllowed(viewer, roleAccess.answer)) return null
  const waiting = await listWaitingFor(db, person.id)
  const [first] = waiting
  if (!first) return null
  return {
    key: 'analysis',
    title: 'An analysis waits for you',
    says: `You are asked what ${waiting.length === 1 ? 'your job needs' : 'your jobs need'}: about the job, not about you.`,
    items: waiting.map(({ id, roleId, role, answered }) => ({
      label: role,
      href: links.roleAnswers(roleId, id),
      note: answered === 0 ? 'not begun' : `${answered} statements answered`,
    })),
    action: { label: 'Answer now', href: links.roleAnswers(first.roleId, first.id) },
    waits: true,
  }
}

import { longDay } from '#people/words.ts'
import { recruitAccess } from '#recruit/access.ts'
import { listAsks } from '#recruit/actions/outcome.ts'
import { links } from '#routes.ts'
import { isAllowed } from '#viewer.ts'
import type { CardSource } from './card-source.ts'

/** For managers: people who were hired, of whom it can be said now how they do in the job. */
export const outcomeCard: CardSource = async (db, viewer, now) => {
  if (!isAllowed(viewer, recruitAccess.outcome)) return null
  const open = (await listAsks({ viewer, now: () => now }, db)).filter(({ isAnswered }) => !isAnswered)
  if (open.length === 0) return null
  return {
    key: 'outcomes',
    title: 'How do they do in the job?',
    says: 'Say at which level they use what the job asks for. It takes about five minutes each.',
    items: open.map(({ hire, after, closesOn }) => ({
      label: `${hire.name}, after ${after} months`,
      href: links.outcome(hire.candidateId, after),
      note: `until ${longDay(closesOn)}`,
    })),
    action: { label: 'Say how they do', href: links.outcomes() },
    waits: true,
  }
}

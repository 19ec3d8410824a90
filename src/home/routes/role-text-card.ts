import { counted } from '#framework/pages/words.ts'
import { dayOf } from '#people/day.ts'
import { longDay } from '#people/words.ts'
import { roleAccess } from '#role/access.ts'
import { mayEditRole } from '#role/actions/role.ts'
import { listDueTexts } from '#role/store/texts.ts'
import { type ListedText, TEXT_WORDS } from '#role/text.ts'
import { links } from '#routes.ts'
import { isAllowed } from '#viewer.ts'
import type { CardSource } from './card-source.ts'

const SHOWN = 5
/** Days before the day of review in which it is mentioned. */
const AHEAD_MS = 30 * 86_400_000

/** For whoever writes about roles: descriptions and adverts that are due to be looked at again, or soon will be. */
export const roleTextsCard: CardSource = async (db, viewer, now) => {
  if (!isAllowed(viewer, roleAccess.edit)) return null
  const soon: ListedText[] = []
  for (const text of await listDueTexts(db, dayOf(new Date(now.getTime() + AHEAD_MS))))
    if (await mayEditRole({ viewer, now: () => now }, db, { id: text.roleId, madeBy: text.roleMadeBy }))
      soon.push(text)
  if (soon.length === 0) return null
  const due = soon.filter(({ reviewOn }) => (reviewOn ?? '') <= dayOf(now))
  return {
    key: 'role texts',
    title: 'Texts about jobs to look at again',
    says:
      due.length > 0
        ? `${counted(due.length, 'text is', 'texts are')} due: do they still say what the job is?`
        : `${counted(soon.length, 'text is', 'texts are')} due within the month.`,
    items: soon.slice(0, SHOWN).map((text) => ({
      label: `${text.role}, ${TEXT_WORDS[text.kind].one}`,
      href: links.roleText(text.id),
      note: `by ${longDay(text.reviewOn ?? '')}`,
    })),
    action: { label: 'See all descriptions and adverts', href: links.roleTexts() },
    waits: due.length > 0,
  }
}

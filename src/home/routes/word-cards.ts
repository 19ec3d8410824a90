import { frameworkAccess } from '#framework/access.ts'
import { counted, countedCompetencies } from '#framework/pages/words.ts'
import { listFrameworks } from '#framework/store.ts'
import { intakeAccess } from '#intake/access.ts'
import { listDrafts } from '#intake/store.ts'
import { links } from '#routes.ts'
import { translateAccess } from '#translate/access.ts'
import { countWaiting } from '#translate/store/proposals.ts'
import { isAllowed } from '#viewer.ts'
import type { CardSource } from './card-source.ts'

const SHOWN = 4

/** For whoever brings documents in: the drafts that nobody has published yet. */
export const draftsCard: CardSource = async (db, viewer) => {
  if (!isAllowed(viewer, intakeAccess.edit)) return null
  const all = await listDrafts(db)
  const open = all.filter(({ published }) => published === null)
  const none =
    all.length === 0 ? 'No document has been read in yet.' : 'Every document that was read in is published.'
  return {
    key: 'drafts',
    title: 'Documents to check',
    says: open.length === 0 ? none : `${counted(open.length, 'draft waits', 'drafts wait')} for your check`,
    items: open.slice(0, SHOWN).map(({ id, name, summary }) => ({
      label: summary.title ?? name ?? 'Untitled document',
      href: links.intakeDraft(id),
      note: `${countedCompetencies(summary.competencies)}, ${counted(summary.unplaced, 'line')} without a place`,
    })),
    action: { label: 'Read a document in', href: links.intake() },
    waits: open.length > 0,
  }
}

/** For stewards: examples that people propose for everybody's translations. */
export const proposalsCard: CardSource = async (db, viewer) => {
  if (!isAllowed(viewer, translateAccess.review)) return null
  const waiting = await countWaiting(db)
  if (waiting === 0) return null
  return {
    key: 'proposals',
    title: 'Examples to decide about',
    says: `${counted(waiting, 'example waits', 'examples wait')} for you: accepted, everybody’s translations learn from ${waiting === 1 ? 'it' : 'them'}.`,
    items: [],
    action: { label: 'See the examples', href: links.translateProposals() },
    waits: true,
  }
}

/** For everybody: the words that the organisation works with. */
export const frameworksCard: CardSource = async (db, viewer) => {
  if (!isAllowed(viewer, frameworkAccess.read)) return null
  const all = await listFrameworks(db)
  const own = all.filter(({ origin }) => origin !== 'library')
  const shown = [...own, ...all.filter(({ origin }) => origin === 'library')].slice(0, SHOWN)
  return {
    key: 'frameworks',
    title: 'Frameworks',
    says: saysOf(all.length, own.length),
    items: shown.map(({ slug, title, competencies }) => ({
      label: title,
      href: links.framework(slug),
      note: countedCompetencies(competencies),
    })),
    action: { label: 'See all frameworks', href: links.frameworks() },
    waits: false,
  }
}

function saysOf(all: number, own: number): string {
  if (own === 0) return `${all} frameworks from the library are here to read and to use.`
  return `${counted(own, 'framework is', 'frameworks are')} your organisation’s own, ${all - own} come from the library.`
}

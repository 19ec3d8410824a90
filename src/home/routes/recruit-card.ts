import { longDay } from '#people/words.ts'
import { recruitAccess } from '#recruit/access.ts'
import { STATE_WORDS } from '#recruit/model.ts'
import { listOpenWork } from '#recruit/store/waiting.ts'
import { type OpenWork, type Waiting, type WaitingKind, waitingFor } from '#recruit/waiting.ts'
import { links } from '#routes.ts'
import { isAllowed } from '#viewer.ts'
import type { Card } from '../model.ts'
import type { CardSource } from './card-source.ts'

/** As many lines as a card shows; the list of vacancies has the rest. */
const MOST = 6

/** For whoever is on a panel, or recruits: what waits for them; else the vacancies that are not closed. */
export const recruitCard: CardSource = async (db, viewer, now) => {
  if (!isAllowed(viewer, recruitAccess.read)) return null
  const oversees = isAllowed(viewer, recruitAccess.recruit)
  const all = await listOpenWork(db, { me: viewer.person?.id ?? null, oversees, now })
  const waiting = waitingFor(all, { now, oversees })
  const [first] = waiting
  return first ? waitingCard(waiting, { first, oversees }) : quietCard(all)
}

function waitingCard(
  waiting: readonly Waiting[],
  { first, oversees }: { first: Waiting; oversees: boolean },
): Card {
  const more = waiting.length - MOST
  return {
    key: 'recruit',
    title: oversees ? 'Hiring waits for you' : 'You are on a panel',
    says: SAYS[first.kind],
    items: [
      ...waiting
        .slice(0, MOST)
        .map((one) => ({ label: labelOf(one), href: hrefOf(one, oversees), note: one.title })),
      ...(more > 0 ? [{ label: `${more} more`, href: links.recruit() }] : []),
    ],
    action: { label: DOES[first.kind], href: hrefOf(first, oversees) },
    waits: true,
  }
}

function quietCard(all: readonly OpenWork[]): Card | null {
  const open = all.filter(({ state }) => state !== 'decided')
  if (open.length === 0) return null
  return {
    key: 'recruit',
    title: 'Vacancies',
    says: 'What is being filled, and how far it is.',
    items: open.map(({ vacancy, title, state }) => ({
      label: title,
      href: links.vacancy(vacancy),
      note: STATE_WORDS[state],
    })),
    action: { label: 'All vacancies', href: links.recruit() },
    waits: false,
  }
}

const SAYS: Record<WaitingKind, string> = {
  interview: 'There are interviews today: have the kit at hand.',
  rate: 'Rate while you remember: alone first, then together.',
  sign: 'A decision stands, and your name belongs below it, with another opinion if you have one.',
  tell: 'It is decided, and people wait to hear from you.',
  due: 'Everybody who was invited is rated, and nothing is decided yet.',
  prepare:
    'Before the first interview there are twenty minutes of preparation: how answers are rated, with a practice.',
  answer: 'People who have applied wait to hear from you.',
  decide: 'The day by which you wanted to decide is near.',
  fix: 'No interview begins before the kit is fixed.',
}

const DOES: Record<WaitingKind, string> = {
  ...{
    interview: 'Open the interview',
    rate: 'Fill in the scorecard',
    sign: 'Read and sign',
    tell: 'Tell the candidates',
    due: 'Decide',
    prepare: 'Prepare',
  },
  ...{ answer: 'Look at the candidates', decide: 'Open the decision sheet', fix: 'Go on with the kit' },
}

function labelOf({ kind, candidate, detail }: Waiting): string {
  const name = candidate?.name ?? ''
  switch (kind) {
    case 'interview':
      return `Today at ${detail}: ${name}`
    case 'rate':
      return `Your scorecard of ${name}`
    case 'sign':
      return 'A decision to sign'
    case 'tell':
      return detail === '1'
        ? 'One candidate to tell what is decided'
        : `${detail} candidates to tell what is decided`
    case 'due':
      return detail === null ? 'A decision is due' : `A decision is due by ${longDay(detail)}`
    case 'prepare':
      return 'Prepare for the interviews'
    case 'answer':
      return detail === '1' ? 'One application to answer' : `${detail} applications to answer`
    case 'decide':
      return `To be decided by ${longDay(detail ?? '')}`
    case 'fix':
      return 'A kit that is not fixed'
  }
}

function hrefOf({ kind, vacancy, candidate }: Waiting, oversees: boolean): string {
  const id = candidate?.id ?? ''
  switch (kind) {
    case 'interview':
      return oversees ? links.interviews(vacancy) : links.scorecard(vacancy, id)
    case 'rate':
      return links.scorecard(vacancy, id)
    case 'sign':
      return links.decision(vacancy)
    case 'tell':
      return links.candidates(vacancy)
    case 'due':
      return links.results(vacancy)
    case 'prepare':
      return links.vacancyPreparation(vacancy)
    case 'answer':
      return links.candidates(vacancy)
    case 'decide':
      return links.decision(vacancy)
    case 'fix':
      return links.kit(vacancy)
  }
}

/** A vacancy in a list, and which of them somebody sees. */
import type { Vacancy, VacancyState } from './model.ts'

export interface VacancyCard
  extends Pick<
    Vacancy,
    'id' | 'title' | 'state' | 'places' | 'applyUntil' | 'decideBy' | 'fixedAt' | 'madeAt'
  > {
  role: string
  roleId: string
  profileNumber: number
  /** Who have applied and not withdrawn. */
  candidates: number
  questions: number
  /** The chair first; who has left is not among them. `preparedAt`: null, or a moment as text. */
  panel: { personId: string; name: string; preparedAt: string | null }[]
}

export interface VacancyFilter {
  q: string
  /** '': all that are not closed. */
  state: '' | 'all' | VacancyState
  /** From 1. */
  page: number
}

/** Vacancies on a page. */
export const PAGE = 50

const STATES: readonly string[] = ['all', 'planned', 'open', 'interviews', 'decided', 'closed']

/** What an address says; what it cannot mean counts as nothing. */
export function vacancyFilterFrom({
  q = '',
  state = '',
  page = '',
}: Record<string, string | undefined>): VacancyFilter {
  return {
    q: q.slice(0, 200),
    state: STATES.includes(state) ? (state as VacancyFilter['state']) : '',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  }
}

/** Those in which the viewer has a part: all of them for who recruits. */
export function vacanciesOf(
  cards: readonly VacancyCard[],
  viewer: { personId: string | null; oversees: boolean },
): VacancyCard[] {
  return cards.filter(
    ({ panel }) => viewer.oversees || panel.some(({ personId }) => personId === viewer.personId),
  )
}

/** Every word of the search begins a word of the title or the role. */
export function vacanciesThatMatch(
  cards: readonly VacancyCard[],
  { q, state }: Pick<VacancyFilter, 'q' | 'state'>,
): VacancyCard[] {
  const wanted = wordsOf(q)
  return cards.filter((card) => {
    const there = wordsOf(`${card.title} ${card.role}`)
    const fits = wanted.every((one) => there.some((word) => word.startsWith(one)))
    const inState = state === '' ? card.state !== 'closed' : state === 'all' || card.state === state
    return fits && inState
  })
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

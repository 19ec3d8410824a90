/** What may be asked of the list of people. */
import { isUuid } from '#lib/uuid.ts'
import { STATUSES, type Status } from './day.ts'
import { searchWords } from './fold.ts'

/** `with us`: here or on leave, told apart for nobody; the only one that the directory knows. */
export type StatusWanted = Status | 'with us' | 'everybody'
const WANTED: readonly StatusWanted[] = [...STATUSES, 'with us', 'everybody']

/** People on a page. */
export const PAGE = 50

export interface PeopleQuery {
  /** Folded; each must match. */
  words: string[]
  /** A team's id, its parts included. */
  team: string | null
  place: string | null
  status: StatusWanted
  /** The day on which posts and statuses hold. */
  on: string
  /** From 1. */
  page: number
  size: number
  /** Whether addresses and numbers are searched too. */
  isPrivate: boolean
}

/** As the address holds it: what was typed, and nothing that is not there. */
export interface PeopleFilter {
  q?: string | undefined
  team?: string | undefined
  place?: string | undefined
  status?: string | undefined
  page?: number | undefined
}

const idIn = (text: string | undefined) =>
  text !== undefined && isUuid(text) ? text.toLowerCase() : undefined

/** What is in the address, whatever else somebody may have typed there. */
export function filterFrom(sent: Record<string, string | undefined>): PeopleFilter {
  const page = Math.min(Math.max(Math.trunc(Number(sent.page ?? 1)) || 1, 1), 100_000)
  return {
    q: (sent.q ?? '').trim().slice(0, 300) || undefined,
    team: idIn(sent.team),
    place: idIn(sent.place),
    status: WANTED.find((one) => one === sent.status),
    page: page > 1 ? page : undefined,
  }
}

/** The question that a filter asks. Without the right to see statuses, everybody who is with us is asked for, and no more. */
export function queryFrom(
  filter: PeopleFilter,
  { on, isPrivate }: { on: string; isPrivate: boolean },
): PeopleQuery {
  const wanted = WANTED.find((one) => one === filter.status) ?? 'with us'
  return {
    words: searchWords(filter.q ?? ''),
    team: filter.team ?? null,
    place: filter.place ?? null,
    status: isPrivate ? wanted : 'with us',
    on,
    page: filter.page ?? 1,
    size: PAGE,
    isPrivate,
  }
}

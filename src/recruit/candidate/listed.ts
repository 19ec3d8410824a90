/** Who stands on one page of a vacancy's candidates: thousands may apply. */
import { fold, searchWords } from '#people/fold.ts'
import { type Candidate, STAGES } from '../model.ts'
import { isOver, STAGE_WORDS } from './stage.ts'

/** People on a page. */
export const PAGE = 50

export interface CandidateFilter {
  q: string
  /** From 1. */
  page: number
}

interface Group {
  title: string
  /** Everybody found who stands there, on other pages too. */
  all: number
  /** Those of this page. */
  those: Candidate[]
}

export interface Listed {
  /** Those with somebody on this page, in the order of the steps; who takes part no more comes last. */
  groups: Group[]
  found: number
  page: number
  pages: number
}

/** What an address says; what it cannot mean counts as nothing. */
export function candidateFilterFrom({
  q = '',
  page = '',
}: Record<string, string | undefined>): CandidateFilter {
  return { q: q.slice(0, 200), page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1 }
}

/** Every word of the search begins a word of the name. A page beyond the last is the last. */
export function listedOf(candidates: readonly Candidate[], { q, page }: CandidateFilter): Listed {
  const wanted = searchWords(q)
  const found = candidates.filter(({ name }) => wanted.length === 0 || fits(name, wanted))
  const groups = [
    ...STAGES.map((stage) => ({
      title: STAGE_WORDS[stage],
      those: found.filter((one) => one.stage === stage && !isOver(one)),
    })),
    { title: 'Withdrawn or erased', those: found.filter(isOver) },
  ]
  const pages = Math.max(1, Math.ceil(found.length / PAGE))
  const here = Math.min(page, pages)
  const inOrder = groups.flatMap(({ those }) => those)
  const shown = new Set(inOrder.slice((here - 1) * PAGE, here * PAGE))
  return {
    groups: groups
      .map(({ title, those }) => ({ title, all: those.length, those: those.filter((one) => shown.has(one)) }))
      .filter(({ those }) => those.length > 0),
    ...{ found: found.length, page: here, pages },
  }
}

function fits(name: string, wanted: readonly string[]): boolean {
  const words = fold(name).split(/[^\p{L}\p{N}]+/u)
  return wanted.every((one) => words.some((word) => word.startsWith(one)))
}

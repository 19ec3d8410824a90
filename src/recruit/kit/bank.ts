/** The organisation's own questions: kept to be asked again, changed in versions, retired and never thrown away. */
import { z } from 'zod'
import type { QuestionKind } from '../model.ts'
import { QuestionInput } from './input.ts'

/** A question as it is worded today. */
export interface BankedQuestion {
  /** Stays the same from version to version. */
  id: string
  /** Of this version: 1, 2, … */
  number: number
  framework: string
  frameworkTitle: string
  competency: string
  /** Null: the framework has lost the competency. */
  competencyName: string | null
  kind: QuestionKind
  text: string
  probes: string[]
  /** Null: nobody who can be named. */
  madeBy: string | null
  /** When it was worded like this. */
  madeAt: Date
  /** Null: it is offered. */
  retiredAt: Date | null
  /** The vacancies that ask it, the newest first, each with the version that it has. */
  uses: { vacancy: string; title: string; number: number }[]
}

/** An earlier or the present wording. */
export interface BankVersion extends Pick<BankedQuestion, 'number' | 'kind' | 'text' | 'probes' | 'madeBy'> {
  madeAt: Date
}

export const BankInput = z.object({
  framework: z.uuid('Choose what the question asks about.'),
  competency: z.string().min(1).max(200),
  kind: QuestionInput.shape.kind,
  text: QuestionInput.shape.text,
  probes: QuestionInput.shape.probes.refine(
    (probes) => probes.length > 0,
    'Write at least one probe: without them everybody asks on in their own way.',
  ),
})
export type BankInput = z.infer<typeof BankInput>

/** The form of a question as its schema wants it; `about` is the id of a framework and the key of a competency. */
export function bankGiven(typed: Record<string, string>) {
  const [framework = '', ...key] = (typed.about ?? '').split('/')
  return {
    ...{ framework, competency: key.join('/') },
    ...{ kind: typed.kind, text: typed.text ?? '', probes: typed.probes ?? '' },
  }
}

export const aboutOf = ({ framework, competency }: { framework: string; competency: string }) =>
  `${framework}/${competency}`

export function bankTyped(question: BankedQuestion): Record<string, string> {
  const { kind, text, probes, number } = question
  return { about: aboutOf(question), kind, text, probes: probes.join('\n'), seen: String(number) }
}

const BANK_STATES = ['', 'unused', 'retired', 'all'] as const

export interface BankFilter {
  q: string
  /** '': any. */
  framework: string
  /** '': those that are offered. */
  state: (typeof BANK_STATES)[number]
}

/** What an address says; what it cannot mean counts as nothing. */
export function bankFilterFrom(query: Record<string, string | undefined>): BankFilter {
  const { q = '', framework = '', state = '' } = query
  return { q: q.slice(0, 200), framework, state: BANK_STATES.find((one) => one === state) ?? '' }
}

/** Those in which every word of the search begins a word of the question or of what it is about. */
export function bankThatMatches(
  all: readonly BankedQuestion[],
  { q, framework, state }: BankFilter,
): BankedQuestion[] {
  const wanted = wordsOf(q)
  return all.filter((one) => {
    const there = wordsOf(`${one.text} ${one.competencyName ?? ''} ${one.frameworkTitle}`)
    const fits = wanted.every((word) => there.some((other) => other.startsWith(word)))
    return fits && (framework === '' || one.framework === framework) && isIn(state, one)
  })
}

function isIn(state: BankFilter['state'], { retiredAt, uses }: BankedQuestion): boolean {
  if (state === 'all') return true
  if (state === 'retired') return retiredAt !== null
  return retiredAt === null && (state === '' || uses.length === 0)
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

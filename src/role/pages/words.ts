/** What several pages of roles say in the same words. */
import { counted } from '#framework/pages/words.ts'
import { dayOf } from '#people/day.ts'
import { longDay } from '#people/words.ts'
import type { AnalysisCard } from '../analysis.ts'
import type { RoleProfile } from '../model.ts'
import { monthsWords } from '../tenure.ts'

export const dayWords = (at: Date) => longDay(dayOf(at))

/** "Version 2, agreed on 3 November 2026", "Version 3, a draft". */
export function versionWords({ number, agreedAt }: Pick<RoleProfile, 'number' | 'agreedAt'>): string {
  return agreedAt === null
    ? `Version ${number}, a draft`
    : `Version ${number}, agreed on ${dayWords(agreedAt)}`
}

/** "5 months in the job"; "time in the job not known". */
export function inTheJob(months: number | null): string {
  return months === null ? 'time in the job not known' : `${monthsWords(months)} in the job`
}

/** How far an analysis is, in one sentence. */
export function progressOf({ closedAt, incumbents, erased }: AnalysisCard): string {
  const answered = incumbents.filter(({ submittedAt }) => submittedAt !== null).length
  if (closedAt !== null) {
    const gone = erased > 0 ? `; the answers of ${counted(erased, 'person', 'people')} were erased since` : ''
    return `Closed on ${dayWords(closedAt)}: ${counted(answered, 'person', 'people')} answered${gone}.`
  }
  if (answered === incumbents.length) return `All ${answered} have answered.`
  return `${answered} of ${incumbents.length} have answered.`
}

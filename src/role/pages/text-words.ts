import { longDay } from '#people/words.ts'
import type { RoleText } from '../text.ts'
import { dayWords } from './words.ts'

/** "Published on 3 May 2026, version 2", "A draft, version 3", "Taken down on …". */
export function stateWords({ number, publishedAt, withdrawnAt }: RoleText): string {
  if (publishedAt === null) return `Version ${number}, a draft`
  if (withdrawnAt !== null) return `Version ${number}, taken down on ${dayWords(withdrawnAt)}`
  return `Version ${number}, published on ${dayWords(publishedAt)}`
}

/** "Due since 3 May 2026", "To be looked at again by 3 May 2029". */
export function reviewWords({ reviewOn }: Pick<RoleText, 'reviewOn'>, today: string): string {
  if (reviewOn === null) return ''
  return reviewOn <= today
    ? `Due to be looked at since ${longDay(reviewOn)}`
    : `To be looked at again by ${longDay(reviewOn)}`
}

/** Whether it is time to look at a text again. */
export const isDue = ({ reviewOn, withdrawnAt }: Pick<RoleText, 'reviewOn' | 'withdrawnAt'>, today: string) =>
  reviewOn !== null && withdrawnAt === null && reviewOn <= today

/** What candidates are told before they give anything: what is assessed, by whom, what for, how long it is kept, their rights. */
import { longDay } from '#people/words.ts'
import { assessed } from '../kit/criteria.ts'
import type { Criterion, Vacancy } from '../model.ts'

interface NoticeInput {
  organization: string
  vacancy: Pick<Vacancy, 'title' | 'purpose' | 'keepMonths' | 'decideBy' | 'questionsBefore'>
  criteria: readonly Criterion[]
}

/** The notice as paragraphs, each on a line of its own. The candidate's row keeps it as it was shown. */
export function noticeOf({ organization, vacancy, criteria }: NoticeInput): string {
  const names = assessed(criteria).map(({ name }) => name)
  const before = vacancy.questionsBefore
  return [
    `What for: ${vacancy.purpose} What you give is used to choose for “${vacancy.title}” at ${organization}. Beyond that, ratings are counted without names, to learn which questions tell people apart and foretell how they do in the job. It is used for nothing else.`,
    `What is assessed: ${list(names)}. Everybody is asked the same questions in the same order, and answers are compared with descriptions that were written down beforehand.`,
    'By whom: a panel of people. Each member rates alone first; then they talk. A person decides and writes down why. No program decides.',
    ...(before === null
      ? []
      : [
          `Beforehand: you get the questions ${minutesWords(before)} before your interview, on your own page.`,
        ]),
    `How long it is kept: ${keptUntil(vacancy)} Then your name, your words and all that was noted about you go; counts that lead to nobody stay. If you are hired, what you gave becomes part of your employment, and whoever leads you says after 6 and 12 months at which level you use what was assessed; you can read it.`,
    'Who sees it: those who recruit see what you write. The panel sees your name and what you need for the interview. What you answer of your own will about yourself, for fairness, is kept apart; about four weeks after the decision it becomes counts that lead to nobody, which those responsible for fairness see, and the answers go.',
    'Your rights: on your own page you can see and take away what is kept, change what you need for the interview, withdraw, and have everything erased at once. None of it needs a reason. You may also complain to the data protection authority of your country.',
  ].join('\n')
}

function keptUntil({ keepMonths, decideBy }: NoticeInput['vacancy']): string {
  const months = keepMonths === 1 ? 'one month' : `${keepMonths} months`
  return `${months} after the decision${decideBy ? `, which is planned for ${longDay(decideBy)}` : ''}.`
}

/** "20 minutes", "2 hours". */
function minutesWords(minutes: number): string {
  if (minutes % 60 !== 0) return `${minutes} minutes`
  return minutes === 60 ? 'an hour' : `${minutes / 60} hours`
}

function list(names: readonly string[]): string {
  const last = names.at(-1) ?? 'nothing yet'
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

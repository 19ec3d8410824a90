import type { Screen } from '#cli/screen.ts'
import { wrap } from '#cli/wrap.ts'
import type { PersonView } from '../actions/look.ts'
import { statusOn } from '../day.ts'
import { countedPeople, spanInWords } from '../words.ts'

/** A person as the terminal shows them. */
export function personLines(view: PersonView, today: string, { style, width }: Screen): string[] {
  const { person, chain, reports } = view
  const facts = [statusOn(person, today), person.email, person.number, spanInWords(person)]
  const posts = person.posts.flatMap((post) => {
    const { title, team, place, manager, share } = post
    const words = [
      title,
      team?.name,
      place?.name,
      manager && `reports to ${manager.name}`,
      share && `${share} %`,
    ]
    return wrap([...words, spanInWords(post)].filter(Boolean).join(', '), width, '  • ')
  })
  const above = chain.map(({ name }) => name).join(' → ')
  return [
    style.strong(person.name),
    facts.filter(Boolean).join(' · '),
    ...posts,
    ...(above ? wrap(above, width, 'Reports to: ', '  ') : ['Reports to nobody.']),
    ...(reports.length > 0 ? [`Below: ${countedPeople(reports.length)}`] : []),
  ]
}

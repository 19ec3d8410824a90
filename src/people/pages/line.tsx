import { links } from '#routes.ts'
import type { Mention } from '../card.ts'
import { countedPeople } from '../words.ts'

/** From the top down to the person. */
export function Above({ chain, name }: { chain: Mention[]; name: string }) {
  if (chain.length === 0) return <p class="soft">Reports to nobody.</p>
  return (
    <ol class="line-above" aria-label={`Above ${name}`}>
      {chain.toReversed().map((one) => (
        <li key={one.id}>
          <MentionLink person={one} />
        </li>
      ))}
      <li aria-current="true">
        <b>{name}</b>
      </li>
    </ol>
  )
}

interface ReportsProps {
  person: { id: string; name: string }
  reports: (Mention & { depth: number })[]
}

/** Who reports to the person directly; further down only counted. */
export function Reports({ person, reports }: ReportsProps) {
  if (reports.length === 0) return null
  const direct = reports.filter(({ depth }) => depth === 1)
  const further = reports.length - direct.length
  return (
    <>
      <h3>
        {countedPeople(direct.length)} {direct.length === 1 ? 'reports' : 'report'} to {person.name}
      </h3>
      <ul class="reports">
        {direct.map((one) => (
          <li key={one.id}>
            <MentionLink person={one} />
          </li>
        ))}
      </ul>
      <p class="small">
        {further > 0 && `${countedPeople(further)} further down. `}
        <a href={links.chart(person.id)}>See them as a chart</a>
      </p>
    </>
  )
}

function MentionLink({ person }: { person: Mention }) {
  return (
    <>
      <a href={links.person(person.id)}>{person.name}</a>
      {person.title && <span class="soft small"> {person.title}</span>}
    </>
  )
}

import { links } from '#routes.ts'
import type { Neighbour } from '../neighbour.ts'
import { relation } from './words.ts'

/** What other frameworks say about the same thing, linked; one line for each competency there. */
export function Neighbours({ neighbours }: { neighbours: Neighbour[] }) {
  if (neighbours.length === 0) return null
  const seen = new Set<string>()
  const once = neighbours.filter(({ framework, competency, type, direction }) => {
    const line = `${framework}/${competency}/${relation(type, direction)}`
    return !seen.has(line) && seen.add(line)
  })
  return (
    <section class="block">
      <h2>In other frameworks</h2>
      <ul class="neighbours">
        {once.map((neighbour) => (
          <li key={`${neighbour.direction}/${neighbour.framework}/${neighbour.competency}/${neighbour.type}`}>
            <p>
              It {relation(neighbour.type, neighbour.direction)} <Other neighbour={neighbour} />
            </p>
            {neighbour.note && <p class="soft">{neighbour.note}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Other({ neighbour: { found, framework, competency } }: { neighbour: Neighbour }) {
  if (!found)
    return (
      <>
        “{competency}” of “{framework}”, <span class="soft">a framework that is not here</span>
      </>
    )
  return (
    <>
      <a href={links.competency(framework, competency)}>
        {found.code && <span class="code">{found.code}</span>} {found.name}
      </a>{' '}
      <span class="soft">in {found.frameworkTitle}</span>
    </>
  )
}

import { links } from '#routes.ts'
import { Empty } from '#web/empty.tsx'
import { Scroll, Table } from '#web/table.tsx'
import type { Mention } from '../card.ts'
import type { ChartNode } from '../chart.ts'
import { fold } from '../fold.ts'
import { countedPeople } from '../words.ts'
import { PeopleFrame } from './frame.tsx'

interface ChartProps {
  nodes: ChartNode[]
  people: Map<string, Mention>
  /** From whom it is drawn; null: from the top. */
  from: Mention | null
  /** Above that person, the nearest first. */
  chain: Mention[]
  edits: boolean
}

/** The organisation as a tree from left to right, with the same as a table behind it. */
export function ChartPage({ nodes, people, from, chain, edits }: ChartProps) {
  return (
    <PeopleFrame
      title={from ? `Who reports to ${from.name}` : 'Organisation chart'}
      {...(from ? { crumbs: crumbsOf(chain) } : { tab: 'chart' as const })}
      edits={edits}
      lead="Who reports to whom today. A number leads to the people below."
    >
      {nodes.every(({ direct }) => direct === 0) ? (
        <Nobody from={from} />
      ) : (
        <>
          <Scroll label="Organisation chart">
            <Level nodes={nodes} people={people} from={from} />
          </Scroll>
          <Behind nodes={nodes} people={people} />
        </>
      )}
    </PeopleFrame>
  )
}

function crumbsOf(chain: Mention[]) {
  const above = chain.toReversed().map(({ id, name }) => ({ label: name, href: links.chart(id) }))
  return [{ label: 'Chart', href: links.chart() }, ...above]
}

function Nobody({ from }: { from: Mention | null }) {
  if (from) return <p>Nobody reports to {from.name} today.</p>
  return (
    <Empty title="Nobody reports to anybody yet">
      <p>The chart draws itself from the posts: each can say to whom the person reports.</p>
    </Empty>
  )
}

interface LevelProps {
  nodes: ChartNode[]
  people: Map<string, Mention>
  from: Mention | null
}

function Level({ nodes, people, from }: LevelProps) {
  const isLeaves = from?.id !== nodes[0]?.id && nodes.every(({ direct }) => direct === 0)
  return (
    <ul class={isLeaves ? 'chart chart-leaves' : 'chart'}>
      {inOrder(nodes, people).map((node) => (
        <li key={node.id}>
          {isLeaves ? (
            <Leaf person={people.get(node.id)} />
          ) : (
            <Card node={node} person={people.get(node.id)} isStart={node.id === from?.id} />
          )}
          {node.reports.length > 0 && <Level nodes={node.reports} people={people} from={from} />}
        </li>
      ))}
    </ul>
  )
}

/** Somebody to whom nobody reports, beside others of the same manager. */
function Leaf({ person }: { person: Mention | undefined }) {
  if (!person) return null
  return (
    <>
      <a href={links.person(person.id)}>{person.name}</a>
      {person.title && <span class="soft small">{person.title}</span>}
    </>
  )
}

/** Managers before others, each by name. */
function inOrder(nodes: ChartNode[], people: Map<string, Mention>): ChartNode[] {
  const name = ({ id }: ChartNode) => fold(people.get(id)?.name ?? '')
  return nodes.toSorted(
    (a, b) => Number(b.direct > 0) - Number(a.direct > 0) || name(a).localeCompare(name(b)),
  )
}

function Card({ node, person, isStart }: { node: ChartNode; person: Mention | undefined; isStart: boolean }) {
  if (!person) return null
  return (
    <div class={node.direct > 0 ? 'chart-card manages' : 'chart-card'}>
      <a href={links.person(person.id)}>{person.name}</a>
      {person.title && <span class="soft small">{person.title}</span>}
      {node.direct > 0 && !isStart && (
        <a class="chart-count small" href={links.chart(person.id)}>
          {countedPeople(node.below)}
          <span class="unseen"> below {person.name}</span>
        </a>
      )}
    </div>
  )
}

function Behind({ nodes, people }: Pick<ChartProps, 'nodes' | 'people'>) {
  const rows = rowsOf(nodes, people, null)
  return (
    <details class="fold block">
      <summary>The same as a table</summary>
      <Table
        caption="Who reports to whom"
        heads={['Name', 'Role', 'Reports to', 'People below']}
        rows={rows}
      />
    </details>
  )
}

function rowsOf(
  nodes: ChartNode[],
  people: Map<string, Mention>,
  manager: Mention | null,
): { key: string; cells: string[] }[] {
  return inOrder(nodes, people).flatMap((node) => {
    const person = people.get(node.id)
    if (!person) return []
    const cells = [person.name, person.title ?? '', manager?.name ?? '', String(node.below)]
    return [{ key: `${manager?.id}-${node.id}`, cells }, ...rowsOf(node.reports, people, person)]
  })
}

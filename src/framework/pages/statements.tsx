import { links } from '#routes.ts'
import type { Publication, Statement } from '../model.ts'

interface StatementsProps {
  statements: Statement[]
  /** How to name and reach the further competencies that a statement belongs to. */
  also: (key: string) => { label: string; href: string } | null
  /** The heading says already that all of it is ours. */
  allOurs?: boolean
}

/** Statements as a list. Ours and shared ones say so quietly. */
export function Statements({ statements, also, allOurs = false }: StatementsProps) {
  return (
    <ul class="statements">
      {statements.map((statement) => (
        <li key={statement.id}>
          {statement.text}
          {statement.ours && !allOurs && <Ours />}
          <Also statement={statement} also={also} />
        </li>
      ))}
    </ul>
  )
}

/** Explains itself where it leads to. */
function Ours() {
  return (
    <>
      {' '}
      <a
        class="ours"
        href={`${links.helpFramework()}#ours`}
        title="Written by Sightline: the source has nothing here"
      >
        ours
      </a>
    </>
  )
}

function Also({ statement, also }: { statement: Statement; also: StatementsProps['also'] }) {
  const others = statement.also.flatMap((key) => also(key) ?? [])
  if (others.length === 0) return null
  return (
    <>
      {' '}
      <span class="also">
        also in{' '}
        {others.map(({ label, href }, i) => (
          <span key={href}>
            {i > 0 && ', '}
            <a href={href}>{label}</a>
          </span>
        ))}
      </span>
    </>
  )
}

/** Books, articles and sites as a library prints them: title, authors, publisher, year, then what it is good for. */
export function Publications({ statements }: { statements: Statement[] }) {
  return (
    <ul class="publications">
      {statements.map(({ id, text, publication, ours }) => (
        <li key={id}>
          {publication && <Reference publication={publication} />}
          {text !== publication?.title && (
            <p>
              {text}
              {ours && <Ours />}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Reference({ publication }: { publication: Publication }) {
  const { title, authors, publisher, year, url } = publication
  const imprint = [publisher, year].filter((part) => part !== null).join(', ')
  return (
    <p class="reference">
      <cite>{url !== null && /^https?:\/\//i.test(url) ? <a href={url}>{title}</a> : title}</cite>
      {authors && <span> by {authors}</span>}
      {imprint && <span class="soft"> ({imprint})</span>}
    </p>
  )
}

import { links } from '#routes.ts'
import { Balance } from '#web/balance.tsx'
import { Page } from '#web/page.tsx'
import { type Competency, type Framework, type StatementKind, statementsOf } from '../model.ts'
import type { Neighbour } from '../neighbour.ts'
import { alsoIn, Levels, type Part } from './levels.tsx'
import { Neighbours } from './neighbours.tsx'
import { Publications, Statements } from './statements.tsx'
import { SECTIONS } from './words.ts'

interface CompetencyPageProps {
  framework: Framework
  competency: Competency
  neighbours: Neighbour[]
}

/** One competency with everything that is known of it. */
export function CompetencyPage({ framework, competency, neighbours }: CompetencyPageProps) {
  const crumbs = [
    { label: 'Frameworks', href: links.frameworks() },
    { label: framework.title, href: links.framework(framework.slug) },
  ]
  return (
    <Page title={competency.name} current={links.frameworks()} styles={['framework']} crumbs={crumbs}>
      <article lang={framework.language}>
        <Head framework={framework} competency={competency} />
        <Levels framework={framework} competency={competency} />
        <InBalance competency={competency} />
        <Sections framework={framework} competency={competency} />
        <Neighbours neighbours={neighbours} />
      </article>
      <Beside framework={framework} competency={competency} />
    </Page>
  )
}

function Head({ framework, competency }: Part) {
  const { code, name, definition, why, aliases } = competency
  const group = framework.groups.find((g) => g.key === competency.group)
  return (
    <header class="page-head">
      <p class="eyebrow">
        {code && <span class="code">{code}</span>} {group?.name ?? framework.title}
      </p>
      <h1>{name}</h1>
      {definition && <p class="lead">{definition}</p>}
      {why && (
        <div class="why">
          <h2>Why it matters</h2>
          <p>{why}</p>
        </div>
      )}
      {aliases.length > 0 && (
        <details class="aliases">
          <summary>Also found by these words</summary>
          <p>{aliases.join(', ')}</p>
        </details>
      )}
    </header>
  )
}

function InBalance({ competency }: { competency: Competency }) {
  const words = (kind: StatementKind) => statementsOf(competency, kind).map((statement) => statement.text)
  const [tooLittle, right, tooMuch] = [words('underused'), words('skilled'), words('overused')]
  if (tooLittle.length + right.length + tooMuch.length === 0) return null
  return (
    <section class="block">
      <h2>Too little, right, too much</h2>
      <Balance tooLittle={tooLittle} right={right} tooMuch={tooMuch} />
    </section>
  )
}

function Sections({ framework, competency }: Part) {
  const present = SECTIONS.map(([kind, title]) => ({
    kind,
    title,
    statements: statementsOf(competency, kind),
  }))
  return (
    <div class="sections">
      {present
        .filter(({ statements }) => statements.length > 0)
        .map(({ kind, title, statements }) => {
          const allOurs = statements.every((statement) => statement.ours)
          return (
            <section key={kind} class="block">
              <h2>{title}</h2>
              {allOurs && (
                <p class="soft small">
                  Written by Sightline, because the source has nothing here.{' '}
                  <a href={`${links.helpFramework()}#ours`}>What that means</a>
                </p>
              )}
              {kind === 'resource' ? (
                <Publications
                  statements={allOurs ? statements.map((s) => ({ ...s, ours: false })) : statements}
                />
              ) : (
                <Statements statements={statements} also={alsoIn(framework)} allOurs={allOurs} />
              )}
            </section>
          )
        })}
    </div>
  )
}

/** The competencies before and after this one. */
function Beside({ framework, competency }: Part) {
  const { competencies, slug } = framework
  const here = competencies.findIndex((c) => c.key === competency.key)
  const before = competencies[here - 1]
  const after = competencies[here + 1]
  if (!before && !after) return null
  return (
    <nav class="beside" aria-label="Beside this competency">
      {before && (
        <a class="before" rel="prev" href={links.competency(slug, before.key)}>
          <span>Previous</span> {before.code} {before.name}
        </a>
      )}
      {after && (
        <a class="after" rel="next" href={links.competency(slug, after.key)}>
          <span>Next</span> {after.code} {after.name}
        </a>
      )}
    </nav>
  )
}

import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Page } from '#web/page.tsx'
import { useOffers } from '#web/site.ts'
import type { FrameworkCard } from '../card.ts'
import { ScaleChips } from './level.tsx'
import { counted, countedCompetencies } from './words.ts'

/** Every framework there is, one card each. */
export function FrameworksPage({ frameworks }: { frameworks: FrameworkCard[] }) {
  return (
    <Page title="Frameworks" current={links.frameworks()} styles={['framework']}>
      <header class="page-head">
        <h1>Frameworks</h1>
        <p class="lead">
          A framework says what good work looks like: its competencies, and level by level what people can be
          seen to do.
        </p>
        <p class="row">
          {useOffers(links.intake()) && (
            <ButtonLink kind="primary" href={links.intake()}>
              Read a document in
            </ButtonLink>
          )}
          <a href={links.helpFramework()}>How to read a framework</a>
        </p>
      </header>
      {frameworks.length === 0 ? <None /> : <Cards frameworks={frameworks} />}
    </Page>
  )
}

function None() {
  if (!useOffers(links.intake()))
    return (
      <Empty title="There is no framework here yet">
        <p>Your framework steward brings them in; they then stand here.</p>
      </Empty>
    )
  return (
    <Empty
      title="There is no framework here yet"
      action={<ButtonLink href={links.intake()}>Read a document in</ButtonLink>}
    >
      <p>
        Paste the text of a competency document, check what was read, and publish it. It then stands here.
      </p>
    </Empty>
  )
}

function Cards({ frameworks }: { frameworks: FrameworkCard[] }) {
  return (
    <ul class="cards">
      {frameworks.map((framework) => (
        <li key={framework.slug} class="card">
          <Card framework={framework} />
        </li>
      ))}
    </ul>
  )
}

function Card({ framework }: { framework: FrameworkCard }) {
  const { slug, title, publisher, summary, levels, competencies, statements, origin } = framework
  return (
    <>
      <p class="eyebrow">{publisher ?? (origin === 'library' ? 'Library' : 'Your organisation')}</p>
      <h2>
        <a href={links.framework(slug)}>{title}</a>
      </h2>
      {summary && <p class="card-summary">{summary}</p>}
      <ScaleChips levels={levels} />
      <p class="facts">
        <span>{countedCompetencies(competencies)}</span>
        <span>{counted(statements, 'statement')}</span>
      </p>
    </>
  )
}

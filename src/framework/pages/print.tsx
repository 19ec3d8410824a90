import { links } from '#routes.ts'
import { Balance } from '#web/balance.tsx'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import { Page } from '#web/page.tsx'
import { type Competency, type Framework, indicatorsAt, type StatementKind, statementsOf } from '../model.ts'
import { Ladder } from './level.tsx'
import { alsoIn } from './levels.tsx'
import { Origins } from './origins.tsx'
import { Publications, Statements } from './statements.tsx'
import { SECTIONS } from './words.ts'

/** The whole framework as one document for paper, competency after competency. */
export function PrintPage({ framework }: { framework: Framework }) {
  const { slug, title, publisher, summary, scale, competencies, language, version } = framework
  const crumbs = [
    { label: 'Frameworks', href: links.frameworks() },
    { label: title, href: links.framework(slug) },
  ]
  return (
    <Page
      title={`${title}, on paper`}
      current={links.frameworks()}
      crumbs={crumbs}
      styles={['framework']}
      scripts={['print']}
    >
      <article class="printed" lang={language}>
        <print-button class="screen-only">
          <p class="soft">
            Print this page with your browser: Ctrl and P, or ⌘ and P. It is laid out for A4.
          </p>
        </print-button>
        <header class="title-page">
          {publisher && <p class="eyebrow">{publisher}</p>}
          <h1>{title}</h1>
          {summary && <p class="lead">{summary}</p>}
          <p class="facts">
            <span>version {version}</span>
          </p>
          {scale.levels.length > 0 && <Ladder levels={scale.levels} />}
        </header>
        {competencies.map((competency) => (
          <Chapter key={competency.key} framework={framework} competency={competency} />
        ))}
        <Origins framework={framework} />
      </article>
    </Page>
  )
}

function Chapter({ framework, competency }: { framework: Framework; competency: Competency }) {
  const { code, name, definition, why } = competency
  const group = framework.groups.find((g) => g.key === competency.group)
  return (
    <section class="chapter">
      <div class="kept-together">
        {group && <p class="eyebrow">{group.name}</p>}
        <h2>
          {code && <span class="code">{code}</span>} {name}
        </h2>
        {definition && <p class="measure">{definition}</p>}
        {why && <p class="measure soft">{why}</p>}
      </div>
      <Rungs framework={framework} competency={competency} />
      <Measures competency={competency} />
      <Further framework={framework} competency={competency} />
    </section>
  )
}

function Rungs({ framework, competency }: { framework: Framework; competency: Competency }) {
  const { levels } = framework.scale
  return (
    <>
      {levels.map((level, i) => {
        const statements = indicatorsAt(competency, level.key)
        if (statements.length === 0) return null
        return (
          <section key={level.key} class="rung">
            <h3>
              <LevelTag number={level.number} name={level.name} step={stepOf(i, levels.length)} />
            </h3>
            <Statements statements={statements} also={alsoIn(framework)} />
          </section>
        )
      })}
    </>
  )
}

function Measures({ competency }: { competency: Competency }) {
  const words = (kind: StatementKind) => statementsOf(competency, kind).map((statement) => statement.text)
  const measures = { tooLittle: words('underused'), right: words('skilled'), tooMuch: words('overused') }
  return Object.values(measures).some((all) => all.length > 0) ? <Balance {...measures} /> : null
}

function Further({ framework, competency }: { framework: Framework; competency: Competency }) {
  return (
    <>
      {SECTIONS.map(([kind, title]) => {
        const statements = statementsOf(competency, kind)
        if (statements.length === 0) return null
        return (
          <section key={kind} class="rung">
            <h3>{title}</h3>
            {kind === 'resource' ? (
              <Publications statements={statements} />
            ) : (
              <Statements statements={statements} also={alsoIn(framework)} />
            )}
          </section>
        )
      })}
    </>
  )
}

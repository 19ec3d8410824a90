import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Page } from '#web/page.tsx'
import type { Framework } from '../model.ts'
import { CompetencyList, CompetencyMatrix, fitsMatrix, isLong } from './contents.tsx'
import { Ladder } from './level.tsx'
import { Levels } from './levels.tsx'
import { Origins } from './origins.tsx'
import { counted, countedCompetencies, countedRungs } from './words.ts'

/** One framework: what it is, its scale, its competencies, and whose work it is. */
export function FrameworkPage({ framework }: { framework: Framework }) {
  const { title, publisher, summary, language, competencies, scale } = framework
  return (
    <Page
      title={title}
      current={links.frameworks()}
      styles={['framework']}
      scripts={fitsMatrix(framework) && isLong(framework) ? ['find-rows'] : []}
      crumbs={[{ label: 'Frameworks', href: links.frameworks() }]}
    >
      <article lang={language}>
        <header class="page-head">
          {publisher && <p class="eyebrow">{publisher}</p>}
          <h1>{title}</h1>
          {summary && <p class="lead">{summary}</p>}
          <Facts framework={framework} />
          <p class="row screen-only">
            <ButtonLink href={links.frameworkPrint(framework.slug)}>Print</ButtonLink>
            <a href={links.helpFramework()}>How to read a framework</a>
            <a href={links.historyOf('framework', framework.id)}>History</a>
          </p>
        </header>
        {scale.levels.length > 0 && !isAlone(framework) && (
          <section class="block">
            <h2>
              The {scale.kind === 'proficiency' ? 'levels' : scale.kind === 'stage' ? 'stages' : 'bands'}
            </h2>
            <Ladder levels={scale.levels} />
          </section>
        )}
        <section class="block">
          <h2>{competencies.length === 1 ? 'The competency' : 'Competencies'}</h2>
          {competencies.length === 0 && <Empty title="This framework has no competencies" />}
          {fitsMatrix(framework) ? (
            <CompetencyMatrix framework={framework} />
          ) : (
            <CompetencyList framework={framework} />
          )}
        </section>
        <OnlyLevels framework={framework} />
        <Groups framework={framework} />
        <Origins framework={framework} />
      </article>
    </Page>
  )
}

function Facts({ framework }: { framework: Framework }) {
  const { competencies, scale, groups, version } = framework
  const statements = competencies.reduce((sum, c) => sum + c.statements.length, 0)
  return (
    <p class="facts">
      <span>{countedCompetencies(competencies.length)}</span>
      {groups.length > 0 && <span>{counted(groups.length, 'group')}</span>}
      <span>{counted(statements, 'statement')}</span>
      <span>{countedRungs(scale.kind, scale.levels.length)}</span>
      <span>version {version}</span>
    </p>
  )
}

/** Its levels then stand below with all their words, and are not told twice. */
function isAlone({ competencies: [only, ...others] }: Framework): boolean {
  return others.length === 0 && (only?.statements.some(({ kind }) => kind === 'indicator') ?? false)
}

/** Where there is nothing to choose, the levels stand here at once. */
function OnlyLevels({ framework }: { framework: Framework }) {
  const [only, ...others] = framework.competencies
  return only && others.length === 0 ? <Levels framework={framework} competency={only} /> : null
}

function Groups({ framework }: { framework: Framework }) {
  const described = framework.groups.filter((group) => group.definition !== null)
  if (described.length === 0) return null
  return (
    <section class="block">
      <h2>What the groups mean</h2>
      <dl class="definitions">
        {described.map((group) => (
          <div key={group.key}>
            <dt>
              {group.code && <span class="code">{group.code}</span>} {group.name}
            </dt>
            <dd>{group.definition}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

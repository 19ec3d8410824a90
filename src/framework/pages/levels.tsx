import { links } from '#routes.ts'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import { type Competency, type Framework, indicatorsAt } from '../model.ts'
import { Statements } from './statements.tsx'

export interface Part {
  framework: Framework
  competency: Competency
}

/** Where a statement of several competencies stands as well. */
export function alsoIn({ slug, competencies }: Framework) {
  return (key: string) => {
    const other = competencies.find((c) => c.key === key)
    if (!other) return null
    const label = other.code === null ? other.name : `${other.code} ${other.name}`
    return { label, href: links.competency(slug, key) }
  }
}

/** What people do at each level; nothing when the competency has no statements at levels. */
export function Levels({ framework, competency }: Part) {
  const { levels, kind } = framework.scale
  if (!competency.statements.some((statement) => statement.kind === 'indicator')) return null
  return (
    <section class="block">
      <h2>{kind === 'stage' ? 'Stage by stage' : kind === 'bands' ? 'Band by band' : 'Level by level'}</h2>
      <div class="levels">
        {levels.map((level, i) => {
          const statements = indicatorsAt(competency, level.key)
          const size = statements.length === 0 ? 'blank' : statements.length > 12 ? 'large' : ''
          return (
            <section key={level.key} id={`level-${level.key}`} class={`level ${size}`}>
              <h3>
                <LevelTag number={level.number} name={level.name} step={stepOf(i, levels.length)} />
              </h3>
              {level.description && <p class="level-description">{level.description}</p>}
              {statements.length === 0 ? (
                <p class="soft small">Nothing is described at this level.</p>
              ) : (
                <Statements statements={statements} also={alsoIn(framework)} />
              )}
            </section>
          )
        })}
      </div>
    </section>
  )
}

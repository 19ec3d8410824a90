import { type Framework, indicatorsAt, levelLabel } from '#framework/model.ts'
import { links } from '#routes.ts'
import type { Translated } from '../translated.ts'

interface CellProps {
  framework: Framework
  cell: { competency: string; level: string | null }
}

/** The level's own words: what it means, and what people can be seen to do there. */
export function Cell({ framework, cell }: CellProps) {
  const competency = framework.competencies.find(({ key }) => key === cell.competency)
  const level = framework.scale.levels.find(({ key }) => key === cell.level)
  if (!competency) return null
  const statements = level ? indicatorsAt(competency, level.key) : []
  return (
    <details class="words-of">
      <summary>
        What {competency.code ?? competency.name}
        {level && ` at “${levelLabel(level)}”`} means
      </summary>
      {competency.definition && <p>{competency.definition}</p>}
      {level?.description && <p>{level.description}</p>}
      {statements.length > 0 && (
        <ul class="statements">
          {statements.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      {level && statements.length === 0 && (
        <p class="soft">The framework describes no behaviour of this competency at this level.</p>
      )}
      <p class="small">
        <a href={links.competency(framework.slug, competency.key)}>All of {competency.name}</a>
      </p>
    </details>
  )
}

/** What would make it one level higher, in the framework's own words. */
export function Higher({ higher }: { higher: Translated['higher'] }) {
  if (higher === null) return null
  const { level, statements, description } = higher
  return (
    <details class="words-of">
      <summary>What would make it one level higher</summary>
      <p>
        <b>{levelLabel(level)}</b>
        {description && `: ${description}`}
      </p>
      {statements.length > 0 && (
        <ul class="statements">
          {statements.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </details>
  )
}

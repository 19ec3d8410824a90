import { type Competency, type Framework, indicatorsAt, type Level, levelLabel } from '#framework/model.ts'
import { links } from '#routes.ts'
import type { Translated } from '../translated.ts'

interface CellProps {
  framework: Framework
  competency: string
  /** One, or the two that it lies between; none where the framework has no levels. */
  levels: readonly string[]
}

/** The framework's own words: what the competency means, and what people can be seen to do at these levels. */
export function Cell({ framework, competency: key, levels }: CellProps) {
  const competency = framework.competencies.find((one) => one.key === key)
  if (!competency) return null
  const shown = framework.scale.levels.filter((level) => levels.includes(level.key))
  return (
    <details class="words-of">
      <summary>
        What {competency.code ?? competency.name} means
        {shown.length > 0 && (shown.length > 1 ? ' at these levels' : ' at this level')}
      </summary>
      {competency.definition && <p>{competency.definition}</p>}
      {shown.map((level) => (
        <LevelWords key={level.key} competency={competency} level={level} />
      ))}
      <p class="small">
        <a href={links.competency(framework.slug, competency.key)}>All of {competency.name}</a>
      </p>
    </details>
  )
}

function LevelWords({ competency, level }: { competency: Competency; level: Level }) {
  const statements = indicatorsAt(competency, level.key)
  return (
    <>
      <p>
        <b>{levelLabel(level)}</b>
        {level.description && `: ${level.description}`}
      </p>
      {statements.length > 0 ? (
        <ul class="statements">
          {statements.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      ) : (
        <p class="soft">The framework describes no behaviour of this competency at this level.</p>
      )}
    </>
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

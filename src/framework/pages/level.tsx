import { LevelTag, stepOf } from '#web/level-tag.tsx'
import type { Level } from '../model.ts'

type Named = Pick<Level, 'key' | 'number' | 'name'>

/** A scale as a small row of chips, from the lowest to the highest. Nothing for a framework without levels. */
export function ScaleChips({ levels }: { levels: Named[] }) {
  const [lowest] = levels
  const highest = levels.at(-1)
  if (!lowest || !highest) return <p class="soft small">No levels</p>
  const numbered = levels.every((level) => level.number !== null)
  return (
    <div class="scale">
      <ol class="chips" aria-label={`${levels.length} levels`}>
        {levels.map((level, i) => (
          <li key={level.key}>
            <LevelTag
              number={level.number}
              name={level.name}
              step={stepOf(i, levels.length)}
              short={numbered}
            />
          </li>
        ))}
      </ol>
      {numbered && lowest.name !== null && highest.name !== null && (
        <p class="soft small">
          {lowest.name} <span aria-hidden="true">→</span>
          <span class="unseen"> to </span> {highest.name}
        </p>
      )}
    </div>
  )
}

/** Every level with its name and what it means. */
export function Ladder({ levels }: { levels: Level[] }) {
  return (
    <ol class="ladder">
      {levels.map((level, i) => (
        <li key={level.key}>
          <LevelTag number={level.number} name={level.name} step={stepOf(i, levels.length)} />
          {level.description && <p>{level.description}</p>}
        </li>
      ))}
    </ol>
  )
}

import { levelLabel } from '#framework/model.ts'
import { stepOf } from '#web/level-tag.tsx'
import { Matrix } from '#web/matrix.tsx'
import type { Together } from '../together.ts'
import { CompetencyName } from './reading.tsx'

/** Below many answers: where they lie, competency by level, each with a way back to it. */
export function TogetherSection({ all: { framework, rows, left } }: { all: Together }) {
  const { levels } = framework.scale
  if (rows.length === 0 || levels.length === 0) return null
  return (
    <section class="answer" aria-labelledby="together">
      <h2 id="together">Taken together</h2>
      <p class="soft">
        Where your activities lie in {framework.title}, by their numbers on this page.
        {left > 0 &&
          ` ${left === 1 ? 'One is' : `${left} are`} not sure enough, or tell of no activity, and left out.`}
      </p>
      <Matrix
        caption={`Activities by competency and level of ${framework.title}`}
        corner="Competency"
        columns={levels.map((level, i) => ({
          key: level.key,
          head: levelLabel(level),
          step: stepOf(i, levels.length),
        }))}
        blocks={[
          {
            key: 'all',
            title: null,
            rows: rows.map(({ competency, cells }) => ({
              key: competency,
              head: <CompetencyName framework={framework} id={competency} />,
              cells: cells.map(({ activities }) =>
                activities.length === 0 ? (
                  <span class="soft no-activity">–</span>
                ) : (
                  <Numbers activities={activities} />
                ),
              ),
            })),
          },
        ]}
      />
    </section>
  )
}

function Numbers({ activities }: { activities: readonly number[] }) {
  return (
    <span class="activity-numbers">
      {activities.map((number, i) => (
        <span key={number}>
          {i > 0 && ', '}
          <a href={`#activity-${number}`}>{number}</a>
        </span>
      ))}
    </span>
  )
}

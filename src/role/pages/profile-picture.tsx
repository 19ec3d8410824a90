import type { Framework } from '#framework/model.ts'
import { levelLabel } from '#framework/model.ts'
import { stepOf } from '#web/level-tag.tsx'
import type { Requirement } from '../model.ts'
import { placeOf } from '../requirement.ts'

interface PictureProps {
  requirements: readonly Requirement[]
  frameworks: ReadonlyMap<string, Framework>
}

/**
 * What the job needs as bars, one for each competency: full to the entry level, striped from there to the full level, empty
 * where the job gives no room. The table of the same numbers stands beside it.
 */
export function ProfilePicture({ requirements, frameworks }: PictureProps) {
  const groups = [...Map.groupBy(requirements, ({ framework }) => framework)]
  return (
    <div class="profile-picture">
      <p class="soft small picture-key">
        <span class="cell entry" aria-hidden="true" /> on the first day{' '}
        <span class="cell learned" aria-hidden="true" /> learned in the job{' '}
        <span class="cell" aria-hidden="true" /> more than the job uses
      </p>
      {groups.map(([id, own]) => {
        const framework = frameworks.get(id)
        return framework ? <Bars key={id} framework={framework} requirements={own} /> : null
      })}
    </div>
  )
}

function Bars({ framework, requirements }: { framework: Framework; requirements: Requirement[] }) {
  const { levels } = framework.scale
  return (
    <div class="bars">
      <div class="bar-heads" aria-hidden="true">
        <span>{framework.title}</span>
        <ol class="cells">
          {levels.map((level, i) => (
            <li key={level.key} data-step={stepOf(i, levels.length)} title={levelLabel(level)}>
              {level.number ?? level.name}
            </li>
          ))}
        </ol>
      </div>
      <ul aria-label={framework.title}>
        {requirements.map((one) => (
          <Bar key={one.competency} framework={framework} requirement={one} />
        ))}
      </ul>
    </div>
  )
}

function Bar({ framework, requirement }: { framework: Framework; requirement: Requirement }) {
  const { words, must } = requirement
  const [full, entry] = [placeOf(framework, requirement.level), placeOf(framework, requirement.entryLevel)]
  const says = `${words.competency}: ${words.level} at most, ${
    words.entryLevel === null ? 'nothing needed' : words.entryLevel
  } on the first day`
  return (
    <li class="bar">
      <span class="bar-name" aria-hidden="true">
        {words.competency}
        {must && <span class="must-tag">must</span>}
      </span>
      <span class="cells" role="img" aria-label={says}>
        {framework.scale.levels.map((level, i) => (
          <span
            key={level.key}
            class={`cell ${i < entry ? 'entry' : i < full ? 'learned' : ''}`}
            data-step={stepOf(i, framework.scale.levels.length)}
          />
        ))}
      </span>
    </li>
  )
}

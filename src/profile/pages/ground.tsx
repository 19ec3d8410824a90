import type { Framework } from '#framework/model.ts'
import { links } from '#routes.ts'
import { ANSWER_WORDS, type LevelsOf } from '../model.ts'
import { storyName } from '../story.ts'
import type { LevelGround } from '../why.ts'
import { LevelOf } from './cell-tag.tsx'
import { Entry, EntryLink } from './entry.tsx'

interface StandingProps {
  framework: Framework
  levels: LevelsOf | null
  /** It is the viewer's own. */
  you?: boolean
}

/** The three levels, kept apart: what the person can, what the job uses of it, what the person wants. */
export function Standing({ framework, levels, you = false }: StandingProps) {
  const shown = [
    { label: you ? 'You can' : 'Can', place: levels?.can ?? null },
    { label: you ? 'You use in the job' : 'Uses in the job', place: levels?.uses ?? null },
    { label: you ? 'You want for this job' : 'Wants for this job', place: levels?.stretch ?? null },
  ]
  return (
    <dl class="standing">
      {shown.map(({ label, place }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <PlaceOf framework={framework} place={place} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A level by its place from 1; 0: none reached; null: not known. */
function PlaceOf({ framework, place }: { framework: Framework; place: number | null }) {
  if (place === null) return <span class="not-known">not known</span>
  const level = framework.scale.levels[place - 1]
  return level ? <LevelOf framework={framework} level={level.key} /> : <span>below the first level</span>
}

interface GroundProps {
  framework: Framework
  ground: LevelGround
  viewer: string
}

/** All that there is for and against one level. */
export function Ground({ framework, ground, viewer }: GroundProps) {
  const { level, said, stories, evidence } = ground
  return (
    <section class="ground">
      <h3>
        <LevelOf framework={framework} level={level.key} />
      </h3>
      {said.length === 0 && (
        <p class="soft">{level.description ?? 'The framework describes nothing here.'}</p>
      )}
      <ul class="said">
        {said.map(({ text, answer, isOwn }) => (
          <li key={text} class={answer ?? 'open'}>
            <span>
              {text}
              {isOwn && <span class="soft small"> (in your own words)</span>}
            </span>
            <b>{answer ? ANSWER_WORDS[answer].short : 'Not answered'}</b>
          </li>
        ))}
      </ul>
      {stories.map(({ story, placement }) => (
        <p key={placement.id} class="ground-story">
          Story: <a href={links.story(story.id)}>{storyName(story)}</a>
          {placement.activity && <span class="soft"> “{placement.activity}”</span>}
        </p>
      ))}
      {evidence.map((entry) => (
        <div key={entry.id}>
          <Entry entry={entry} framework={framework} viewer={viewer} withoutCell />
          <EntryLink entry={entry} viewer={viewer} />
        </div>
      ))}
    </section>
  )
}

import { type Competency, competencyLabel, type Framework, levelLabel } from '#framework/model.ts'
import { dayOf } from '#people/day.ts'
import { longDay } from '#people/words.ts'
import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Page } from '#web/page.tsx'
import type { Evidence } from '../evidence.ts'
import type { LevelsOf } from '../model.ts'
import { type Story, storyName } from '../story.ts'
import { CellWords } from './cell-tag.tsx'
import { Entry, EntryLink } from './entry.tsx'
import { Standing } from './ground.tsx'

interface CompetencyOfProps {
  person: { id: string; name: string }
  framework: Framework
  competency: Competency
  /** Null: nothing is known of it. */
  levels: LevelsOf | null
  /** Those of this competency that are shared with the viewer. */
  stories: Story[]
  /** Those that are shared with the viewer, and what the viewer wrote. */
  evidence: Evidence[]
  viewer: string
}

/** A level that somebody shares, with no more beside it than they share. */
export function CompetencyOfPage(props: CompetencyOfProps) {
  const { person, framework, competency, levels, stories, evidence, viewer } = props
  return (
    <Page
      title={competencyLabel(competency)}
      crumbs={[
        { label: 'Profile', href: links.profile() },
        { label: person.name, href: links.profileOf(person.id) },
      ]}
      current={links.profile()}
      styles={['profile', 'story']}
    >
      <header class="page-head">
        <p class="eyebrow">{framework.title}</p>
        <h1>
          {competency.code} {competency.name}
        </h1>
        <p class="lead">{person.name} shares this level with you, and only what stands here.</p>
      </header>
      <section class="why-standing" aria-label={`Where ${person.name} stands`}>
        <Standing framework={framework} levels={levels} />
        <p class="measure">{sureWords(levels)}</p>
        <p class="row">
          <ButtonLink
            kind="primary"
            href={links.evidenceNew({
              framework: framework.slug,
              competency: competency.key,
              about: person.id,
            })}
          >
            Write what you saw
          </ButtonLink>
        </p>
        <p class="small soft">
          {person.name} sees at once what you write, with your name, and can answer it.
        </p>
      </section>
      {stories.length > 0 && <Stories stories={stories} />}
      {evidence.length > 0 && (
        <section class="block">
          <h2>What was seen</h2>
          <ol class="entries-of">
            {evidence.map((entry) => (
              <li key={entry.id}>
                <Entry entry={entry} framework={framework} viewer={viewer} />
                {entry.writtenBy.id === viewer && <EntryLink entry={entry} viewer={viewer} />}
              </li>
            ))}
          </ol>
        </section>
      )}
      <Words framework={framework} competency={competency} />
    </Page>
  )
}

function sureWords(levels: LevelsOf | null): string {
  if (!levels) return 'Nothing is known of it yet, which is not a low level.'
  const asOf = longDay(dayOf(levels.asOf))
  return levels.firm
    ? `Firm, by the person’s own answers up to ${asOf}.`
    : `Not firm yet: too little was answered up to ${asOf} to rely on it.`
}

function Stories({ stories }: { stories: Story[] }) {
  return (
    <section class="block">
      <h2>Stories that show it</h2>
      {stories.map((story) => (
        <article key={story.id} class="shared-story">
          <h3>{storyName(story)}</h3>
          {[story.situation, story.action, story.result, story.change].map(
            (part) => part && <p class="as-written">{part}</p>,
          )}
        </article>
      ))}
    </section>
  )
}

function Words({ framework, competency }: Pick<CompetencyOfProps, 'framework' | 'competency'>) {
  return (
    <section class="block">
      <h2>The words of each level</h2>
      {framework.scale.levels.map((level) => (
        <div key={level.key} class="level-words">
          <h3>{levelLabel(level)}</h3>
          <CellWords framework={framework} cell={{ competency: competency.key, level: level.key }} />
        </div>
      ))}
    </section>
  )
}

import type { Framework } from '#framework/model.ts'
import { Day } from '#translate/pages/share.tsx'
import { LevelsDrawn } from '#web/levels-drawn.tsx'
import type { Evidence } from '../evidence.ts'
import { STANCE_WORDS } from '../evidence.ts'
import type { LevelsOf } from '../model.ts'
import { picture } from '../picture.ts'
import { type Placement, SETTING_WORDS, type Story, storyName } from '../story.ts'
import { CellTag } from './cell-tag.tsx'
import { LevelTable, pictureProps, RingLegend } from './picture.tsx'

/** Rows of a profile, as whoever may see them sees them. */
export interface Content {
  frameworks: Framework[]
  levels: LevelsOf[]
  stories: { story: Story; placements: Placement[] }[]
  evidence: Evidence[]
  activities: {
    id: string
    framework: string
    text: string
    competency: string
    level: string
    madeAt: Date
  }[]
}

interface SharedContentProps {
  content: Content
  /** Where "why?" leads for a level; null: nowhere. */
  hrefOf(framework: string, competency: string): string | null
}

/** What is shared, by kind; kinds of which nothing is shared are not spoken of. */
export function SharedContent({ content, hrefOf }: SharedContentProps) {
  const { frameworks, levels, stories, evidence, activities } = content
  const byId = new Map(frameworks.map((framework) => [framework.id, framework]))
  return (
    <>
      {frameworks
        .filter(({ id }) => levels.some(({ framework }) => framework === id))
        .map((framework) => (
          <SharedLevels key={framework.id} framework={framework} levels={levels} hrefOf={hrefOf} />
        ))}
      {stories.length > 0 && (
        <section class="block" aria-labelledby="shared-stories">
          <h2 id="shared-stories">Stories</h2>
          {stories.map(({ story, placements }) => (
            <SharedStory key={story.id} story={story} placements={placements} frameworks={byId} />
          ))}
        </section>
      )}
      {activities.length > 0 && (
        <section class="block" aria-labelledby="shared-activities">
          <h2 id="shared-activities">Activities</h2>
          <ul class="shared-things">
            {activities.map(({ id, text, framework, competency, level, madeAt }) => (
              <li key={id}>
                <p>{text}</p>
                <Placed framework={byId.get(framework)} cell={{ competency, level }} at={madeAt} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {evidence.length > 0 && (
        <section class="block" aria-labelledby="shared-evidence">
          <h2 id="shared-evidence">Evidence</h2>
          <ul class="shared-things">
            {evidence.map((entry) => (
              <SharedEvidence key={entry.id} entry={entry} framework={byId.get(entry.frameworkId)} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

interface SharedLevelsProps extends Pick<SharedContentProps, 'hrefOf'> {
  framework: Framework
  levels: LevelsOf[]
}

function SharedLevels({ framework, levels, hrefOf }: SharedLevelsProps) {
  const shared = new Set(
    levels.filter((one) => one.framework === framework.id).map(({ competency }) => competency),
  )
  const rows = picture(framework, levels).filter(({ key }) => shared.has(key))
  const heading = `shared-${framework.slug}`
  return (
    <section class="block" aria-labelledby={heading}>
      <h2 id={heading}>Levels: {framework.title}</h2>
      {rows.length >= 3 && (
        <figure class="shared-picture">
          <LevelsDrawn {...pictureProps(framework, rows, null)} />
          <RingLegend levels={framework.scale.levels} />
        </figure>
      )}
      <LevelTable framework={framework} rows={rows} hrefOf={(key) => hrefOf(framework.slug, key)} />
    </section>
  )
}

interface PlacedProps {
  framework: Framework | undefined
  cell: { competency: string; level: string }
  at?: Date
}

function Placed({ framework, cell, at }: PlacedProps) {
  return (
    <p class="small soft">
      {framework && <CellTag framework={framework} cell={cell} />}
      {at && (
        <>
          {' '}
          <Day at={at} />
        </>
      )}
    </p>
  )
}

function SharedStory({
  story,
  placements,
  frameworks,
}: {
  story: Story
  placements: Placement[]
  frameworks: Map<string, Framework>
}) {
  const parts: [title: string, text: string | null][] = [
    ['Situation', story.situation],
    ['What I did', story.action],
    ['What came of it', story.result],
    ['What changed for others', story.change],
  ]
  return (
    <article class="shared-story">
      <h3>{storyName(story)}</h3>
      <p class="facts">
        <span>{SETTING_WORDS[story.setting]}</span>
        {story.happened && <span>{story.happened}</span>}
      </p>
      <dl>
        {parts.map(([title, text]) =>
          text === null ? null : (
            <div key={title}>
              <dt>{title}</dt>
              <dd class="as-typed">{text}</dd>
            </div>
          ),
        )}
      </dl>
      {placements.map(({ id, frameworkId, competency, level }) => (
        <Placed key={id} framework={frameworks.get(frameworkId)} cell={{ competency, level }} />
      ))}
    </article>
  )
}

function SharedEvidence({ entry, framework }: { entry: Evidence; framework: Framework | undefined }) {
  const { competency, level, stance, text, seenBy, writtenBy, seenOn, link, answers } = entry
  return (
    <li>
      <p class="as-typed">{text}</p>
      {link && (
        <p>
          <a href={link} rel="noopener noreferrer nofollow">
            {link}
          </a>
        </p>
      )}
      <p class="small soft">
        {STANCE_WORDS[stance]}, seen on <Day at={new Date(`${seenOn}T00:00:00Z`)} /> by{' '}
        {seenBy?.name ?? writtenBy.name}
      </p>
      <Placed framework={framework} cell={{ competency, level }} />
      {answers.map((answer) => (
        <p key={answer.writtenAt.toISOString()} class="small">
          Answered: {answer.text}
        </p>
      ))}
    </li>
  )
}

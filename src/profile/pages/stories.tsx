import type { Framework } from '#framework/model.ts'
import { counted } from '#framework/pages/words.ts'
import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { type Placement, SETTING_WORDS, SETTINGS, type Story, storyName } from '../story.ts'
import { hintsFor, SETTING_PROMPTS } from '../story-hints.ts'
import { CellTag } from './cell-tag.tsx'
import { ProfileFrame } from './frame.tsx'

interface StoriesProps {
  stories: Story[]
  placements: Placement[]
  frameworks: ReadonlyMap<string, Framework>
}

/** Somebody's own stories: what each shows, and what it still lacks. */
export function StoriesPage({ stories, placements, frameworks }: StoriesProps) {
  return (
    <ProfileFrame
      title="Stories"
      tab="stories"
      lead="What you did once, told so that others can see it. Ready for an interview, an appraisal or a plan. Only you see them, unless you share one."
      styles={['story']}
    >
      {stories.length === 0 ? (
        <NoStories />
      ) : (
        <>
          <div class="row story-actions">
            <ButtonLink kind="primary" href={links.storyNew()}>
              Write a story
            </ButtonLink>
            <ButtonLink href={links.storyMap()}>See the map: what they show</ButtonLink>
          </div>
          <ol class="story-list">
            {stories.map((story) => (
              <li key={story.id}>
                <One
                  story={story}
                  placements={placements.filter(({ storyId }) => storyId === story.id)}
                  frameworks={frameworks}
                />
              </li>
            ))}
          </ol>
        </>
      )}
    </ProfileFrame>
  )
}

function NoStories() {
  return (
    <Empty
      title="You have not written a story yet"
      action={
        <ButtonLink kind="primary" href={links.storyNew()}>
          Write your first story
        </ButtonLink>
      }
    >
      <p>
        One time when something depended on you is enough: what the situation was, what you did, what came of
        it, and what changed for others. It need not be from a job. Look for it here:
      </p>
      <dl class="places-to-look">
        {SETTINGS.map((setting) => (
          <div key={setting}>
            <dt>{SETTING_WORDS[setting]}</dt>
            <dd>{SETTING_PROMPTS[setting]}</dd>
          </div>
        ))}
      </dl>
    </Empty>
  )
}

function One({ story, placements, frameworks }: { story: Story } & Omit<StoriesProps, 'stories'>) {
  const missing = hintsFor(story).filter(({ kind }) => kind === 'missing').length
  return (
    <article>
      <h2>
        <a href={links.story(story.id)}>{storyName(story)}</a>
      </h2>
      <p class="facts">
        <span>{SETTING_WORDS[story.setting]}</span>
        {story.happened && <span>{story.happened}</span>}
        {missing > 0 && <span>{`draft: ${counted(missing, 'part')} to write`}</span>}
      </p>
      {placements.length > 0 ? (
        <ul class="shows">
          {placements.map(({ id, frameworkId, competency, level }) => {
            const framework = frameworks.get(frameworkId)
            return (
              framework && (
                <li key={id}>
                  <CellTag
                    framework={framework}
                    cell={{ competency, level }}
                    href={links.profileCompetency(framework.slug, competency)}
                  />
                </li>
              )
            )
          })}
        </ul>
      ) : (
        <p class="small soft">
          {story.action === null ? (
            'It shows no competency yet, since what you did is not written.'
          ) : (
            <a href={links.storyReading(story.id)}>See what it shows</a>
          )}
        </p>
      )}
    </article>
  )
}

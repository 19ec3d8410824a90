import type { Framework } from '#framework/model.ts'
import { links } from '#routes.ts'
import { CellFields } from '#translate/pages/cell-fields.tsx'
import { Button, ButtonLink } from '#web/button.tsx'
import { Choice } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import type { Placement, Story } from '../story.ts'
import { SETTING_WORDS, storyName } from '../story.ts'
import { type Hint, hintsFor, type StoryPart } from '../story-hints.ts'
import { CellTag, CellWords, cellWords } from './cell-tag.tsx'
import { ProfileFrame } from './frame.tsx'

interface StoryPageProps {
  story: Story
  placements: Placement[]
  /** Those in which it is placed, by id. */
  frameworks: ReadonlyMap<string, Framework>
  /** Through which it can be read, the one to begin with first. */
  choices: { slug: string; title: string }[]
  problem?: string | undefined
}

const PARTS: { part: Exclude<StoryPart, 'title'>; heading: string }[] = [
  { part: 'situation', heading: 'The situation' },
  { part: 'action', heading: 'What I did' },
  { part: 'result', heading: 'What came of it' },
  { part: 'change', heading: 'What changed for others' },
]

/** One story as it is told, what it shows, and what it still lacks. */
export function StoryPage({ story, placements, frameworks, choices, problem }: StoryPageProps) {
  const hints = hintsFor(story)
  return (
    <ProfileFrame
      title={storyName(story)}
      tab="stories"
      crumbs={[{ label: 'Stories', href: links.stories() }]}
      styles={['story', 'translate']}
    >
      {problem && <Notice kind="problem" title={problem} />}
      <p class="facts">
        <span>{SETTING_WORDS[story.setting]}</span>
        {story.happened && <span>{story.happened}</span>}
        <span>only you see it, unless you share it</span>
      </p>
      <div class="story-beside">
        <div class="story-told">
          {PARTS.map(({ part, heading }) => (
            <section key={part}>
              <h2>{heading}</h2>
              {story[part] && <p class="as-written">{story[part]}</p>}
              <Hints hints={hints.filter((hint) => hint.part === part)} href={links.storyForm(story.id)} />
            </section>
          ))}
          <Hints hints={hints.filter(({ part }) => part === 'title')} href={links.storyForm(story.id)} />
          <div class="row">
            <ButtonLink kind={story.action ? 'plain' : 'primary'} href={links.storyForm(story.id)}>
              {story.action ? 'Change the story' : 'Go on writing'}
            </ButtonLink>
          </div>
          <details class="words-of">
            <summary>Throw it away</summary>
            <p>The story goes for good, with what it shows, and out of whatever shares it.</p>
            <form method="post" action={links.storyRemoval(story.id)}>
              <Button kind="danger">Throw this story away</Button>
            </form>
          </details>
        </div>
        <Shows {...{ story, placements, frameworks, choices }} />
      </div>
    </ProfileFrame>
  )
}

function Hints({ hints, href }: { hints: Hint[]; href: string }) {
  return (
    <>
      {hints.map(({ kind, part, says, found }) => (
        <p key={says} class={`story-hint ${kind}`}>
          {says}
          {found.length > 0 && <span class="soft"> You wrote {listed(found)}.</span>}{' '}
          <a href={`${href}#field-${part}`}>
            {kind === 'missing' ? 'Write it' : 'Change it'}
            <span class="unseen">: {part}</span>
          </a>
        </p>
      ))}
    </>
  )
}

const listed = (words: string[]) =>
  words
    .slice(0, 3)
    .map((word) => `“${word}”`)
    .join(', ')

function Shows({ story, placements, frameworks, choices }: Omit<StoryPageProps, 'problem'>) {
  return (
    <aside class="story-shows" aria-labelledby="shows">
      <h2 id="shows">What it shows</h2>
      {placements.length === 0 && (
        <p class="soft">
          {story.action
            ? 'Nothing is placed yet. Sightline reads what you did and proposes a competency and a level; you decide.'
            : 'Write what you did; then Sightline can propose what it shows, and you decide.'}
        </p>
      )}
      <ol class="placed">
        {placements.map((placement) => {
          const framework = frameworks.get(placement.frameworkId)
          return (
            framework && (
              <li key={placement.id}>
                <Placed story={story} placement={placement} framework={framework} />
              </li>
            )
          )
        })}
      </ol>
      {story.action && (
        <form action={links.storyReading(story.id)} class="read-through">
          <Choice
            label="Read it through"
            name="framework"
            options={choices.map(({ slug, title }) => ({ value: slug, label: title }))}
          />
          <Button kind="primary">See what it shows</Button>
        </form>
      )}
    </aside>
  )
}

interface PlacedProps {
  story: Story
  placement: Placement
  framework: Framework
}

function Placed({ story, placement, framework }: PlacedProps) {
  const { id, competency, level, activity, placedBy } = placement
  const cell = { competency, level }
  return (
    <article>
      <p>
        <CellTag
          framework={framework}
          cell={cell}
          href={links.profileCompetency(framework.slug, competency)}
        />
      </p>
      {activity && <p class="activity">“{activity}”</p>}
      <p class="small soft">
        {framework.title}, {placedBy === 'translate' ? 'as Sightline proposed' : 'placed by you'}
      </p>
      <details class="words-of">
        <summary>
          The words of this level<span class="unseen">: {cellWords(framework, cell)}</span>
        </summary>
        <CellWords framework={framework} cell={cell} />
      </details>
      <details class="words-of">
        <summary>
          Move it or take it out<span class="unseen">: {cellWords(framework, cell)}</span>
        </summary>
        <form method="post" action={links.storyPlacement(story.id, id)}>
          <CellFields framework={framework} competency={competency} level={level} id={`move-${id}`} />
          <Button label={`Move it there, from ${cellWords(framework, cell)}`}>Move it there</Button>
        </form>
        <form method="post" action={links.storyPlacementRemoval(story.id, id)}>
          <Button label={`Take it out here: ${cellWords(framework, cell)}`}>Take it out here</Button>
        </form>
      </details>
    </article>
  )
}

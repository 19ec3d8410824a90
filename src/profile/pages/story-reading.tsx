import type { Framework } from '#framework/model.ts'
import { counted } from '#framework/pages/words.ts'
import { links } from '#routes.ts'
import { placesOf } from '#translate/answer.ts'
import type { Band } from '#translate/model.ts'
import { LEXICAL } from '#translate/model.ts'
import { Higher } from '#translate/pages/cell.tsx'
import { CellFields } from '#translate/pages/cell-fields.tsx'
import { Reasons } from '#translate/pages/reasons.tsx'
import { Marked } from '#translate/pages/share.tsx'
import { Button, ButtonLink } from '#web/button.tsx'
import { Choice } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { cellText } from '../placing.ts'
import type { Proposal } from '../proposal.ts'
import type { Placement, Story } from '../story.ts'
import { storyName } from '../story.ts'
import { CellTag, CellWords, cellWords } from './cell-tag.tsx'
import { ProfileFrame } from './frame.tsx'

interface StoryReadingProps {
  story: Story
  framework: Framework
  choices: { slug: string; title: string }[]
  proposals: Proposal[]
  left: number
  unavailable: string | null
  /** Where the story is placed in this framework already. */
  placements: Placement[]
  problem?: string | undefined
}

/** What a story shows in one framework, activity by activity: proposed with the reason, decided by the person. */
export function StoryReadingPage(props: StoryReadingProps) {
  const { story, framework, proposals, left, unavailable, placements, problem } = props
  return (
    <ProfileFrame
      title="What it shows"
      tab="stories"
      crumbs={[
        { label: 'Stories', href: links.stories() },
        { label: storyName(story), href: links.story(story.id) },
      ]}
      lead="Sightline proposes, you decide: nothing counts until you place it. Leave what does not fit."
      styles={['story', 'translate']}
    >
      {problem && <Notice kind="problem" title={problem} />}
      {unavailable && (
        <Notice kind="warning" title="The story cannot be read at the moment">
          <p>{unavailable} You can place it by hand, with the words of each level in view.</p>
        </Notice>
      )}
      <Through {...props} />
      {proposals.length === 0 && (
        <Notice title="There is nothing to read yet">
          <p>
            Competency and level are read from what you did.{' '}
            <a href={`${links.storyForm(story.id)}#field-action`}>Write what you did</a>
          </p>
        </Notice>
      )}
      {proposals.map((proposal, i) => (
        <Activity
          key={proposal.activity}
          proposal={proposal}
          number={i + 1}
          placements={placements.filter(({ activity }) => activity === proposal.activity)}
          {...{ story, framework }}
        />
      ))}
      {left > 0 && (
        <p class="soft">
          {counted(left, 'more activity', 'more activities')} of the story {left === 1 ? 'is' : 'are'} not
          read. Make two stories of it, or place {left === 1 ? 'it' : 'them'} by hand.
        </p>
      )}
      {story.action && <Whole story={story} framework={framework} />}
      <p class="row way-on">
        <ButtonLink href={links.story(story.id)}>Back to the story</ButtonLink>
        <ButtonLink href={links.storyMap(framework.slug)}>See the map</ButtonLink>
      </p>
    </ProfileFrame>
  )
}

function Through({ story, framework, choices }: StoryReadingProps) {
  return (
    <form action={links.storyReading(story.id)} class="through">
      <Choice
        label="Read through"
        name="framework"
        value={framework.slug}
        options={choices.map(({ slug, title }) => ({ value: slug, label: title }))}
      />
      <Button>Read it through this</Button>
    </form>
  )
}

interface ActivityProps {
  story: Story
  framework: Framework
  proposal: Proposal
  number: number
  placements: Placement[]
}

function Activity({ story, framework, proposal, number, placements }: ActivityProps) {
  const { activity, read, notice } = proposal
  const cues = read?.reasons.cues.map(({ cue }) => cue) ?? []
  return (
    <article class="answer story-activity" aria-labelledby={`activity-${number}`}>
      <h2 id={`activity-${number}`} class="answer-words">
        <Marked text={activity} ranges={placesOf(activity, cues)} />
      </h2>
      {placements.map(({ id, competency, level }) => (
        <p key={id} class="is-placed">
          Placed: <CellTag framework={framework} cell={{ competency, level }} />
        </p>
      ))}
      {notice && <p class="answer-notice">{notice}</p>}
      {placements.length === 0 && <Decide {...{ story, framework, proposal, number }} />}
      {read && !notice && (
        <div class="story-reasons">
          <Reasons one={read} text={activity} />
          <Higher higher={read.higher} />
          {read.backend === LEXICAL && (
            <p class="small soft">
              Found by the words it shares with the framework, without the sentence model.
            </p>
          )}
        </div>
      )}
    </article>
  )
}

type DecideProps = Omit<ActivityProps, 'placements'>

function Decide(props: DecideProps) {
  const { cell, asks } = props.proposal
  return (
    <>
      {asks.length > 0 && <Ask {...props} />}
      {cell && asks.length === 0 && <Confirm {...props} />}
      <Elsewhere {...props} open={cell === null} />
    </>
  )
}

/** What every form that places an activity sends. */
function Sent({ framework, proposal }: DecideProps) {
  const { activity, cell } = proposal
  return (
    <>
      <input type="hidden" name="framework" value={framework.slug} />
      <input type="hidden" name="activity" value={activity} />
      {cell && <input type="hidden" name="proposed" value={cellText(cell)} />}
    </>
  )
}

const BAND_WORDS: Record<Band, string> = { likely: 'Likely', possible: 'Possible', unsure: 'Not sure' }

function Confirm(props: DecideProps) {
  const { story, framework, proposal } = props
  const { cell, band } = proposal
  if (!cell) return null
  return (
    <form method="post" action={links.storyPlacements(story.id)} class="confirm">
      <Sent {...props} />
      <input type="hidden" name="cell" value={cellText(cell)} />
      <div class="row">
        <p class={`band ${band}`}>
          <b>{BAND_WORDS[band]}</b>
        </p>
        <CellTag framework={framework} cell={cell} />
      </div>
      <CellWords framework={framework} cell={cell} />
      <Button label={`Yes, place it here: ${cellWords(framework, cell)}`}>Yes, place it here</Button>
    </form>
  )
}

/** Not sure: the person chooses among the words of the levels themselves. */
function Ask(props: DecideProps) {
  const { story, framework, proposal } = props
  return (
    <form method="post" action={links.storyPlacements(story.id)} class="ask-cells">
      <Sent {...props} />
      <fieldset>
        <legend>Sightline is not sure. Which of these is closest to what you did?</legend>
        {proposal.asks.map((cell) => (
          <label key={cellText(cell)} class="ask-cell">
            <input type="radio" name="cell" value={cellText(cell)} required />
            <span>
              <CellTag framework={framework} cell={cell} />
              <CellWords framework={framework} cell={cell} />
            </span>
          </label>
        ))}
      </fieldset>
      <Button label={`Place it there: ${proposal.activity}`}>Place it there</Button>
    </form>
  )
}

function Elsewhere(props: DecideProps & { open: boolean }) {
  const { story, framework, proposal, number, open } = props
  const first = {
    competency: framework.competencies[0]?.key ?? '',
    level: framework.scale.levels[0]?.key ?? '',
  }
  const { competency, level } = proposal.cell ?? first
  return (
    <details class="words-of" open={open}>
      <summary>
        {open ? 'Place it by hand' : 'It belongs somewhere else'}
        <span class="unseen">: {proposal.activity}</span>
      </summary>
      <form method="post" action={links.storyPlacements(story.id)}>
        <Sent {...props} />
        <CellFields framework={framework} competency={competency} level={level} id={`by-hand-${number}`} />
        <Button label={`Place it there: ${proposal.activity}`}>Place it there</Button>
      </form>
      <p class="small">
        <a href={links.framework(framework.slug)}>Read the words of every level</a>
      </p>
    </details>
  )
}

/** The story as a whole, for what no single sentence of it shows. */
function Whole({ story, framework }: { story: Story; framework: Framework }) {
  return (
    <section class="block">
      <h2>The story as a whole</h2>
      <form method="post" action={links.storyPlacements(story.id)} class="whole">
        <p class="soft">For what no single sentence shows by itself.</p>
        <input type="hidden" name="framework" value={framework.slug} />
        <CellFields
          framework={framework}
          competency={framework.competencies[0]?.key ?? ''}
          level={framework.scale.levels[0]?.key ?? ''}
          id="whole"
        />
        <Button>Place the whole story</Button>
      </form>
    </section>
  )
}

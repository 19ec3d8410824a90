import { Notice } from '#web/notice.tsx'
import { Box, type BoxProps } from './box.tsx'
import { type Reach, TranslateFrame } from './frame.tsx'

interface TranslateProps extends BoxProps {
  reach: Reach
  /** The answers, in the page that streams them; without them nothing has been asked yet. */
  answers?: {
    /** Where they go. */
    place: string
    activities: number
    /** Beyond those that are answered. */
    left: number
    /** The sentence model is still starting. */
    waits: boolean
  }
}

/** The page of Translate: the box, and below it one answer for each activity. */
export function TranslatePage({ reach, answers, ...box }: TranslateProps) {
  return (
    <TranslateFrame
      title="Translate"
      tab="translate"
      reach={reach}
      scripts={reach.judges ? ['translate'] : []}
      lead={
        answers
          ? undefined
          : 'Say in plain words what you do. Sightline tells which competency it shows, and at which level, and why.'
      }
    >
      <Box {...box} answered={answers !== undefined} />
      {answers && (
        <section class="answers" aria-label="Answers">
          <Count {...answers} />
          {answers.place}
        </section>
      )}
      {answers === undefined && <HowItWorks />}
    </TranslateFrame>
  )
}

function Count({ activities, left, waits }: NonNullable<TranslateProps['answers']>) {
  if (activities === 1 && !waits) return null
  return (
    <p class="small soft">
      {activities > 1 && `${activities} activities were found.`}
      {left > 0 && ` ${left} more are left out: send them by themselves.`}
      {waits && ' The sentence model is starting, so the first answer takes a moment.'}
    </p>
  )
}

function HowItWorks() {
  return (
    <section class="block prose" aria-labelledby="about">
      <h2 id="about">What you get</h2>
      <ul>
        <li>The three likeliest competencies, each with how likely it is, or “not sure”.</li>
        <li>The level, with the framework’s own words for it.</li>
        <li>The reason: statements that are most like yours, and the words that carry the answer.</li>
        <li>What would make it one level higher.</li>
      </ul>
      <p>
        It is a proposal for you to judge, made on this machine: nothing that you type is kept, logged or sent
        anywhere. Do not use it to rank people.
      </p>
    </section>
  )
}

/** Stands where answers can no longer come. */
export function BrokenOff({ says }: { says: string }) {
  return (
    <Notice kind="problem" title="The answers break off here">
      <p>{says}</p>
    </Notice>
  )
}

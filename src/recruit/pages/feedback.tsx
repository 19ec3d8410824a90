import type { Sheet } from '#lib/sheet.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { SheetView } from '#web/sheet.tsx'
import type { FeedbackField } from '../feedback/check.ts'
import type { GuideStatements } from '../feedback/draft.ts'
import type { Feedback, FeedbackPart } from '../feedback/feedback.ts'
import { NEXT, QUOTED, SHOWN } from '../feedback/sheet.ts'
import type { Candidate, Vacancy } from '../model.ts'
import { RecruitFrame } from './frame.tsx'
import { dayWords } from './words.ts'

interface FeedbackProps {
  vacancy: Vacancy
  candidate: Candidate
  obstacle: string | null
  feedback: Feedback
  version: number
  sentAt: Date | null
  quotes: ReadonlyMap<string, readonly string[]>
  guide: ReadonlyMap<string, GuideStatements>
  hints: ReadonlyMap<FeedbackField, readonly string[]>
  errors: Messages
}

const crumbsOf = (vacancy: Vacancy, candidate: Candidate) => [
  { label: 'Candidates', href: links.candidates(vacancy.id) },
  { label: candidate.name, href: links.candidate(vacancy.id, candidate.id) },
]

/** The letter as it is written: every text can be changed, and quotes go in only when they are ticked. */
export function FeedbackPage(props: FeedbackProps) {
  const { vacancy, candidate, obstacle, sentAt, version, errors } = props
  const letter = links.feedbackLetter(vacancy.id, candidate.id)
  return (
    <RecruitFrame
      title={`Feedback for ${candidate.name}`}
      vacancy={vacancy}
      oversees
      here={links.candidates(vacancy.id)}
      crumbs={crumbsOf(vacancy, candidate)}
      styles={['ledger']}
      lead="Made from the words of the rating guides, at the range that the panel settled on. Make it yours: what you heard, kindly and plainly. It names nobody and holds no rating."
      actions={
        version > 0 && !obstacle ? <ButtonLink href={letter}>Look at the letter</ButtonLink> : undefined
      }
    >
      <Problems errors={errors} />
      {obstacle && (
        <Empty
          title="No letter yet"
          action={
            <ButtonLink href={links.candidate(vacancy.id, candidate.id)}>Back to {candidate.name}</ButtonLink>
          }
        >
          <p>{obstacle}</p>
        </Empty>
      )}
      {!obstacle && sentAt && (
        <Notice kind="done" title={`Sent on ${dayWords(sentAt)}`}>
          <p>It stays as it was sent, until {candidate.name} is erased.</p>
        </Notice>
      )}
      {!obstacle && !sentAt && <Editor {...props} />}
    </RecruitFrame>
  )
}

function Editor({ vacancy, candidate, feedback, version, quotes, guide, hints, errors }: FeedbackProps) {
  return (
    <form class="feedback-form" method="post" action={links.feedback(vacancy.id, candidate.id)} noValidate>
      <input type="hidden" name="version" value={version} />
      <Words label="To begin with" name="opening" value={feedback.opening} rows={5} {...{ hints, errors }} />
      {feedback.parts.map((part) => (
        <Part
          key={part.criterion}
          part={part}
          quotes={quotes.get(part.criterion) ?? []}
          guide={guide.get(part.criterion)}
          {...{ hints, errors }}
        />
      ))}
      <Words label="To end with" name="closing" value={feedback.closing} rows={3} {...{ hints, errors }} />
      <div class="row">
        <Button kind="primary">Save and check the words</Button>
        <a href={links.candidate(vacancy.id, candidate.id)}>Back without saving</a>
      </div>
    </form>
  )
}

type Around = Pick<FeedbackProps, 'hints' | 'errors'>

interface PartProps extends Around {
  part: FeedbackPart
  quotes: readonly string[]
  guide: GuideStatements | undefined
}

function Part({ part, quotes, guide, ...around }: PartProps) {
  const { criterion, heading, shown, next } = part
  return (
    <section class="feedback-part" aria-labelledby={`part-${criterion}`}>
      <h2 id={`part-${criterion}`}>{heading}</h2>
      <Words
        label={SHOWN}
        name={`shown:${criterion}`}
        value={shown}
        rows={5}
        hint="A statement a line: what you heard, and no more. Empty: left out."
        {...around}
      />
      <ToChooseFrom texts={guide?.shown ?? []} of="the range that was given" />
      {quotes.length > 0 && (
        <fieldset>
          <legend>{QUOTED}: tick what may go into the letter</legend>
          {quotes.map((quote, i) => (
            <label key={quote}>
              <input
                type="checkbox"
                name={`quote:${criterion}`}
                value={String(i)}
                checked={part.quotes.includes(quote)}
              />{' '}
              “{quote}”
            </label>
          ))}
        </fieldset>
      )}
      <Words
        label={NEXT}
        name={`next:${criterion}`}
        value={next}
        rows={5}
        hint="A statement a line. Empty: left out."
        {...around}
      />
      <ToChooseFrom texts={guide?.next ?? []} of="the range above" />
    </section>
  )
}

/** A draft holds the first few statements; whoever writes the letter knows which were heard. */
function ToChooseFrom({ texts, of }: { texts: readonly string[]; of: string }) {
  if (texts.length === 0) return null
  return (
    <details class="small">
      <summary>
        All {texts.length} statements of {of}: the draft takes the first few, keep those that fit
      </summary>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  )
}

interface WordsProps extends Around {
  label: string
  name: FeedbackField
  value: string
  rows: number
  hint?: string
}

function Words({ label, name, value, rows, hint, hints, errors }: WordsProps) {
  const found = hints.get(name) ?? []
  return (
    <div>
      <Field {...{ label, name, value, rows, error: errors[name] }} {...(hint !== undefined && { hint })} />
      {found.length > 0 && (
        <ul class="feedback-hints small" aria-label={`What to look at in “${label}”`}>
          {found.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface LetterProps {
  vacancy: Vacancy
  candidate: Candidate
  sheet: Sheet
  version: number
  sentAt: Date | null
  errors: Messages
}

/** The letter as the candidate gets it: to be read once more, printed, taken along, and sent. */
export function FeedbackLetterPage({ vacancy, candidate, sheet, version, sentAt, errors }: LetterProps) {
  return (
    <RecruitFrame
      title={sentAt ? 'The letter as it was sent' : 'The letter as it will go'}
      vacancy={vacancy}
      oversees
      here={links.candidates(vacancy.id)}
      crumbs={[
        ...crumbsOf(vacancy, candidate),
        { label: 'Feedback', href: links.feedback(vacancy.id, candidate.id) },
      ]}
      styles={['sheet', 'ledger']}
      scripts={['print']}
      actions={<ButtonLink href={links.feedbackFile(vacancy.id, candidate.id)}>Download as DOCX</ButtonLink>}
    >
      <Problems errors={errors} />
      {!sentAt && (
        <form class="feedback-send" method="post" action={links.feedbackLetter(vacancy.id, candidate.id)}>
          <input type="hidden" name="version" value={version} />
          <p>
            {candidate.email
              ? `It goes to ${candidate.email}, and stands on ${candidate.name}’s own page from then on.`
              : `${candidate.name} gave no address: print it and hand it over. Sending notes that you have.`}{' '}
            After that it stays as it is.
          </p>
          <div class="row">
            <Button kind="primary">{candidate.email ? 'Send it' : 'It has been handed over'}</Button>
            <a href={links.feedback(vacancy.id, candidate.id)}>Change it</a>
          </div>
        </form>
      )}
      <SheetView sheet={sheet} />
    </RecruitFrame>
  )
}

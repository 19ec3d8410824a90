import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { MOVE_WORDS, STAGE_WORDS } from '../candidate/stage.ts'
import type { Candidate, Stage, Vacancy } from '../model.ts'
import { RecruitFrame } from './frame.tsx'

interface CandidateNewProps {
  vacancy: Vacancy
  values?: Record<string, string>
  errors?: Messages
}

/** Somebody who has applied in another way than by the link. */
export function CandidateNewPage({ vacancy, values = {}, errors = {} }: CandidateNewProps) {
  return (
    <RecruitFrame
      title="Add a candidate by hand"
      vacancy={vacancy}
      oversees
      here={links.candidates(vacancy.id)}
      crumbs={[{ label: 'Candidates', href: links.candidates(vacancy.id) }]}
      lead="For somebody who has written, called or come in. Enter what is needed for this vacancy and nothing more."
    >
      <form class="stack" method="post" action={links.candidates(vacancy.id)} noValidate>
        <Problems errors={errors} />
        <Field label="Name" name="name" value={values.name} error={errors.name} autocomplete="off" required />
        <Field
          label="E-mail address"
          name="email"
          type="email"
          value={values.email}
          error={errors.email}
          autocomplete="off"
          hint="They get a mail with their own page at once. Without an address, give them the notice on paper."
        />
        <Field
          label="In their own words"
          name="letter"
          rows={6}
          value={values.letter}
          error={errors.letter}
        />
        <Field
          label="What they need for an interview"
          name="accommodation"
          rows={3}
          value={values.accommodation}
          error={errors.accommodation}
        />
        <Button kind="primary">Add them</Button>
      </form>
    </RecruitFrame>
  )
}

interface MoveProps {
  vacancy: Vacancy
  candidate: Candidate
  stage: Stage
  /** Null: they have no address, or nothing need be said. */
  draft: { subject: string; text: string } | null
  errors?: Messages
  /** They would be offered the job, and the decision does not say so. */
  undecided?: boolean
}

/** A step of a candidate, with the mail to be looked over before it goes. */
export function CandidateMovePage(props: MoveProps) {
  const { vacancy, candidate, stage, draft, errors = {}, undecided = false } = props
  return (
    <RecruitFrame
      title={`${candidate.name}: ${STAGE_WORDS[stage].toLowerCase()}`}
      vacancy={vacancy}
      oversees
      here={links.candidates(vacancy.id)}
      crumbs={[
        { label: 'Candidates', href: links.candidates(vacancy.id) },
        { label: candidate.name, href: links.candidate(vacancy.id, candidate.id) },
      ]}
      lead={`Now: ${STAGE_WORDS[candidate.stage].toLowerCase()}. They see on their own page where they stand.`}
    >
      <form class="stack" method="post" action={links.candidateMove(vacancy.id, candidate.id)} noValidate>
        <Problems errors={errors} />
        {undecided && (
          <Notice kind="warning" title="This has not been decided">
            <p>
              The <a href={links.decision(vacancy.id)}>decision sheet</a> does not say that {candidate.name}{' '}
              is offered the job. Decide first, so that the reason stands before the offer goes.
            </p>
          </Notice>
        )}
        <input type="hidden" name="to" value={stage} />
        {draft ? (
          <>
            <Field label="Subject" name="subject" value={draft.subject} error={errors.subject} />
            <Field
              label={`Mail to ${candidate.email}`}
              name="text"
              rows={14}
              value={draft.text}
              error={errors.text}
              hint="Look it over and change what you like. It goes as it stands here, with the link to their own page put in. Without a mail server it waits under Mail, for an owner to pass on."
            />
            <div class="row">
              <Button kind="primary" name="mail" value="yes">
                {`${MOVE_WORDS[stage]} and send this mail`}
              </Button>
              <Button name="mail" value="no">
                Without a mail
              </Button>
            </div>
          </>
        ) : (
          <>
            <p>
              {candidate.email === null
                ? 'They have given no address, so tell them in another way.'
                : 'No mail goes with this step.'}
            </p>
            <Button kind="primary" name="mail" value="no">
              {MOVE_WORDS[stage]}
            </Button>
          </>
        )}
      </form>
    </RecruitFrame>
  )
}

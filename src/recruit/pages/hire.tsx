import { PostFields } from '#people/pages/post-fields.tsx'
import type { Typed } from '#people/typed.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { movesOf } from '../candidate/stage.ts'
import type { Candidate, Vacancy } from '../model.ts'
import { RecruitFrame } from './frame.tsx'

interface HirePageProps {
  vacancy: Vacancy
  candidate: Candidate
  /** Why they cannot be hired now; null: they can. */
  obstacle: string | null
  values: Typed
  errors?: Messages
  choices: Parameters<typeof PostFields>[0]['choices']
}

/** A candidate who has accepted comes among the people. */
export function HirePage({ vacancy, candidate, obstacle, values, errors = {}, choices }: HirePageProps) {
  return (
    <RecruitFrame
      title={obstacle === null ? `${candidate.name} has accepted` : `Hire ${candidate.name}`}
      vacancy={vacancy}
      oversees
      here={links.candidates(vacancy.id)}
      crumbs={[
        { label: 'Candidates', href: links.candidates(vacancy.id) },
        { label: candidate.name, href: links.candidate(vacancy.id, candidate.id) },
      ]}
      styles={['decision']}
      lead="They come among the people, and what they learn in their first months is handed over to them and their manager, in the words of the framework."
    >
      {obstacle === null ? (
        <HireForm {...{ vacancy, candidate, values, errors, choices }} />
      ) : (
        <Obstacle {...{ vacancy, candidate, obstacle }} />
      )}
    </RecruitFrame>
  )
}

function Obstacle({
  vacancy,
  candidate,
  obstacle,
}: Pick<HirePageProps, 'vacancy' | 'candidate'> & { obstacle: string }) {
  return (
    <>
      <Notice>
        <p>{obstacle}</p>
      </Notice>
      <div class="row">
        <ButtonLink href={links.decision(vacancy.id)}>Open the decision sheet</ButtonLink>
        {movesOf(candidate).includes('hired') && (
          <ButtonLink href={links.candidateMove(vacancy.id, candidate.id, 'hired')}>
            Only note that they have accepted
          </ButtonLink>
        )}
      </div>
    </>
  )
}

type FormProps = Required<Omit<HirePageProps, 'obstacle'>>

function HireForm({ vacancy, candidate, values, errors, choices }: FormProps) {
  const told = (name: string) => ({ name, value: values[name], error: errors[name] })
  return (
    <form class="stack hire-form" method="post" action={links.hire(vacancy.id, candidate.id)} noValidate>
      <Problems errors={errors} />
      <Field label="First day" type="date" {...told('startsOn')} />
      <fieldset class="hire-way">
        <legend>
          <label>
            <input type="radio" name="way" value="new" checked={values.way !== 'present'} /> They are new here
          </label>
        </legend>
        <p class="hint">
          They are entered among the people with this post. Letters and notes stay with the vacancy.
        </p>
        <Field label="Name" {...told('name')} autocomplete="off" />
        <Field
          label="E-mail address"
          type="email"
          {...told('email')}
          autocomplete="off"
          hint="At work, if they have one already."
        />
        <PostFields values={values} errors={errors} stored={{}} choices={choices} withDays={false} />
      </fieldset>
      <fieldset class="hire-way">
        <legend>
          <label>
            <input type="radio" name="way" value="present" checked={values.way === 'present'} /> They are
            among the people already
          </label>
        </legend>
        <Field
          label="Who they are"
          {...told('who')}
          hint="Name, e-mail address or employee number. Their new post is entered under People."
          autocomplete="off"
          suggestions={choices.managers.length > 0 ? choices.managers : undefined}
        />
      </fieldset>
      <Button kind="primary">Enter them and hand over their goals</Button>
      <p class="soft">No mail goes with this step.</p>
    </form>
  )
}

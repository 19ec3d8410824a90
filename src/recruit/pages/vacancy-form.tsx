import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import { JURISDICTIONS } from '../kit/rules/topics.ts'
import type { Vacancy } from '../model.ts'
import { RecruitFrame } from './frame.tsx'

type Typed = Record<string, string>

interface NewVacancyProps {
  /** Roles with an agreed profile. */
  profiles: { value: string; label: string }[]
  /** Names by which people can be meant; none where they are many. */
  people: string[]
  values: Typed
  errors?: Messages
}

/** One form, one button: from what a job needs to a whole kit. */
export function NewVacancyPage({ profiles, people, values, errors = {} }: NewVacancyProps) {
  return (
    <RecruitFrame
      title="Start a vacancy"
      lead="Choose the role and who rates. Questions, probes and rating guides are made at once; all of it can be changed until the kit is fixed."
    >
      <form class="stack" method="post" action={links.recruit()} noValidate>
        <Problems errors={errors} />
        <Choice
          label="Role"
          name="profileId"
          value={values.profileId}
          error={errors.profileId}
          options={profiles}
          hint="Roles whose profile is agreed. The vacancy keeps this version, whatever is agreed later."
        />
        <Members values={values} errors={errors} people={people} />
        <details class="block" open={detailsAreWrong(errors)}>
          <summary>Title, days and rules: all have a sensible beginning</summary>
          <div class="stack">
            <Details
              values={values}
              errors={errors}
              titleHint="As candidates read it. Empty: the title of the role."
            />
            <Choice
              label="Points of the rating"
              name="points"
              value={values.points}
              error={errors.points}
              options={['5', '7', '9'].map((value) => ({ value, label: `1 to ${value}` }))}
              hint="Seven or nine tell candidates apart better than five. “No response” is always apart from them."
            />
          </div>
        </details>
        <Button kind="primary">Make the kit</Button>
      </form>
    </RecruitFrame>
  )
}

const detailsAreWrong = (errors: Messages) =>
  Object.keys(errors).some((name) => name !== '' && name !== 'profileId' && !name.startsWith('member'))

const PANEL = 5

export function Members({
  values,
  errors = {},
  people,
}: Pick<NewVacancyProps, 'values' | 'errors' | 'people'>) {
  return (
    <fieldset class="members">
      <legend>Panel</legend>
      <p class="hint">
        Two to five people who rate, each alone first. The first of them leads. Begin to type a name.
      </p>
      <div>
        {Array.from({ length: PANEL }, (_, i) => (
          <Field
            key={i}
            label={i === 0 ? 'Leads the panel' : `Rates as number ${i + 1}`}
            name={`member${i}`}
            value={values[`member${i}`]}
            error={errors[`member${i}`]}
            suggestions={people.length > 0 ? people : undefined}
            autocomplete="off"
            length={32}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface DetailsProps {
  values: Typed
  errors?: Messages
  titleHint: string
}

function Details({ values, errors = {}, titleHint }: DetailsProps) {
  const told = (name: string) => ({ name, value: values[name], error: errors[name] })
  return (
    <>
      <Field label="Title" {...told('title')} hint={titleHint} autocomplete="off" />
      <Field
        label="What the assessment is for"
        {...told('purpose')}
        rows={3}
        hint="Candidates read it before they apply. What they give is used for this alone."
      />
      <div class="days">
        <Field label="Places" {...told('places')} inputmode="numeric" length={4} />
        <Field label="Applications until" {...told('applyUntil')} type="date" />
        <Field label="Decision by" {...told('decideBy')} type="date" />
      </div>
      <Field
        label="Months for which candidates’ data are kept after the decision"
        {...told('keepMonths')}
        inputmode="numeric"
        length={4}
        hint="Of those who are not hired. Then names, letters and notes go; counts stay."
      />
      <Field
        label="Minutes with the questions before the interview"
        {...told('questionsBefore')}
        inputmode="numeric"
        length={4}
        hint="Fifteen to thirty help with complex questions, and calm people. Empty: nobody gets them beforehand."
      />
      <Choice
        label="Whose rules hold"
        {...told('jurisdiction')}
        options={JURISDICTIONS.map(({ code, name }) => ({ value: code, label: name }))}
        hint="Questions are checked against the topics that may not be asked there."
      />
    </>
  )
}

interface VacancyFormProps {
  vacancy: Vacancy
  values: Typed
  errors?: Messages
}

/** Changing what is said of a vacancy. */
export function VacancyFormPage({ vacancy, values, errors = {} }: VacancyFormProps) {
  return (
    <RecruitFrame title={`Change ${vacancy.title}`} vacancy={vacancy} oversees>
      <form class="stack" method="post" action={links.vacancyForm(vacancy.id)} noValidate>
        <Problems errors={errors} />
        <Details values={values} errors={errors} titleHint="As candidates read it." />
        <input type="hidden" name="seen" value={String(vacancy.version)} />
        <Button kind="primary">Save</Button>
      </form>
    </RecruitFrame>
  )
}

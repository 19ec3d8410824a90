import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Table } from '#web/table.tsx'
import { type Interview, whenWords } from '../candidate/interview.ts'
import type { Candidate, Vacancy } from '../model.ts'
import type { Part } from '../opened.ts'
import { RecruitFrame } from './frame.tsx'

/** An interview as the list shows it: with the name, and what it clashes with. */
export interface ListedInterview extends Interview {
  name: string
  /** What the candidate needs so that it is fair to them; the panel has to know. */
  needs: string | null
  /** Each in words. */
  clashes: string[]
}

interface InterviewsProps {
  vacancy: Vacancy
  part: Part
  interviews: ListedInterview[]
}

/** When who is interviewed, for the panel and for those who recruit. */
export function InterviewsPage({ vacancy, part, interviews }: InterviewsProps) {
  const clash = interviews.some(({ clashes }) => clashes.length > 0)
  return (
    <RecruitFrame
      title="Interviews"
      vacancy={vacancy}
      oversees={part.oversees}
      here={links.interviews(vacancy.id)}
      styles={['candidate']}
      actions={
        interviews.length > 0 && (
          <ButtonLink href={links.interviewFile(vacancy.id)}>Put them into your calendar</ButtonLink>
        )
      }
    >
      {interviews.length === 0 ? (
        <Empty title="No interview is arranged">
          <p>
            {part.oversees
              ? 'Invite a candidate, then arrange the interview on their page.'
              : 'Those who recruit arrange them. When one stands here, you get a mail.'}
          </p>
        </Empty>
      ) : (
        <Table
          stacks
          caption="Interviews, the earliest first"
          heads={['When', 'Candidate', 'Where', 'What they need', ...(clash ? ['Clashes'] : [])]}
          rows={interviews.map((one) => ({
            key: one.id,
            cells: [...cellsOf(one, vacancy.id, part), ...(clash ? [clashWords(one)] : [])],
          }))}
        />
      )}
    </RecruitFrame>
  )
}

function cellsOf(one: ListedInterview, vacancyId: string, part: Part) {
  return [
    <>
      {whenWords(one)}
      <span class="hint">{one.minutes} minutes</span>
    </>,
    part.oversees ? <a href={links.candidate(vacancyId, one.candidateId)}>{one.name}</a> : one.name,
    one.place,
    one.needs ?? <span class="soft">nothing said</span>,
  ]
}

const clashWords = ({ clashes }: ListedInterview) =>
  clashes.length === 0 ? <span class="soft">none</span> : <b>{clashes.join('; ')}</b>

interface InterviewFormProps {
  vacancy: Vacancy
  candidate: Candidate
  /** There is one already, which this moves. */
  isMove: boolean
  values: Record<string, string>
  errors?: Messages
}

/** Arranges or moves a candidate's interview. */
export function InterviewFormPage({ vacancy, candidate, isMove, values, errors = {} }: InterviewFormProps) {
  return (
    <RecruitFrame
      title={isMove ? 'Move the interview' : 'Arrange an interview'}
      vacancy={vacancy}
      oversees
      here={links.candidates(vacancy.id)}
      crumbs={[
        { label: 'Candidates', href: links.candidates(vacancy.id) },
        { label: candidate.name, href: links.candidate(vacancy.id, candidate.id) },
      ]}
      lead={`With ${candidate.name}. They and the panel get a mail; the calendar file stands on their pages.`}
    >
      {candidate.accommodation && <p>What they need: {candidate.accommodation}</p>}
      <form
        class="stack"
        method="post"
        action={links.candidateInterview(vacancy.id, candidate.id)}
        noValidate
      >
        <Problems errors={errors} />
        <Field label="Day" name="day" type="date" value={values.day} error={errors.day} />
        <Field
          label="Time"
          name="time"
          value={values.time}
          error={errors.time}
          hint="Such as 14:30."
          length={6}
        />
        <Field
          label="Time zone"
          name="zone"
          value={values.zone}
          error={errors.zone}
          hint="By its name, such as Europe/London. Everybody is told the time with it."
        />
        <Field
          label="Minutes"
          name="minutes"
          inputmode="numeric"
          value={values.minutes}
          error={errors.minutes}
          length={4}
        />
        <Field
          label="Where"
          name="place"
          value={values.place}
          error={errors.place}
          hint="A room with its address, or the address of a call."
        />
        <Button kind="primary">{isMove ? 'Move it and tell them' : 'Arrange it and tell them'}</Button>
      </form>
    </RecruitFrame>
  )
}

import { type Framework, indicatorsAt, levelLabel } from '#framework/model.ts'
import { longDay } from '#people/words.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { type Ask, UNSEEN } from '../ledger/outcome.ts'
import type { Criterion } from '../model.ts'
import { RecruitFrame } from './frame.tsx'

/** For a manager: of whom something can be said now. */
export function OutcomesPage({ asks, done }: { asks: Ask[]; done: boolean }) {
  const next = asks.find(({ isAnswered }) => !isAnswered)
  return (
    <RecruitFrame
      title="How do they do in the job?"
      styles={['ledger']}
      lead="After 6 and after 12 months you are asked at which level somebody uses what the job asks for. Together with others it shows which interview questions are worth asking."
    >
      {done && <Notice kind="done" title="Saved. You can change it while its time lasts." />}
      {asks.length === 0 ? (
        <Empty title="Nothing to say now">
          <p>
            When somebody who was hired by a vacancy here has reported to you for 6 or 12 months, they stand
            here for three months.
          </p>
        </Empty>
      ) : (
        <ul class="outcome-asks">
          {asks.map((ask) => {
            const { hire, after, closesOn, isAnswered } = ask
            return (
              <li key={`${hire.candidateId} ${after}`}>
                <div>
                  <h2>{hire.name}</h2>
                  <p class="soft">
                    {hire.title}, since {longDay(hire.startsOn)}. After {after} months, until{' '}
                    {longDay(closesOn)}.
                  </p>
                </div>
                <ButtonLink
                  kind={ask === next ? 'primary' : 'plain'}
                  href={links.outcome(hire.candidateId, after)}
                >
                  {isAnswered ? 'Change what you said' : 'Say how they do'}
                </ButtonLink>
              </li>
            )
          })}
        </ul>
      )}
    </RecruitFrame>
  )
}

interface OutcomeProps {
  ask: Ask
  criteria: Criterion[]
  frameworks: Map<string, Framework>
  /** By criterion: a level's key, or that not enough was seen. */
  values: Record<string, string>
  errors: Messages
}

/** The levels of each competency in the framework's own words; nothing of the interview. */
export function OutcomePage({ ask, criteria, frameworks, values, errors }: OutcomeProps) {
  const { hire, after } = ask
  return (
    <RecruitFrame
      title={`${hire.name} after ${after} months`}
      styles={['ledger']}
      crumbs={[{ label: 'How do they do in the job?', href: links.outcomes() }]}
      lead={`Choose the level whose words fit what you have seen ${hire.name} do in the last months. What was rated at the interview is not shown, so that you say what you see.`}
    >
      <Problems errors={errors} />
      <form method="post" action={links.outcome(hire.candidateId, after)} class="outcome-form" noValidate>
        {criteria.map((criterion) => (
          <Levels
            key={criterion.id}
            criterion={criterion}
            framework={frameworks.get(criterion.framework)}
            value={values[criterion.id]}
            error={errors[criterion.id]}
          />
        ))}
        <p class="soft small measure">
          {hire.name} can read what you say under “What Sightline knows about me”. Those who recruit see it
          beside the ratings, without a name. It is for looking at questions, and decides nothing about{' '}
          {hire.name}.
        </p>
        <div class="row">
          <Button kind="primary">Save</Button>
          <a href={links.outcomes()}>Back without saving</a>
        </div>
      </form>
    </RecruitFrame>
  )
}

interface LevelsProps {
  criterion: Criterion
  framework: Framework | undefined
  value: string | undefined
  error: string | undefined
}

function Levels({ criterion, framework, value, error }: LevelsProps) {
  const competency = framework?.competencies.find(({ key }) => key === criterion.competency)
  const levels = framework?.scale.levels ?? []
  const errorId = `error-${criterion.id}`
  return (
    <fieldset
      class={error ? 'outcome-levels wrong' : 'outcome-levels'}
      aria-describedby={error ? errorId : undefined}
    >
      <legend id={`field-${criterion.id}`} tabIndex={-1}>
        {criterion.name}
      </legend>
      {error && (
        <p class="error" id={errorId}>
          {error}
        </p>
      )}
      {levels.map((level) => (
        <label key={level.key}>
          <input type="radio" name={criterion.id} value={level.key} checked={value === level.key} />
          <span>
            <b>{levelLabel(level)}</b>
            {competency &&
              indicatorsAt(competency, level.key).map(({ text }) => (
                <span key={text} class="outcome-words">
                  {text}
                </span>
              ))}
          </span>
        </label>
      ))}
      <label>
        <input type="radio" name={criterion.id} value={UNSEEN} checked={value === UNSEEN} />
        <span>
          <b>I have not seen enough of it to say</b>
          <span class="outcome-words">That is no low level: it counts as not known.</span>
        </span>
      </label>
    </fieldset>
  )
}

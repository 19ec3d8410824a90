import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import type { AnalysisCard } from '../analysis.ts'
import type { MergedStatement } from '../merge.ts'
import { JOB_ANSWER_WORDS, JOB_ANSWERS, type Role } from '../model.ts'
import { RoleFrame } from './frame.tsx'

interface SettlementProps {
  role: Role
  analysis: AnalysisCard
  statement: MergedStatement
  values: Record<string, string>
  errors?: Messages
}

/** What was settled together about one statement, and why. */
export function SettlementPage({ role, analysis, statement, values, errors = {} }: SettlementProps) {
  const { statementId, text, counts, settled } = statement
  return (
    <RoleFrame
      title="Settle it together"
      role={role}
      crumbs={[{ label: 'Job analysis', href: links.roleAnalysis(role.id, analysis.id) }]}
      lead={text}
    >
      <form class="stack" method="post" action={links.roleSettlement(role.id, analysis.id)}>
        <Problems errors={errors} />
        <p class="soft">
          {JOB_ANSWERS.filter((answer) => counts[answer] > 0)
            .map((answer) => `${counts[answer]} said “${JOB_ANSWER_WORDS[answer].short.toLowerCase()}”`)
            .join(', ')}
          . That stays as it is; what you settle stands beside it and counts.
        </p>
        <input type="hidden" name="statement" value={statementId} />
        <fieldset class="ticks" id="field-answer">
          <legend>You settled on</legend>
          {errors.answer && <p class="error">{errors.answer}</p>}
          {JOB_ANSWERS.map((answer) => (
            <label key={answer} class="tick">
              <input type="radio" name="answer" value={answer} checked={values.answer === answer} />
              <span>{JOB_ANSWER_WORDS[answer].label}</span>
            </label>
          ))}
        </fieldset>
        <Field
          label="Why"
          name="reason"
          rows={3}
          value={values.reason}
          error={errors.reason}
          hint="What you found out in the talk, so that somebody who was not there understands it."
        />
        <div class="row">
          <Button kind="primary">Keep it</Button>
          <a href={`${links.roleAnalysis(role.id, analysis.id)}#t-${statementId}`}>Back</a>
        </div>
      </form>
      {settled && (
        <form class="block" method="post" action={links.roleSettlementRemoval(role.id, analysis.id)}>
          <input type="hidden" name="statement" value={statementId} />
          <Button kind="danger">Let the answers count again</Button>
        </form>
      )}
    </RoleFrame>
  )
}

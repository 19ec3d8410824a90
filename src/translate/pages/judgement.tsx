import type { Framework } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { CellFields } from './cell-fields.tsx'
import { type Reach, TranslateFrame } from './frame.tsx'
import { Keeping } from './keeping.tsx'

interface JudgementProps {
  framework: Framework | null
  values: Record<string, string>
  errors: Messages
  reach: Reach
}

/** A judgement that could not be saved, to be put right. */
export function JudgementPage({ framework, values, errors, reach }: JudgementProps) {
  return (
    <TranslateFrame title="Your judgement" crumbs={[]} reach={reach}>
      <form class="stack" method="post" action={links.translateJudgements()} noValidate>
        <Problems errors={errors} />
        {framework ? (
          <>
            <input type="hidden" name="framework" value={framework.slug} />
            <Field label="The words" name="text" rows={3} value={values.text} error={errors.text} />
            <CellFields
              framework={framework}
              competency={values.competency ?? ''}
              level={values.level ?? null}
              errors={errors}
              id="again"
            />
            <Keeping keeps={values.keep === 'yes'} proposes={values.propose === 'yes'} />
            <Button kind="primary">Save my judgement</Button>
          </>
        ) : (
          <>
            <Field label="The words" name="text" rows={3} value={values.text} />
            <ButtonLink href={links.translate()}>Translate again</ButtonLink>
          </>
        )}
      </form>
    </TranslateFrame>
  )
}

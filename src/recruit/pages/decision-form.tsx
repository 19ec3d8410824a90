import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { type EvidenceRow, openWords } from '../decision/evidence.ts'
import type { ReasonHint } from '../decision/form.ts'
import { openPoints, type Standing, sheetField } from '../decision/sheet.ts'
import type { Outcome } from '../model.ts'
import { Evidence } from './decision-evidence.tsx'

type SheetCandidate = Standing['candidates'][number]

export interface DecisionFormProps {
  vacancyId: string
  places: number
  /** The number of the last seal that this form was made on. */
  head: number
  /** About whom the sheet asks, with what they stand on. */
  asked: readonly (SheetCandidate & { rows: EvidenceRow[] })[]
  /** Something is decided already, so that a reason is asked for what changes. */
  isChange: boolean
  typed: Record<string, string>
  errors: Messages
  /** Words to look at once more, by the field. */
  hints: ReadonlyMap<string, readonly ReasonHint[]>
  /** Of `hints`, so that nobody is asked about the same words twice. */
  hinted: string
  nameOf(personId: string): string
}

/** The sheet to be filled in: what each stands on, and beside it what is decided and why. */
export function DecisionForm(props: DecisionFormProps) {
  const { vacancyId, head, asked, isChange, typed, errors, hints } = props
  return (
    <form method="post" action={links.decision(vacancyId)} class="decision-form" noValidate>
      <Problems errors={errors} />
      {hints.size > 0 && <HintsNotice />}
      <input type="hidden" name="seen" value={head} />
      <input type="hidden" name="looked" value={props.hinted} />
      {asked.map((one) => (
        <CandidateEntry key={one.id} one={one} {...props} />
      ))}
      <div class="decision-end">
        {isChange && (
          <Field
            label="Why the earlier decision is replaced"
            name="changes"
            rows={3}
            value={typed.changes}
            error={errors.changes}
            hint="Both stay on the sheet. Name no candidate: this is kept with each whose decision changes."
          />
        )}
        <p class="soft measure">
          What you seal stays for ever, with your name and the day. A later decision can replace it, and does
          not take it away. Nothing is sent to anybody by this. Nothing more is rated or agreed from then on.
        </p>
        <div class="row">
          <Button kind="primary">
            {hints.size > 0
              ? 'Seal it as it stands'
              : isChange
                ? 'Seal the changed decision'
                : 'Seal the decision'}
          </Button>
          {isChange && <ButtonLink href={links.decision(vacancyId)}>Leave it as it is</ButtonLink>}
        </div>
      </div>
    </form>
  )
}

function HintsNotice() {
  return (
    <Notice kind="warning" title="Look at these words once more">
      <p>
        They say what somebody is like, or touch what must not count. A reason holds when it says what was
        heard. They are marked below; change them, or seal the sheet as it stands.
      </p>
    </Notice>
  )
}

const OUTCOMES: { value: Outcome; label: string }[] = [
  { value: 'offer', label: 'Offer the job' },
  { value: 'reserve', label: 'Put in reserve' },
  { value: 'no', label: 'Not taken' },
]

type EntryProps = DecisionFormProps & { one: DecisionFormProps['asked'][number] }

function CandidateEntry({ one, typed, errors, hints, nameOf }: EntryProps) {
  const { id, name, rows, basis } = one
  const said = (field: 'outcome' | 'place' | 'reason' | 'despite') => {
    const key = sheetField(field, id)
    return { name: key, value: typed[key], error: errors[key] }
  }
  const open = openWords(openPoints(basis), {
    criterionName: (criterion) => rows.find((row) => row.criterion === criterion)?.name ?? '',
    memberName: nameOf,
  })
  return (
    <section class="decision-candidate" aria-labelledby={`name-${id}`}>
      <h2 id={`name-${id}`}>{name}</h2>
      <Evidence name={name} rows={rows} basis={basis} nameOf={nameOf} />
      <div class="decision-entry">
        <OutcomeChoice candidate={name} {...said('outcome')} />
        <div class="reserve-place">
          <Field
            label={`Place of ${name} in the reserve`}
            {...said('place')}
            inputmode="numeric"
            length={4}
            hint="1 is asked first."
          />
        </div>
        <Field
          label={`Why: what was heard of ${name}`}
          {...said('reason')}
          rows={4}
          hint="Examples, levels and time, not qualities of the person. Name no other candidate."
        />
        <Hints hints={hints.get(sheetField('reason', id)) ?? []} />
        {open.length > 0 && (
          <>
            <div class="open-points">
              <p>
                <b>Open about {name}</b>
              </p>
              <ul>
                {open.map((says) => (
                  <li key={says}>{says}</li>
                ))}
              </ul>
            </div>
            <Field
              label="Why they are taken nevertheless"
              {...said('despite')}
              rows={3}
              hint="Needed for an offer or a place in the reserve; it is sealed with the decision."
            />
            <Hints hints={hints.get(sheetField('despite', id)) ?? []} />
          </>
        )}
      </div>
    </section>
  )
}

interface OutcomeProps {
  candidate: string
  name: string
  value: string | undefined
  error: string | undefined
}

function OutcomeChoice({ candidate, name, value, error }: OutcomeProps) {
  return (
    <fieldset
      class={error ? 'outcomes wrong' : 'outcomes'}
      id={`field-${name}`}
      aria-describedby={error ? `field-${name}-error` : undefined}
    >
      <legend>
        What is decided <span class="unseen">about {candidate}</span>
      </legend>
      {error && (
        <p class="error" id={`field-${name}-error`}>
          {error}
        </p>
      )}
      {OUTCOMES.map((one) => (
        <label key={one.value}>
          <input type="radio" name={name} value={one.value} checked={value === one.value} /> {one.label}
        </label>
      ))}
    </fieldset>
  )
}

function Hints({ hints }: { hints: readonly ReasonHint[] }) {
  if (hints.length === 0) return null
  return (
    <ul class="hinted small">
      {hints.map(({ words, says }) => (
        <li key={words ?? says}>
          {words && <mark>{words}</mark>} {says}
        </li>
      ))}
    </ul>
  )
}

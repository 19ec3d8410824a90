import type { Messages } from '#web/field.tsx'
import type { Offer } from '../offer.ts'
import { doubtfulIn } from '../second-person.ts'
import type { Line, Section } from '../text.ts'
import type { PartChecked, WordingReport } from '../wording/report.ts'
import { MarkedText } from './wording-marks.tsx'

/** What was typed for a section beside its lines. */
export interface Typed {
  add: string
  take: readonly string[]
}

interface SectionProps {
  section: Section
  offers: readonly Offer[]
  report: WordingReport
  errors: Messages
  typed: Typed | undefined
}

/** The id of the field in which a part of the text is typed. */
export const fieldOf = (at: string) => `field-${at.replaceAll(/[^\w-]/g, '-')}`

/** A section of a text in the editor. */
export function TextSection(props: SectionProps) {
  const { section, errors } = props
  const { key, heading, kind, text } = section
  const title = `section-${key}`
  return (
    <section class="text-section" aria-labelledby={title}>
      <h2 id={title}>{heading}</h2>
      <input type="hidden" name="section" value={key} />
      <details class="heading-box" open={errors[`${key}.heading`] !== undefined}>
        <summary>Change the heading</summary>
        <Box
          {...props}
          at={`${key}.heading`}
          name={`heading.${key}`}
          label="Heading"
          value={heading}
          rows={1}
        />
      </details>
      {kind === 'facts' ? (
        <input type="hidden" name={`text.${key}`} value={text} />
      ) : (
        <Box
          {...props}
          at={`${key}.text`}
          name={`text.${key}`}
          label={kind === 'prose' ? 'Text' : 'Words before the list'}
          value={text}
          rows={kind === 'prose' ? 5 : 1}
        />
      )}
      {section.facts.map((fact, i) => (
        <Box
          key={fact.label}
          {...props}
          at={`${key}.fact.${i}`}
          name={`fact.${key}`}
          label={fact.label}
          value={fact.text}
          rows={1}
        />
      ))}
      {kind === 'lines' && <Lines {...props} />}
      {errors[key] && <p class="error">{errors[key]}</p>}
      {kind === 'lines' && <More {...props} />}
    </section>
  )
}

interface BoxProps extends Pick<SectionProps, 'report' | 'errors'> {
  at: string
  name: string
  label: string
  value: string
  rows: number
}

function Box({ report, errors, at, name, label, value, rows }: BoxProps) {
  const id = fieldOf(at)
  const error = errors[at]
  const shared = {
    id,
    name,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${id}-error` : undefined,
  } as const
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {rows > 1 ? <textarea {...shared} rows={rows} value={value} /> : <input {...shared} value={value} />}
      <Marks report={report} at={at} />
    </div>
  )
}

/** The words of a field with their marks, where there are any; kept fresh while one types. */
function Marks({ report, at }: { report: WordingReport; at: string }) {
  const part: PartChecked | undefined = report.parts.find((one) => one.at === at)
  return (
    <div class="marks-here" id={`${fieldOf(at)}-marks`} data-fresh>
      {part && part.marks.length > 0 && <MarkedText part={part} />}
    </div>
  )
}

function Lines(props: SectionProps) {
  const groups = [...Map.groupBy(props.section.lines, ({ under }) => under)]
  return (
    <>
      {groups.map(([under, lines]) => (
        <div class="line-group" key={under ?? ''}>
          {under !== null && <h3>{under}</h3>}
          <ol class="lines">
            {lines.map((line, i) => (
              <LineBox
                key={line.id}
                {...props}
                line={line}
                isFirst={i === 0}
                isLast={i === lines.length - 1}
              />
            ))}
          </ol>
        </div>
      ))}
    </>
  )
}

function LineBox({
  section,
  line,
  isFirst,
  isLast,
  report,
  errors,
}: SectionProps & { line: Line; isFirst: boolean; isLast: boolean }) {
  const at = `${section.key}.line.${line.id}`
  const id = fieldOf(at)
  const error = errors[at]
  const shortest = line.text.length > 50 ? `${line.text.slice(0, 46)}…` : line.text
  const step = (what: string) => `${what}:${section.key}:${line.id}`
  return (
    <li class={error ? 'wrong' : undefined}>
      <input type="hidden" name={`id.${section.key}`} value={line.id} />
      {error && <p class="error">{error}</p>}
      <textarea
        id={id}
        name={`line.${section.key}`}
        rows={2}
        value={line.text}
        aria-label={`Line of “${section.heading}”`}
        aria-describedby={`${id}-from`}
        aria-invalid={error ? true : undefined}
      />
      <div class="line-tools">
        <LineStep value={step('up')} label={`Move up: ${shortest}`} sign="↑" isOff={isFirst} />
        <LineStep value={step('down')} label={`Move down: ${shortest}`} sign="↓" isOff={isLast} />
        <LineStep value={step('remove')} label={`Take out: ${shortest}`} sign="×" isOff={false} />
      </div>
      <div class="line-from" id={`${id}-from`}>
        <From line={line} />
        <Marks report={report} at={at} />
      </div>
    </li>
  )
}

interface StepProps {
  value: string
  label: string
  sign: string
  isOff: boolean
}

function LineStep({ value, label, sign, isOff }: StepProps) {
  return (
    <button
      class="button quiet"
      type="submit"
      name="do"
      value={value}
      aria-label={label}
      title={label}
      disabled={isOff}
    >
      {sign}
    </button>
  )
}

/** "all 3 who were asked need it". */
const agreedWords = (count: number) => `${count === 2 ? 'both' : `all ${count}`} who were asked need it`

/** Where a line comes from, and what in it to read twice. */
function From({ line: { origin, text } }: { line: Line }) {
  if (origin.from === 'own') return <p class="small soft">Your own words</p>
  const doubtful = doubtfulIn(text)
  return (
    <>
      <p class="small soft">
        {origin.competency}, {origin.level}
        {origin.agreed !== null && `; ${agreedWords(origin.agreed)}`}
      </p>
      {doubtful.length > 0 && (
        <p class="small doubt">
          Read it aloud after “You”: is {doubtful.map((word) => `“${word}”`).join(' and ')} right?
        </p>
      )}
    </>
  )
}

/** Statements that could be taken, and room for lines of one's own. */
function More({ section, offers, typed }: SectionProps) {
  const left = offers.reduce((sum, { lines }) => sum + lines.length, 0)
  const id = `field-${section.key}-add`
  return (
    <>
      {left > 0 && (
        <details class="offers" open={(typed?.take.length ?? 0) > 0}>
          <summary>
            {left === 1 ? 'One more statement' : `${left} more statements`} at the level of the profile
          </summary>
          {offers.map(({ label, requirement, lines }) => (
            <fieldset key={`${requirement.framework}/${requirement.competency}`} class="ticks">
              <legend>{label}</legend>
              {lines.map((line) => (
                <label key={line.id} class="tick">
                  <input
                    type="checkbox"
                    name={`take.${section.key}`}
                    value={line.id}
                    checked={typed?.take.includes(line.id)}
                  />
                  <span>
                    {line.text}
                    {line.origin.from === 'framework' && line.origin.agreed !== null && (
                      <span class="hint">{agreedWords(line.origin.agreed)}</span>
                    )}
                  </span>
                </label>
              ))}
            </fieldset>
          ))}
          <p>
            <button class="button plain" type="submit" name="do" value="save">
              Take what is ticked
            </button>
          </p>
        </details>
      )}
      <div class="field">
        <label for={id}>Add lines of your own</label>
        <textarea
          id={id}
          name={`add.${section.key}`}
          rows={2}
          value={typed?.add ?? ''}
          placeholder="One a line"
        />
      </div>
    </>
  )
}

import { counted } from '#framework/pages/words.ts'
import type { GroupSelection } from '#measure/impact/adverse-impact.ts'
import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Choice, Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { Table } from '#web/table.tsx'
import { DIMENSIONS, type Dimension, UNKNOWN } from '../candidate/voluntary.ts'
import { type Block, FEWEST, TOGETHER } from '../fairness/blocks.ts'
import { printed, STEP_WORDS, type Step, type StepReport } from '../fairness/fairness.ts'
import { RateBars } from './fairness-bars.tsx'
import { RecruitFrame } from './frame.tsx'

interface FairnessProps {
  dimension: Dimension
  /** What was chosen, as typed; '': all. */
  wanted: { role: string; vacancy: string; from: string; to: string }
  choices: Record<'roles' | 'vacancies', { value: string; label: string }[]>
  blocks: Block[]
  /** Vacancies that were chosen and cannot be told without others. */
  leftOut: number
  errors: Messages
  steps: { step: Step; report: StepReport | null }[]
}

/** Selection rates by group, in counts alone, for those responsible for fairness. */
export function FairnessPage(props: FairnessProps) {
  const { dimension, blocks, steps, leftOut, errors } = props
  const told = blocks.reduce((sum, { vacancies }) => sum + vacancies.length, 0)
  const any = steps.some(({ report }) => report !== null)
  return (
    <RecruitFrame
      title="Is the choice fair?"
      styles={['candidate', 'fairness']}
      lead="How often each group was invited and offered the job, from what candidates said of themselves of their own will. It is kept apart from applications and scores, and shown in counts alone."
    >
      <Problems errors={errors} />
      <Filter {...props} />
      {any ? (
        <>
          <p class="soft">
            {counted(told, 'vacancy that is counted', 'vacancies that are counted')}.
            {leftOut > 0 && ` ${leftOutWords(leftOut)}`}
          </p>
          {steps.map(({ step, report }) => (
            <StepSection key={step} {...{ step, report, dimension }} />
          ))}
        </>
      ) : (
        <Empty title="Too few people to show anything">
          <p>
            Vacancies are counted four weeks after their decision, when everybody knows the outcome. Counts
            appear when at least {FEWEST} people have each outcome; below that, a number could tell about one
            of them. Vacancies that are too small by themselves gather with others of their role, and at the
            end of a year with all that are left.
            {leftOut > 0 && ` ${leftOutWords(leftOut)}`}
          </p>
        </Empty>
      )}
      <Limits />
    </RecruitFrame>
  )
}

const leftOutWords = (count: number) =>
  `${counted(count, 'vacancy is', 'vacancies are')} not shown: too small to be told alone, or counted together with others outside this choice.`

function Filter({ dimension, wanted, choices, errors }: FairnessProps) {
  return (
    <form class="filter" action={links.fairness()}>
      <Choice
        label="By"
        name="by"
        value={dimension.key}
        options={DIMENSIONS.map(({ key, title }) => ({ value: key, label: title }))}
      />
      <Choice
        label="Role"
        name="role"
        value={wanted.role}
        options={[{ value: '', label: 'All roles' }, ...choices.roles]}
      />
      {choices.vacancies.length > 0 && (
        <Choice
          label="Vacancy"
          name="vacancy"
          value={wanted.vacancy}
          options={[{ value: '', label: 'All vacancies' }, ...choices.vacancies]}
        />
      )}
      <Field label="Counted from" name="from" type="date" value={wanted.from} error={errors.from} />
      <Field label="Until" name="to" type="date" value={wanted.to} error={errors.to} />
      <Button>Show</Button>
    </form>
  )
}

/** Whose rate is the highest; equal rates are said to be equal. */
function highestWords({ reference, groups }: StepReport, name: (group: string) => string): string | null {
  if (reference === null) return null
  const equal = groups.filter(
    ({ selected, applicants }) => selected * reference.applicants === reference.selected * applicants,
  )
  if (equal.length === 0) return `The highest rate has: ${name(reference.group)}.`
  if (equal.length === groups.length) return 'The rate is the same for all.'
  return `The highest rate have: ${[reference, ...equal].map(({ group }) => name(group)).join(', ')}.`
}

interface StepProps {
  step: Step
  report: StepReport | null
  dimension: Dimension
}

function StepSection({ step, report, dimension }: StepProps) {
  const { title, of } = STEP_WORDS[step]
  if (!report)
    return (
      <section aria-labelledby={step}>
        <h2 id={step}>{title}</h2>
        <p class="soft">Too few people to show this step.</p>
      </section>
    )
  const name = (group: string) => groupName(dimension, group)
  const flagged = report.groups.filter(({ belowFourFifths }) => belowFourFifths)
  return (
    <section aria-labelledby={step}>
      <h2 id={step}>{title}</h2>
      <p>
        {report.selected} of {report.applicants} {of.replace('of those who ', 'who ')}.{' '}
        {highestWords(report, name)}
      </p>
      {flagged.length > 0 && (
        <Notice kind="warning" title="Below four fifths of the highest rate">
          <p>
            {flagged.map(({ group }) => name(group)).join(', ')}. That is a reason to look closer, not a
            finding: read the exact test and the numbers of people beside it.
          </p>
        </Notice>
      )}
      <RateBars
        title={`${title}: rates with 95 % intervals`}
        rows={allOf(report).map((one) => ({ ...one, group: name(one.group) }))}
      />
      <Table
        stacks
        caption={`${title}, compared with the highest rate`}
        heads={[
          'Group',
          'Chosen of all',
          'Impact ratio (95 % interval)',
          'Four fifths',
          'Exact test',
          'Mid-p',
          'Standard deviations',
          'Shortfall',
          'To bear in mind',
        ]}
        rows={rowsOf(report, name)}
      />
    </section>
  )
}

function allOf({ reference, groups, leftOut }: StepReport): GroupSelection[] {
  return [...(reference ? [reference] : []), ...groups, ...leftOut]
}

function rowsOf({ reference, groups, leftOut }: StepReport, name: (group: string) => string) {
  const of = ({ selected, applicants }: GroupSelection) => `${selected} of ${applicants}`
  const blank = Array.from({ length: 6 }, () => '–')
  return [
    ...(reference
      ? [
          {
            key: reference.group,
            cells: [name(reference.group), of(reference), ...blank, 'the highest rate'],
          },
        ]
      : []),
    ...groups.map((one) => ({
      key: one.group,
      cells: [
        name(one.group),
        of(one),
        one.ratioInterval.value
          ? `${printed(one.ratio, 2)} (${one.ratioInterval.value.lower.toFixed(2)} to ${one.ratioInterval.value.upper.toFixed(2)})`
          : printed(one.ratio, 2),
        one.belowFourFifths ? 'below' : 'not below',
        chance(one.exact.twoSided),
        chance(one.exact.midP),
        one.large.value ? minus(one.large.value.z.toFixed(2)) : one.large.reason,
        one.shortfall.value ? `${one.shortfall.value.persons.toFixed(1)} people` : one.shortfall.reason,
        cautions(one).join('; ') || 'nothing',
      ],
    })),
    ...leftOut.map((one) => ({
      key: one.group,
      cells: [name(one.group), of(one), ...blank, 'too small a part to be compared'],
    })),
  ]
}

const minus = (number: string) => number.replace('-', '−')

const chance = (p: number) => (p < 0.0001 ? 'below 0.0001' : p.toFixed(4))

function cautions({ few, turnsOnOne }: StepReport['groups'][number]): string[] {
  return [
    ...(few ? ['few people: only a large difference could show'] : []),
    ...(turnsOnOne.fourFifths ? ['one person more or fewer would change the four fifths'] : []),
    ...(turnsOnOne.exact ? ['one person more or fewer would change the exact test'] : []),
  ]
}

/** A group as people read it. */
export function groupName({ options }: Dimension, group: string): string {
  if (group === UNKNOWN) return 'Not said'
  if (group === TOGETHER) return 'Small groups together'
  return options.find(({ value }) => value === group)?.label ?? group
}

function Limits() {
  return (
    <section aria-labelledby="limits">
      <h2 id="limits">What these numbers can and cannot say</h2>
      <p class="soft">
        A ratio below four fifths, an exact test below 0.05 and more than two standard deviations are three
        ways of asking the same question, and with few people they often disagree. None of them says why
        groups differ. Who said nothing is a group of its own, and nobody is guessed. Who withdrew before a
        decision is in no count. Whatever you choose, vacancies that are counted together stay together, so
        that two reports never differ by a few people.
      </p>
    </section>
  )
}

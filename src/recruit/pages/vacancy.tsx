import type { Framework } from '#framework/model.ts'
import { counted } from '#framework/pages/words.ts'
import { longDay } from '#people/words.ts'
import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import { Notice } from '#web/notice.tsx'
import { Table } from '#web/table.tsx'
import { assessed, sharesOf } from '../kit/criteria.ts'
import type { KitFault } from '../kit/kit.ts'
import { JURISDICTIONS } from '../kit/rules/topics.ts'
import { type Criterion, STATE_WORDS } from '../model.ts'
import type { Opened } from '../opened.ts'
import { RecruitFrame } from './frame.tsx'
import { NextStep } from './next-step.tsx'
import { dayWords, levelIn } from './words.ts'

export interface VacancyPageProps {
  opened: Opened
  role: { id: string; title: string }
  /** The version that was frozen. */
  profileNumber: number
  /** A version that was agreed since; null: the frozen one is the latest. */
  newer: { id: string; number: number } | null
  frameworks: Map<string, Framework>
  faults: KitFault[]
  minutes: number
  seesHistory: boolean
  /** The viewer, among the people; null: they are none of them. */
  me: string | null
  /** What was typed as weights, after a refusal. */
  weights?: Record<string, string>
  errors?: Messages
}

/** One vacancy: what is assessed and with what weight, how far it is, and what to do next. */
export function VacancyPage(props: VacancyPageProps) {
  const { opened, role, profileNumber, errors = {} } = props
  const { vacancy, part } = opened
  return (
    <RecruitFrame
      title={vacancy.title}
      vacancy={vacancy}
      oversees={part.oversees}
      here={links.vacancy(vacancy.id)}
      eyebrow={`${STATE_WORDS[vacancy.state]} · ${counted(vacancy.places, 'place')}`}
      lead={vacancy.purpose}
      actions={
        <>
          <NextStep {...props} />
          {part.oversees && <a href={links.vacancyForm(vacancy.id)}>Change title, days or purpose</a>}
          {part.oversees && ['decided', 'closed'].includes(vacancy.state) && (
            <a href={links.ledger()}>Do its questions predict?</a>
          )}
          {props.seesHistory && <a href={links.historyOf('vacancy', vacancy.id)}>History</a>}
        </>
      }
    >
      <Problems errors={errors} />
      <p class="soft">
        From <a href={links.roleProfile(role.id, vacancy.profileId)}>version {profileNumber}</a> of what the
        role <a href={links.role(role.id)}>{role.title}</a> needs.
      </p>
      <Newer {...props} />
      <Weights {...props} />
      <Goals {...props} />
      <Facts {...props} />
      {part.oversees && <Fixing {...props} />}
    </RecruitFrame>
  )
}

function Newer({ newer, role, profileNumber }: VacancyPageProps) {
  if (!newer) return null
  return (
    <Notice title={`Version ${newer.number} of the profile has been agreed since`}>
      <p>
        Nothing changes here: everybody who applied is measured by version {profileNumber}.{' '}
        <a href={links.roleProfile(role.id, newer.id)}>Read version {newer.number}</a>. The next vacancy will
        use it.
      </p>
    </Notice>
  )
}

function Weights(props: VacancyPageProps) {
  const { opened, weights, errors = {} } = props
  const { vacancy, criteria, part } = opened
  const mayChange = part.oversees && vacancy.fixedAt === null
  const shown = mayChange ? criteria.filter(({ entryLevel }) => entryLevel !== null) : assessed(criteria)
  const shares = sharesOf(criteria)
  const rows = shown.map((one) => ({
    key: one.id,
    cells: [
      <>
        {one.name}
        {one.must && <span class="must-tag">must-have</span>}
      </>,
      <Level {...props} criterion={one} of={one.entryLevel} />,
      mayChange ? (
        <WeightBox criterion={one} typed={weights?.[one.id]} error={errors[one.id]} />
      ) : (
        String(one.weight)
      ),
      shares.has(one.id) ? (
        `${Math.round((shares.get(one.id) ?? 0) * 100)} %`
      ) : (
        <span class="soft">not assessed</span>
      ),
    ],
  }))
  const table = (
    <Table
      stacks
      caption="Needed on the first day"
      heads={['Competency', 'Level on the first day', 'Weight', 'Share']}
      rows={rows}
    />
  )
  return (
    <section class="block" aria-labelledby="assessed">
      <h2 id="assessed">What is assessed</h2>
      <p class="soft measure">
        Ratings are combined by these weights, which are fixed before the first interview. A must-have is a
        gate: no strength elsewhere makes up for it, and it is never averaged away.
      </p>
      {mayChange ? (
        <form method="post" action={links.vacancyWeights(vacancy.id)} noValidate>
          {table}
          <p class="row next">
            <Button>Save the weights</Button>
            <span class="soft small">Empty: not assessed here.</span>
          </p>
        </form>
      ) : (
        table
      )}
    </section>
  )
}

interface WeightBoxProps {
  criterion: Criterion
  typed: string | undefined
  error: string | undefined
}

function WeightBox({ criterion, typed, error }: WeightBoxProps) {
  const { id, name, weight } = criterion
  return (
    <input
      id={`field-${id}`}
      name={id}
      value={typed ?? weight?.toString() ?? ''}
      size={3}
      inputMode="numeric"
      autocomplete="off"
      aria-label={`Weight of ${name}`}
      aria-invalid={error ? true : undefined}
    />
  )
}

type LevelProps = Pick<VacancyPageProps, 'frameworks'> & { criterion: Criterion; of: string | null }

/** The level with its words one click away. */
function Level({ frameworks, criterion, of }: LevelProps) {
  const found = levelIn(frameworks.get(criterion.framework), criterion.competency, of)
  if (!found) return <>{of ?? '–'}</>
  const { level, place, of: count, texts, label } = found
  const tag = <LevelTag number={level.number} name={level.name} step={stepOf(place, count)} />
  if (texts.length === 0) return tag
  return (
    <details class="words-of">
      <summary>
        {tag}
        <span class="unseen">: what people do at {label}</span>
      </summary>
      <ul class="statements small">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  )
}

/** What is learned in the job: goals of the first months. */
function Goals(props: VacancyPageProps) {
  const { criteria } = props.opened
  const learned = criteria.filter(({ weight }) => weight === null)
  if (learned.length === 0) return null
  const rows = learned.map((one) => ({
    key: one.id,
    cells: [
      one.name,
      <Level {...props} criterion={one} of={one.level} />,
      one.months === null ? <span class="soft">not said</span> : counted(one.months, 'month'),
    ],
  }))
  return (
    <section class="block" aria-labelledby="goals">
      <h2 id="goals">Learned in the job</h2>
      <p class="soft measure">
        Nobody is asked about these: they become goals of the first months for whoever is hired.
      </p>
      <Table caption="Goals of the first months" heads={['Competency', 'Level', 'Time']} rows={rows} />
    </section>
  )
}

function Facts({ opened, minutes }: VacancyPageProps) {
  const { vacancy, panel, questions } = opened
  const country =
    JURISDICTIONS.find(({ code }) => code === vacancy.jurisdiction)?.name ?? vacancy.jurisdiction
  const facts: [string, string][] = [
    [
      'Panel',
      panel
        .filter(({ leftAt }) => leftAt === null)
        .map(({ name }) => name)
        .join(', ') || 'nobody yet',
    ],
    ['Interview', `${counted(questions.length, 'question')}, about ${minutes} minutes`],
    ['Applications until', vacancy.applyUntil ? longDay(vacancy.applyUntil) : 'not said'],
    ['Decision by', vacancy.decideBy ? longDay(vacancy.decideBy) : 'not said'],
    [
      'Questions beforehand',
      vacancy.questionsBefore === null ? 'no' : `${vacancy.questionsBefore} minutes before the interview`,
    ],
    ['Data are kept', `${counted(vacancy.keepMonths, 'month')} after the decision`],
    ['Rules of', country],
  ]
  return (
    <section class="block" aria-labelledby="facts">
      <h2 id="facts">How it goes</h2>
      <dl class="facts">
        {facts.map(([term, says]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Fixing the kit is an act; taking it back has a reason. */
function Fixing({ opened, errors = {} }: VacancyPageProps) {
  const { vacancy } = opened
  if (vacancy.fixedAt === null) return null
  return (
    <section class="block" aria-labelledby="fixed">
      <h2 id="fixed">The kit is fixed</h2>
      <p class="measure">
        Since {dayWords(vacancy.fixedAt)} criteria, weights, questions, rating guides and their order stay as
        they are, so that every candidate meets the same.
      </p>
      <details class="ending" open={errors.reason !== undefined}>
        <summary>Open it again</summary>
        <form class="stack" method="post" action={links.vacancyReopening(vacancy.id)} noValidate>
          <Field
            label="Why it must change"
            name="reason"
            rows={2}
            error={errors.reason}
            hint="The history keeps it. It is possible until a scorecard has been begun."
          />
          <Button kind="danger">Open the kit again</Button>
        </form>
      </details>
    </section>
  )
}

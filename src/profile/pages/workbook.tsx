import type { Framework } from '#framework/model.ts'
import { counted } from '#framework/pages/words.ts'
import { links } from '#routes.ts'
import { Day } from '#translate/pages/share.tsx'
import { Button, ButtonLink } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import type { Activity, Workbook } from '../model.ts'
import type { Part } from '../order.ts'
import { type PartProgress, type Progress, progressWords } from '../progress.ts'
import { ProgressBar, WorkbookFrame } from './workbook-frame.tsx'

interface WorkbookProps {
  workbook: Workbook
  framework: Framework
  parts: Part[]
  progress: Progress
  activities: Activity[]
  errors?: Messages
  typed?: string | undefined
}

/** One round: how far it is, where to go on, and what else can be done with it. */
export function WorkbookPage(props: WorkbookProps) {
  const { workbook, framework, parts, progress, activities, errors = {} } = props
  const isOpen = workbook.finishedAt === null
  return (
    <WorkbookFrame
      title={`Workbook: ${framework.title}`}
      crumbs={[{ label: 'Your workbooks', href: links.workbooks() }]}
    >
      <Problems errors={errors} />
      <Standing
        workbook={workbook}
        progress={progress}
        activities={activities.length}
        slug={framework.slug}
      />
      <section class="block workbook-section">
        <h2>{workbook.mixed ? 'Pages' : 'Competencies'}</h2>
        <ol class="parts">
          {parts.map((part, i) => (
            <li key={part.number}>
              <PartLine
                id={workbook.id}
                part={part}
                progress={progress.parts[i] ?? { answered: 0, all: 0 }}
              />
            </li>
          ))}
        </ol>
      </section>
      <section class="block workbook-section">
        <h2>In your own words</h2>
        <p class="measure">
          {activities.length === 0
            ? 'Is there something you do that no statement says? Write it in your own words, and Sightline proposes where it belongs.'
            : `You have written ${counted(activities.length, 'activity', 'activities')} of your own.`}
        </p>
        <p>
          <a href={links.workbookActivities(workbook.id)}>
            {isOpen ? 'Write what you do' : 'See what you wrote'}
          </a>
        </p>
      </section>
      {isOpen && <Order workbook={workbook} />}
      {isOpen && <Completion workbook={workbook} progress={progress} />}
      <Removal {...props} />
    </WorkbookFrame>
  )
}

interface StandingProps {
  workbook: Workbook
  progress: Progress
  activities: number
  slug: string
}

function Standing({ workbook: { id, startedAt, finishedAt }, progress, activities, slug }: StandingProps) {
  const { next } = progress
  const isEmpty = progress.answered + activities === 0
  return (
    <div class="standing">
      <p class="standing-words">{progressWords(progress)}</p>
      <ProgressBar {...progress} />
      <p class="facts">
        <span>
          started on <Day at={startedAt} />
        </span>
        {finishedAt && (
          <span>
            finished on <Day at={finishedAt} />
          </span>
        )}
        {activities > 0 && <span>{counted(activities, 'activity', 'activities')} of your own</span>}
      </p>
      <div class="row">
        {finishedAt === null && next && (
          <ButtonLink kind="primary" href={links.workbookPart(id, next.part, { at: next.statement })}>
            {isEmpty ? 'Begin' : 'Go on where you stopped'}
          </ButtonLink>
        )}
        {finishedAt !== null && (
          <ButtonLink kind="primary" href={links.profilePicture(slug)}>
            See your picture
          </ButtonLink>
        )}
        {!isEmpty && finishedAt === null && <a href={links.profilePicture(slug)}>See your picture so far</a>}
        {!isEmpty && <a href={links.profileList('cv')}>The list for your CV</a>}
      </div>
    </div>
  )
}

function PartLine({ id, part, progress }: { id: string; part: Part; progress: PartProgress }) {
  const { number, competency } = part
  const isDone = progress.answered === progress.all
  return (
    <>
      <a href={links.workbookPart(id, number)}>
        {competency?.code && <span class="code">{competency.code} </span>}
        {competency ? competency.name : `Page ${number}`}
      </a>
      <span class="part-count">
        {isDone ? 'finished' : progressWords(progress)}
        <ProgressBar {...progress} />
      </span>
    </>
  )
}

/** People who see one competency after the other tend to answer all of it alike; mixed order helps against that. */
function Order({ workbook: { id, mixed } }: { workbook: Workbook }) {
  return (
    <section class="block workbook-section">
      <h2>In which order?</h2>
      <p class="measure">
        {mixed
          ? 'The statements come mixed, always in the same order, so that you find your place again.'
          : 'The statements come competency by competency. Mixed, each is read for itself, which makes answers a little more exact.'}{' '}
        Changing the order loses no answer.
      </p>
      <form method="post" action={links.workbookOrder(id)}>
        <Button name="mixed" value={mixed ? '' : '1'}>
          {mixed ? 'Ask competency by competency' : 'Ask in mixed order'}
        </Button>
      </form>
    </section>
  )
}

function Completion({ workbook: { id }, progress }: { workbook: Workbook; progress: Progress }) {
  const left = progress.all - progress.answered
  return (
    <section class="block workbook-section" id="finish">
      <h2>Finish this round</h2>
      <p class="measure">
        {left > 0 &&
          `${counted(left, 'statement has', 'statements have')} no answer; that is fine, and is not counted as a no. `}
        A finished round stays as it is, so that you can compare it with a later one. Your picture and lists
        do not wait for it.
      </p>
      <form method="post" action={links.workbookCompletion(id)}>
        <Button kind={progress.next === null ? 'primary' : 'plain'}>Finish this round</Button>
      </form>
    </section>
  )
}

function Removal({ workbook: { id }, framework: { title }, errors = {}, typed }: WorkbookProps) {
  return (
    <details class="block removal" open={errors.name !== undefined}>
      <summary>Remove this workbook</summary>
      <p class="measure">
        All answers and activities of this round go, and with them what your picture, lists and shares say
        because of them. It cannot be undone.
      </p>
      <form class="stack" method="post" action={links.workbookRemoval(id)} noValidate>
        <Field
          label={`Type “${title}” to make sure`}
          name="name"
          value={typed}
          error={errors.name}
          length={30}
        />
        <Button kind="danger">Remove it with all answers</Button>
      </form>
    </details>
  )
}

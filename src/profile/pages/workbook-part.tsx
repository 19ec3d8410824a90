import { competencyLabel, type Framework, levelLabel } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { ANSWER_WORDS, ANSWERS, type Answer, type Workbook } from '../model.ts'
import type { Part, Question } from '../order.ts'
import { type PartProgress, progressWords } from '../progress.ts'
import { ProgressBar, WorkbookFrame } from './workbook-frame.tsx'
import { QuestionField } from './workbook-question.tsx'

interface PartProps {
  workbook: Workbook
  framework: Framework
  part: Part
  parts: number
  answers: ReadonlyMap<string, Answer>
  /** Of the whole round. */
  progress: PartProgress
  /** The person wants to see which level each statement belongs to. */
  levels: boolean
  errors?: Messages
}

/** One page of statements to be answered; a finished round is shown as it was answered. */
export function WorkbookPartPage(props: PartProps) {
  const { workbook, framework, part, parts, progress, levels, errors = {} } = props
  const { competency, number } = part
  const isOpen = workbook.finishedAt === null
  const title = competency ? competencyLabel(competency) : `Page ${number} of ${parts}`
  return (
    <WorkbookFrame
      title={title}
      crumbs={[
        { label: 'Your workbooks', href: links.workbooks() },
        { label: framework.title, href: links.workbook(workbook.id) },
      ]}
      scripts={isOpen ? ['workbook'] : []}
    >
      <Problems errors={errors} />
      {!isOpen && (
        <Notice title="This round is finished">
          <p>
            It stays as it is. <a href={links.workbooks()}>Start a new round</a> to change your answers.
          </p>
        </Notice>
      )}
      <About part={part} framework={framework} />
      <form
        class="workbook-form"
        method="post"
        action={links.workbookPart(workbook.id, number, { levels })}
        autocomplete="off"
        data-workbook={workbook.id}
        data-answered={progress.answered}
        data-all={progress.all}
        data-answers={links.workbookAnswers(workbook.id)}
      >
        <Strip progress={progress} />
        {isOpen && <AnswerKey />}
        <LevelsLink {...props} />
        <Questions {...props} isOpen={isOpen} />
        {isOpen && <Ways number={number} parts={parts} />}
      </form>
      <Turning workbook={workbook} number={number} parts={parts} levels={levels} />
    </WorkbookFrame>
  )
}

/** The competency's own words, one glance away. */
function About({ part: { competency }, framework }: Pick<PartProps, 'part' | 'framework'>) {
  if (!competency) return null
  return (
    <div class="prose workbook-about">
      {competency.definition && <p>{competency.definition}</p>}
      <p class="small">
        <a href={links.competency(framework.slug, competency.key)}>All of {competency.name}</a>
      </p>
    </div>
  )
}

/** Stays in view: how far it is, and whether the last answer is safe. */
function Strip({ progress }: { progress: PartProgress }) {
  return (
    <div class="strip">
      <p>
        <b data-progress>{progressWords(progress)}</b> <span class="soft small" data-saved role="status" />
      </p>
      <ProgressBar {...progress} />
    </div>
  )
}

/** What the answers mean, in whole sentences, with the keys that give them. */
function AnswerKey() {
  return (
    <details class="answer-key" open>
      <summary>What the answers mean</summary>
      <ol>
        {ANSWERS.map((answer, i) => (
          <li key={answer}>
            <kbd>{i + 1}</kbd> <b>{ANSWER_WORDS[answer].short}</b>: {ANSWER_WORDS[answer].label}
          </li>
        ))}
      </ol>
      <p class="small soft">
        No answer is no “no”: leave out what you cannot say.{' '}
        <span data-keys hidden>
          Keys: 1 to 5 answer, 0 takes the answer away, j and k or the arrows move.
        </span>
      </p>
    </details>
  )
}

function LevelsLink({ workbook, part, levels }: PartProps) {
  return (
    <p class="small levels-link">
      {levels ? (
        <>
          The statements stand by level.{' '}
          <a href={links.workbookPart(workbook.id, part.number)}>Mix them again</a>
        </>
      ) : (
        <>
          The levels stand mixed, so that each statement is read for itself.{' '}
          <a href={links.workbookPart(workbook.id, part.number, { levels: true })}>Show the levels</a>
        </>
      )}
    </p>
  )
}

function Questions({ framework, part, answers, levels, isOpen }: PartProps & { isOpen: boolean }) {
  const fields = (some: readonly Question[]) =>
    some.map((question) => (
      <QuestionField
        key={question.id}
        question={question}
        answer={answers.get(question.id) ?? null}
        isOpen={isOpen}
      />
    ))
  if (!levels) return <div class="questions">{fields(part.questions)}</div>
  return framework.scale.levels.map((level) => {
    const own = part.questions.filter((question) => question.level === level.key)
    if (own.length === 0) return null
    return (
      <section key={level.key} class="questions-of-level">
        <h2>{levelLabel(level)}</h2>
        {level.description && <p class="soft small measure">{level.description}</p>}
        <div class="questions">{fields(own)}</div>
      </section>
    )
  })
}

function Ways({ number, parts }: { number: number; parts: number }) {
  return (
    <div class="row ways">
      <Button kind="primary" name="to" value={number < parts ? 'next' : 'overview'}>
        {number < parts ? 'Save and go on' : 'Save and see how far I am'}
      </Button>
      {number < parts && (
        <Button kind="quiet" name="to" value="overview">
          Save and pause
        </Button>
      )}
    </div>
  )
}

function Turning({
  workbook,
  number,
  parts,
  levels,
}: Pick<PartProps, 'workbook' | 'parts' | 'levels'> & { number: number }) {
  return (
    <nav class="row turning" aria-label="Pages of the workbook">
      {number > 1 && <a href={links.workbookPart(workbook.id, number - 1, { levels })}>Previous</a>}
      <a href={links.workbook(workbook.id)}>All pages</a>
      {number < parts && <a href={links.workbookPart(workbook.id, number + 1, { levels })}>Next</a>}
    </nav>
  )
}

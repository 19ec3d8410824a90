import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import type { Messages } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import type { ReasonHint } from '../decision/form.ts'
import { Evidence } from './decision-evidence.tsx'
import { DecisionForm } from './decision-form.tsx'
import { DecisionMade } from './decision-made.tsx'
import { type DecisionShown, memberNames, NotAsked, rowsOf } from './decision-parts.tsx'
import { RecruitFrame } from './frame.tsx'

interface DecisionPageProps {
  shown: DecisionShown
  /** The sheet itself, where something is decided already. */
  changes: boolean
  typed: Record<string, string>
  errors: Messages
  hints: ReadonlyMap<string, readonly ReasonHint[]>
  hinted: string
}

/** Who is offered the job, on what evidence, and why not the others. */
export function DecisionPage({ shown, changes, ...form }: DecisionPageProps) {
  const { vacancy, part, decisions, obstacle } = shown
  const isDecided = decisions.length > 0
  const fills = obstacle === null && (changes || !isDecided)
  return (
    <RecruitFrame
      title={`${fills && isDecided ? 'Change the decision' : 'Decision'}: ${vacancy.title}`}
      vacancy={vacancy}
      here={links.decision(vacancy.id)}
      oversees={part.oversees}
      styles={['scorecard', 'decision']}
      lead={leadOf(fills, isDecided)}
      actions={<Actions shown={shown} fills={fills} />}
    >
      {!isDecided && obstacle !== null && (
        <Notice>
          <p>{obstacle}</p>
        </Notice>
      )}
      {fills ? (
        <Sheet shown={shown} isDecided={isDecided} form={form} />
      ) : isDecided ? (
        <DecisionMade shown={shown} errors={form.errors} typed={form.typed} />
      ) : (
        <SoFar shown={shown} />
      )}
    </RecruitFrame>
  )
}

function leadOf(fills: boolean, isDecided: boolean): string {
  if (fills)
    return 'What each candidate stands on, and beside it what you decide and why. The numbers inform; you decide.'
  return isDecided
    ? 'What was decided, on what evidence, why not the others, and who puts their name to it.'
    : 'Nothing is decided yet. What was heard of each candidate stands here, as far as you may see it.'
}

function Actions({ shown, fills }: { shown: DecisionShown; fills: boolean }) {
  const { vacancy, decisions, obstacle } = shown
  return (
    <>
      <ButtonLink href={links.decisionPaper(vacancy.id)}>Print the sheet</ButtonLink>
      {!fills && decisions.length > 0 && obstacle === null && (
        <ButtonLink href={links.decisionForm(vacancy.id)}>Change the decision</ButtonLink>
      )}
    </>
  )
}

type FormPart = Omit<DecisionPageProps, 'shown' | 'changes'>

function Sheet({ shown, isDecided, form }: { shown: DecisionShown; isDecided: boolean; form: FormPart }) {
  const { standing, vacancy, head } = shown
  const asked = standing.candidates
    .filter((one) => one.asked === 'asked')
    .map((one) => ({ ...one, rows: rowsOf(shown, one.id, one.basis) }))
  return (
    <>
      <p class="decision-places">
        {standing.places === 1 ? 'One place' : `${standing.places} places`} to fill.
      </p>
      <NotAsked candidates={standing.candidates} />
      <DecisionForm
        {...form}
        vacancyId={vacancy.id}
        places={standing.places}
        head={head}
        asked={asked}
        isChange={isDecided}
        nameOf={memberNames(shown)}
      />
    </>
  )
}

/** For who does not decide: what they may see already. */
function SoFar({ shown }: { shown: DecisionShown }) {
  const seen = shown.standing.candidates.filter(({ basis }) => basis.members.length > 0)
  if (seen.length === 0)
    return (
      <Empty title="Nothing to look at yet">
        <p>
          When scorecards are submitted, what was heard of each candidate stands here, competency by
          competency.
        </p>
      </Empty>
    )
  return (
    <>
      {seen.map(({ id, name, basis }) => (
        <section class="decision-candidate" key={id}>
          <h2>{name}</h2>
          <Evidence name={name} rows={rowsOf(shown, id, basis)} basis={basis} nameOf={memberNames(shown)} />
        </section>
      ))}
    </>
  )
}

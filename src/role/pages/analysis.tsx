import type { Framework } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { Table } from '#web/table.tsx'
import { Ticks } from '#web/ticks.tsx'
import type { AnalysisCard, Incumbent } from '../analysis.ts'
import type { Holder } from '../holder.ts'
import type { Role } from '../model.ts'
import { monthsIn } from '../tenure.ts'
import { RoleFrame } from './frame.tsx'
import { MergedSection, type MergedView } from './merged.tsx'
import { dayWords, inTheJob, progressOf } from './words.ts'

export interface AnalysisPageProps {
  role: Role
  analysis: AnalysisCard
  framework: Framework
  edits: boolean
  /** The viewer is asked here. */
  isAsked: boolean
  /** Null: it is too early to look. */
  merged: MergedView | null
  /** Holders who are not asked yet. */
  others: Holder[]
  /** The draft of the profile, if there is one. */
  draft: { id: string } | undefined
  today: string
  errors?: Messages
}

/** Who was asked and has answered; later, what came of it. */
export function AnalysisPage(props: AnalysisPageProps) {
  const { role, analysis, merged, edits, isAsked, errors = {} } = props
  return (
    <RoleFrame
      title={`What ${role.title} needs`}
      role={role}
      eyebrow={`Job analysis in the words of ${analysis.framework}, asked on ${dayWords(analysis.openedAt)}`}
      lead={progressOf(analysis)}
      actions={
        isAsked && (
          <ButtonLink
            kind={analysis.closedAt === null ? 'primary' : 'plain'}
            href={links.roleAnswers(role.id, analysis.id)}
          >
            {analysis.closedAt === null ? 'My answers' : 'What I said'}
          </ButtonLink>
        )
      }
    >
      <Problems errors={errors} />
      {merged === null && <TooEarly edits={edits} />}
      <Asked {...props} />
      {edits && analysis.closedAt === null && <Closing {...props} />}
      {merged && <MergedSection {...props} merged={merged} />}
      {merged && edits && <Onwards {...props} />}
    </RoleFrame>
  )
}

function TooEarly({ edits }: { edits: boolean }) {
  return (
    <Notice title="Each answers alone first">
      <p>
        {edits
          ? 'You see here who has answered. What they said stands here once all have, or once you have closed it.'
          : 'When whoever asked has closed it, everybody who answered sees here what came of it.'}
      </p>
    </Notice>
  )
}

function Asked({ role, analysis, edits }: AnalysisPageProps) {
  const isOpen = analysis.closedAt === null
  const rows = analysis.incumbents.map((one) => ({
    key: one.personId,
    cells: [
      <>
        {one.name}
        {one.hasLeft && <span class="hint small">has left; what they submitted counts</span>}
      </>,
      inTheJob(one.months),
      <Progress incumbent={one} />,
      ...(edits && isOpen ? [<NoLonger role={role} analysis={analysis} incumbent={one} />] : []),
    ],
  }))
  return (
    <section class="block" aria-labelledby="asked">
      <h2 id="asked">Who was asked</h2>
      <Table
        caption="Those who are new in the job first"
        heads={['Name', 'Time in the job', 'Answers', ...(edits && isOpen ? ['Change'] : [])]}
        rows={rows}
      />
    </section>
  )
}

function Progress({ incumbent: { submittedAt, answered } }: { incumbent: Incumbent }) {
  if (submittedAt) return <>submitted on {dayWords(submittedAt)}</>
  return <span class="soft">{answered === 0 ? 'not begun' : 'begun'}</span>
}

function NoLonger({
  role,
  analysis,
  incumbent,
}: {
  role: Role
  analysis: AnalysisCard
  incumbent: Incumbent
}) {
  if (incumbent.submittedAt) return null
  return (
    <form method="post" action={links.roleIncumbentRemoval(role.id, analysis.id, incumbent.personId)}>
      <Button kind="quiet">
        Ask no longer<span class="unseen">: {incumbent.name}</span>
      </Button>
    </form>
  )
}

function Closing({ role, analysis, others, today, errors = {} }: AnalysisPageProps) {
  const answered = analysis.incumbents.filter(({ submittedAt }) => submittedAt !== null).length
  const waiting = analysis.incumbents.length - answered
  return (
    <>
      {others.length > 0 && (
        <details class="block ending">
          <summary>Ask further people</summary>
          <form class="stack" method="post" action={links.roleIncumbents(role.id, analysis.id)}>
            <Ticks
              legend="Who else holds the role"
              name="people"
              chosen={[]}
              error={errors.people}
              options={others.map(({ personId, name, startsOn }) => ({
                value: personId,
                label: name,
                hint: inTheJob(monthsIn(startsOn, today)),
              }))}
            />
            <Button>Ask them too</Button>
          </form>
        </details>
      )}
      {answered > 0 && (
        <form class="block" method="post" action={links.roleAnalysisClosing(role.id, analysis.id)}>
          <p class="soft measure">
            {waiting > 0
              ? `${waiting === 1 ? 'One person has' : `${waiting} people have`} not submitted. If you close it now, what they began is gone.`
              : 'Close it, so that those who answered see what came of it and you can talk it over.'}
          </p>
          <Button kind={waiting > 0 ? 'plain' : 'primary'}>Close the analysis</Button>
        </form>
      )}
    </>
  )
}

function Onwards({ role, analysis, draft }: AnalysisPageProps) {
  if (role.closedAt !== null) return null
  return (
    <section class="block" aria-labelledby="onwards">
      <h2 id="onwards">Take it into the profile</h2>
      <p class="soft measure">
        Levels and months go into the draft of the role profile. How much each competency matters, and what is
        a must-have, is for you to say there.
      </p>
      <form method="post" action={links.roleProfiles(role.id)}>
        <input type="hidden" name="analysis" value={analysis.id} />
        <Button kind={analysis.closedAt === null ? 'plain' : 'primary'}>
          {draft ? 'Take it into the draft' : 'Begin a profile with it'}
        </Button>
      </form>
    </section>
  )
}

import type { Framework } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { cellName, MOST_IN_CELL, type Proposal } from '../judgement.ts'
import { CellFields } from './cell-fields.tsx'
import { type Reach, TranslateFrame } from './frame.tsx'
import { Day } from './share.tsx'

export interface ShownProposal {
  proposal: Proposal
  framework: Framework
}

interface ProposalsProps {
  waiting: ShownProposal[]
  settled: ShownProposal[]
  reach: Reach
}

/** The steward's list: what waits, and what was decided. */
export function ProposalsPage({ waiting, settled, reach }: ProposalsProps) {
  return (
    <TranslateFrame
      title="Proposed examples"
      tab="proposals"
      reach={reach}
      lead="Sentences that colleagues propose as examples. What you accept teaches everybody’s translations with that framework; the framework’s own text stays as it is."
    >
      {waiting.length === 0 ? (
        <Empty title="Nothing waits for you">
          <p>When somebody proposes an example, it stands here until a steward has looked at it.</p>
        </Empty>
      ) : (
        <section aria-labelledby="waiting">
          <h2 id="waiting">{waiting.length === 1 ? 'One waits' : `${waiting.length} wait`}</h2>
          <List all={waiting} />
        </section>
      )}
      {settled.length > 0 && (
        <section class="block" aria-labelledby="settled">
          <h2 id="settled">Decided</h2>
          <List all={settled} />
        </section>
      )}
    </TranslateFrame>
  )
}

function List({ all }: { all: ShownProposal[] }) {
  return (
    <ol class="judged">
      {all.map(({ proposal, framework }) => (
        <li key={proposal.id}>
          <p class="judged-words">
            <a href={links.translateProposal(proposal.id)}>{proposal.text}</a>
          </p>
          <p>
            <strong>{cellName(framework, proposal)}</strong> <span class="soft">{framework.title}</span>
          </p>
          <Provenance proposal={proposal} />
        </li>
      ))}
    </ol>
  )
}

function Provenance({ proposal }: { proposal: Proposal }) {
  const { state, proposedBy, proposedAt, settledBy, settledAt, answer } = proposal
  return (
    <p class="small soft">
      Proposed by {proposedBy.name}, <Day at={proposedAt} />
      {state !== 'waiting' && (
        <>
          . {state === 'accepted' ? 'Accepted' : 'Rejected'}
          {settledBy && ` by ${settledBy}`}
          {settledAt && (
            <>
              , <Day at={settledAt} />
            </>
          )}
          {answer && `: ${answer}`}
        </>
      )}
    </p>
  )
}

interface ProposalProps extends ShownProposal {
  reach: Reach
  /** How many examples each cell has, to see where there are enough. */
  inCell: number
  values?: { text?: string; competency?: string; level?: string | null; answer?: string }
  errors?: Messages
}

/** One proposal: accept it, as it stands or changed; reject it with a reason; undo what was decided. */
export function ProposalPage({
  proposal,
  framework,
  reach,
  inCell,
  values = {},
  errors = {},
}: ProposalProps) {
  const { id, state } = proposal
  const crumbs = [{ label: 'Proposals', href: links.translateProposals() }]
  return (
    <TranslateFrame title="A proposed example" crumbs={crumbs} reach={reach}>
      <Provenance proposal={proposal} />
      <p class="small soft">
        {cellName(framework, proposal)} has {inCell} of at most {MOST_IN_CELL} accepted examples.
      </p>
      <form class="stack block" method="post" action={links.translateAcceptance(id)} noValidate>
        <Problems errors={errors} />
        <Field
          label="The words"
          name="text"
          rows={4}
          value={values.text ?? proposal.text}
          error={errors.text}
          hint="Take out what could tell who somebody is. Everybody can read an accepted example as the reason for an answer."
        />
        <CellFields
          framework={framework}
          competency={values.competency ?? proposal.competency}
          level={values.level ?? proposal.level}
          errors={errors}
          id="accept"
        />
        <Button kind="primary">{state === 'accepted' ? 'Save the change' : 'Accept it for everybody'}</Button>
      </form>
      {state === 'waiting' ? (
        <form class="stack block" method="post" action={links.translateRejection(id)} noValidate>
          <Field
            label="Why not"
            name="answer"
            rows={2}
            value={values.answer}
            error={errors.answer}
            hint="Whoever proposed it reads this."
          />
          <Button kind="danger">Reject it</Button>
        </form>
      ) : (
        <form class="block" method="post" action={links.translateReopening(id)}>
          <Button>Undo: let it wait again</Button>
        </form>
      )}
    </TranslateFrame>
  )
}

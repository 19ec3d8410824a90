import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Notice } from '#web/notice.tsx'
import { cellName, type OwnJudgement, type Proposal } from '../judgement.ts'
import { likeliest } from '../model.ts'
import { type Reach, TranslateFrame } from './frame.tsx'
import { Day } from './share.tsx'

interface MineProps {
  own: OwnJudgement[]
  reach: Reach
  /** Why something could not be done. */
  problem?: string
}

/** What somebody has judged, newest first: what it taught, and how to undo it. */
export function MinePage({ own, reach, problem }: MineProps) {
  return (
    <TranslateFrame
      title="Your judgements"
      tab="mine"
      reach={reach}
      lead="What you accepted or corrected. Words that you kept teach your own translations at once, and nobody else’s until a steward has accepted them."
    >
      {problem && <Notice kind="problem" title={problem} />}
      {own.length === 0 ? (
        <Empty
          title="You have not judged a translation yet"
          action={<ButtonLink href={links.translate()}>Translate something</ButtonLink>}
        >
          <p>Below each answer you can say whether it is right. That makes the next ones better.</p>
        </Empty>
      ) : (
        <ol class="judged">
          {own.map((one) => (
            <li key={one.judgement.id}>
              <One {...one} />
            </li>
          ))}
        </ol>
      )}
    </TranslateFrame>
  )
}

function One({ judgement, framework, proposal }: OwnJudgement) {
  const { id, text, madeAt, said } = judgement
  const first = {
    competency: said.competencies[0]?.key ?? '',
    level: likeliest(said.levels)?.key ?? null,
  }
  const agreed = first.competency === judgement.competency && first.level === judgement.level
  return (
    <article>
      <p class="judged-words">{text ?? <span class="soft">Your words are not kept.</span>}</p>
      <p>
        <strong>{cellName(framework, judgement)}</strong>{' '}
        <span class="soft">
          {framework.title}, <Day at={madeAt} />
        </span>
      </p>
      <p class="small soft">
        {agreed ? 'As Sightline had said.' : `Sightline had said: ${cellName(framework, first)}.`}
      </p>
      <ProposalState proposal={proposal} />
      <div class="row">
        {text !== null && proposal === null && (
          <form method="post" action={links.translateProposing(id)}>
            <Button label={`Propose “${text}” for everybody`}>Propose it for everybody</Button>
          </form>
        )}
        {text !== null && (
          <form method="post" action={links.translateWordsRemoval(id)}>
            <Button label={`Forget the words “${text}”`}>Forget my words</Button>
          </form>
        )}
        <form method="post" action={links.translateJudgementRemoval(id)}>
          <Button label={`Take back the judgement of ${text ? `“${text}”` : cellName(framework, judgement)}`}>
            Take it back
          </Button>
        </form>
      </div>
    </article>
  )
}

function ProposalState({ proposal }: { proposal: Proposal | null }) {
  if (proposal === null) return null
  const { state, settledBy, answer } = proposal
  if (state === 'waiting') return <p class="small">Proposed for everybody: it waits for a steward.</p>
  if (state === 'accepted')
    return (
      <p class="small">Accepted{settledBy && ` by ${settledBy}`}: it teaches everybody’s translations.</p>
    )
  return (
    <p class="small">
      Not accepted{settledBy && ` by ${settledBy}`}: {answer}
    </p>
  )
}

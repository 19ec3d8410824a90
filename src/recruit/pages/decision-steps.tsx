import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { movesOf } from '../candidate/stage.ts'
import type { Decision } from '../decision/decision.ts'
import type { Candidate, Stage } from '../model.ts'
import type { DecisionShown } from './decision-parts.tsx'

interface StepsProps {
  shown: DecisionShown
  /** What holds now. */
  decisions: readonly Decision[]
}

/** What follows from the decision for each candidate. Nothing of it happens by itself. */
export function NextSteps({ shown, decisions }: StepsProps) {
  const { part, sights } = shown
  if (!part.oversees)
    return (
      <section class="block">
        <h2>What comes next</h2>
        <p class="measure">Those who recruit tell the candidates. Nothing is sent by itself.</p>
      </section>
    )
  return (
    <section class="block">
      <h2>What comes next</h2>
      <p class="measure">
        Nobody is told by the decision itself. Each step below shows you the mail and to whom it goes before
        it is sent; you can also take the step without a mail.
      </p>
      <ul class="next-steps">
        {decisions.flatMap((decision) => {
          const candidate = sights.find((one) => one.candidate.id === decision.candidateId)?.candidate
          return candidate ? [<Step key={decision.id} {...{ shown, decision, candidate }} />] : []
        })}
      </ul>
      <Closing shown={shown} />
    </section>
  )
}

/** When everybody knows where they stand. */
function Closing({ shown: { vacancy } }: { shown: DecisionShown }) {
  const isClosed = vacancy.state === 'closed'
  return (
    <form class="closing" method="post" action={links.vacancyClosing(vacancy.id)}>
      <p class="soft measure">
        {isClosed
          ? 'This vacancy is closed: its decision stays as it is, and it stands in the list of vacancies only when you ask for closed ones.'
          : 'When everybody knows where they stand, close the vacancy: it leaves the list, and its decision is not changed any more.'}
      </p>
      <Button name="on" value={isClosed ? 'no' : 'yes'}>
        {isClosed ? 'Open it again' : 'Close the vacancy'}
      </Button>
    </form>
  )
}

interface StepProps {
  shown: DecisionShown
  decision: Decision
  candidate: Candidate
}

function Step({ shown, decision, candidate }: StepProps) {
  const steps = stepsOf(decision, candidate, shown.handedOver.get(candidate.id))
  return (
    <li>
      <b>{candidate.name}</b>: {typeof steps === 'string' && steps}
      {typeof steps !== 'string' &&
        steps.map(({ href, label }, i) => (
          <span key={href}>
            {i > 0 && ' · '}
            <a href={href}>{label}</a>
          </span>
        ))}
    </li>
  )
}

type Steps = string | { href: string; label: string }[]

/** What can be done about a candidate now, or in a sentence why nothing is to be done. */
function stepsOf(decision: Decision, candidate: Candidate, handedOver: string | undefined): Steps {
  const { id, vacancyId, stage, withdrawnAt, erasedAt, personId } = candidate
  if (handedOver) return [{ href: links.onboarding(handedOver), label: 'hired: what was handed over' }]
  if (stage === 'hired')
    return personId ? 'hired, and among the people.' : [{ href: links.hire(vacancyId, id), label: ENTER }]
  if (erasedAt) return 'erased; nothing more is done.'
  if (withdrawnAt) return 'withdrew; nothing more is done.'
  if (stage === 'declined') return 'declined the offer.'
  return decision.outcome === 'offer' ? offerSteps(candidate) : otherSteps(decision, candidate)
}

const ENTER = 'enter them among the people'

function offerSteps(candidate: Candidate): Steps {
  const { id, vacancyId, stage } = candidate
  const move = (to: Stage) => links.candidateMove(vacancyId, id, to)
  if (stage === 'offered')
    return [
      { href: links.hire(vacancyId, id), label: `they have accepted: ${ENTER}` },
      { href: move('declined'), label: 'they have declined' },
    ]
  if (movesOf(candidate).includes('offered')) return [{ href: move('offered'), label: 'offer them the job' }]
  return [{ href: links.candidate(vacancyId, id), label: 'note first that the interview has taken place' }]
}

function otherSteps({ outcome }: Decision, candidate: Candidate): Steps {
  const { id, vacancyId, stage } = candidate
  if (stage === 'refused') return 'not taken further.'
  if (outcome === 'reserve')
    return 'in reserve. There is no mail for this: tell them yourself that they may still be asked.'
  if (!movesOf(candidate).includes('refused')) return 'nothing to do.'
  return [{ href: links.candidateMove(vacancyId, id, 'refused'), label: 'tell them that they are not taken' }]
}

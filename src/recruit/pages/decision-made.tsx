import { dayOf } from '#people/day.ts'
import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { standing } from '../candidate/stage.ts'
import { type Decision, lastDecided, latestDecisions, standingSignatures } from '../decision/decision.ts'
import { outcomeWords } from '../decision/paper.ts'
import { freeAgain } from '../decision/sheet.ts'
import type { Candidate, PanelMember } from '../model.ts'
import { Evidence } from './decision-evidence.tsx'
import { type DecisionShown, memberNames, NotAsked, rowsOf } from './decision-parts.tsx'
import { NextSteps } from './decision-steps.tsx'
import { dayWords } from './words.ts'

interface MadeProps {
  shown: DecisionShown
  errors: Messages
  typed: Record<string, string>
}

/** What was decided: about whom, why, what it stood on, who signed, and what comes next. */
export function DecisionMade({ shown, errors, typed }: MadeProps) {
  const { decisions, sights } = shown
  const latest = latestDecisions(decisions)
  const order = (one: Decision) => ({ offer: 0, reserve: 1, no: 2 })[one.outcome] * 1000 + (one.place ?? 0)
  const inOrder = [...latest.values()].toSorted((a, b) => order(a) - order(b))
  const open = shown.standing.candidates.filter(({ id, asked }) => asked === 'asked' && !latest.has(id))
  return (
    <>
      <Problems errors={errors} />
      <FreeAgain shown={shown} />
      {inOrder.map((decision) => {
        const candidate = sights.find(({ candidate: one }) => one.id === decision.candidateId)?.candidate
        return candidate && <About key={decision.id} {...{ shown, decision, candidate }} />
      })}
      {open.length > 0 && (
        <p class="measure">
          <b>Not decided yet:</b> {open.map(({ name }) => name).join(', ')}. Change the decision to say what
          becomes of them.
        </p>
      )}
      <NotAsked candidates={shown.standing.candidates.filter(({ id }) => !latest.has(id))} />
      <Signatures shown={shown} typed={typed} />
      <NextSteps shown={shown} decisions={inOrder} />
    </>
  )
}

/** Somebody who was offered the job does not take it: who is asked next is to be decided. */
function FreeAgain({ shown }: { shown: DecisionShown }) {
  const { standing: sheet, obstacle, vacancy } = shown
  const gone = freeAgain(sheet)
  const offered = sheet.candidates.filter(
    ({ id, asked }) => ['asked', 'hired'].includes(asked) && sheet.latest.get(id)?.outcome === 'offer',
  )
  if (gone.length === 0 || offered.length >= sheet.places || vacancy.state === 'closed') return null
  const [next] = sheet.candidates
    .filter(({ id, asked }) => asked === 'asked' && sheet.latest.get(id)?.outcome === 'reserve')
    .toSorted((a, b) => (sheet.latest.get(a.id)?.place ?? 0) - (sheet.latest.get(b.id)?.place ?? 0))
  return (
    <Notice title={gone.length === 1 ? 'A place is free again' : 'Places are free again'}>
      <p>
        {gone.join(' and ')} will not take the job.{' '}
        {next ? `First in reserve: ${next.name}.` : 'Nobody is in reserve.'}{' '}
        {obstacle === null && <a href={links.decisionForm(vacancy.id)}>Change the decision</a>}
      </p>
    </Notice>
  )
}

interface AboutProps {
  shown: DecisionShown
  decision: Decision
  candidate: Candidate
}

function About({ shown, decision, candidate }: AboutProps) {
  const nameOf = memberNames(shown)
  const { reason, despite, changes, madeBy, madeAt, sealNumber, basis } = decision
  const earlier = shown.decisions.filter(
    (one) => one.candidateId === decision.candidateId && one.id !== decision.id,
  )
  return (
    <section class="decision-candidate made" data-outcome={decision.outcome}>
      <p class="eyebrow">{outcomeWords(decision)}</p>
      <h2>{candidate.name}</h2>
      {standing(candidate) !== 'Interviewed' && <p class="soft">Now: {standing(candidate).toLowerCase()}.</p>}
      <p class="decision-reason">{reason || 'The words of this decision were erased with the candidate.'}</p>
      {despite && (
        <p class="decision-reason">
          <b>In spite of what was open:</b> {despite}
        </p>
      )}
      {changes && (
        <p class="decision-reason">
          <b>Changed because:</b> {changes}
        </p>
      )}
      <p class="soft small">
        Decided by {nameOf(madeBy)} on {dayWords(madeAt)}, number {sealNumber} in the chain.
      </p>
      {earlier.length > 0 && (
        <ul class="earlier small">
          {earlier.toReversed().map((one) => (
            <li key={one.id}>
              Before that: <b>{outcomeWords(one).toLowerCase()}</b>. {one.reason} ({nameOf(one.madeBy)},{' '}
              {dayWords(one.madeAt)}, number {one.sealNumber})
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>What it stood on</summary>
        <Evidence
          name={candidate.name}
          rows={rowsOf(shown, candidate.id, basis)}
          basis={basis}
          nameOf={nameOf}
        />
      </details>
    </section>
  )
}

function Signatures({ shown, typed }: { shown: DecisionShown; typed: Record<string, string> }) {
  const { panel, signatures, decisions, signObstacle } = shown
  const holding = standingSignatures(signatures, decisions)
  const earlier = signatures.filter(({ id }) => ![...holding.values()].some((one) => one.id === id))
  const signers = panel.filter(({ personId, leftAt }) => leftAt === null || holding.has(personId))
  return (
    <section class="block">
      <h2>Signatures</h2>
      <ul class="signatures">
        {signers.map((member) => (
          <Signer key={member.personId} member={member} shown={shown} />
        ))}
      </ul>
      {earlier.length > 0 && (
        <p class="soft small measure">
          Below an earlier decision:{' '}
          {earlier
            .map(
              ({ personId, signedAt, dissent }) =>
                `${memberNames(shown)(personId)} (${dayOf(signedAt)}${dissent ? `, with another opinion: ${dissent}` : ''})`,
            )
            .join('; ')}
          .
        </p>
      )}
      {signObstacle === null && (
        <form class="stack sign" method="post" action={links.decisionSignature(shown.vacancy.id)} noValidate>
          <input type="hidden" name="upTo" value={lastDecided(decisions)} />
          <Field
            label="Another opinion, if you have one"
            name="dissent"
            rows={3}
            value={typed.dissent}
            hint="Empty: you stand behind the decision. It is sealed with your signature; name no candidate."
          />
          <Button kind="primary">Sign the decision</Button>
        </form>
      )}
    </section>
  )
}

function Signer({ member, shown }: { member: PanelMember; shown: DecisionShown }) {
  const signature = standingSignatures(shown.signatures, shown.decisions).get(member.personId)
  return (
    <li>
      <b>{member.name}</b>
      {member.isChair && <span class="soft"> (chair)</span>}{' '}
      {signature ? (
        <>
          signed on {dayWords(signature.signedAt)}
          {signature.dissent && (
            <span class="dissent">
              With another opinion: <q>{signature.dissent}</q>
            </span>
          )}
        </>
      ) : (
        <span class="soft">has not signed yet</span>
      )}
    </li>
  )
}

import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { type Interview, whenWords } from '../candidate/interview.ts'
import { MOVE_WORDS, mayWithdraw, movesOf, standing } from '../candidate/stage.ts'
import type { Candidate, Vacancy } from '../model.ts'
import { RecruitFrame } from './frame.tsx'
import { NoticeText } from './public-frame.tsx'
import { dayWords } from './words.ts'

interface CandidateProps {
  vacancy: Vacancy
  candidate: Candidate
  /** The one that was arranged last; null: none. */
  interview: Interview | null
  errors?: Messages
}

/** One candidate, for those who recruit. What the panel gave stands on pages of its own. */
export function CandidatePage({ vacancy, candidate, interview, errors = {} }: CandidateProps) {
  return (
    <RecruitFrame
      title={candidate.name}
      vacancy={vacancy}
      oversees
      here={links.candidates(vacancy.id)}
      crumbs={[{ label: 'Candidates', href: links.candidates(vacancy.id) }]}
      eyebrow={standing(candidate)}
      styles={['candidate']}
      actions={<Moves {...{ vacancy, candidate, interview }} />}
    >
      <Problems errors={errors} />
      {candidate.erasedAt ? (
        <Notice title={`Erased on ${dayWords(candidate.erasedAt)}`}>
          <p>
            Name, address and words are gone, and so are the notes about this candidate. Ratings and choices
            stay without a name, so that the chain of this vacancy can still be checked.
          </p>
        </Notice>
      ) : (
        <Held {...{ vacancy, candidate, interview }} />
      )}
    </RecruitFrame>
  )
}

const stands = (interview: Interview | null): interview is Interview =>
  interview !== null && interview.cancelledAt === null

function Moves({ vacancy, candidate, interview }: CandidateProps) {
  const moves = movesOf(candidate)
  if (moves.length === 0) return null
  const arrangesFirst = candidate.stage === 'invited' && !stands(interview)
  return (
    <>
      {arrangesFirst && (
        <ButtonLink kind="primary" href={links.candidateInterview(vacancy.id, candidate.id)}>
          Arrange an interview
        </ButtonLink>
      )}
      {moves.map((stage, i) => (
        <ButtonLink
          key={stage}
          kind={i === 0 && !arrangesFirst && candidate.stage !== 'refused' ? 'primary' : 'plain'}
          href={
            stage === 'hired'
              ? links.hire(vacancy.id, candidate.id)
              : links.candidateMove(vacancy.id, candidate.id, stage)
          }
        >
          {MOVE_WORDS[stage]}
        </ButtonLink>
      ))}
    </>
  )
}

function Held({ vacancy, candidate, interview }: CandidateProps) {
  const { email, letter, accommodation, appliedAt, withdrawnAt, notice } = candidate
  return (
    <>
      {withdrawnAt && (
        <Notice title={`Withdrew on ${dayWords(withdrawnAt)}`}>
          <p>They take part no more. What was noted stays until its time is over or they wish it erased.</p>
        </Notice>
      )}
      <dl class="candidate-facts">
        <dt>Applied</dt>
        <dd>{dayWords(appliedAt)}</dd>
        <dt>Interview</dt>
        <dd>
          <InterviewLine {...{ vacancy, candidate, interview }} />
        </dd>
        <dt>Address</dt>
        <dd>
          {email ? <a href={`mailto:${email}`}>{email}</a> : 'none: give them the notice below on paper'}
        </dd>
        <dt>Needs for the interview</dt>
        <dd class="words">{accommodation ?? 'nothing said'}</dd>
        <dt>Feedback</dt>
        <dd>
          {vacancy.state === 'decided' || vacancy.state === 'closed' ? (
            <a href={links.feedback(vacancy.id, candidate.id)}>The letter about what was heard</a>
          ) : (
            'after the decision'
          )}
        </dd>
        <dt>In their own words</dt>
        <dd class="words">{letter ?? 'nothing'}</dd>
      </dl>
      <details class="candidate-act">
        <summary>The notice that they were shown</summary>
        <NoticeText notice={notice} />
      </details>
      {mayWithdraw(candidate) && (
        <details class="candidate-act">
          <summary>They have withdrawn</summary>
          <p>For somebody who has told you so. They can also do it themselves, on their own page.</p>
          <form method="post" action={links.candidateWithdrawal(vacancy.id, candidate.id)}>
            <Button>Note that they have withdrawn</Button>
          </form>
        </details>
      )}
      <details class="candidate-act">
        <summary>They wish to be erased</summary>
        <p>
          Everything goes at once and cannot be brought back: name, address, words, notes and quotes. Ratings
          stay without a name.
        </p>
        <form method="post" action={links.candidateErasure(vacancy.id, candidate.id)}>
          <Button kind="danger">Erase this candidate</Button>
        </form>
      </details>
    </>
  )
}

function InterviewLine({ vacancy, candidate, interview }: CandidateProps) {
  const arranges =
    !candidate.withdrawnAt &&
    (candidate.stage === 'interviewed' || (candidate.stage === 'invited' && stands(interview)))
  const form = links.candidateInterview(vacancy.id, candidate.id)
  return (
    <>
      {stands(interview)
        ? `${whenWords(interview)}, ${interview.place}`
        : interview
          ? 'cancelled'
          : 'not arranged'}
      {arranges && (
        <div>
          <a href={form}>{stands(interview) ? 'Move it' : 'Arrange an interview'}</a>
        </div>
      )}
      {arranges && stands(interview) && (
        <details>
          <summary>Cancel it</summary>
          <p class="soft small">A mail goes to the candidate and the panel at once.</p>
          <form method="post" action={links.candidateInterviewEnd(vacancy.id, candidate.id)}>
            <Button kind="danger">Cancel it and tell them</Button>
          </form>
        </details>
      )}
    </>
  )
}

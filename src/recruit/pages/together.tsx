import { type Level, levelLabel } from '#framework/model.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import type { Candidate, Criterion, PanelMember, Question, Scorecard, Vacancy } from '../model.ts'
import { type QuestionWords, wordsFor } from '../rating/card-words.ts'
import type { Consensus } from '../rating/consensus.ts'
import { type AnswerSpread, spreadsOf } from '../rating/spread.ts'
import { RecruitFrame } from './frame.tsx'
import { AnswerRead, bandOf } from './scorecard-answer.tsx'

export interface TogetherShown {
  vacancy: Vacancy
  part: { oversees: boolean; rates: boolean }
  criteria: Criterion[]
  panel: PanelMember[]
  questions: Question[]
  frameworks: Parameters<typeof wordsFor>[0]['frameworks']
  candidate: Candidate
  cards: Scorecard[]
  consensus: Consensus[]
  missing: PanelMember[]
  ownFirst: boolean
  /** Why nothing can be written down now; null: it can. */
  obstacle: string | null
  /** Whom to talk about after this candidate; null: nobody is left. */
  next: { id: string; name: string } | null
}

interface TogetherPageProps {
  shown: TogetherShown
  /** A form that comes back: its question and what was typed. */
  typed: { question: string; fields: Record<string, string> } | null
  errors: Messages
}

/** The submitted cards of a candidate side by side, the largest difference first, and what the panel agrees on. */
export function TogetherPage({ shown, typed, errors }: TogetherPageProps) {
  const { vacancy, candidate, cards, missing, obstacle, ownFirst, questions, consensus } = shown
  return (
    <RecruitFrame
      title={`Together: ${candidate.name}`}
      vacancy={vacancy}
      oversees={shown.part.oversees}
      styles={['scorecard']}
      lead="What differs most stands on top. Say what each of you heard before you say what you think of it; what each gave alone stays as it is."
      actions={
        cards.length > 0 ? (
          <ButtonLink href={links.results(vacancy.id)}>All candidates</ButtonLink>
        ) : undefined
      }
    >
      <Problems errors={errors} />
      {ownFirst ? (
        <Empty
          title="Your own scorecard first"
          action={
            <ButtonLink kind="primary" href={links.scorecard(vacancy.id, candidate.id)}>
              Open your scorecard
            </ButtonLink>
          }
        >
          <p>You see what the others gave {candidate.name} when you have submitted yours.</p>
        </Empty>
      ) : (
        cards.length === 0 && (
          <Empty title="Nothing to look at yet">
            <p>The scorecards stand here side by side when those that were begun are submitted.</p>
          </Empty>
        )
      )}
      {cards.length > 0 && (
        <>
          {obstacle && (
            <Notice>
              <p>{obstacle}</p>
            </Notice>
          )}
          <p class="soft">
            {cards.length} of {cards.length + missing.length} scorecards are in.
            {missing.length > 0 && ` Not given: ${missing.map(({ name }) => name).join(', ')}.`}
          </p>
          <div class="scorecard">
            {spreadsOf(questions, cards).map((spread) => (
              <Answer
                key={spread.question.id}
                shown={shown}
                spread={spread}
                agreed={consensus.filter(({ question }) => question === spread.question.id)}
                typed={typed?.question === spread.question.id ? typed.fields : null}
              />
            ))}
          </div>
          {!obstacle && consensus.length > 0 && <Onward shown={shown} />}
        </>
      )}
    </RecruitFrame>
  )
}

/** Something is agreed: where the panel goes from here. */
function Onward({ shown: { vacancy, candidate, next } }: { shown: TogetherShown }) {
  return (
    <section class="flow result-part">
      <h2>When you have talked about {candidate.name}</h2>
      <p class="soft measure">
        {next
          ? `Of those whom nobody has talked about, ${next.name} was rated most differently.`
          : 'Nobody else waits to be talked about. The results stand by what you agreed.'}
      </p>
      <p>
        <ButtonLink
          kind="primary"
          href={next ? links.together(vacancy.id, next.id) : links.results(vacancy.id)}
        >
          {next ? `Go on with ${next.name}` : 'See the results'}
        </ButtonLink>
      </p>
    </section>
  )
}

interface AnswerProps {
  shown: TogetherShown
  spread: AnswerSpread
  /** The latest holds. */
  agreed: Consensus[]
  typed: Record<string, string> | null
}

function Answer({ shown, spread, agreed, typed }: AnswerProps) {
  const { question, given } = spread
  const words = wordsFor(shown, question)
  const nameOf = (id: string) => shown.panel.find(({ personId }) => personId === id)?.name ?? 'Somebody'
  const level = (key: string | null) => labelIn(words.levels, key)
  const latest = agreed.at(-1)
  return (
    <section class="card-question" id={`q-${question.id}`}>
      <p class="eyebrow">
        {words.competency} · {spreadWords(spread)}
      </p>
      <h2 class="asked">{question.text}</h2>
      <div class="side-by-side">
        {given.map(({ personId, entry }) => (
          <div key={personId}>
            <h3>{nameOf(personId)}</h3>
            <AnswerRead entry={entry} question={question} level={level(entry.level)} />
          </div>
        ))}
      </div>
      {latest && (
        <div class="agreed">
          <p>
            <b>Agreed: {agreedWords(latest, question)}</b>
            {latest.level && <> · {level(latest.level)}</>}
            {latest.months !== null && <> · full level in about {latest.months} months</>}
          </p>
          <p>{latest.reason}</p>
          <p class="soft small">
            Written down by {nameOf(latest.madeBy)}, number {latest.sealNumber} in the chain.
            {agreed.length > 1 &&
              ` Before that: ${agreed
                .slice(0, -1)
                .map((one) => `${agreedWords(one, question)} (${one.reason})`)
                .join('; ')}.`}
          </p>
        </div>
      )}
      {!shown.obstacle && <AgreeForm shown={shown} question={question} words={words} typed={typed} />}
    </section>
  )
}

function labelIn(
  levels: readonly Pick<Level, 'key' | 'number' | 'name'>[],
  key: string | null,
): string | null {
  const level = levels.find((one) => one.key === key)
  return level ? levelLabel(level) : null
}

function agreedWords({ rating }: Consensus, question: Question): string {
  return rating === null ? 'cannot be rated' : `${rating} of ${question.points}, ${bandOf(question, rating)}`
}

function spreadWords({ spread, isSplit }: AnswerSpread): string {
  if (isSplit) return 'rated by some, not by others'
  if (spread === null) return 'too few ratings to differ'
  if (spread === 0) return 'the same rating'
  return spread === 1 ? '1 point apart' : `${spread} points apart`
}

interface AgreeFormProps {
  shown: TogetherShown
  question: Question
  words: QuestionWords
  typed: Record<string, string> | null
}

function AgreeForm({ shown: { vacancy, candidate }, question, words, typed }: AgreeFormProps) {
  const id = question.id
  const points = Array.from({ length: question.points }, (_, i) => String(i + 1))
  return (
    <details open={typed !== null}>
      <summary>Write down what you agree on</summary>
      <form method="post" action={links.consensus(vacancy.id, candidate.id, id)} class="agree-form">
        <div class="row">
          <label>
            Rating{' '}
            <select name="rating" required>
              <option value="">Choose</option>
              {points.map((point) => (
                <option key={point} value={point} selected={typed?.rating === point}>
                  {point} · {bandOf(question, Number(point))}
                </option>
              ))}
              <option value="none" selected={typed?.rating === 'none'}>
                Cannot be rated
              </option>
            </select>
          </label>
          <label>
            Level{' '}
            <select name="level">
              <option value="">Not said</option>
              {words.levels.map((level) => (
                <option key={level.key} value={level.key} selected={typed?.level === level.key}>
                  {levelLabel(level)}
                </option>
              ))}
            </select>
          </label>
          <label>
            Months to the full level{' '}
            <input name="months" inputMode="numeric" size={4} value={typed?.months ?? ''} />
          </label>
        </div>
        <label>
          Why: what was heard that settles it
          <textarea name="reason" rows={3} required value={typed?.reason ?? ''} />
        </label>
        <div>
          <Button>Write it down</Button>
        </div>
      </form>
    </details>
  )
}

import type { Pack, PackCard } from '../pack/pack.ts'
import { scorecardOf } from '../pack/read.ts'
import { candidateIn, levelIn, packMoment, personIn } from './pack-names.ts'
import { AnswerRead, bandOf, monthsWords } from './scorecard-answer.tsx'

/** Candidate by candidate, question by question: every rating as it was given alone, and the agreement beside it. */
export function CardsChapter({ pack }: { pack: Pack }) {
  const rated = pack.candidates.filter(({ id }) => pack.cards.some(({ candidate }) => candidate === id))
  if (rated.length === 0) return <p>No scorecard stands in this pack.</p>
  return rated.map(({ id }) => <CandidateCards key={id} pack={pack} candidate={id} />)
}

function CandidateCards({ pack, candidate }: { pack: Pack; candidate: string }) {
  const turn = (id: string) => pack.panel.findIndex(({ person }) => person === id)
  const cards = pack.cards
    .filter((card) => card.candidate === candidate)
    .toSorted((a, b) => turn(a.person) - turn(b.person))
  return (
    <section class="pack-candidate" aria-labelledby={`cards-${candidate}`}>
      <h3 id={`cards-${candidate}`}>{candidateIn(pack, candidate)}</h3>
      <p class="soft small">
        {cards
          .map(
            (card) => `${personIn(pack, card.person)}: submitted ${packMoment(card.at)}, link ${card.number}`,
          )
          .join('; ')}
        .
        {cards.some(({ erased }) => erased) &&
          ' What was written has been erased; ratings and choices stand.'}
      </p>
      {pack.questions.map((question, i) => (
        <Answer key={question.id} pack={pack} question={question} number={i + 1} cards={cards} />
      ))}
    </section>
  )
}

interface AnswerProps {
  pack: Pack
  question: Pack['questions'][number]
  number: number
  cards: readonly PackCard[]
}

function Answer({ pack, question, number, cards }: AnswerProps) {
  const [candidate] = cards
  const agreed = pack.agreed.filter(
    (one) => one.candidate === candidate?.candidate && one.question === question.id,
  )
  const given = cards.flatMap((card) => {
    const entry = scorecardOf(card).entries.find((one) => one.question === question.id)
    return entry ? [{ card, entry }] : []
  })
  if (given.length === 0) return null
  return (
    <div class="pack-answer">
      <h4>
        {number}. {question.text}
      </h4>
      <div class="side-by-side">
        {given.map(({ card, entry }) => (
          <div key={card.id}>
            <p class="pack-member">{personIn(pack, card.person)}</p>
            <AnswerRead
              entry={entry}
              question={question}
              level={levelIn(pack, question.criterion, entry.level)}
            />
          </div>
        ))}
      </div>
      {agreed.map((one) => (
        <Agreed key={one.id} pack={pack} question={question} one={one} />
      ))}
    </div>
  )
}

function Agreed({
  pack,
  question,
  one,
}: Pick<AnswerProps, 'pack' | 'question'> & { one: Pack['agreed'][number] }) {
  const level = levelIn(pack, question.criterion, one.level)
  return (
    <div class="agreed">
      <p>
        Agreed: {one.rating === null ? 'cannot be rated' : <b>{`${one.rating} of ${question.points}`}</b>}{' '}
        <span class="soft">{bandOf(question, one.rating)}</span>
        {level !== null && `. Level shown: ${level}`}
        {one.months !== null && `. ${monthsWords(one.months)}`}.
      </p>
      <p>{one.erased ? 'The reason has been erased.' : one.reason}</p>
      <p class="soft small">
        Written down by {personIn(pack, one.person)}, {packMoment(one.at)}, link {one.number}.
      </p>
    </div>
  )
}

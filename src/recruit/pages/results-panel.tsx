import type { Estimate, Interval } from '#measure/estimate.ts'
import { Table } from '#web/table.tsx'
import { combine } from '../rating/combine.ts'
import { panelAgreement, type RaterStatistics, raterStatistics } from '../rating/rater.ts'
import type { ResultsShown } from '../rating/results.ts'
import { type Deviation, MET_ALIKE, structureOf } from '../rating/structure.ts'

/** How alike the interviews were, how far the panel agrees, and how each member rates. */
export function PanelPart({ shown }: { shown: ResultsShown }) {
  const { questions, sights, results } = shown
  const seen = new Set(results.map(({ candidateId }) => candidateId))
  const cards = sights.filter(({ candidate }) => seen.has(candidate.id)).flatMap((sight) => sight.cards)
  const raters = raterStatistics(questions, cards)
  return (
    <>
      <Structure shown={shown} cards={cards} />
      <section class="flow result-part">
        <h2>The panel</h2>
        <Agreement shown={shown} cards={cards} people={raters.map(({ personId }) => personId)} />
        <Table
          stacks
          caption="How each member rates, beside the others on the same answers"
          heads={['Member', 'Candidates', 'Lower or higher than the others', 'Spread', 'Answers kept apart']}
          rows={raters.map((one) => ({ key: one.personId, cells: raterCells(one, shown) }))}
        />
        <p class="soft small measure">
          In points of 100. “Answers kept apart”: how far one candidate’s ratings differ on the member’s card,
          beside how far they differ on another member’s, taken one by one over the same answers; about 1 is
          usual. Much less than 1 may mean that one impression colours all; it may also mean that the member
          heard alike answers. With few candidates most of this is chance.
        </p>
      </section>
    </>
  )
}

type Cards = ResultsShown['sights'][number]['cards']

function Structure({ shown, cards }: { shown: ResultsShown; cards: Cards }) {
  const { same, of, deviations, fewerMembers } = structureOf(shown.questions, cards)
  const nameOf = (id: string) =>
    shown.sights.find(({ candidate }) => candidate.id === id)?.candidate.name ?? ''
  return (
    <section class="flow result-part">
      <h2>How alike the interviews were</h2>
      <p>
        <b>
          {same} of {of}
        </b>{' '}
        {MET_ALIKE}
        {fewerMembers.length > 0 &&
          ` Fewer members than for the others rated ${fewerMembers.map(nameOf).join(', ')}.`}
      </p>
      {deviations.length > 0 && (
        <ul class="small">
          {deviations.map((one) => (
            <li key={`${one.candidateId} ${one.personId} ${one.question} ${one.kind}`}>
              {nameOf(one.candidateId)}, {memberName(shown, one.personId)}: {deviationWords(one, shown)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function deviationWords({ question, kind, says }: Deviation, { questions }: ResultsShown): string {
  const number = questions.findIndex(({ id }) => id === question) + 1
  const words = {
    'not asked': 'not asked',
    'extra probe': 'a probe beyond the kit',
    'not rated': 'not rated',
  }[kind]
  return `question ${number} ${words}${says ? ` (${says})` : ''}`
}

const memberName = ({ panel }: ResultsShown, id: string) =>
  panel.find(({ personId }) => personId === id)?.name ?? 'Somebody'

interface AgreementProps {
  shown: ResultsShown
  cards: Cards
  people: readonly string[]
}

function Agreement({ shown, cards, people }: AgreementProps) {
  const rows = shown.results.map(({ candidateId }) =>
    people.map((personId) => {
      const own = cards.filter((card) => card.candidateId === candidateId && card.personId === personId)
      return own.length === 0 ? null : combine(shown, own).score.value
    }),
  )
  const { estimate, interval } = panelAgreement(rows)
  if (estimate.value === null) return <p class="measure">{estimate.reason}</p>
  return (
    <p class="measure">
      The members order the candidates alike to{' '}
      <b class="numbers">{Math.max(0, estimate.value).toFixed(2)}</b> of 1 (one member standing for another,
      ICC(2,1)
      {rangeWords(interval)}). They heard the same answers, so this says less than two separate interviews
      that agree.
    </p>
  )
}

function rangeWords(interval: Estimate<Interval>): string {
  if (interval.value === null) return ', no interval'
  const { lower, upper } = interval.value
  return `, 95 %: ${Math.max(0, lower).toFixed(2)} to ${Math.max(0, upper).toFixed(2)}`
}

function raterCells(
  { personId, candidates, leaning, range, withinShare }: RaterStatistics,
  shown: ResultsShown,
) {
  return [
    memberName(shown, personId),
    String(candidates),
    leaning.value === null ? <span class="soft small">{leaning.reason}</span> : leaningWords(leaning.value),
    range.value === null ? '–' : Math.round(range.value).toString(),
    withinShare.value === null ? '–' : `${withinShare.value.toFixed(1)} times the others’`,
  ]
}

function leaningWords({ mean, interval: { lower, upper } }: { mean: number; interval: Interval }): string {
  const numbers = `${signed(mean)} (${signed(lower)} to ${signed(upper)})`
  if (lower <= 0 && upper >= 0) return `${numbers}: not to be told from the others`
  return `${numbers}: ${mean < 0 ? 'lower' : 'higher'} than the others`
}

function signed(points: number): string {
  const rounded = Math.round(points)
  if (rounded === 0) return '0'
  return rounded < 0 ? `−${-rounded}` : `+${rounded}`
}

import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Notice } from '#web/notice.tsx'
import { Table } from '#web/table.tsx'
import { assessed, sharesOf } from '../kit/criteria.ts'
import type { Candidate, Criterion, Vacancy } from '../model.ts'
import type { Combined, CriterionResult } from '../rating/combine.ts'
import { areAlike, type CandidateResult, type ResultsShown } from '../rating/results.ts'
import { RecruitFrame } from './frame.tsx'
import { PanelPart } from './results-panel.tsx'
import { ResultsPicture } from './results-picture.tsx'

/** All candidates beside each other: musts as gates, the combination with its interval, and how alike the interviews were. */
export function ResultsPage(shown: ResultsShown & { mayDecide: boolean }) {
  const { vacancy, results, sights, mayDecide } = shown
  const there = sights.filter(
    ({ candidate }) => candidate.withdrawnAt === null && candidate.erasedAt === null,
  )
  const here = withoutCrowd(there)
  const crowd = there.length - here.length
  const waiting = here.filter(
    ({ ownFirst, candidate }) =>
      !ownFirst && isAwaited(vacancy, candidate) && !results.some((one) => one.candidateId === candidate.id),
  )
  return (
    <RecruitFrame
      title={`Results: ${vacancy.title}`}
      vacancy={vacancy}
      here={links.results(vacancy.id)}
      oversees={shown.part.oversees}
      styles={['scorecard']}
      lead="Every rating counts by the weights that were fixed before the first interview. The numbers inform; people decide, with their reasons."
      actions={nextStep(vacancy, mayDecide)}
    >
      <OwnCards vacancy={vacancy} sights={here} />
      {results.length === 0 ? (
        <Empty title="No results yet">
          <p>
            A candidate stands here when every scorecard that was begun for them is submitted. Members of the
            panel submit their own first.
          </p>
        </Empty>
      ) : (
        <Candidates shown={shown} />
      )}
      {waiting.length > 0 && (
        <section class="flow result-part">
          <h2>Still being rated</h2>
          <ul>
            {waiting.map(({ candidate }) => (
              <li key={candidate.id}>
                {candidate.name}: scorecards are still being written, or none has been begun.
              </li>
            ))}
          </ul>
        </section>
      )}
      {crowd > 0 && (
        <p class="soft measure result-part">
          {crowd.toLocaleString('en-GB')} more have applied. Whoever is invited stands here by name.
        </p>
      )}
      {results.length > 0 && <PanelPart shown={shown} />}
    </RecruitFrame>
  )
}

/** Nothing for who has to wait: the page says for what. */
function nextStep({ id, state }: Vacancy, mayDecide: boolean) {
  const isDecided = state === 'decided' || state === 'closed'
  if (!isDecided && !mayDecide) return null
  return (
    <ButtonLink kind="primary" href={links.decision(id)}>
      {isDecided ? 'Read the decision' : 'Decide'}
    </ButtonLink>
  )
}

/** So many who have only applied are named: a few may be met without an invitation, hundreds are not. */
const MOST_NAMED = 20

function withoutCrowd(sights: ResultsShown['sights']): ResultsShown['sights'] {
  const hasApplied = ({ candidate, cards }: ResultsShown['sights'][number]) =>
    candidate.stage === 'applied' && cards.length === 0
  return sights.filter(hasApplied).length > MOST_NAMED ? sights.filter((one) => !hasApplied(one)) : sights
}

/** Somebody may still rate them: they are in the running, and nothing is decided yet. */
const isAwaited = ({ state }: Vacancy, { stage }: Candidate) =>
  state !== 'decided' && state !== 'closed' && stage !== 'refused' && stage !== 'declined'

/** For who sits on the panel: the scorecards that they have not submitted yet. */
function OwnCards({ vacancy, sights }: { vacancy: Vacancy; sights: ResultsShown['sights'] }) {
  const open = sights.filter(({ ownFirst }) => ownFirst)
  if (open.length === 0) return null
  return (
    <section class="flow result-part">
      <h2>Your scorecards to submit</h2>
      <p class="soft measure">You see what the others gave a candidate when you have submitted your own.</p>
      <ul>
        {open.map(({ candidate }) => (
          <li key={candidate.id}>
            <a href={links.scorecard(vacancy.id, candidate.id)}>{candidate.name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Candidates({ shown }: { shown: ResultsShown }) {
  const { vacancy, criteria, results, sights } = shown
  const looked = assessed(criteria)
  const shares = sharesOf(criteria)
  const nameOf = (id: string) => sights.find(({ candidate }) => candidate.id === id)?.candidate
  return (
    <section class="flow result-part result-table">
      <ResultsPicture results={results} nameOf={(id) => nameOf(id)?.name ?? ''} />
      <Table
        stacks
        caption="Candidates, from 0 (lowest point of every scale) to 100 (highest)"
        heads={[
          'Candidate',
          'Combined',
          'Musts',
          ...looked.map(({ id, name, must }) => (
            <>
              {name.split('/').flatMap((part, i) => (i === 0 ? [part] : ['/', <wbr />, part]))}
              <br />
              <span class="soft small">
                {Math.round((shares.get(id) ?? 0) * 100)} %{must && ', a must'}
              </span>
            </>
          )),
        ]}
        rows={results.map((result) => ({
          key: result.candidateId,
          cells: [
            <>
              <a href={links.together(vacancy.id, result.candidateId)}>{nameOf(result.candidateId)?.name}</a>
              {nameOf(result.candidateId)?.withdrawnAt && <span class="soft"> (withdrawn)</span>}
              <Coverage result={result} sights={sights} />
            </>,
            <>
              <Combination combined={result.together ?? result.alone} />
              <Alone result={result} />
            </>,
            <Musts combined={result.together ?? result.alone} criteria={looked} />,
            ...(result.together ?? result.alone).criteria.map((one) => (
              <Score
                key={one.criterion}
                result={one}
                criterion={looked.find(({ id }) => id === one.criterion)}
              />
            )),
          ],
        }))}
      />
      <Alike results={results} nameOf={(id) => nameOf(id)?.name ?? ''} />
      <p class="soft small measure">
        The interval (95 %) comes from how far the members’ own combinations differ. It does not contain that
        other questions on another day would have given other answers. A must stands by itself: nothing makes
        up for it.
      </p>
    </section>
  )
}

function Musts({
  combined: { notYet, unknown },
  criteria,
}: {
  combined: Combined
  criteria: readonly Criterion[]
}) {
  const names = (ids: readonly string[]) =>
    criteria
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(', ')
  if (notYet.length > 0) return <b>Not yet: {names(notYet)}</b>
  if (unknown.length > 0) return <>Not known: {names(unknown)}</>
  return criteria.some(({ must }) => must) ? <>Reached</> : <span class="soft">None</span>
}

function Score({
  result: { score, gate },
  criterion,
}: {
  result: CriterionResult
  criterion: Criterion | undefined
}) {
  if (score === null) return <span class="no-rating">not known</span>
  const word = criterion?.must && gate === 'not yet' ? ' · not yet' : ''
  return (
    <span class="numbers">
      {Math.round(score)}
      {word}
    </span>
  )
}

function Combination({ combined: { score, interval, bounds } }: { combined: Combined }) {
  if (score.value === null)
    return (
      <>
        <span class="no-rating">no number</span>
        <br />
        <span class="soft small">
          {score.reason} It lies between {Math.round(bounds.lower)} and {Math.round(bounds.upper)}.
        </span>
      </>
    )
  return (
    <span class="numbers">
      <b>{Math.round(score.value)}</b>
      <br />
      <span class="soft small">
        {interval.value
          ? `${Math.floor(interval.value.lower)} to ${Math.ceil(interval.value.upper)}`
          : 'no interval: fewer than two members rated everything'}
      </span>
    </span>
  )
}

/** What it was before they talked. */
function Alone({ result: { alone, together } }: { result: CandidateResult }) {
  if (together === null) return <span class="hint small">as given alone</span>
  return (
    <span class="hint small">
      as agreed; alone {alone.score.value === null ? 'no number' : Math.round(alone.score.value)}
    </span>
  )
}

function Coverage({ result, sights }: { result: CandidateResult; sights: ResultsShown['sights'] }) {
  const sight = sights.find(({ candidate }) => candidate.id === result.candidateId)
  const all = result.members + (sight?.missing.length ?? 0)
  const rated = result.alone.criteria.reduce((sum, one) => sum + one.rated, 0)
  const of = result.alone.criteria.reduce((sum, one) => sum + one.of, 0)
  return (
    <span class="hint small">
      rests on {result.members} of {all} members, {rated} of {of} ratings
    </span>
  )
}

/** Neighbours in the order whose intervals overlap are named, so that nobody reads more into a number than is in it. */
function Alike({ results, nameOf }: { results: readonly CandidateResult[]; nameOf(id: string): string }) {
  const pairs = results.slice(1).flatMap((result, i) => {
    const before = results[i]
    return before && areAlike(before, result) ? [[before, result] as const] : []
  })
  if (pairs.length === 0) return null
  return (
    <Notice title="These cannot be told apart by their numbers">
      <ul>
        {pairs.map(([a, b]) => (
          <li key={a.candidateId}>
            {nameOf(a.candidateId)} and {nameOf(b.candidateId)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

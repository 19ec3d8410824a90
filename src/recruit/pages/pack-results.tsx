import { Table } from '#web/table.tsx'
import { STAGE_WORDS } from '../candidate/stage.ts'
import { assessed } from '../kit/criteria.ts'
import type { Pack } from '../pack/pack.ts'
import type { CombinedTold } from '../rating/combined-told.ts'
import { MET_ALIKE } from '../rating/structure.ts'
import { candidateIn, packDay, personIn } from './pack-names.ts'

/** Everybody who applied, how far they came, and the notice that they were shown. */
export function CandidatesChapter({ pack }: { pack: Pack }) {
  if (pack.candidates.length === 0) return <p>Nobody has applied yet.</p>
  return (
    <>
      <Table
        stacks
        caption="Candidates, in the order in which they applied"
        heads={['Candidate', 'Applied', 'How far', 'Scorecards', 'Without one']}
        rows={pack.candidates.map((one) => ({
          key: one.id,
          cells: [
            one.name,
            packDay(one.appliedAt),
            statusWords(one),
            one.leftOut
              ? 'left out: not all could be seen yet'
              : String(pack.cards.filter(({ candidate }) => candidate === one.id).length),
            one.missing.map((id) => personIn(pack, id)).join(', ') || 'nobody',
          ],
        }))}
      />
      {pack.notices.map(({ text, candidates }) => (
        <blockquote key={text} class="pack-notice">
          <p class="soft small">
            Shown to {candidates.map((id) => candidateIn(pack, id)).join(', ')} before they gave anything:
          </p>
          {text.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
        </blockquote>
      ))}
    </>
  )
}

function statusWords({ stage, withdrawnAt, erasedAt }: Pack['candidates'][number]): string {
  if (erasedAt) return `erased ${packDay(erasedAt)}: ratings stand, words are gone`
  if (withdrawnAt) return `${STAGE_WORDS[stage]}; withdrew ${packDay(withdrawnAt)}`
  return STAGE_WORDS[stage]
}

/** The mechanical combination with its interval, the musts as gates, and how alike the interviews were. */
export function ResultsChapter({ pack }: { pack: Pack }) {
  const looked = assessed(pack.criteria)
  const { structure } = pack
  if (pack.results.length === 0) return <p>There are no results yet.</p>
  return (
    <>
      <Table
        caption="From 0 (lowest point of every scale) to 100 (highest), by the fixed weights"
        heads={[
          'Candidate',
          'Alone',
          'As agreed',
          ...looked.map(({ name, must }) => (must ? `${name} (must)` : name)),
        ]}
        rows={pack.results.map(({ candidate, alone, together, members }) => ({
          key: candidate,
          cells: [
            <>
              {candidateIn(pack, candidate)}
              <br />
              <span class="soft small">
                {members} {members === 1 ? 'member' : 'members'}
              </span>
            </>,
            <Combination told={alone} />,
            together ? <Combination told={together} /> : <span class="soft">nothing agreed</span>,
            ...(together ?? alone).criteria.map(({ criterion, score, gate }) => (
              <span key={criterion}>
                {score === null ? 'not known' : Math.round(score)}
                {gate === 'not yet' && ', not yet'}
                {gate === 'yes' && ', reached'}
              </span>
            )),
          ],
        }))}
      />
      <p class="soft small measure">
        The interval (95 %) comes from how far the members’ own combinations differ. A must stands by itself:
        nothing makes up for it. The numbers inform; people decide.
      </p>
      <h3>How alike the interviews were</h3>
      <p>
        {structure.same} of {structure.of} {MET_ALIKE}
      </p>
      <Deviations pack={pack} />
    </>
  )
}

function Combination({ told: { score, interval, why } }: { told: CombinedTold }) {
  if (score === null) return <span class="small">{why}</span>
  return (
    <>
      <b>{Math.round(score)}</b>
      <br />
      <span class="soft small">
        {interval ? `${Math.floor(interval.lower)} to ${Math.ceil(interval.upper)}` : 'no interval'}
      </span>
    </>
  )
}

function Deviations({ pack }: { pack: Pack }) {
  const number = (id: string) => pack.questions.findIndex((one) => one.id === id) + 1
  return (
    <ul class="small">
      {pack.structure.deviations.map(({ candidate, person, question, kind, says }) => (
        <li key={`${candidate} ${person} ${question} ${kind}`}>
          {candidateIn(pack, candidate)}, {personIn(pack, person)}: question {number(question)},{' '}
          {kind === 'extra probe' ? 'a probe beyond the kit' : kind}
          {says && ` (${says})`}
        </li>
      ))}
    </ul>
  )
}

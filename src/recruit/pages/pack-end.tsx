import { Table } from '#web/table.tsx'
import { DIMENSIONS } from '../candidate/voluntary.ts'
import { OUTCOME_WORDS } from '../decision/decision.ts'
import { STEP_WORDS } from '../fairness/fairness.ts'
import { KIND_WORDS } from '../pack/chain.ts'
import type { Pack, PackLink } from '../pack/pack.ts'
import { groupName } from './fairness.tsx'
import { candidateIn, levelIn, packMoment, personIn } from './pack-names.ts'

/** What was decided about each candidate and why, those decisions that were replaced too; and the names below it. */
export function DecisionChapter({ pack }: { pack: Pack }) {
  const { decisions, signatures } = pack
  if (decisions.length === 0) return <p>Nothing has been decided yet.</p>
  const holds = new Map(decisions.map(({ candidate, id }) => [candidate, id]))
  const last = Math.max(...decisions.map(({ number }) => number))
  return (
    <>
      {decisions.map((one) => (
        <Decided key={one.id} pack={pack} one={one} isReplaced={holds.get(one.candidate) !== one.id} />
      ))}
      <h3>Signatures</h3>
      {signatures.length === 0 && <p>Nobody has signed the decision yet.</p>}
      <ul class="pack-signatures">
        {signatures.map(({ id, person, at, number, upTo, dissent, erased }) => (
          <li key={id}>
            <b>{personIn(pack, person)}</b>
            {upTo !== last && ', below an earlier decision'}
            {dissent && <p>With another opinion: {dissent}</p>}
            {erased && <p>What was written with it has been erased.</p>}
            <p class="soft small">
              {packMoment(at)}, link {number}.
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

interface DecidedProps {
  pack: Pack
  one: Pack['decisions'][number]
  isReplaced: boolean
}

function Decided({ pack, one, isReplaced }: DecidedProps) {
  const { candidate, outcome, place, reason, despite, changes, person, at, number, basis, erased } = one
  const missing = basis.missing.map((id) => personIn(pack, id))
  return (
    <div class="pack-decided">
      <h3>
        {candidateIn(pack, candidate)}: {OUTCOME_WORDS[outcome]}
        {place !== null && `, place ${place}`}
        {isReplaced && <span class="soft"> (replaced later)</span>}
      </h3>
      {erased ? <p>The reason has been erased.</p> : <p>{reason}</p>}
      <Levels pack={pack} basis={basis} />
      {despite && <p>In spite of what was open: {despite}</p>}
      {changes && <p>Why the earlier decision was replaced: {changes}</p>}
      <p class="soft small">
        {standingWords(basis)} {missing.length > 0 && `Without a scorecard of ${missing.join(', ')}. `}
        Decided by {personIn(pack, person)}, {packMoment(at)}, link {number}.
      </p>
    </div>
  )
}

/** What each competency stood at, and how long until the full level. */
function Levels({ pack, basis }: { pack: Pack; basis: Pack['decisions'][number]['basis'] }) {
  const lines = basis.criteria.flatMap(({ criterion, level, months, gate }) => {
    const name = pack.criteria.find(({ id }) => id === criterion)?.name
    const said = [
      ...(level === null ? [] : [`shows ${levelIn(pack, criterion, level)} now`]),
      ...(gate === null ? [] : [GATE_WORDS[gate]]),
      ...(months === null ? [] : [spanWords(months)]),
    ]
    return said.length === 0 ? [] : [`${name}: ${said.join(', ')}`]
  })
  return (
    <ul class="small plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

const GATE_WORDS = {
  yes: 'the must is reached',
  'not yet': 'the must is not reached yet',
  unknown: 'the must is not known',
}

function spanWords({ from, to }: { from: number; to: number }): string {
  if (from === to)
    return to === 0 ? 'full level now' : `full level in ${to === 1 ? 'a month' : `${to} months`}`
  return `full level in ${from} to ${to} months`
}

function standingWords({ alone, together, members }: Pack['decisions'][number]['basis']): string {
  const said = [
    alone?.score != null && `${Math.round(alone.score)} alone`,
    together?.score != null && `${Math.round(together.score)} as agreed`,
  ].filter((word) => word !== false)
  const count = `${members.length} ${members.length === 1 ? 'scorecard' : 'scorecards'}`
  return said.length === 0 ? `It stood on ${count}.` : `It stood on ${count}: ${said.join(', ')} of 100.`
}

/** Counts alone, and only where there are enough people. */
export function FairnessChapter({ pack }: { pack: Pack }) {
  const { fairness } = pack
  if (fairness === null)
    return (
      <p class="measure">
        Whoever made this pack may not see these counts. Those responsible for fairness can make one that has
        them.
      </p>
    )
  const told = fairness.flatMap(({ by, steps }) =>
    steps.filter(({ counts }) => counts.length > 0).map((step) => ({ by, ...step })),
  )
  if (told.length === 0)
    return (
      <p class="measure">
        Too few people in this vacancy to show anything: a number could tell about one of them. They are
        counted together with the other vacancies of the year, in the organisation’s own report.
      </p>
    )
  return told.map((step) => <GroupsTable key={`${step.by} ${step.step}`} step={step} />)
}

type Told = NonNullable<Pack['fairness']>[number]['steps'][number] & { by: string }

function GroupsTable({ step: { by, step, counts, highest, compared } }: { step: Told }) {
  const dimension = DIMENSIONS.find(({ key }) => key === by)
  const name = (group: string) => (dimension ? groupName(dimension, group) : group)
  return (
    <Table
      caption={`${dimension?.title ?? by}: ${STEP_WORDS[step].title.toLowerCase()}, ${STEP_WORDS[step].of}`}
      heads={['Group', 'Chosen of all', 'Ratio to the highest rate', 'Four fifths', 'Exact test']}
      rows={counts.map(({ group, selected, applicants }) => {
        const one = compared.find((other) => other.group === group)
        return {
          key: group,
          cells: [
            name(group),
            `${selected} of ${applicants}`,
            group === highest ? 'the highest' : (one?.ratio?.toFixed(2) ?? '–'),
            one ? (one.belowFourFifths ? 'below' : 'not below') : '–',
            one ? one.exact.toFixed(4) : '–',
          ],
        }
      })}
    />
  )
}

/** Link by link: what was sealed, whose act it was, when, and the seal. */
export function ChainChapter({ pack }: { pack: Pack }) {
  if (pack.chain.length === 0) return <p>Nothing has been sealed yet.</p>
  return (
    <>
      <p class="measure">
        Each link is sealed together with the one before (SHA-256), so nothing can be changed, left out or
        slipped in without its being seen. The file (JSON) holds all that is needed to compute every seal
        again; this paper holds the seals.
      </p>
      <Table
        caption="The chain, from its beginning"
        heads={['Number', 'What', 'By', 'When', 'Seal']}
        rows={pack.chain.map((link) => ({ key: String(link.number), cells: linkCells(pack, link) }))}
      />
    </>
  )
}

function linkCells(pack: Pack, link: PackLink) {
  const seal = <code class="pack-seal">{link.seal}</code>
  if (!('kind' in link))
    return [String(link.number), 'closed: about somebody who is left out', '–', '–', seal]
  const erased = link.salt === null ? ', words erased' : ''
  const by = link.person === null ? 'Sightline' : personIn(pack, link.person)
  return [String(link.number), `${KIND_WORDS[link.kind]}${erased}`, by, packMoment(link.at), seal]
}

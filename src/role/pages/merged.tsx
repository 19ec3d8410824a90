import { competencyLabel, type Framework, levelLabel } from '#framework/model.ts'
import { links } from '#routes.ts'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import { Table } from '#web/table.tsx'
import { agreementWords, type ByTenure, type JobAgreement } from '../agreement.ts'
import type { AnalysisCard, Settlement } from '../analysis.ts'
import { countsOf, type IncumbentAnswers, type MergedCompetency, type MergedStatement } from '../merge.ts'
import { JOB_ANSWER_WORDS, JOB_ANSWERS, type JobAnswer, type Role } from '../model.ts'
import { monthsWords } from '../tenure.ts'

/** Everything that came of an analysis. */
export interface MergedView {
  incumbents: IncumbentAnswers[]
  competencies: MergedCompetency[]
  statements: MergedStatement[]
  /** Those on which people differ most, first. */
  apart: MergedStatement[]
  agreement: JobAgreement
  tenure: ByTenure | null
  settlements: Settlement[]
  /** By person. */
  names: ReadonlyMap<string, string>
}

interface MergedProps {
  role: Role
  analysis: AnalysisCard
  framework: Framework
  merged: MergedView
  edits: boolean
}

/** How far they agree, what to talk about, and what the job needs by their answers. */
export function MergedSection(props: MergedProps) {
  return (
    <>
      <Agreement agreement={props.merged.agreement} />
      <Levels {...props} />
      <Talk {...props} />
    </>
  )
}

const per = (share: number) => `${Math.round(share * 100)} %`
const two = (number: number) => number.toFixed(2)

function Agreement({ agreement }: { agreement: JobAgreement }) {
  const { same, alpha, interval, statements, people } = agreement
  return (
    <section class="block" aria-labelledby="agreement">
      <h2 id="agreement">How far they agree</h2>
      {people < 2 ? (
        <p class="measure">
          One person alone has answered: what stands here is what that person sees. There is no agreement to
          speak of before somebody else has answered.
        </p>
      ) : (
        <>
          <p class="measure">{agreementWords(agreement)}</p>
          <p class="soft small measure">
            {people} people, {statements} statements that at least two of them answered.{' '}
            {same.value !== null && `Two of them gave the same answer ${per(same.value)} of the time. `}
            {alpha.value !== null && `Krippendorff’s alpha ${two(alpha.value)}`}
            {interval.value !== null &&
              ` (95 %: ${two(interval.value.lower)} to ${two(interval.value.upper)})`}
            {alpha.value !== null && ': 1 is full agreement, 0 what chance would give. '}
            {interval.value === null && interval.reason}
          </p>
        </>
      )}
    </section>
  )
}

function Levels({ framework, merged }: MergedProps) {
  const rows = merged.competencies.map((one) => {
    const competency = framework.competencies.find(({ key }) => key === one.competency)
    const name = competency ? competencyLabel(competency) : one.competency
    return {
      key: one.competency,
      cells: [
        competency ? <a href={links.competency(framework.slug, competency.key)}>{name}</a> : name,
        <Place framework={framework} place={one.full} none="not used" />,
        <Place framework={framework} place={one.entry} none="none: all is learned" />,
        <Expected expected={one.expected} />,
        <>
          {one.levels
            .filter(({ statements }) => statements > 0)
            .map(
              ({ level, needed, statements }) => `${shortOf(framework, level)}: ${needed} of ${statements}`,
            )
            .join(' · ')}
          {!one.firm && one.full !== null && (
            <span class="hint small">a guess: one statement alone says so</span>
          )}
        </>,
      ],
    }
  })
  return (
    <section class="block" aria-labelledby="levels">
      <h2 id="levels">What the job needs by their answers</h2>
      <Table
        stacks
        caption="The job uses the highest level at which at least half of the answered statements are needed; likewise for the first day."
        heads={['Competency', 'Uses at most', 'On the first day', 'Months to get there', 'Statements needed']}
        rows={rows}
      />
    </section>
  )
}

function shortOf({ scale }: Framework, key: string): string {
  const level = scale.levels.find((one) => one.key === key)
  return level?.number !== null && level?.number !== undefined ? String(level.number) : (level?.name ?? key)
}

function Place({ framework, place, none }: { framework: Framework; place: number | null; none: string }) {
  if (place === null) return <span class="soft">nobody answered</span>
  const level = framework.scale.levels[place - 1]
  if (!level) return <span class="soft">{none}</span>
  return (
    <LevelTag
      number={level.number}
      name={level.name}
      step={stepOf(place - 1, framework.scale.levels.length)}
    />
  )
}

function Expected({ expected }: { expected: MergedCompetency['expected'] }) {
  if (expected === null) return <span class="soft">not said</span>
  const { median, least, most, said } = expected
  if (said === 1) return <>{median}, says one</>
  return (
    <>
      {median}{' '}
      <span class="soft small">
        {least === most ? `all ${said} say so` : `from ${least} to ${most}, ${said} people`}
      </span>
    </>
  )
}

const SHOWN = 8

/** The largest disagreement on top; who says what, the new and the experienced apart. */
function Talk(props: MergedProps) {
  const { apart, settlements, statements } = props.merged
  const settled = settlements.flatMap(
    ({ statementId }) => statements.find((one) => one.statementId === statementId) ?? [],
  )
  const open = apart.filter((one) => one.settled === null)
  if (open.length + settled.length === 0) return null
  return (
    <section class="block" aria-labelledby="talk">
      <h2 id="talk">What to talk about</h2>
      <p class="soft measure">
        Where they differ most stands on top. Often both are right: the job has changed, or two teams do it
        differently. What you settle together stands beside what each said, with the reason.
      </p>
      <ol class="talk">
        {open.slice(0, SHOWN).map((one) => (
          <Statement key={one.statementId} statement={one} {...props} />
        ))}
      </ol>
      {open.length > SHOWN && (
        <details class="block">
          <summary>The other {open.length - SHOWN} on which they differ</summary>
          <ol class="talk">
            {open.slice(SHOWN).map((one) => (
              <Statement key={one.statementId} statement={one} {...props} />
            ))}
          </ol>
        </details>
      )}
      {settled.length > 0 && (
        <>
          <h3>Settled together</h3>
          <ol class="talk">
            {settled.map((one) => (
              <Statement key={one.statementId} statement={one} {...props} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function Statement({
  statement,
  role,
  analysis,
  framework,
  merged,
  edits,
}: MergedProps & { statement: MergedStatement }) {
  const { statementId, text, competency, level, settled } = statement
  const found = framework.competencies.find(({ key }) => key === competency)
  const rung = framework.scale.levels.find(({ key }) => key === level)
  const settlement = merged.settlements.find((one) => one.statementId === statementId)
  return (
    <li id={`t-${statementId}`}>
      <p class="talk-text">{text}</p>
      <p class="soft small">
        {found ? competencyLabel(found) : competency}, {rung ? levelLabel(rung) : level}
      </p>
      <ul class="said-by">
        {JOB_ANSWERS.map((answer) => (
          <SaidBy key={answer} answer={answer} statementId={statementId} merged={merged} />
        ))}
      </ul>
      <TenureLine statementId={statementId} tenure={merged.tenure} />
      {settlement && settled && (
        <p class="settled">
          <b>Settled: {JOB_ANSWER_WORDS[settled].short.toLowerCase()}.</b> {settlement.reason}
        </p>
      )}
      {edits && (
        <p class="small">
          <a href={links.roleSettlementOf(role.id, analysis.id, statementId)}>
            {settled ? 'Settle it otherwise' : 'Settle it together'}
          </a>
        </p>
      )}
    </li>
  )
}

function SaidBy({
  answer,
  statementId,
  merged,
}: {
  answer: JobAnswer
  statementId: string
  merged: MergedView
}) {
  const people = merged.incumbents.filter(({ answers }) =>
    answers.some((one) => one.statementId === statementId && one.answer === answer),
  )
  if (people.length === 0) return null
  return (
    <li>
      <b>{JOB_ANSWER_WORDS[answer].short}:</b>{' '}
      {people
        .map(({ person, months }) => {
          const name = merged.names.get(person) ?? 'somebody'
          return months === null ? name : `${name} (${monthsWords(months)})`
        })
        .join(', ')}
    </li>
  )
}

/** "Those under 6 months say …", where all on one side say the same and the other side says something else. */
function TenureLine({ statementId, tenure }: { statementId: string; tenure: ByTenure | null }) {
  if (tenure === null) return null
  const [young, old] = [tenure.beginners, tenure.experienced].map((side) =>
    mostSaid(countsOf(statementId, side)),
  )
  if (!young || !old || young === old) return null
  const [a, b] = [young, old].map((answer) => `“${JOB_ANSWER_WORDS[answer].short.toLowerCase()}”`)
  return (
    <p class="small tenure-line">
      Those under {monthsWords(tenure.boundary)} in the job say {a}, the others {b}.
    </p>
  )
}

/** What more than half of them say; null: nothing. */
function mostSaid(counts: Record<JobAnswer, number>): JobAnswer | null {
  const all = JOB_ANSWERS.reduce((sum, answer) => sum + counts[answer], 0)
  return JOB_ANSWERS.find((answer) => 2 * counts[answer] > all) ?? null
}

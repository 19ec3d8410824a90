import { Table } from '#web/table.tsx'
import { sharesOf } from '../kit/criteria.ts'
import type { Pack } from '../pack/pack.ts'
import { levelIn, packDay, personIn } from './pack-names.ts'
import { KIND_WORDS, rangeWords, SOURCE_WORDS } from './words.ts'

/** Job analysis, the version of the profile that was frozen, and what of it was assessed with which weight. */
export function JobChapter({ pack }: { pack: Pack }) {
  const { job, vacancy } = pack
  const { role, profile, newer, analyses, frameworks } = job
  return (
    <>
      <p class="measure">
        {role.title}
        {role.purpose && `: ${role.purpose}`} {vacancy.purpose}
      </p>
      <p class="measure">
        The vacancy stands on version {profile.number} of what the role needs
        {profile.agreedAt && `, agreed ${packDay(profile.agreedAt)}`}
        {profile.agreedBy && ` by ${profile.agreedBy}`}.
        {newer !== null && ` A newer one, version ${newer}, has been agreed since; it changes nothing here.`}
        {profile.note && ` Said when it was agreed: ${profile.note}`}
      </p>
      <CriteriaTable pack={pack} />
      <Analyses analyses={analyses} />
      <p class="soft small measure">
        {vacancy.fixedAt
          ? `Criteria, weights, questions and anchors were fixed ${packDay(vacancy.fixedAt)}, before the first scorecard, and sealed.`
          : 'Criteria, weights, questions and anchors are not fixed yet.'}{' '}
        Words:{' '}
        {frameworks
          .map(({ title, version, terms }) => `${title} ${version}${terms && ` (${terms})`}`)
          .join('; ')}
        .
      </p>
    </>
  )
}

function CriteriaTable({ pack }: { pack: Pack }) {
  const shares = sharesOf(pack.criteria)
  const percent = (id: string) => Math.round((shares.get(id) ?? 0) * 100)
  return (
    <Table
      stacks
      caption="What the job needs, and what of it counted"
      heads={['Competency', 'On the first day', 'Full level', 'Weight', 'Where it comes from']}
      rows={pack.criteria.map((one) => ({
        key: one.id,
        cells: [
          one.name,
          one.entryLevel === null ? 'learned in the job' : levelIn(pack, one.id, one.entryLevel),
          `${levelIn(pack, one.id, one.level)}${one.months === null ? '' : `, in ${one.months} months`}`,
          one.weight === null ? 'not assessed' : `${percent(one.id)} %${one.must ? ', a must' : ''}`,
          [one.analysis === null ? 'set by hand' : 'job analysis', one.why].filter(Boolean).join(': '),
        ],
      }))}
    />
  )
}

function Analyses({ analyses }: { analyses: Pack['job']['analyses'] }) {
  return analyses.map(({ id, framework, openedAt, asked, answered, statements, alpha, says }) => (
    <p key={id} class="measure">
      Job analysis with “{framework}”, begun {packDay(openedAt)}: {answered} of {asked} who were asked
      answered, each alone. {says}
      {alpha !== null &&
        ` (Krippendorff’s alpha ${alpha.toFixed(2)} over ${statements} statements that two of them answered.)`}
    </p>
  ))
}

/** Each question with its probes and what an answer in each range sounds like. */
export function QuestionsChapter({ pack }: { pack: Pack }) {
  if (pack.questions.length === 0) return <p>There are no questions yet.</p>
  return (
    <ol class="pack-questions">
      {pack.questions.map((question, i) => (
        <li key={question.id}>
          <h3>{question.text}</h3>
          <p class="soft small">
            {pack.criteria.find(({ id }) => id === question.criterion)?.name}. {KIND_WORDS[question.kind]};{' '}
            {SOURCE_WORDS[question.source]}. Asked by {personIn(pack, question.askedBy)}.
          </p>
          {question.probes.length > 0 && <p class="small">Probes: {question.probes.join(' · ')}</p>}
          <Table
            caption={`Question ${i + 1}: rated 1 to ${question.points}; “no response” stands apart`}
            heads={['Rating', 'What an answer sounds like']}
            rows={question.anchors.toReversed().map((anchor) => ({
              key: String(anchor.from),
              cells: [
                <>
                  <b>{rangeWords(anchor)}</b> {anchor.label}
                </>,
                <ul class="plain-list">
                  {anchor.texts.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>,
              ],
            }))}
          />
        </li>
      ))}
    </ol>
  )
}

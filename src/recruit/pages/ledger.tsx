import { counted } from '#framework/pages/words.ts'
import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Table } from '#web/table.tsx'
import type { Point } from '../ledger/answers.ts'
import { FEWEST_PEOPLE, type Foretelling, PEOPLE_NEEDED, verdictWords } from '../ledger/foretell.ts'
import type { Ledger, LedgerCompetency, LedgerQuestion } from '../ledger/ledger.ts'
import { AFTER_MONTHS } from '../ledger/outcome.ts'
import { FEWEST_CANDIDATES } from '../ledger/signs.ts'
import { RecruitFrame } from './frame.tsx'
import { LedgerDots, tauWords } from './ledger-dots.tsx'

/** What was rated at hiring beside the level seen later, question by question. */
export function LedgerPage({ ledger }: { ledger: Ledger }) {
  const { vacancies, hired, given, competencies } = ledger
  return (
    <RecruitFrame
      title="Does it predict?"
      styles={['ledger']}
      lead="What was rated at hiring, beside the level that managers see after 6 and 12 months. It shows which questions are worth asking again."
    >
      {vacancies === 0 ? (
        <Empty
          title="No vacancy is decided yet"
          action={<ButtonLink href={links.recruit()}>All vacancies</ButtonLink>}
        >
          <p>
            Questions stand here when a vacancy is decided; later levels follow when those who were hired have
            been in the job for 6 months.
          </p>
        </Empty>
      ) : (
        <>
          <p class="measure">
            {counted(vacancies, 'vacancy that is decided', 'vacancies that are decided')},{' '}
            {counted(hired, 'person', 'people')} hired, {counted(given, 'level', 'levels')} seen later.
          </p>
          <Signs competencies={competencies} />
          {competencies.map((one) => (
            <Competency key={`${one.framework} ${one.competency}`} {...one} />
          ))}
          <Limits {...ledger} />
        </>
      )}
    </RecruitFrame>
  )
}

/** The questions that want a change, first. */
function Signs({ competencies }: Pick<Ledger, 'competencies'>) {
  const found = competencies.flatMap(({ name, questions }) =>
    questions.flatMap(({ text, signs }) => signs.map((sign) => ({ name, text, sign }))),
  )
  const enough = competencies.some(({ questions }) =>
    questions.some(({ candidates }) => candidates >= FEWEST_CANDIDATES),
  )
  return (
    <section class="ledger-part" aria-labelledby="signs">
      <h2 id="signs">Questions to look at</h2>
      {found.length > 0 ? (
        <Table
          caption="What speaks against asking a question again as it is"
          stacks
          heads={['Question', 'What is seen', 'What to do']}
          rows={found.map(({ name, text, sign }) => ({
            key: `${text} ${sign.kind}`,
            cells: [
              <>
                {text} <span class="soft">{name}</span>
              </>,
              sign.says,
              sign.advice,
            ],
          }))}
        />
      ) : (
        <p class="measure">
          {enough
            ? 'Every question that enough people have answered tells candidates apart, and members see the same in the answers.'
            : `Nothing can be said yet: it takes ${FEWEST_CANDIDATES} candidates who were rated on the same question.`}
        </p>
      )}
    </section>
  )
}

/** Its place on the axis and its name; many names begin with the number. */
const levelWords = (level: string, i: number) =>
  level.startsWith(`${i + 1} `) ? level : `${i + 1}: ${level}`

function Competency({ name, levels, hired, foretells, questions }: LedgerCompetency) {
  const id = `c-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`
  return (
    <section class="ledger-competency" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <p class="soft small">{levels.map(levelWords).join(' · ') || 'The framework is gone.'}</p>
      {questions.length !== 1 && (
        <Compared title={name} about="All its questions together" {...{ hired, foretells, levels }} />
      )}
      {questions.map((question) => (
        <Question key={question.text} {...question} levels={levels} />
      ))}
    </section>
  )
}

function Question({
  text,
  vacancies,
  candidates,
  levels,
  hired,
  foretells,
  signs,
}: LedgerQuestion & { levels: string[] }) {
  return (
    <section class="ledger-question">
      <h3>{text}</h3>
      <p class="soft small">
        Asked in {counted(vacancies, 'vacancy', 'vacancies')},{' '}
        {counted(candidates, 'candidate', 'candidates')} rated.
      </p>
      {signs.map(({ kind, says }) => (
        <p key={kind} class="ledger-sign">
          {says}
        </p>
      ))}
      <Compared title={text} {...{ hired, foretells, levels }} />
    </section>
  )
}

interface ComparedProps {
  title: string
  about?: string
  hired: Point[]
  foretells: LedgerQuestion['foretells']
  levels: string[]
}

function Compared({ title, about, hired, foretells, levels }: ComparedProps) {
  return (
    <div class="ledger-compared">
      {about && <p class="ledger-about">{about}</p>}
      <div class="ledger-panels">
        {AFTER_MONTHS.map((after) => (
          <figure key={after}>
            <LedgerDots {...{ title, after, hired, levels: levels.length }} />
            <figcaption>
              {verdictWords(foretells[after])} <Range {...foretells[after]} />
            </figcaption>
          </figure>
        ))}
      </div>
      {hired.length > 0 && <Behind {...{ title, hired, foretells, levels }} />}
    </div>
  )
}

/** Said where the hired lie closer together than those they were chosen from. */
function Range({ alone, range }: Foretelling) {
  if (!alone || range === null || range >= 0.9) return null
  return (
    <span class="soft">
      The hired lie {Math.round(range * 100)} % as far apart as all who were rated, so it looks weaker than it
      is.
    </span>
  )
}

function Behind({ title, hired, foretells, levels }: ComparedProps) {
  const number = (score: number | null) => (score === null ? 'not rated' : Math.round(score))
  const level = (place: number | null) =>
    place === null ? 'not said' : levelWords(levels[place - 1] ?? '', place - 1)
  return (
    <details>
      <summary>The numbers behind it</summary>
      <Table
        caption={`People who were hired: ${title}`}
        heads={[
          'Rating of 100, alone',
          'With what was agreed',
          'Level after 6 months',
          'Level after 12 months',
        ]}
        rows={hired.map(({ score, settled, wasAgreed, later }, i) => ({
          key: String(i),
          cells: [
            number(score),
            wasAgreed ? number(settled) : 'nothing agreed',
            level(later[6]),
            level(later[12]),
          ],
        }))}
      />
      <Table
        caption={`Rank correlation (Kendall’s tau-b): ${title}`}
        heads={['After', 'People', 'Tau, alone', 'Chance alone', 'Tau, with what was agreed']}
        rows={AFTER_MONTHS.map((after) => {
          const { n, alone, settled } = foretells[after]
          const chance = alone?.chance.value ?? null
          return {
            key: String(after),
            cells: [
              `${after} months`,
              n,
              tauWords(alone?.tau.value ?? null),
              chance === null ? '–' : `${chance.toFixed(3)}${alone?.isExact ? '' : ', about'}`,
              tauWords(settled?.tau.value ?? null),
            ],
          }
        })}
      />
    </details>
  )
}

function Limits({ given, knewRatings }: Ledger) {
  return (
    <section class="ledger-part" aria-labelledby="limits">
      <h2 id="limits">What this can and cannot say</h2>
      <ul class="measure ledger-limits">
        <li>
          Only people who were hired have a later level. They were chosen for high ratings, so they lie closer
          together than those who applied, and every question looks weaker than it is. How the others would
          have done, nobody can know.
        </li>
        <li>
          Nothing is said below {FEWEST_PEOPLE} people. A question as good as good interviews are takes about{' '}
          {PEOPLE_NEEDED} to stand clear of chance: ask the same questions over several vacancies.
        </li>
        <li>
          Of twenty questions that foretell nothing, about one looks as if it did. Wait until it does so
          again.
        </li>
        <li>
          A manager who has seen the ratings may see what they expect.{' '}
          {given === 0
            ? 'No level has been said so far.'
            : `That holds for ${knewRatings} of the ${given} levels here.`}
        </li>
        <li>
          Dots are people without their names. Where few were hired you may still know who it is: it is for
          looking at questions, and decides nothing about anybody.
        </li>
      </ul>
    </section>
  )
}

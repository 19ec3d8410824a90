import { counted } from '#framework/pages/words.ts'
import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Choice } from '#web/field.tsx'
import { Finder } from '#web/finder.tsx'
import { aboutOf, type BankedQuestion, type BankFilter } from '../kit/bank.ts'
import { RecruitFrame } from './frame.tsx'
import { dayWords } from './words.ts'

interface BankPageProps {
  /** Those that match, by framework and competency. */
  questions: (BankedQuestion & { marks: number })[]
  /** How many there are, whatever the filter. */
  all: number
  frameworks: { id: string; title: string }[]
  filter: BankFilter
}

/** The organisation's own questions, where each is asked, and what the checker says of them. */
export function BankPage(props: BankPageProps) {
  const { all, filter } = props
  return (
    <RecruitFrame
      title="Our own questions"
      scripts={['live']}
      lead="Good questions, kept to be asked again. Where a framework has none of its own, a new kit begins with the newest of these."
      actions={
        <ButtonLink kind="primary" href={links.bankNew()}>
          Write a question
        </ButtonLink>
      }
    >
      {all === 0 ? (
        <Empty title="No question is kept yet">
          <p>
            Write one here, or tick “Keep the question for other vacancies” when you change a question of a
            kit. It is then offered wherever the same competency is assessed.
          </p>
        </Empty>
      ) : (
        <Finder
          action={links.bank()}
          words={filter.q}
          hint="Words of the question or the competency."
          choices={<Choices {...props} />}
        >
          <Results {...props} />
        </Finder>
      )}
    </RecruitFrame>
  )
}

const STATES = [
  { value: '', label: 'Offered for new kits' },
  { value: 'unused', label: 'Offered, and asked nowhere yet' },
  { value: 'retired', label: 'Retired' },
  { value: 'all', label: 'All' },
]

function Choices({ filter, frameworks }: BankPageProps) {
  return (
    <>
      <Choice
        label="Framework"
        name="framework"
        value={filter.framework}
        options={[
          { value: '', label: 'Any' },
          ...frameworks.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <Choice label="State" name="state" value={filter.state} options={STATES} />
    </>
  )
}

function Results({ questions }: BankPageProps) {
  if (questions.length === 0)
    return (
      <Empty
        title="No question matches"
        action={<ButtonLink href={links.bank({ state: 'all' })}>Show all</ButtonLink>}
      >
        <p>Try fewer letters, another framework or another state.</p>
      </Empty>
    )
  const byFramework = Map.groupBy(questions, ({ framework }) => framework)
  return (
    <>
      <p class="soft" role="status">
        {counted(questions.length, 'question')}
      </p>
      {[...byFramework].map(([id, own]) => (
        <section key={id} class="block bank" aria-label={own[0]?.frameworkTitle}>
          <h2>{own[0]?.frameworkTitle}</h2>
          {[...Map.groupBy(own, ({ competency }) => competency)].map(([key, asked]) => (
            <Competency key={key} questions={asked} />
          ))}
        </section>
      ))}
    </>
  )
}

function Competency({ questions }: Pick<BankPageProps, 'questions'>) {
  const [first] = questions
  if (!first) return null
  return (
    <section class="bank-about" aria-label={first.competencyName ?? first.competency}>
      <div>
        <h3>
          {first.competencyName ?? (
            <>
              {first.competency} <span class="gone">The framework has lost this competency.</span>
            </>
          )}
        </h3>
        {first.competencyName !== null && (
          <p class="small">
            <a href={links.bankNew(aboutOf(first))}>
              Write another<span class="unseen"> about {first.competencyName}</span>
            </a>
          </p>
        )}
      </div>
      <ul class="bank-questions">
        {questions.map((one) => (
          <li key={one.id}>
            <a href={links.bankQuestion(one.id)}>{one.text}</a>
            <p class="soft small">
              <Standing {...one} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Standing(question: BankPageProps['questions'][number]) {
  const { kind, retiredAt, marks, number } = question
  return (
    <>
      {retiredAt && <b>retired on {dayWords(retiredAt)} · </b>}
      {kind === 'past' ? 'asks for the past' : 'puts a situation'} · {usesWords(question)}
      {number > 1 && ` · version ${number}`}
      {marks > 0 && <span class="warn"> · look at its words again</span>}
    </>
  )
}

function usesWords({ uses }: Pick<BankedQuestion, 'uses'>): string {
  const [first, ...others] = uses
  if (!first) return 'asked nowhere yet'
  return others.length === 0 ? `asked for ${first.title}` : `asked in ${uses.length} vacancies`
}

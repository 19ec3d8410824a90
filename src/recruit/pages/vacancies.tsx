import { counted } from '#framework/pages/words.ts'
import { longDay } from '#people/words.ts'
import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Choice } from '#web/field.tsx'
import { Finder } from '#web/finder.tsx'
import { Pager } from '#web/pager.tsx'
import { Table } from '#web/table.tsx'
import { STATE_WORDS, VACANCY_STATES } from '../model.ts'
import { PAGE, type VacancyCard, type VacancyFilter } from '../vacancy-card.ts'
import { RecruitFrame } from './frame.tsx'

interface VacanciesProps {
  cards: VacancyCard[]
  /** How many the viewer has a part in, whatever the filter. */
  all: number
  filter: VacancyFilter
  /** The viewer makes vacancies. */
  oversees: boolean
  /** The viewer changes what may not be asked. */
  topics: boolean
}

/** The vacancies in which the viewer has a part. */
export function VacanciesPage(props: VacanciesProps) {
  const { all, filter, oversees, topics } = props
  return (
    <RecruitFrame
      title="Recruit"
      isTop
      scripts={['live']}
      lead="From what a job needs to a decision that can be defended: the same questions for everybody, rated alone first, then together."
      actions={
        oversees ? (
          <>
            <ButtonLink kind="primary" href={links.vacancyNew()}>
              Start a vacancy
            </ButtonLink>
            <a href={links.bank()}>Our own questions</a>
            <a href={links.ledger()}>Does it predict?</a>
            {topics && <a href={links.recruitTopics()}>What may not be asked</a>}
            {topics && <a href={links.fairness()}>Is the choice fair?</a>}
            <a href={links.packVerify()}>Check a pack</a>
          </>
        ) : (
          <a href={links.packVerify()}>Check a pack</a>
        )
      }
    >
      {all === 0 ? (
        <None oversees={oversees} />
      ) : (
        <Finder
          action={links.recruit()}
          words={filter.q}
          hint="Words of the title or the role."
          choices={<Choice label="State" name="state" value={filter.state} options={STATES} />}
        >
          <Results {...props} />
        </Finder>
      )}
    </RecruitFrame>
  )
}

function None({ oversees }: { oversees: boolean }) {
  return (
    <Empty title={oversees ? 'There is no vacancy yet' : 'You are on no panel'}>
      <p>
        {oversees
          ? 'A vacancy begins with a role whose profile is agreed. One form makes the whole kit: questions, probes and a rating guide for each competency that is needed on the first day.'
          : 'When somebody who recruits puts you on a panel, the vacancy stands here, with its questions and what you have to do.'}
      </p>
    </Empty>
  )
}

const STATES = [
  { value: '', label: 'All that are not closed' },
  ...VACANCY_STATES.map((value) => ({ value, label: STATE_WORDS[value] })),
  { value: 'all', label: 'All' },
]

function Results({ cards, filter }: VacanciesProps) {
  if (cards.length === 0)
    return (
      <Empty
        title="No vacancy matches"
        action={<ButtonLink href={links.recruitWith({ state: 'all' })}>Show all</ButtonLink>}
      >
        <p>Try fewer letters, or another state.</p>
      </Empty>
    )
  const pages = Math.ceil(cards.length / PAGE)
  const page = Math.min(filter.page, pages)
  const here = cards.slice((page - 1) * PAGE, page * PAGE)
  const all = counted(cards.length, 'vacancy', 'vacancies')
  return (
    <>
      <Table
        stacks
        caption={pages > 1 ? `${all}, page ${page} of ${pages}` : all}
        heads={['Vacancy', 'State', 'Kit', 'Panel', 'Candidates', 'To be decided by']}
        rows={here.map((card) => ({ key: card.id, cells: cellsOf(card) }))}
      />
      <Pager
        label="Pages of vacancies"
        page={page}
        pages={pages}
        href={(to) => links.recruitWith({ q: filter.q, state: filter.state, page: String(to) })}
      />
    </>
  )
}

function cellsOf(card: VacancyCard) {
  const { id, title, role, profileNumber, state, fixedAt, questions, panel, candidates, decideBy } = card
  return [
    <>
      <a href={links.vacancy(id)}>{title}</a>
      <span class="hint">
        {role}, version {profileNumber}
      </span>
    </>,
    STATE_WORDS[state],
    <>
      <a href={links.kit(id)}>{counted(questions, 'question')}</a>
      <span class="hint">{fixedAt ? 'fixed' : 'open to changes'}</span>
    </>,
    panel.length === 0 ? <span class="soft">nobody yet</span> : panel.map(({ name }) => name).join(', '),
    String(candidates),
    decideBy ? longDay(decideBy) : <span class="soft">not said</span>,
  ]
}

import { counted } from '#framework/pages/words.ts'
import { longDay } from '#people/words.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Finder } from '#web/finder.tsx'
import { Pager } from '#web/pager.tsx'
import { Table } from '#web/table.tsx'
import { type CandidateFilter, listedOf, PAGE } from '../candidate/listed.ts'
import { isOver, standing } from '../candidate/stage.ts'
import type { Candidate } from '../model.ts'
import type { Opened } from '../opened.ts'
import { RecruitFrame } from './frame.tsx'
import { dayWords } from './words.ts'

interface CandidatesProps extends Pick<Opened, 'vacancy'> {
  candidates: Candidate[]
  filter: CandidateFilter
  /** The day on which the first of them are erased; null: nobody is to be. */
  expiry: string | null
  /** The whole address by which people apply; null: nobody does. */
  address: string | null
}

/** Everybody who has applied, by where they stand. Ratings are on other pages. */
export function CandidatesPage({ vacancy, candidates, filter, expiry, address }: CandidatesProps) {
  const isDecided = vacancy.state === 'decided' || vacancy.state === 'closed'
  return (
    <RecruitFrame
      title="Candidates"
      vacancy={vacancy}
      oversees
      here={links.candidates(vacancy.id)}
      styles={['candidate']}
      scripts={['live']}
      actions={doing({ vacancy, candidates, isDecided })}
    >
      {(!isDecided || address !== null) && (
        <ApplyLink {...{ vacancy, address }} isFirst={candidates.length === 0} />
      )}
      {candidates.length === 0 && (
        <Empty title="Nobody has applied yet">
          <p>
            Give the link to people, in the advert or by mail: they apply without an account. Whoever applies
            in another way can be added by hand.
          </p>
        </Empty>
      )}
      {candidates.length > PAGE ? (
        <Finder action={links.candidates(vacancy.id)} words={filter.q} hint="Words of the name.">
          <Those {...{ vacancy, candidates, filter }} />
        </Finder>
      ) : (
        <Those {...{ vacancy, candidates, filter }} />
      )}
      {expiry && (
        <p class="soft candidate-expiry">
          Who is not hired is erased {vacancy.keepMonths} months after the decision; for the first of them
          that is {longDay(expiry)}. It happens by itself.
        </p>
      )}
    </RecruitFrame>
  )
}

/** Somebody can be added until it is decided; from then on whoever only applied waits to hear. */
function doing({
  vacancy,
  candidates,
  isDecided,
}: Pick<CandidatesProps, 'vacancy' | 'candidates'> & { isDecided: boolean }) {
  const waits = candidates.some((one) => one.stage === 'applied' && !isOver(one))
  if (isDecided && !waits) return null
  return (
    <>
      {!isDecided && (
        <ButtonLink kind={candidates.length > 0 ? 'primary' : 'plain'} href={links.candidateNew(vacancy.id)}>
          Add somebody by hand
        </ButtonLink>
      )}
      {waits && (
        <ButtonLink kind={isDecided ? 'primary' : 'plain'} href={links.uninvited(vacancy.id)}>
          Tell all who were not invited
        </ButtonLink>
      )}
    </>
  )
}

/** One page of them, by where they stand. */
function Those({ vacancy, candidates, filter }: Pick<CandidatesProps, 'vacancy' | 'candidates' | 'filter'>) {
  const { groups, found, page, pages } = listedOf(candidates, filter)
  if (found === 0 && candidates.length > 0)
    return (
      <Empty
        title="Nobody has this name"
        action={<ButtonLink href={links.candidates(vacancy.id)}>Show all</ButtonLink>}
      >
        <p>Try fewer letters.</p>
      </Empty>
    )
  return (
    <>
      {groups.map(({ title, all, those }) => (
        <Table
          stacks
          key={title}
          caption={`${title}: ${counted(all, 'person', 'people')}${those.length < all ? `, ${those.length} of them on this page` : ''}`}
          heads={['Name', 'Applied', 'Needs']}
          rows={those.map((one) => ({ key: one.id, cells: cellsOf(vacancy.id, one) }))}
        />
      ))}
      <Pager
        label="Pages of candidates"
        page={page}
        pages={pages}
        href={(to) => links.candidatesWith(vacancy.id, { q: filter.q, page: String(to) })}
      />
    </>
  )
}

function cellsOf(vacancyId: string, one: Candidate) {
  return [
    <>
      <a href={links.candidate(vacancyId, one.id)}>{one.name}</a>
      {isOver(one) && <span class="hint">{standing(one)}</span>}
    </>,
    dayWords(one.appliedAt),
    one.accommodation ?? <span class="soft">nothing said</span>,
  ]
}

function ApplyLink({
  vacancy,
  address,
  isFirst,
}: Pick<CandidatesProps, 'vacancy' | 'address'> & { isFirst: boolean }) {
  return (
    <section class="apply-link" aria-labelledby="apply-link">
      <h2 id="apply-link">Applying by link</h2>
      {address ? (
        <>
          <p>Whoever has this address can apply, without an account:</p>
          <p class="apply-address">
            <a href={address}>{address}</a>
          </p>
        </>
      ) : (
        <p>There is no link yet, or it was ended. Nobody can apply by themselves.</p>
      )}
      <form method="post" action={links.applyLink(vacancy.id)}>
        <Button name="on" value={address ? 'no' : 'yes'} kind={isFirst && !address ? 'primary' : 'plain'}>
          {address ? 'End this link for ever' : 'Open for applications'}
        </Button>
      </form>
    </section>
  )
}

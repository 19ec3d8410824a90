import { counted } from '#framework/pages/words.ts'
import { longDay } from '#people/words.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Table } from '#web/table.tsx'
import { isOver, STAGE_WORDS, standing } from '../candidate/stage.ts'
import { type Candidate, STAGES } from '../model.ts'
import type { Opened } from '../opened.ts'
import { RecruitFrame } from './frame.tsx'
import { dayWords } from './words.ts'

interface CandidatesProps extends Pick<Opened, 'vacancy'> {
  candidates: Candidate[]
  /** The day on which the first of them are erased; null: nobody is to be. */
  expiry: string | null
  /** The whole address by which people apply; null: nobody does. */
  address: string | null
}

/** Everybody who has applied, by where they stand. Ratings are on other pages. */
export function CandidatesPage({ vacancy, candidates, expiry, address }: CandidatesProps) {
  const over = candidates.filter(isOver)
  const isDecided = vacancy.state === 'decided' || vacancy.state === 'closed'
  const groups = STAGES.map((stage) => ({
    title: STAGE_WORDS[stage],
    those: candidates.filter((one) => one.stage === stage && !isOver(one)),
  }))
  return (
    <RecruitFrame
      title="Candidates"
      vacancy={vacancy}
      oversees
      here={links.candidates(vacancy.id)}
      styles={['candidate']}
      actions={
        !isDecided && (
          <ButtonLink
            kind={candidates.length > 0 ? 'primary' : 'plain'}
            href={links.candidateNew(vacancy.id)}
          >
            Add somebody by hand
          </ButtonLink>
        )
      }
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
      {[...groups, { title: 'Withdrawn or erased', those: over }]
        .filter(({ those }) => those.length > 0)
        .map(({ title, those }) => (
          <Table
            stacks
            key={title}
            caption={`${title}: ${counted(those.length, 'person', 'people')}`}
            heads={['Name', 'Applied', 'Needs']}
            rows={those.map((one) => ({ key: one.id, cells: cellsOf(vacancy.id, one) }))}
          />
        ))}
      {expiry && (
        <p class="soft candidate-expiry">
          Who is not hired is erased {vacancy.keepMonths} months after the decision; for the first of them
          that is {longDay(expiry)}. It happens by itself.
        </p>
      )}
    </RecruitFrame>
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

import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { Table } from '#web/table.tsx'
import type { Candidate, Vacancy } from '../model.ts'
import { RecruitFrame } from './frame.tsx'
import { packMoment } from './pack-names.ts'

interface PackPageProps {
  vacancy: Vacancy
  sights: { candidate: Candidate; cards: unknown[]; isWhole: boolean; isOpen: boolean }[]
  made: { at: Date; by: string | null; number: string; seal: string }[]
  /** Its time is over, and nothing is left to be told. */
  isEmptied: boolean
  errors: Messages
}

/** Where a pack is made: what it will hold, who is left out, and which were made before. */
export function PackPage(props: PackPageProps) {
  const { vacancy, sights, made, errors, isEmptied } = props
  const hidden = sights.filter(({ isWhole, isOpen, cards }) => !isWhole && !(isOpen && cards.length === 0))
  return (
    <RecruitFrame
      title={`Pack: ${vacancy.title}`}
      vacancy={vacancy}
      here={links.pack(vacancy.id)}
      oversees
      styles={['pack']}
      lead="One file that leads from what the job needs to the decision: every question, every rating as it was given alone, every reason. Anybody can check that nothing in it was changed, without Sightline."
      actions={<ButtonLink href={links.packVerify()}>Check a pack</ButtonLink>}
    >
      <Problems errors={errors} />
      {isEmptied && (
        <Notice title="Its time is over">
          <p>
            What was kept of this vacancy has been emptied. A pack that was made before can still be checked.
          </p>
        </Notice>
      )}
      {vacancy.fixedAt === null && (
        <Notice>
          <p>
            The kit is not fixed yet, so little is sealed. A pack says most when the decision has been signed.
          </p>
        </Notice>
      )}
      {hidden.length > 0 && (
        <Notice title="Left out for now">
          <p>
            {hidden.map(({ candidate }) => candidate.name).join(', ')}: you may not see all their scorecards
            yet, or some are still being written. The pack names them and keeps the place of what was sealed
            about them.
          </p>
        </Notice>
      )}
      {!isEmptied && <MakeForm vacancy={vacancy} />}
      {made.length > 0 && <Made made={made} />}
    </RecruitFrame>
  )
}

function MakeForm({ vacancy }: Pick<PackPageProps, 'vacancy'>) {
  return (
    <form class="stack pack-form" method="post" action={links.pack(vacancy.id)}>
      <fieldset>
        <legend>Candidates stand in it</legend>
        <label>
          <input type="radio" name="candidates" value="name" checked /> by name
        </label>
        <label>
          <input type="radio" name="candidates" value="number" /> by number, in the order in which they
          applied
        </label>
        <p class="hint">
          Notes, quotes and reasons stay as they were written: a name that somebody wrote there stays, too.
        </p>
      </fieldset>
      <div class="row">
        <Button kind="primary" name="as" value="page">
          Make the pack
        </Button>
        <Button name="as" value="file">
          Make it as a file (JSON)
        </Button>
      </div>
      <p class="hint">
        A pack holds what was said about people. Keep it as you keep applications, and give it to nobody who
        does not have to decide about it. The history notes who made one, and when.
      </p>
    </form>
  )
}

function Made({ made }: Pick<PackPageProps, 'made'>) {
  return (
    <section class="flow pack-made" aria-labelledby="made">
      <h2 id="made">Made before</h2>
      <Table
        caption="Packs of this vacancy, the newest first"
        heads={['Made', 'By', 'Chain up to', 'Seal of the file']}
        rows={made.map(({ at, by, number, seal }) => ({
          key: seal,
          cells: [
            packMoment(at.toISOString()),
            by ?? 'Sightline',
            number,
            <code class="pack-seal">{seal}</code>,
          ],
        }))}
      />
    </section>
  )
}

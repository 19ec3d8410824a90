import { counted } from '#framework/pages/words.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Field, type Messages, Problems } from '#web/field.tsx'
import { Notice } from '#web/notice.tsx'
import { BATCH, type Uninvited } from '../candidate/uninvited.ts'
import { RecruitFrame } from './frame.tsx'

/** So many are named; of the others the number is said. */
const MOST_NAMED = 20

/** All who were not invited, and the mail that they would get, to be looked over. */
export function UninvitedPage(props: Uninvited & { errors: Messages }) {
  const { vacancy, those, all, draft, errors } = props
  return (
    <RecruitFrame
      title="Tell all who were not invited"
      vacancy={vacancy}
      oversees
      here={links.candidates(vacancy.id)}
      crumbs={[{ label: 'Candidates', href: links.candidates(vacancy.id) }]}
      lead="Everybody who has applied, was not invited and has not been met. Each is moved to “Not taken”, as if by hand; who was invited, met or refused is not among them."
    >
      {those.length === 0 ? (
        <Empty
          title="Nobody waits to be told"
          action={<ButtonLink href={links.candidates(vacancy.id)}>All candidates</ButtonLink>}
        >
          <p>Everybody who has applied was invited, met, or has had an answer.</p>
        </Empty>
      ) : (
        <form class="stack" method="post" action={links.uninvited(vacancy.id)} noValidate>
          <Problems errors={errors} />
          {vacancy.state === 'open' && (
            <Notice kind="warning" title="The interviews have not begun">
              <p>Invite whom you want to meet first: all others who stand here are refused.</p>
            </Notice>
          )}
          <Whom those={those} all={all} />
          <input type="hidden" name="those" value={those.map(({ id }) => id).join(',')} />
          <Field label="Subject" name="subject" value={draft.subject} error={errors.subject} />
          <Field
            label="Mail to each of them"
            name="text"
            rows={14}
            value={draft.text}
            error={errors.text}
            hint="Change what you like. Their own name, and the link to their own page, are put in where the square brackets stand. Without a mail server the mails wait under Mail, for an owner to pass on."
          />
          <div class="row">
            <Button kind="primary" name="mail" value="yes">
              Go on with this mail
            </Button>
            <Button name="mail" value="no">
              Go on without a mail
            </Button>
          </div>
          <p class="soft">Nothing is sent yet: the next page asks once more.</p>
        </form>
      )}
    </RecruitFrame>
  )
}

/** How many they are, and the first by name. */
export function Whom({ those, all }: Pick<Uninvited, 'those' | 'all'>) {
  const without = those.filter(({ email }) => email === null).length
  const more = those.length - MOST_NAMED
  return (
    <section class="flow">
      <h2>{counted(those.length, 'person', 'people')}</h2>
      <p>
        {those
          .slice(0, MOST_NAMED)
          .map(({ name }) => name)
          .join(', ')}
        {more > 0 && ` and ${more.toLocaleString('en-GB')} more`}.
      </p>
      {all > BATCH && those.length === BATCH && (
        <p>
          {all.toLocaleString('en-GB')} wait in all. They are told {BATCH} at a time, the first who applied
          first.
        </p>
      )}
      {without > 0 && (
        <p>
          {without === 1 ? 'One of them has' : `${without} of them have`} given no address, so no mail goes
          there: tell them in another way.
        </p>
      )}
    </section>
  )
}

import { counted } from '#framework/pages/words.ts'
import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Notice } from '#web/notice.tsx'
import { withName } from '../candidate/letters.ts'
import type { LookedOver } from '../candidate/looked-over.ts'
import type { Told, Uninvited } from '../candidate/uninvited.ts'
import { RecruitFrame } from './frame.tsx'
import { Whom } from './uninvited.tsx'

interface SureProps extends Uninvited {
  /** The mail as the form had it. */
  typed: LookedOver
  /** Null: none is sent. */
  mail: LookedOver | null
}

/** Asked once more, with the mail as the first of them gets it. */
export function UninvitedSurePage({ vacancy, those, all, typed, mail }: SureProps) {
  const first = those.find(({ email }) => email !== null)
  const people = counted(those.length, 'person', 'people')
  return (
    <RecruitFrame
      title={`Tell ${people}?`}
      vacancy={vacancy}
      oversees
      here={links.candidates(vacancy.id)}
      crumbs={[
        { label: 'Candidates', href: links.candidates(vacancy.id) },
        { label: 'Tell all who were not invited', href: links.uninvited(vacancy.id) },
      ]}
      styles={['candidate']}
      lead="They see on their own pages that they are not taken further. Who is invited or withdraws in the meantime is left out."
    >
      <form class="stack" method="post" action={links.uninvited(vacancy.id)}>
        <Whom those={those} all={all} />
        {mail && first ? (
          <section class="flow">
            <h2>As {first.name} gets it</h2>
            <p>
              <b>{withName(mail.subject, first.name)}</b>
            </p>
            {withName(mail.text, first.name)
              .trim()
              .split(/(?:\r?\n){2,}/)
              .map((part) => (
                <p class="measure" key={part}>
                  {part}
                </p>
              ))}
          </section>
        ) : (
          <p>No mail goes with this step.</p>
        )}
        <input type="hidden" name="those" value={those.map(({ id }) => id).join(',')} />
        <input type="hidden" name="subject" value={typed.subject} />
        <input type="hidden" name="text" value={typed.text} />
        <input type="hidden" name="mail" value={mail ? 'yes' : 'no'} />
        <div class="row">
          <Button kind="primary" name="sure" value="yes">
            {mail ? `Refuse ${people} and send the mails` : `Refuse ${people} without a mail`}
          </Button>
          <ButtonLink href={links.uninvited(vacancy.id)}>Begin again</ButtonLink>
        </div>
      </form>
    </RecruitFrame>
  )
}

/** What was done, who was left out, and what comes next. */
export function UninvitedToldPage({ vacancy, all, told }: Uninvited & { told: Told }) {
  const { mailed, silent, left } = told
  return (
    <RecruitFrame
      title={mailed > 0 ? 'They are told' : silent > 0 ? 'They are moved' : 'Nobody was moved'}
      vacancy={vacancy}
      oversees
      here={links.candidates(vacancy.id)}
      crumbs={[{ label: 'Candidates', href: links.candidates(vacancy.id) }]}
      actions={
        all > 0 ? (
          <ButtonLink kind="primary" href={links.uninvited(vacancy.id)}>
            {`Go on: ${all.toLocaleString('en-GB')} still wait`}
          </ButtonLink>
        ) : (
          <ButtonLink kind="primary" href={links.candidates(vacancy.id)}>
            All candidates
          </ButtonLink>
        )
      }
    >
      <Notice>
        <p>
          {mailed > 0 && `${counted(mailed, 'person is', 'people are')} not taken, with a mail. `}
          {silent > 0 &&
            `${counted(silent, 'person is', 'people are')} not taken, without a mail: tell them in another way. `}
          {mailed + silent === 0 && 'Everybody whom the form named stood elsewhere already. '}
          {mailed > 0 && 'Without a mail server the mails wait under Mail.'}
        </p>
      </Notice>
      {left.length > 0 && (
        <section class="flow">
          <h2>Left out: {counted(left.length, 'person', 'people')}</h2>
          <p class="soft">They stood elsewhere by then, so nothing was done to them now and no mail went.</p>
          <ul>
            {left.slice(0, 50).map(({ id, name, stands }) => (
              <li key={id}>
                <a href={links.candidate(vacancy.id, id)}>{name}</a>: {stands.toLowerCase()}
              </li>
            ))}
          </ul>
          {left.length > 50 && <p>And {left.length - 50} more.</p>}
        </section>
      )}
    </RecruitFrame>
  )
}

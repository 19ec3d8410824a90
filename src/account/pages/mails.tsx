import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Notice } from '#web/notice.tsx'
import { Page } from '#web/page.tsx'
import { Table } from '#web/table.tsx'
import { MAIL_WORDS, type Mail } from '../mail.ts'
import { When } from './when.tsx'

interface MailsProps {
  mails: Mail[]
  counts: Record<Mail['state'], number>
  page: number
  hasMore: boolean
  done: string | null
}

/** Every mail that left, or should have. */
export function MailsPage({ mails, counts, page, hasMore, done }: MailsProps) {
  return (
    <Page
      title="Mail"
      current={links.members()}
      crumbs={[{ label: 'Members', href: links.members() }]}
      styles={['account']}
    >
      <header class="page-head">
        <h1>Mail</h1>
        <p class="lead">
          What Sightline has sent: invitations, links for new passwords, and word of changes to accounts.
        </p>
      </header>
      {done && <Notice kind="done">{done}</Notice>}
      <State counts={counts} />
      {mails.length === 0 ? (
        <Empty title="No mail yet">
          <p>Invite a colleague, and the first one stands here.</p>
        </Empty>
      ) : (
        <Table
          caption="Newest first"
          heads={['Written', 'To', 'About', 'How it stands', <span class="unseen">Read it</span>]}
          rows={mails.map((mail) => ({ key: mail.id, cells: cellsOf(mail) }))}
        />
      )}
      <Pages page={page} hasMore={hasMore} />
    </Page>
  )
}

function State({ counts: { kept, failed, queued } }: Pick<MailsProps, 'counts'>) {
  return (
    <>
      {kept > 0 && (
        <Notice
          kind="warning"
          title={kept === 1 ? 'One mail waits to be passed on' : `${kept} mails wait to be passed on`}
        >
          <p>
            No mail server was set when they were written, so they went nowhere. Read them and pass on their
            links, or set SMTP_URL where Sightline is started.
          </p>
        </Notice>
      )}
      {failed > 0 && (
        <Notice
          kind="problem"
          title={failed === 1 ? 'One mail could not be sent' : `${failed} mails could not be sent`}
        >
          <p>Once the reason below is seen to, send them again.</p>
          <form method="post" action={links.mailAgain()}>
            <Button>Try again</Button>
          </form>
        </Notice>
      )}
      {queued > 0 && failed === 0 && kept === 0 && (
        <p class="soft">{queued === 1 ? 'One is on its way.' : `${queued} are on their way.`}</p>
      )}
    </>
  )
}

function cellsOf({ id, recipient, subject, state, tries, reason, madeAt, triedAt, body }: Mail) {
  return [
    <When at={madeAt} />,
    recipient,
    subject,
    <>
      {MAIL_WORDS[state]}
      {state === 'queued' && tries > 0 && `, ${tries} ${tries === 1 ? 'try' : 'tries'} so far`}
      {state === 'sent' && triedAt && (
        <>
          {' '}
          <When at={triedAt} />
        </>
      )}
      {reason && <span class="mail-reason">{reason}</span>}
    </>,
    state === 'kept' && body !== null && (
      <form method="post" action={links.mailReading(id)}>
        <Button kind="quiet" label={`Read it: ${subject}, to ${recipient}`}>
          Read it
        </Button>
      </form>
    ),
  ]
}

function Pages({ page, hasMore }: { page: number; hasMore: boolean }) {
  if (page === 1 && !hasMore) return null
  return (
    <nav class="row block" aria-label="Pages">
      {page > 1 && <a href={links.mails(page - 1)}>Newer</a>}
      {hasMore && <a href={links.mails(page + 1)}>Older</a>}
    </nav>
  )
}

/** The words of one mail, for an owner to pass on. */
export function MailPage({ mail }: { mail: Mail & { body: string } }) {
  const crumbs = [
    { label: 'Members', href: links.members() },
    { label: 'Mail', href: links.mails() },
  ]
  return (
    <Page title={mail.subject} current={links.members()} crumbs={crumbs} styles={['account']}>
      <header class="page-head">
        <p class="eyebrow">
          To {mail.recipient}, <When at={mail.madeAt} />
        </p>
        <h1>{mail.subject}</h1>
      </header>
      <Notice kind="warning">
        Its link may open an account. Pass it on to {mail.recipient} alone; that you have read it stands in
        the history.
      </Notice>
      <pre class="letter">{mail.body}</pre>
    </Page>
  )
}

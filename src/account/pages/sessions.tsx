import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { Notice } from '#web/notice.tsx'
import { Page } from '#web/page.tsx'
import { Table } from '#web/table.tsx'
import { deviceName } from '../device.ts'
import { When } from './when.tsx'

/** A place where the account is signed in. */
export interface SessionLine {
  id: string
  userAgent: string | null
  begunAt: Date
  usedAt: Date
  endsAt: Date
  isThis: boolean
}

/** Where the account is signed in, and the way to end it. */
export function SessionsPage({ sessions, done }: { sessions: SessionLine[]; done: string | null }) {
  const others = sessions.filter(({ isThis }) => !isThis).length
  return (
    <Page title="Sessions" crumbs={[{ label: 'My account', href: links.account() }]} styles={['account']}>
      <header class="page-head">
        <h1>Sessions</h1>
        <p class="lead">
          Every browser in which you are signed in. One that you do not know? End it, and change your
          password.
        </p>
      </header>
      {done && <Notice kind="done">{done}</Notice>}
      <Table
        caption="Where you are signed in"
        heads={[
          'Browser',
          'Signed in',
          'Last used',
          'Ends at the latest',
          <span class="unseen">End it</span>,
        ]}
        rows={sessions.map((session) => ({ key: session.id, cells: cellsOf(session) }))}
      />
      {others > 0 && (
        <form method="post" action={links.otherSessionsEnd()} class="block">
          <Button>{others === 1 ? 'End the other one' : `End the other ${others}`}</Button>
        </form>
      )}
    </Page>
  )
}

function cellsOf({ id, userAgent, begunAt, usedAt, endsAt, isThis }: SessionLine) {
  const device = deviceName(userAgent)
  return [
    device,
    <When at={begunAt} />,
    <When at={usedAt} />,
    <When at={endsAt} day />,
    isThis ? (
      'this one'
    ) : (
      <form method="post" action={links.sessionEnd(id)}>
        <Button kind="quiet" label={`End it: ${device}`}>
          End it
        </Button>
      </form>
    ),
  ]
}

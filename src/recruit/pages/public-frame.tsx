import type { ComponentChildren } from 'preact'
import { Page } from '#web/page.tsx'

interface PublicFrameProps {
  title: string
  organization: string
  lead?: ComponentChildren
  children: ComponentChildren
}

/** The frame of the pages that candidates open, without an account. */
export function PublicFrame({ title, organization, lead, children }: PublicFrameProps) {
  return (
    <Page title={title} styles={['candidate']} ownSearch>
      <header class="page-head">
        <p class="eyebrow">{organization}</p>
        <h1>{title}</h1>
        {lead && <div class="lead">{lead}</div>}
      </header>
      {children}
    </Page>
  )
}

/** The notice as candidates were shown it; each paragraph begins with what it is about. */
export function NoticeText({ notice }: { notice: string }) {
  return (
    <dl class="candidate-notice">
      {notice.split('\n').map((line) => {
        const [head = '', ...rest] = line.split(': ')
        return rest.length === 0 || head.length > 40 ? (
          <div class="whole" key={line}>
            <dt>When</dt>
            <dd>{line}</dd>
          </div>
        ) : (
          <div key={line}>
            <dt>{head}</dt>
            <dd>{rest.join(': ')}</dd>
          </div>
        )
      })}
    </dl>
  )
}

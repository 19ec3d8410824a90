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
      <header class="page-head public-page">
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
        const says = rest.join(': ')
        return (
          <div key={line}>
            <dt>{head}</dt>
            <dd>{says.slice(0, 1).toUpperCase() + says.slice(1)}</dd>
          </div>
        )
      })}
    </dl>
  )
}

import type { ComponentChildren } from 'preact'
import { links } from '#routes.ts'
import { Page } from '#web/page.tsx'
import type { Link } from '#web/site.ts'
import type { PartProgress } from '../progress.ts'

interface WorkbookFrameProps {
  title: string
  crumbs?: Link[]
  lead?: ComponentChildren
  facts?: string[]
  scripts?: string[]
  children: ComponentChildren
}

/** The frame of all pages of the workbook. */
export function WorkbookFrame({
  title,
  crumbs = [],
  lead,
  facts,
  scripts = [],
  children,
}: WorkbookFrameProps) {
  const top = { label: 'Profile', href: links.profile() }
  return (
    <Page
      title={title}
      crumbs={[top, ...crumbs]}
      current={links.profile()}
      styles={['workbook', 'translate']}
      scripts={scripts}
    >
      <header class="page-head workbook-head">
        <h1>{title}</h1>
        {lead && <div class="lead">{lead}</div>}
        {facts && (
          <p class="facts">
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        )}
      </header>
      {children}
    </Page>
  )
}

/** How much is answered, as a thin bar; the numbers stand beside it. */
export function ProgressBar({ answered, all }: PartProgress) {
  return <progress class="progress" value={answered} max={all} aria-hidden="true" />
}

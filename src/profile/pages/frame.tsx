import type { ComponentChildren } from 'preact'
import { links } from '#routes.ts'
import { Page } from '#web/page.tsx'
import type { Link } from '#web/site.ts'
import { Tabs } from '#web/tabs.tsx'

const TABS = {
  overview: { label: 'Overview', href: links.profile() },
  workbook: { label: 'Workbook', href: links.workbooks() },
  lists: { label: 'Lists', href: links.profileList('cv') },
  stories: { label: 'Stories', href: links.stories() },
  evidence: { label: 'Evidence', href: links.evidence() },
  sharing: { label: 'Sharing', href: links.profileShares() },
} as const satisfies Record<string, Link>

interface ProfileFrameProps {
  title: string
  /** Which of the tabs this page is or belongs to. */
  tab: keyof typeof TABS
  /** Between the profile and this page; without any, the page is the tab itself. */
  crumbs?: Link[]
  lead?: ComponentChildren
  styles?: string[]
  scripts?: string[]
  children: ComponentChildren
}

/** The frame of all pages of one's own profile. */
export function ProfileFrame({
  title,
  tab,
  crumbs,
  lead,
  styles = [],
  scripts = [],
  children,
}: ProfileFrameProps) {
  const top = tab === 'overview' ? [] : [{ label: 'Profile', href: links.profile() }]
  return (
    <Page
      title={title}
      crumbs={[...top, ...(crumbs ?? [])]}
      current={links.profile()}
      styles={['profile', ...styles]}
      scripts={scripts}
    >
      <header class="page-head">
        <h1>{title}</h1>
        {lead && <div class="lead">{lead}</div>}
      </header>
      <Tabs
        label="Your profile"
        tabs={Object.values(TABS)}
        here={TABS[tab].href}
        isBelow={crumbs !== undefined}
      />
      {children}
    </Page>
  )
}

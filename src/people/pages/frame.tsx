import type { ComponentChildren } from 'preact'
import { links } from '#routes.ts'
import { Page } from '#web/page.tsx'
import type { Link } from '#web/site.ts'

const TABS = {
  people: { label: 'People', href: links.people() },
  chart: { label: 'Chart', href: links.chart() },
  teams: { label: 'Teams', href: links.teams() },
  places: { label: 'Places', href: links.places() },
  files: { label: 'Files', href: links.peopleImports() },
}

interface PeopleFrameProps {
  title: string
  /** Which of the tabs this page is; without one it has a way back instead. */
  tab?: keyof typeof TABS
  /** The way here below “People”. */
  crumbs?: Link[]
  /** Whether the viewer may change people: then there are files too. */
  edits: boolean
  lead?: ComponentChildren
  /** What to do next. */
  actions?: ComponentChildren
  scripts?: string[]
  children: ComponentChildren
}

/** The frame of all pages about people. */
export function PeopleFrame({
  title,
  tab,
  crumbs = [],
  edits,
  lead,
  actions,
  scripts = [],
  children,
}: PeopleFrameProps) {
  return (
    <Page
      title={title}
      crumbs={tab ? [] : [TABS.people, ...crumbs]}
      current={links.people()}
      styles={['people']}
      scripts={scripts}
    >
      <header class="page-head people-head">
        <h1>{title}</h1>
        {lead && <div class="lead">{lead}</div>}
        {actions && <div class="row">{actions}</div>}
      </header>
      {tab && <Tabs current={tab} edits={edits} />}
      {children}
    </Page>
  )
}

function Tabs({ current, edits }: { current: keyof typeof TABS; edits: boolean }) {
  const shown = (Object.keys(TABS) as (keyof typeof TABS)[]).filter((key) => edits || key !== 'files')
  return (
    <nav class="tabs" aria-label="People">
      <ul>
        {shown.map((key) => (
          <li key={key}>
            <a href={TABS[key].href} aria-current={key === current ? 'page' : undefined}>
              {TABS[key].label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

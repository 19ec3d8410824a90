import type { ComponentChildren } from 'preact'
import { links } from '#routes.ts'
import { isAllowed, type Viewer } from '#viewer.ts'
import { Page } from '#web/page.tsx'
import type { Link } from '#web/site.ts'
import { translateAccess } from '../access.ts'

/** What this viewer may open beside the page of Translate itself. */
export interface Reach {
  judges: boolean
  reviews: boolean
  connects: boolean
}

export function reachOf(viewer: Viewer): Reach {
  return {
    judges: viewer.person !== null && isAllowed(viewer, translateAccess.judge),
    reviews: isAllowed(viewer, translateAccess.review),
    connects: isAllowed(viewer, translateAccess.endpoint),
  }
}

type Tab = 'translate' | 'mine' | 'goodness' | 'proposals' | 'endpoint'

function tabsFor({ judges, reviews, connects }: Reach): { tab: Tab; link: Link }[] {
  return [
    { tab: 'translate', link: { label: 'Translate', href: links.translate() } },
    ...(judges ? [{ tab: 'mine' as const, link: { label: 'Mine', href: links.translateJudgements() } }] : []),
    { tab: 'goodness', link: { label: 'How good is it?', href: links.translateGoodness() } },
    ...(reviews
      ? [{ tab: 'proposals' as const, link: { label: 'Proposals', href: links.translateProposals() } }]
      : []),
    ...(connects
      ? [{ tab: 'endpoint' as const, link: { label: 'Language model', href: links.translateEndpoint() } }]
      : []),
  ]
}

interface TranslateFrameProps {
  title: string
  reach: Reach
  /** Which of the tabs this page is; without one it has a way back instead. */
  tab?: Tab
  crumbs?: Link[]
  lead?: ComponentChildren
  scripts?: string[]
  children: ComponentChildren
}

/** The frame of all pages of Translate. */
export function TranslateFrame({
  title,
  reach,
  tab,
  crumbs = [],
  lead,
  scripts = [],
  children,
}: TranslateFrameProps) {
  const top = { label: 'Translate', href: links.translate() }
  return (
    <Page
      title={title}
      crumbs={tab ? [] : [top, ...crumbs]}
      current={links.translate()}
      styles={['translate']}
      scripts={scripts}
    >
      <header class="page-head translate-head">
        <h1>{title}</h1>
        {lead && <div class="lead">{lead}</div>}
      </header>
      {tab && <Tabs current={tab} reach={reach} />}
      {children}
    </Page>
  )
}

function Tabs({ current, reach }: { current: Tab; reach: Reach }) {
  return (
    <nav class="translate-tabs" aria-label="Translate">
      <ul>
        {tabsFor(reach).map(({ tab, link }) => (
          <li key={tab}>
            <a href={link.href} aria-current={tab === current ? 'page' : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

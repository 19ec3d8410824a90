import type { ComponentChildren } from 'preact'
import { links } from '#routes.ts'
import { isAllowed, type Viewer } from '#viewer.ts'
import { Page } from '#web/page.tsx'
import type { Link } from '#web/site.ts'
import { Tabs } from '#web/tabs.tsx'
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

const TABS = {
  translate: { label: 'Translate', href: links.translate() },
  mine: { label: 'Mine', href: links.translateJudgements() },
  goodness: { label: 'How good is it?', href: links.translateGoodness() },
  proposals: { label: 'Proposals', href: links.translateProposals() },
  endpoint: { label: 'Language model', href: links.translateEndpoint() },
} as const satisfies Record<string, Link>

function tabsFor({ judges, reviews, connects }: Reach): Link[] {
  const { translate, mine, goodness, proposals, endpoint } = TABS
  return [
    translate,
    ...(judges ? [mine] : []),
    goodness,
    ...(reviews ? [proposals] : []),
    ...(connects ? [endpoint] : []),
  ]
}

interface TranslateFrameProps {
  title: string
  reach: Reach
  /** Which of the tabs this page is; without one it has a way back instead. */
  tab?: keyof typeof TABS
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
  return (
    <Page
      title={title}
      crumbs={tab ? [] : [TABS.translate, ...crumbs]}
      current={links.translate()}
      styles={['translate']}
      scripts={scripts}
    >
      <header class="page-head">
        <h1>{title}</h1>
        {lead && <div class="lead">{lead}</div>}
      </header>
      {tab && <Tabs label="Translate" tabs={tabsFor(reach)} here={TABS[tab].href} />}
      {children}
    </Page>
  )
}

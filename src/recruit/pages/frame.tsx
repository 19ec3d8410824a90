import type { ComponentChildren } from 'preact'
import { links } from '#routes.ts'
import { Page } from '#web/page.tsx'
import type { Link } from '#web/site.ts'
import { Tabs } from '#web/tabs.tsx'
import { vacancyPlaces } from './vacancy-places.ts'

interface RecruitFrameProps {
  title: string
  /** The vacancy that the page belongs to; its parts are then one click away. */
  vacancy?: { id: string; title: string }
  /** The viewer makes vacancies; the panel has fewer parts. */
  oversees?: boolean
  /** The address of the part that this page is, among those of the vacancy. */
  here?: string
  /** The page is the list of vacancies itself. */
  isTop?: boolean
  /** Between the vacancy and this page. */
  crumbs?: Link[]
  eyebrow?: ComponentChildren
  lead?: ComponentChildren
  actions?: ComponentChildren
  scripts?: string[]
  styles?: string[]
  children: ComponentChildren
}

/** The frame of the pages of hiring. */
export function RecruitFrame(props: RecruitFrameProps) {
  const { title, vacancy, isTop, crumbs = [], eyebrow, lead, actions, children } = props
  const top = isTop ? [] : [{ label: 'Recruit', href: links.recruit() }]
  const isVacancy = vacancy !== undefined && props.here === links.vacancy(vacancy.id)
  const own = vacancy && !isVacancy ? [{ label: vacancy.title, href: links.vacancy(vacancy.id) }] : []
  return (
    <Page
      title={title}
      crumbs={[...top, ...own, ...crumbs]}
      current={links.recruit()}
      styles={['role', 'recruit', ...(props.styles ?? [])]}
      scripts={props.scripts ?? []}
    >
      <header class="page-head">
        {eyebrow && <p class="eyebrow">{eyebrow}</p>}
        <h1>{title}</h1>
        {lead && <div class="lead">{lead}</div>}
        {actions && <div class="row">{actions}</div>}
      </header>
      {vacancy && (
        <Tabs
          label="Parts of this vacancy"
          tabs={vacancyPlaces(vacancy.id, props.oversees ?? false)}
          here={props.here ?? crumbs.at(-1)?.href}
          isBelow={props.here === undefined}
        />
      )}
      {children}
    </Page>
  )
}

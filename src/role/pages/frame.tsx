import type { ComponentChildren } from 'preact'
import { links } from '#routes.ts'
import { Page } from '#web/page.tsx'
import type { Link } from '#web/site.ts'

interface RoleFrameProps {
  title: string
  /** The role that the page belongs to; without it, the page stands below “Roles” itself. */
  role?: { id: string; title: string }
  /** Between the role and this page. */
  crumbs?: Link[]
  /** The page is the list of roles itself. */
  isTop?: boolean
  eyebrow?: ComponentChildren
  lead?: ComponentChildren
  /** What to do next. */
  actions?: ComponentChildren
  scripts?: string[]
  styles?: string[]
  children: ComponentChildren
}

/** The frame of the pages of roles. */
export function RoleFrame({ title, role, crumbs = [], isTop, ...rest }: RoleFrameProps) {
  const { eyebrow, lead, actions, scripts = [], styles = [], children } = rest
  const top = isTop ? [] : [{ label: 'Roles', href: links.roles() }]
  const own = role ? [{ label: role.title, href: links.role(role.id) }] : []
  return (
    <Page
      title={title}
      crumbs={[...top, ...own, ...crumbs]}
      current={links.roles()}
      styles={['role', ...styles]}
      scripts={scripts}
    >
      <header class="page-head role-head">
        {eyebrow && <p class="eyebrow">{eyebrow}</p>}
        <h1>{title}</h1>
        {lead && <div class="lead">{lead}</div>}
        {actions && <div class="row">{actions}</div>}
      </header>
      {children}
    </Page>
  )
}

import type { ComponentChildren } from 'preact'
import { type Link, useSite } from './site.ts'

interface PageProps {
  /** The words of the browser's tab and, unless `heading` says otherwise, of the page's own h1. */
  title: string
  /** The way here, from the top; the page itself is not in it. */
  crumbs?: Link[]
  /** The address of the menu entry that this page belongs to. */
  current?: string
  /** Names of islands in src/web/client that this page wants. */
  scripts?: string[]
  /** Names of further style sheets in src/web/css/page that this page wants. */
  styles?: string[]
  /** The page brings a search box of its own, so the frame leaves its one out. */
  ownSearch?: boolean
  children: ComponentChildren
}

/** The frame of every page: where am I, where can I go, search, and the page's own content in `main`. */
export function Page({
  title,
  crumbs = [],
  current = '',
  scripts = [],
  styles = [],
  ownSearch,
  children,
}: PageProps) {
  const site = useSite()
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>{title === site.name ? title : `${title} – ${site.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={site.asset('icon.svg')} type="image/svg+xml" />
        {['shell', ...styles].map((name) => (
          <link key={name} rel="stylesheet" href={site.asset(`${name}.css`)} />
        ))}
        {['shell', ...scripts].map((name) => (
          <script key={name} type="module" src={site.asset(`${name}.js`)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <Side current={current} />
        <div class="sheet">
          <ExampleBar />
          <Top crumbs={crumbs} title={title} search={!ownSearch} />
          <main id="main" tabIndex={-1}>
            {children}
          </main>
          <Foot />
        </div>
      </body>
    </html>
  )
}

function Side({ current }: { current: string }) {
  const site = useSite()
  return (
    <header class="side">
      <a class="brand" href="/">
        <img src={site.asset('icon.svg')} alt="" width="26" height="26" />
        {site.name}
      </a>
      <nav class="menu-wide" aria-label="Main">
        <Menu current={current} />
      </nav>
      <details class="menu-narrow">
        <summary>Menu</summary>
        <nav aria-label="Main">
          <Menu current={current} />
        </nav>
      </details>
    </header>
  )
}

function Menu({ current }: { current: string }) {
  return (
    <ul class="menu">
      {useSite().navigation.map(({ label, href }) => (
        <li key={href}>
          <a href={href} aria-current={href === current ? 'true' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Top({ crumbs, title, search }: { crumbs: Link[]; title: string; search: boolean }) {
  return (
    <div class="top">
      <nav class="crumbs" aria-label="Breadcrumb">
        {crumbs.length > 0 && (
          <ol>
            {crumbs.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
            <li aria-current="page">{title}</li>
          </ol>
        )}
      </nav>
      {search && <SearchBox />}
      <MeLinks />
    </div>
  )
}

/** Who is signed in, their own page, and the way out. */
function MeLinks() {
  const { me } = useSite()
  if (!me || me.example) return null
  return (
    <nav class="me" aria-label="You">
      {me.account ? <a href={me.account.href}>{me.name}</a> : <span>{me.name}</span>}
      {me.signOut && (
        <form method="post" action={me.signOut}>
          <button type="submit" class="as-link">
            Sign out
          </button>
        </form>
      )}
    </nav>
  )
}

/** In the example organisation: says so on every page, and who one is there. */
function ExampleBar() {
  const { me } = useSite()
  if (!me?.example) return null
  const { organization, change, own } = me.example
  return (
    <aside class="example-bar" aria-label="Example organisation">
      <span>
        Example: <strong>{organization}</strong>, an invented water company. You are{' '}
        {me.account ? <a href={me.account.href}>{me.name}</a> : me.name}.
      </span>
      <span class="row">
        <a href={change.href}>{change.label}</a>
        <a href={own.href}>{own.label}</a>
      </span>
    </aside>
  )
}

function SearchBox() {
  const { search } = useSite()
  return (
    <search>
      <form class="search" action={search.href}>
        <label class="unseen" for="shell-search">
          {search.label}
        </label>
        <input
          id="shell-search"
          data-search
          type="search"
          name="q"
          placeholder={search.label}
          autocomplete="off"
        />
        <span class="key" aria-hidden="true">
          /
        </span>
      </form>
    </search>
  )
}

function Foot() {
  const { name, footer } = useSite()
  return (
    <footer class="foot">
      <span>{name}</span>
      {footer.map(({ label, href }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </footer>
  )
}

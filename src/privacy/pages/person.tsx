import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Page } from '#web/page.tsx'
import type { About } from '../about.ts'
import { Parts } from './parts.tsx'

/** Everything that is kept about somebody, for HR and the owners, such as for a person without an account who asks. */
export function AboutPage({ about, isErased }: { about: About; isErased: boolean }) {
  const { id, name } = about.person
  return (
    <Page
      title={`What is kept about ${name}`}
      crumbs={[{ label: 'Wishes to be erased', href: links.erasures() }]}
      current={links.privacy()}
      styles={['privacy']}
    >
      <header class="page-head">
        <h1>What is kept about {name}</h1>
        <p class="lead">
          The same as the person sees. Everybody has a right to it, with an account or without.
        </p>
        <div class="row">
          <ButtonLink href={links.privacyFileOf(id, 'html')}>Download to read (HTML)</ButtonLink>
          <ButtonLink href={links.privacyFileOf(id, 'json')}>Download for programs (JSON)</ButtonLink>
          {!isErased && (
            <ButtonLink kind="danger" href={links.erasureOf(id)}>
              Erase …
            </ButtonLink>
          )}
        </div>
      </header>
      <Parts parts={about.parts} />
    </Page>
  )
}

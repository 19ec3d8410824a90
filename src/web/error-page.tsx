import { ButtonLink } from './button.tsx'
import type { Failure } from './failure.ts'
import { Page } from './page.tsx'
import { useSite } from './site.ts'

/** What went wrong, what to do, and a way on. */
export function ErrorPage({ failure, requestId }: { failure: Failure; requestId: string }) {
  const fields = Object.entries(failure.fields ?? {})
  return (
    <Page title={failure.title} ownSearch={failure.status === 404}>
      <div class="prose">
        <h1>{failure.title}</h1>
        {fields.length > 1 ? (
          <ul>
            {fields.map(([name, message]) => (
              <li key={name}>{message}</li>
            ))}
          </ul>
        ) : (
          <p class="lead">{failure.detail}</p>
        )}
        <WayOn failure={failure} requestId={requestId} />
      </div>
    </Page>
  )
}

function WayOn({ failure, requestId }: { failure: Failure; requestId: string }) {
  const { status } = failure
  if (status === 404) return <SearchAgain />
  if (status === 500) {
    return (
      <p>
        If it happens again, report it with this number, which finds the full account in the log:{' '}
        <code class="request-id">{requestId}</code>
      </p>
    )
  }
  if ([409, 413, 422, 429].includes(status)) {
    return <p>Go back with your browser: what you typed is still there.</p>
  }
  return <StartAgain />
}

function StartAgain() {
  return (
    <p>
      <ButtonLink href="/">Go to the start</ButtonLink>
    </p>
  )
}

function SearchAgain() {
  const { search, navigation } = useSite()
  return (
    <>
      <form class="search-large" action={search.href}>
        <label for="not-found-search">{search.label}</label>
        <div class="together">
          <input id="not-found-search" data-search type="search" name="q" autocomplete="off" />
          <button class="button primary" type="submit">
            Search
          </button>
        </div>
      </form>
      <p>Or go to:</p>
      <ul>
        {navigation.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

import type { Framework } from '../model.ts'

const languages = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' })

/** Only addresses of the web become links; a framework's file could hold anything. */
function Address({ url, children }: { url: string | null; children: string }) {
  return url !== null && /^https?:\/\//i.test(url) ? <a href={url}>{children}</a> : children
}

/** Whose words these are, and on what terms. */
export function Origins({ framework }: { framework: Framework }) {
  const { source, licence, language, publisher } = framework
  return (
    <section class="block">
      <h2>Source and licence</h2>
      <dl class="definitions">
        {publisher && (
          <div>
            <dt>Publisher</dt>
            <dd>{publisher}</dd>
          </div>
        )}
        {source && (
          <div>
            <dt>Source</dt>
            <dd>
              <Address url={source.url}>{source.title}</Address>
              {source.note && <p class="soft">{source.note}</p>}
            </dd>
          </div>
        )}
        <div>
          <dt>Licence</dt>
          <dd>
            <Address url={licence.url}>{licence.name}</Address>
            {licence.attribution && <p class="soft">{licence.attribution}</p>}
          </dd>
        </div>
        <div>
          <dt>Language</dt>
          <dd>{languages.of(language) ?? language}</dd>
        </div>
      </dl>
    </section>
  )
}

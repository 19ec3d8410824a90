import type { ComponentChildren } from 'preact'
import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import { Page } from '#web/page.tsx'
import type { Found, FoundCompetency, FoundStatement } from '../found.ts'
import { hasWord, singleWords } from '../wanted.ts'
import { FoundFrameworks, Marked } from './search-frameworks.tsx'
import { counted, countedCompetencies, KIND_LABELS } from './words.ts'

interface SearchPageProps {
  words: string
  page: number
  pages: number
  /** Null before anything was asked. */
  found: Found | null
  /** What else was found, in people, teams and pages: stands first. */
  before?: ComponentChildren
  /** Something stands there. */
  hasBefore?: boolean
}

/** Search over everything; the statements of the frameworks are the larger part. */
export function SearchPage({ words, page, pages, found, before, hasBefore = false }: SearchPageProps) {
  return (
    <Page
      title={words ? `“${words}” – Search` : 'Search'}
      current={links.search()}
      styles={['framework']}
      scripts={['results']}
      ownSearch
    >
      <header class="page-head">
        <h1>Search</h1>
        <Box words={words} />
      </header>
      {found === null ? (
        <Hints />
      ) : (
        <div data-results>
          {page === 1 && before}
          <Results words={words} page={page} pages={pages} found={found} hasBefore={hasBefore} />
        </div>
      )}
    </Page>
  )
}

function Box({ words }: { words: string }) {
  return (
    <search>
      <form class="search-large" action={links.search()}>
        <label for="words">Words to look for</label>
        <div class="together">
          <input id="words" data-search type="search" name="q" value={words} autocomplete="off" />
          <button class="button primary" type="submit">
            Search
          </button>
        </div>
      </form>
    </search>
  )
}

function Example({ words, children }: { words: string; children: string }) {
  return (
    <li>
      <a href={links.search(words)}>{words}</a> <span class="soft">{children}</span>
    </li>
  )
}

function Hints() {
  return (
    <div class="prose">
      <p>
        Look for people, teams and pages by name, and for what people do in your own words: Sightline looks
        through every statement, definition, everyday name and book of every framework here, and knows the
        forms of a word.
      </p>
      <p>For example:</p>
      <ul>
        <Example words="listen">finds “listens” and “listening” as well</Example>
        <Example words="customer complaint">finds statements that have both words</Example>
        <Example words={'"first time"'}>finds exactly these words in this order</Example>
        <Example words="colleague or team">finds either</Example>
        <Example words="customer -telephone">leaves statements with the second word out</Example>
      </ul>
    </div>
  )
}

function Results({ words, page, pages, found, hasBefore }: SearchPageProps & { found: Found }) {
  const { hits, frameworks } = found
  if (hits.length + frameworks.length === 0 && hasBefore)
    return <p class="soft">No framework has {nameOf(words, singleWords(words).length)}.</p>
  if (hits.length + frameworks.length === 0) return <Nothing words={words} found={found} />
  if (hits.length === 0) return <FoundFrameworks frameworks={frameworks} />
  return (
    <>
      {page === 1 && <FoundFrameworks frameworks={frameworks} />}
      <p class="facts" role="status">
        {found.statements > 0 && <span>{counted(found.statements, 'statement')}</span>}
        <span>{countedCompetencies(found.competencies)}</span>
        {pages > 1 && (
          <span>
            page {page} of {pages}
          </span>
        )}
      </p>
      <ol class="hits">
        {hits.map((hit) => (
          <li key={`${hit.framework.slug}/${hit.key}`} lang={hit.framework.language}>
            <Hit hit={hit} />
          </li>
        ))}
      </ol>
      <Pages words={words} page={page} pages={pages} />
    </>
  )
}

function Nothing({ words, found: { searchable, near } }: { words: string; found: Found }) {
  const single = singleWords(words)
  if (!hasWord(words))
    return (
      <Empty title="Type at least one word">
        <p>Signs and pictures by themselves cannot be looked for. A word such as “listen” can.</p>
      </Empty>
    )
  if (!searchable)
    return (
      <Empty title="These words are too common to look for">
        <p>Add a word that says what the statement is about, such as “listen” or “complaint”.</p>
      </Empty>
    )
  return (
    <Empty
      title={`Nothing here has ${nameOf(words, single.length)}`}
      action={<ButtonLink href={links.frameworks()}>Look through the frameworks</ButtonLink>}
    >
      {near.length > 0 && (
        <p>
          Did you mean <a href={links.search(near.join(' '))}>{near.join(' ')}</a>?
        </p>
      )}
      {single.length > 1 && (
        <p>
          <a href={links.search(single.join(' or '))}>Look for any of them</a> instead of all together.
        </p>
      )}
      <p>Try a shorter or plainer word: “help” for “assistance”, “ask” for “enquiry”. Check the spelling.</p>
    </Empty>
  )
}

function nameOf(words: string, count: number): string {
  if (/["“]/.test(words)) return 'exactly these words'
  return count > 1 ? 'all of these words' : 'this word'
}

function Hit({ hit }: { hit: FoundCompetency }) {
  const { framework, key, code, name, statements, count } = hit
  const more = count - statements.length
  return (
    <article>
      <h2>
        <a href={links.competency(framework.slug, key)}>
          {code && <span class="code">{code}</span>} <Marked pieces={name} />
        </a>{' '}
        <span class="in">in {framework.title}</span>
      </h2>
      {statements.length === 0 && <Itself hit={hit} />}
      {statements.length > 0 && (
        <ul class="found">
          {statements.map((statement) => (
            <li key={statement.id}>
              <Tag statement={statement} />
              <span>
                <Marked pieces={statement.text} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <p class="small">
          <a href={links.competency(framework.slug, key)}>
            {counted(more, 'more statement')} of this competency {more === 1 ? 'matches' : 'match'}
          </a>
        </p>
      )}
    </article>
  )
}

/** A competency that was found by its own words, not by a statement: what it is, and what was found. */
function Itself({ hit: { definition, why, called } }: { hit: FoundCompetency }) {
  return (
    <>
      <p class="measure">
        <Marked pieces={definition} />
      </p>
      {why.length > 0 && (
        <p class="measure">
          <Marked pieces={why} />
        </p>
      )}
      {called.length > 0 && (
        <p class="small soft">
          also called:{' '}
          {called.map((name, i) => (
            <span key={i}>
              {i > 0 && ', '}
              <Marked pieces={name} />
            </span>
          ))}
        </p>
      )}
    </>
  )
}

function Tag({ statement: { level, place, kind } }: { statement: FoundStatement }) {
  if (!level || !place) return <span class="kind-tag">{KIND_LABELS[kind]}</span>
  return <LevelTag number={level.number} name={level.name} step={stepOf(place.position, place.count)} />
}

function Pages({ words, page, pages }: { words: string; page: number; pages: number }) {
  if (pages <= 1) return null
  return (
    <nav class="row" aria-label="Pages of results">
      {page > 1 && <ButtonLink href={links.search(words, page - 1)}>Previous</ButtonLink>}
      <span class="soft">
        Page {page} of {pages}
      </span>
      {page < pages && <ButtonLink href={links.search(words, page + 1)}>Next</ButtonLink>}
    </nav>
  )
}

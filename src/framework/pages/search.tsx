import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import { Page } from '#web/page.tsx'
import type { Found, FoundCompetency, FoundStatement, Piece } from '../found.ts'
import { counted, countedCompetencies, KIND_LABELS } from './words.ts'

interface SearchPageProps {
  words: string
  page: number
  pages: number
  /** Null before anything was asked. */
  found: Found | null
}

/** Search over every statement of every framework. */
export function SearchPage({ words, page, pages, found }: SearchPageProps) {
  return (
    <Page
      title={words ? `“${words}” – Search` : 'Search'}
      current={links.search()}
      styles={['framework']}
      ownSearch
    >
      <header class="page-head">
        <h1>Search every statement</h1>
        <Box words={words} />
      </header>
      {found === null ? <Hints /> : <Results words={words} page={page} pages={pages} found={found} />}
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
        Look for what people do, in your own words. Sightline looks through every statement, definition and
        book of every framework here, and knows the forms of a word.
      </p>
      <p>For example:</p>
      <ul>
        <Example words="listen">finds “listens” and “listening” as well</Example>
        <Example words="customer complaint">finds statements that have both words</Example>
        <Example words={'"point of view"'}>finds exactly these words in this order</Example>
        <Example words="colleague or team">finds either</Example>
        <Example words="customer -telephone">leaves statements with the second word out</Example>
      </ul>
    </div>
  )
}

function Results({ words, page, pages, found }: SearchPageProps & { found: Found }) {
  if (found.hits.length === 0) return <Nothing words={words} searchable={found.searchable} />
  return (
    <>
      <p class="facts" role="status">
        <span>{counted(found.statements, 'statement')}</span>
        <span>{countedCompetencies(found.competencies)}</span>
        {pages > 1 && (
          <span>
            page {page} of {pages}
          </span>
        )}
      </p>
      <ol class="hits">
        {found.hits.map((hit) => (
          <li key={`${hit.framework.slug}/${hit.key}`} lang={hit.framework.language}>
            <Hit hit={hit} />
          </li>
        ))}
      </ol>
      <Pages words={words} page={page} pages={pages} />
    </>
  )
}

function Nothing({ words, searchable }: { words: string; searchable: boolean }) {
  const single = words
    .split(/\s+/)
    .filter((word) => /^[\p{L}\p{N}]+$/u.test(word) && word.toLowerCase() !== 'or')
  if (!searchable)
    return (
      <Empty title="These words are too common to look for">
        <p>Add a word that says what the statement is about, such as “listen” or “complaint”.</p>
      </Empty>
    )
  return (
    <Empty
      title={`Nothing here has ${single.length > 1 ? 'all of these words' : 'this word'}`}
      action={<ButtonLink href={links.frameworks()}>Look through the frameworks</ButtonLink>}
    >
      {single.length > 1 && (
        <p>
          <a href={links.search(single.join(' or '))}>Look for any of them</a> instead of all together.
        </p>
      )}
      <p>Try a shorter or plainer word: “help” for “assistance”, “ask” for “enquiry”. Check the spelling.</p>
    </Empty>
  )
}

function Marked({ pieces }: { pieces: Piece[] }) {
  return <>{pieces.map(({ text, found }, i) => (found ? <mark key={i}>{text}</mark> : text))}</>
}

function Hit({ hit }: { hit: FoundCompetency }) {
  const { framework, key, code, name, definition, statements, count } = hit
  const more = count - statements.length
  return (
    <article>
      <h2>
        <a href={links.competency(framework.slug, key)}>
          {code && <span class="code">{code}</span>} <Marked pieces={name} />
        </a>{' '}
        <span class="in">in {framework.title}</span>
      </h2>
      {statements.length === 0 && (
        <p class="measure">
          <Marked pieces={definition} />
        </p>
      )}
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

function Tag({ statement: { level, place, kind } }: { statement: FoundStatement }) {
  if (!level || !place) return <span class="kind-tag">{KIND_LABELS[kind]}</span>
  return <LevelTag number={level.number} name={level.name} step={stepOf(place.position, place.count)} />
}

function Pages({ words, page, pages }: { words: string; page: number; pages: number }) {
  if (pages <= 1) return null
  return (
    <nav class="row" aria-label="Pages of results">
      {page > 1 && <ButtonLink href={links.search(words, page - 1)}>Before</ButtonLink>}
      <span class="soft">
        Page {page} of {pages}
      </span>
      {page < pages && <ButtonLink href={links.search(words, page + 1)}>Next</ButtonLink>}
    </nav>
  )
}

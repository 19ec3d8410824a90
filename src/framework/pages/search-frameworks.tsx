import { links } from '#routes.ts'
import type { FoundFramework, Piece } from '../found.ts'

/** A text with what was found in it marked. */
export function Marked({ pieces }: { pieces: Piece[] }) {
  return <>{pieces.map(({ text, found }, i) => (found ? <mark key={i}>{text}</mark> : text))}</>
}

/** Frameworks whose names match, above the statements. Nothing when there is none. */
export function FoundFrameworks({ frameworks }: { frameworks: FoundFramework[] }) {
  if (frameworks.length === 0) return null
  return (
    <section class="block">
      <h2>{frameworks.length === 1 ? 'A framework' : 'Frameworks'} with this name, publisher or level</h2>
      <ul class="entries">
        {frameworks.map((framework) => (
          <li key={framework.slug} lang={framework.language}>
            <Entry framework={framework} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Entry({ framework: { slug, title, publisher, levels } }: { framework: FoundFramework }) {
  return (
    <>
      <p class="entry-title">
        <a href={links.framework(slug)}>
          <Marked pieces={title} />
        </a>
      </p>
      {publisher.some((piece) => piece.found) && (
        <p class="small soft">
          published by <Marked pieces={publisher} />
        </p>
      )}
      {levels.length > 0 && (
        <p class="small soft">
          {levels.length === 1 ? 'with the level ' : 'with the levels '}
          {levels.map((level, i) => (
            <span key={i}>
              {i > 0 && ', '}
              <Marked pieces={level} />
            </span>
          ))}
        </p>
      )}
    </>
  )
}

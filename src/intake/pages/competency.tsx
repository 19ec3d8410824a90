import type { ComponentChildren } from 'preact'
import { links } from '#routes.ts'
import { draftLevelLabel, SECTION_LABELS } from '../labels.ts'
import { type DraftCompetency, SECTIONS } from '../model.ts'
import { placeName } from '../places.ts'
import { ItemList } from './item.tsx'
import { CompetencyNames } from './names.tsx'
import type { Open, Review } from './props.ts'

/** More levels than any scale has; the rest waits for “Show everything”. */
const AT_ONCE = 100

interface Props {
  competency: DraftCompetency
  review: Review
  open: Open
}

/** One competency of the draft: definition, levels in the order of the document, then the sections that have something. */
export function CompetencyDraft({ competency, review, open }: Props) {
  const { id, definition, levels, sections, emptySections } = competency
  const naming = open.what === 'names' && open.id === id
  return (
    <section class="competency-draft" id={`c-${id}`} data-competency={id} aria-labelledby={`c-${id}-title`}>
      <Head competency={competency} review={review} />
      {naming && <CompetencyNames competency={competency} review={review} />}
      {definition.length > 0 && (
        <Part title="Definition" place={placeName({ in: 'definition', competency: id })}>
          <ItemList items={definition} review={review} open={open} />
        </Part>
      )}
      {(open.all ? levels : levels.slice(0, AT_ONCE)).map((level) => (
        <Part
          key={level.order}
          title={draftLevelLabel(level)}
          count={level.indicators.length}
          place={placeName({ in: 'level', competency: id, order: level.order })}
          level={level.number}
        >
          <ItemList items={level.indicators} review={review} open={open} />
        </Part>
      ))}
      {levels.length > AT_ONCE && !open.all && (
        <p class="quiet">
          {levels.length - AT_ONCE} more levels.{' '}
          <a href={`${links.intakeDraft(review.id)}?all=yes`}>Show everything</a>
        </p>
      )}
      {SECTIONS.filter((section) => sections[section].length > 0).map((section) => (
        <Part
          key={section}
          title={SECTION_LABELS[section]}
          count={sections[section].length}
          place={placeName({ in: 'section', competency: id, section })}
        >
          <ItemList items={sections[section]} review={review} open={open} />
        </Part>
      ))}
      {emptySections.map((heading) => (
        <p key={heading} class="quiet none">
          “{heading}” stands in the source with nothing under it.
        </p>
      ))}
    </section>
  )
}

function Head({ competency, review }: { competency: DraftCompetency; review: Review }) {
  const { id, name, nameFrom, code, group } = competency
  const from = {
    text: null,
    title: 'name taken from the title',
    file: 'name taken from the file',
    person: null,
  }[nameFrom]
  return (
    <header class="competency-head">
      {group && <p class="group-name">{group}</p>}
      <h2 id={`c-${id}-title`}>
        {code && <span class="code">{code}</span>} {name ?? 'Competency without a name'}
      </h2>
      {from && <span class="flag suggestion">{from}</span>}
      {review.publishedAs === null && (
        <a
          class="change"
          href={`${links.intakeDraft(review.id)}?open=names&id=${encodeURIComponent(id)}#c-${id}`}
        >
          Names and levels<span class="unseen"> of {name ?? 'this competency'}</span>
        </a>
      )}
    </header>
  )
}

interface PartProps {
  title: string
  place: string
  count?: number
  level?: number | null
  children: ComponentChildren
}

function Part({ title, place, count, level, children }: PartProps) {
  return (
    <div class="part" data-place={place} data-level={level ?? undefined}>
      <h3>
        {title} {count !== undefined && <span class="count">{count}</span>}
      </h3>
      {children}
    </div>
  )
}

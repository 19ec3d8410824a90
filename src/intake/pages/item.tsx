import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { FLAG_LABELS, sureness } from '../labels.ts'
import type { Item } from '../model.ts'
import type { Open, Review } from './props.ts'

/** A list longer than this is folded, so that the page of a very long draft stays quick. */
const AT_ONCE = 200

interface ListProps {
  items: readonly Item[]
  review: Review
  open: Open
}

/** Items with a box to tick, their place in the source, and a way to change their words. */
export function ItemList({ items, review, open }: ListProps) {
  if (items.length === 0) return <p class="quiet none">Nothing here.</p>
  const shown = open.all ? items : items.filter((item, i) => i < AT_ONCE || item.id === open.id)
  const left = items.length - shown.length
  return (
    <>
      <ul class="items">
        {shown.map((item) => (
          <ItemLine key={item.id} item={item} review={review} open={open} />
        ))}
      </ul>
      {left > 0 && (
        <p class="quiet">
          {left.toLocaleString('en-GB')} more.{' '}
          <a href={`${links.intakeDraft(review.id)}?all=yes`}>Show everything, on one long page</a>
        </p>
      )}
    </>
  )
}

function ItemLine({ item, review, open }: { item: Item; review: Review; open: Open }) {
  const [first, last] = item.lines
  const where = first === last ? `${first}` : `${first}–${last}`
  const changing = open.what === 'item' && open.id === item.id
  return (
    <li
      class="item"
      id={`i-${item.id}`}
      data-item={item.id}
      data-lines={`${first}-${last}`}
      data-sure={sureness(item)}
    >
      {review.publishedAs === null ? <Tick item={item} /> : <span />}
      {changing ? (
        <Rewrite item={item} review={review} typed={open.typed} />
      ) : (
        <span class="item-text">
          <span data-text>{item.text}</span> <Flags item={item} />
        </span>
      )}
      <span class="item-links">
        <a class="line-ref" href={`#L${first}`} aria-label={`${where}: show in the source`}>
          {where}
        </a>
        {review.publishedAs === null && !changing && (
          <a
            class="change"
            href={`${links.intakeDraft(review.id)}?open=item&id=${encodeURIComponent(item.id)}#i-${item.id}`}
            aria-label={`Change “${item.text.slice(0, 60)}”`}
          >
            Change
          </a>
        )}
      </span>
    </li>
  )
}

function Tick({ item }: { item: Item }) {
  const label = `Tick “${item.text.slice(0, 60)}”`
  return <input type="checkbox" name="items" value={item.id} form="tick" aria-label={label} />
}

function Flags({ item }: { item: Item }) {
  return (
    <>
      {item.flags.map((flag) => (
        <span key={flag} class={`flag ${flag}`} title={FLAG_LABELS[flag].meaning}>
          {FLAG_LABELS[flag].label}
        </span>
      ))}
      {sureness(item) === 'guess' && !item.flags.length && (
        <span class="flag suggestion" title="The reader is not sure of this place.">
          guess
        </span>
      )}
    </>
  )
}

function Rewrite({ item, review, typed }: { item: Item; review: Review; typed: string | undefined }) {
  const id = `text-${item.id}`
  return (
    <form class="rewrite" method="post" action={links.intakeSteps(review.id)}>
      <input type="hidden" name="seen" value={review.position} />
      <input type="hidden" name="item" value={item.id} />
      <label for={id}>Words of this item</label>
      <p class="hint" id={`${id}-hint`}>
        Press Enter where you want to cut it in two.
      </p>
      <textarea id={id} name="text" rows={3} aria-describedby={`${id}-hint`} value={typed ?? item.text} />
      <p>
        <Button kind="primary" name="do" value="rewrite">
          Save
        </Button>{' '}
        <a href={`${links.intakeDraft(review.id)}#i-${item.id}`}>Leave it as it was</a>
      </p>
    </form>
  )
}

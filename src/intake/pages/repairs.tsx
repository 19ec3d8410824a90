import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { type Repair, repairsOf } from '../repairs.ts'
import type { Review } from './props.ts'

/** Lines that the reader joined or cut, each as it stood in the source, with a button that takes it back. */
export function Repairs({ review }: { review: Review }) {
  const repairs = repairsOf(review.now)
  return (
    <details class="fold" id="repairs">
      <summary>
        Repairs <span class="count">{repairs.length}</span>
      </summary>
      <p class="quiet">Lines that Sightline joined or cut, as they stand in the source.</p>
      <ul class="repairs">
        {repairs.map((repair) => (
          <RepairLine
            key={`${repair.edit.lines[0]} ${repair.edit.items[0]}`}
            repair={repair}
            review={review}
          />
        ))}
      </ul>
    </details>
  )
}

function RepairLine({ repair: { edit, takeBack }, review }: { repair: Repair; review: Review }) {
  const [first, last] = edit.lines
  const joined = edit.before.length > 1
  return (
    <li>
      <p>
        <a href={`#L${first}`}>
          {joined ? 'Joined' : 'Cut'}, {first === last ? `line ${first}` : `lines ${first} to ${last}`}
        </a>
      </p>
      <p class="before">{(joined ? edit.before : edit.after).join(' ↵ ')}</p>
      {takeBack && review.publishedAs === null && (
        <form method="post" action={links.intakeSteps(review.id)}>
          <input type="hidden" name="seen" value={review.position} />
          {takeBack.do === 'rewrite' && (
            <>
              <input type="hidden" name="item" value={takeBack.item} />
              <textarea
                hidden
                name="text"
                value={takeBack.text}
                aria-label="Words of the item, taken apart"
              />
            </>
          )}
          {takeBack.do === 'merge' &&
            takeBack.items.map((id) => <input key={id} type="hidden" name="items" value={id} />)}
          <Button
            name="do"
            value={takeBack.do}
            label={`Take back: ${joined ? 'joined' : 'cut'}, line ${first}`}
          >
            Take back
          </Button>
        </form>
      )}
    </li>
  )
}

import { links } from '#routes.ts'
import { Button } from '#web/button.tsx'
import { placeChoices } from '../labels.ts'
import type { Review } from './props.ts'

/** What can be done with the ticked items. The boxes stand elsewhere on the page and belong to this form by its id. */
export function Toolbar({ review }: { review: Review }) {
  return (
    <form class="toolbar" id="tick" method="post" action={links.intakeSteps(review.id)}>
      <input type="hidden" name="seen" value={review.position} />
      <span class="toolbar-ticked" data-ticked>
        With the ticked items:
      </span>
      <label class="unseen" for="field-to">
        Move the ticked items to
      </label>
      <select id="field-to" name="to">
        <option value="">Choose a place…</option>
        {placeChoices(review.now).map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <Button name="do" value="move" label="Move the ticked items">
        Move
      </Button>
      <Button name="do" value="merge" label="Join the ticked items, or one with the item before it">
        Join
      </Button>
      <Button name="do" value="notes" label="To notes: the ticked items">
        To notes
      </Button>
      <Button name="do" value="confirm" label="Right as it is: the ticked items">
        Right as it is
      </Button>
      <Button kind="quiet" name="do" value="undo" disabled={review.undoable === 0}>
        {review.undoable === 0 ? 'Undo' : `Undo (${review.undoable})`}
      </Button>
      <details class="keys">
        <summary>Keys</summary>
        <dl>
          {KEYS.map(([key, meaning]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </form>
  )
}

const KEYS = [
  ['j k', 'next item, item before'],
  ['1–9', 'move it to that level'],
  ['m', 'join it with the one before'],
  ['s', 'cut it at the cursor'],
  ['n', 'send it to the notes'],
  ['x', 'tick it'],
  ['e', 'change its words'],
  ['u', 'undo'],
] as const

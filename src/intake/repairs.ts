import type { Draft, Edit, Item } from './model.ts'
import { listsOf } from './places.ts'
import type { Step } from './review.ts'
import { letters } from './words.ts'

/** Spaces and hyphens aside: a word that was cut at a line's end is the same word in one piece. */
const sameWords = (a: string, b: string) => letters(a) === letters(b)

/** A repair of the reader, and the step that takes it back; null where a person has changed the words since. */
export interface Repair {
  edit: Edit
  takeBack: Extract<Step, { do: 'rewrite' | 'merge' }> | null
}

/** Every repair of the draft, in the order of the source. */
export function repairsOf(draft: Draft): Repair[] {
  const items = new Map(listsOf(draft).flatMap((list) => list.items.map((item) => [item.id, item] as const)))
  return draft.edits.map((edit) => ({ edit, takeBack: stepBack(edit, items) }))
}

function stepBack(edit: Edit, items: Map<string, Item>): Repair['takeBack'] {
  const results = edit.items.map((id) => items.get(id))
  const [only] = results
  if (results.length === 1 && only && edit.before.length > 1) {
    const text = edit.before.join('\n')
    return sameWords(text, only.text) ? { do: 'rewrite', item: only.id, text } : null
  }
  const cut =
    results.length > 1 && results.every((item, i) => item && sameWords(item.text, edit.after[i] ?? ''))
  return cut ? { do: 'merge', items: edit.items } : null
}

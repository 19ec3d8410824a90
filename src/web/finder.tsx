import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { Field } from './field.tsx'

interface FinderProps {
  /** Where the list stands: the form asks for it again. */
  action: string
  /** What is looked for now. */
  words: string | undefined
  /** In what the words are looked for. */
  hint: string
  /** The fields by which the list is narrowed, beside the words. */
  choices?: ComponentChildren
  /** What was found. */
  children: ComponentChildren
}

/** A list that is searched and narrowed. With the script `live` it follows while one types. */
export function Finder({ action, words, hint, choices, children }: FinderProps) {
  return (
    <live-results>
      <search>
        <form class="filter" action={action}>
          <Field label="Find" name="q" type="search" value={words} hint={hint} autocomplete="off" />
          {choices}
          <Button>Show</Button>
        </form>
      </search>
      <div data-live>{children}</div>
    </live-results>
  )
}

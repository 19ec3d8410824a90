import type { ComponentChildren } from 'preact'

interface EmptyProps {
  /** What there is none of, as a sentence: "Nothing matches “customre”". */
  title: string
  /** What this place is for, and an example. */
  children?: ComponentChildren
  /** The one thing to do next: a Button or ButtonLink. */
  action?: ComponentChildren
}

/** A place with nothing in it yet says what it is for and what to do next. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
      {action && <p>{action}</p>}
    </div>
  )
}

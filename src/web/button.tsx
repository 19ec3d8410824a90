import type { ComponentChildren } from 'preact'

interface Look {
  /** The one thing to do next on a page is `primary`; there is at most one. */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  children: ComponentChildren
}

interface ButtonProps extends Look {
  name?: string
  value?: string
  /** Sends the form elsewhere than the form itself says. */
  action?: string
  disabled?: boolean
  /** The id of the form that it sends, for a button that stands outside of it. */
  form?: string
  /** The whole of what it does, where the visible words are too short to stand alone. */
  label?: string
  /** A single key that presses it, for islands that listen to keys. */
  shortcut?: string
}

/** Sends the form it stands in. */
export function Button({
  kind = 'plain',
  name,
  value,
  action,
  disabled,
  form,
  label,
  shortcut,
  children,
}: ButtonProps) {
  return (
    <button
      type="submit"
      class={`button ${kind}`}
      name={name}
      value={value}
      formAction={action}
      disabled={disabled}
      form={form}
      aria-label={label}
      aria-keyshortcuts={shortcut}
    >
      {children}
    </button>
  )
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ kind = 'plain', href, children }: Look & { href: string }) {
  return (
    <a class={`button ${kind}`} href={href}>
      {children}
    </a>
  )
}

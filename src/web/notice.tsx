import type { ComponentChildren } from 'preact'

interface NoticeProps {
  /** `problem` is read out at once by screen readers; the others wait their turn. */
  kind?: 'note' | 'done' | 'warning' | 'problem'
  title?: string
  children?: ComponentChildren
}

/** Something the person should know before going on. */
export function Notice({ kind = 'note', title, children }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  )
}

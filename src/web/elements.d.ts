import type { HTMLAttributes } from 'preact'

/** The custom elements of client/, so that a misspelt one is a type error. */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'find-rows': HTMLAttributes<HTMLElement> & { label: string }
      'copy-text': HTMLAttributes<HTMLElement>
      'print-button': HTMLAttributes<HTMLElement>
      'live-results': HTMLAttributes<HTMLElement>
    }
  }
}

import type { HTMLAttributes } from 'preact'

/** The custom elements of client/, so that a misspelt one is a type error. */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'print-button': HTMLAttributes<HTMLElement>
    }
  }
}

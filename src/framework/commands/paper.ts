import type { Screen, Style } from '#cli/screen.ts'

/** Where to print: how wide, and how to set words apart. */
export type Paper = Pick<Screen, 'width' | 'style'>

/** How high a level stands, drawn: ▰▰▱▱▱ is the second of five. */
export function steps(position: number, all: number, style: Style): string {
  return style.accent('▰'.repeat(position + 1)) + style.faint('▱'.repeat(Math.max(0, all - position - 1)))
}

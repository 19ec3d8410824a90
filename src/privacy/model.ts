/**
 * Privacy: what is kept about a person and who can see it, how they are erased when they wish it, and how long each kind
 * of data is kept. An erased person becomes a pseudonym wherever records of others must stay.
 */
import { z } from 'zod'

export type WishState = 'open' | 'done' | 'refused' | 'withdrawn'

/** Somebody wishes to be erased. */
export interface ErasureWish {
  id: string
  personId: string
  /** By the name they have now, which is the pseudonym once they are erased. */
  name: string
  reason: string | null
  state: WishState
  madeAt: Date
  settledBy: string | null
  settledAt: Date | null
  /** Why it was refused. */
  answer: string | null
}

const text = (most: number) =>
  z
    .string('Write it as text.')
    .transform((typed) => typed.trim())
    .pipe(z.string().max(most, `Use at most ${most} characters.`))

/** The form by which somebody wishes to be erased; `name` is typed to make sure that it is meant. */
export const WishForm = z.object({ name: text(300), reason: text(2000).optional().default('') })

/** The form by which a wish is refused. */
export const RefusalForm = z.object({
  answer: text(2000).pipe(z.string().min(1, 'Say why, so that the person knows.')),
})

/** Whether the name was typed as it is written, whatever the case and the blanks. */
export function isSameName(typed: string, name: string): boolean {
  const plain = (one: string) => one.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
  return plain(typed) === plain(name)
}

/** "Former colleague 7F3A"; `chance` is a new UUID, of which more is taken as long as the name is taken. */
export function pseudonymFrom(chance: string, isTaken: (name: string) => boolean): string {
  const signs = chance.replaceAll('-', '').toUpperCase()
  for (let length = 4; length < signs.length; length += 2) {
    const name = `Former colleague ${signs.slice(0, length)}`
    if (!isTaken(name)) return name
  }
  return `Former colleague ${signs}`
}

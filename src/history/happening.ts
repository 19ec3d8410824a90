import type { ActorKind, Detail, Event } from './model.ts'

interface Named {
  kind: string
  id: string
  /** At the time; null: it had none, or the words of the event are gone. */
  name: string | null
}

/** An event as people read it. */
export interface Happening {
  number: number
  id: string
  at: Date
  actor: { kind: ActorKind; id: string | null; name: string | null }
  via: Event['via']
  act: string
  on: Named
  also: Named[]
  changes: NonNullable<Detail['changes']>
  note: Record<string, unknown>
  /** False: its words have been erased (or are missing, which the verification tells). */
  hasWords: boolean
}

/** What is looked for; every part that is set must hold. */
export interface Filter {
  /** Part of the name of who did it. */
  who: string
  /** What it was about: person, framework … */
  kind: string
  /** One thing, by kind and id, whether the act was on it or was about it too. */
  thing: { kind: string; id: string } | null
  /** From the beginning of this day on, and until the end of that, in UTC, as 2026-05-03. */
  from: string
  to: string
  /** Words of the act, such as "published". */
  act: string
}

export const NO_FILTER: Filter = { who: '', kind: '', thing: null, from: '', to: '', act: '' }

/** How many events stand on one page. */
export const PAGE = 50

/** Acts that have all the words; a word matches where an act's word begins with it. */
export function actsWith(acts: readonly string[], words: string): string[] {
  const wanted = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return acts.filter((act) => {
    const said: string[] = act.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    return wanted.every((word) => said.some((one) => one.startsWith(word)))
  })
}

/**
 * Acts of these areas belong to those who did them or whom they are about. Whoever else looks, whatever they may see
 * otherwise, is not told that there was such an act.
 */
export const PRIVATE_AREAS = ['profile'] as const
